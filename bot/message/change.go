package message

import (
	"fmt"
	"strings"

	"pullquote/corpus"
)

// addChange adds what differs between two snapshots.
func (r *report) addChange(before *corpus.Snapshot, c corpus.Change) {
	r.add(documentList(phraseAddedList, c.Added))
	r.add(list{phraseChangedList, len(c.Changed), func(w Wording, i int) string {
		d := c.Changed[i]
		return fmt.Sprintf(phraseFile, w.inline(d.ID(), pathLimit), strings.Join(differences(before.Document(d.ID()), d), comma))
	}})
	r.add(documentList(phraseRemovedList, c.Removed))
}

// documentList lists documents by id, with their titles.
func documentList(heading string, docs []*corpus.Document) list {
	return list{heading, len(docs), func(w Wording, i int) string {
		entry := w.inline(docs[i].ID(), pathLimit)
		// Cut alike in the message and in the file: a long title alone is no reason for a file.
		if title := w.inline(plainLine(docs[i].Metadata().Title.Value, nameLimit), 2*nameLimit); title != "" {
			entry += separator + title
		}
		return entry
	}}
}

// differences names what differs between two versions of a document.
func differences(old, d *corpus.Document) []string {
	before, after := old.Metadata(), d.Metadata()
	var out []string
	for _, part := range []struct {
		name   string
		differ bool
	}{
		{phraseText, old.SHA256() != d.SHA256()},
		{phraseTitle, before.Title.Value != after.Title.Value},
		{phraseAuthor, before.Author.Value != after.Author.Value},
		{phrasePublisher, before.Publisher.Value != after.Publisher.Value},
		{phraseDate, before.Published.Compare(after.Published) != 0},
		{phraseAddress, before.URL.Value != after.URL.Value},
		{phraseLanguage, before.Language.Value != after.Language.Value},
	} {
		if part.differ {
			out = append(out, part.name)
		}
	}
	if len(out) == 0 {
		return []string{phraseReading}
	}
	return out
}

// copyList lists the near-copies of a snapshot for which is holds, with what they are copies of.
func copyList(heading string, s *corpus.Snapshot, is func(*corpus.Document) bool) list {
	var copies []*corpus.Document
	for _, d := range s.Documents() {
		if s.Witness(d) != d && is(d) {
			copies = append(copies, d)
		}
	}
	return list{heading, len(copies), func(w Wording, i int) string {
		d := copies[i]
		return fmt.Sprintf(phraseCopyOf, w.inline(d.ID(), pathLimit), w.inline(s.Witness(d).ID(), pathLimit))
	}}
}

// isNewCopy reports whether d was no near-copy in an earlier snapshot.
func isNewCopy(before *corpus.Snapshot, d *corpus.Document) bool {
	old := before.Document(d.ID())
	return old == nil || before.Witness(old) == old
}

// changeCounts says how many documents a change concerns.
func changeCounts(c corpus.Change) []string {
	var parts []string
	for _, count := range []struct {
		phrase string
		n      int
	}{{phraseAddedCount, len(c.Added)}, {phraseChangedCount, len(c.Changed)}, {phraseRemovedCount, len(c.Removed)}} {
		if count.n > 0 {
			parts = append(parts, fmt.Sprintf(count.phrase, count.n))
		}
	}
	return parts
}
