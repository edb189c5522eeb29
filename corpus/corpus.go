// Package corpus holds what may be quoted.
//
// A [Document] is one text with its metadata, cut into blocks and sentences. A [Passage] is a run of its quotable
// sentences. A [Quote] is a run of whole sentences of one passage; it can only be cut from a document, never built from a
// string, so every Quote is verbatim by construction. A [Snapshot] is an immutable set of documents, in memory or on
// shelves, together with what could not be read and why. A [Shelf] holds documents in files, which are read as they are
// needed.
//
// All places are byte offsets into a document's canonical text. For a UTF-8 text file that is the file, byte for
// byte; for every other format it is the text that the reader produced.
//
// The files are named for what they do on the way from a folder to a Snapshot:
//
//   - source, load, walk, open, stamp, rules, sidecar, synonyms: finding files, and what is said about them;
//   - build, jsonllines, past, emit: turning each into a Document or a [Problem], against an earlier reading where there is
//     one;
//   - inventory, inventoryitem, inventorycode: what that found; changed, watch: whether it still holds;
//   - reader, charset, jsonl, frontmatter, markdown, html…, text…: one format each, as drafts of a text and its blocks.
//     Plain text takes the most rules, because nothing in it says what is a byline or a share bar;
//   - metadata, metadatafields, date, language…: what is known about a document, and from where;
//   - document, invisible, sentence…, passage, quote: what of a draft may be quoted, cut into sentences;
//   - shelf…, card: documents in files, read when they are asked for; decoder: what all files are written in;
//   - snapshot…, shingle…, copies, change: all documents together, and how two snapshots differ;
//   - find, findpass, wording, fold: where somebody's words stand in them.
package corpus

// Span is a half-open range of byte offsets [Start, End) into a document's canonical text.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Shift returns s moved by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }
