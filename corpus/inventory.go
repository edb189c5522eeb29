package corpus

import (
	"crypto/sha256"
	"fmt"
	"iter"
)

// readerVersion names the rules by which files become documents. It must be raised whenever the same bytes make another
// document or another remark: with every change to a reader, to the splitting into sentences and passages, to what is
// furniture, to metadata. What an earlier version has read is then read anew.
const readerVersion = 1

// Inventory is what a reading has found, document by document, so that a later one need not read again what has stayed as
// it was. It is immutable and safe for concurrent use. The nil Inventory is of a reading that found nothing.
type Inventory struct {
	made      making
	began     int64  // when the reading began, in nanoseconds since 1970
	listing   digest // of the problems that listing the files brought
	documents int
	files     []record // those that say something about the documents, then the others in the order of their paths
	notes     []remark // the different ones
	items     string   // of all files, one after another
}

// making is what two readings must have in common for one to build on the other.
type making struct {
	version uint64
	bare    bool
	limits  Limits
}

func (l *loader) making() making { return making{readerVersion, l.bare, l.limits} }

// digest is the beginning of a SHA-256 hash.
type digest [16]byte

func digestOf(b []byte) digest {
	sum := sha256.Sum256(b)
	return digest(sum[:])
}

// record is what became of a file.
type record struct {
	path       string
	stamp      stamp
	hash       [sha256.Size]byte // of its bytes; zero where they were not read to their end
	state      recordState
	count      int // items
	start, end int // of its items among all
}

// recordState is a set of reasons for which a record does not hold for a later reading, even of the same file.
type recordState uint8

const (
	isUnread  recordState = 1 << iota // it could not be read, or not to its end
	dependent                         // what became of it depends on other files too
	recordStates
)

// item is what became of a document.
type item struct {
	line  int // of the JSONL file, from 1; 0 for a file that is one document
	hash  digest
	id    string // "" where it could not be read
	rules uint64 // a hash of the metadata that the sidecar states for it
	state itemState
	notes []remark // why it was refused, or what is to be said about it
}

type itemState uint8

const (
	accepted itemState = iota // it is the document of its id
	refused
	repeated // an earlier one has its id
	itemStates
)

// Documents returns how many documents the reading found.
func (i *Inventory) Documents() int {
	if i == nil {
		return 0
	}
	return i.documents
}

// matching returns i, or nil where l would make other documents of the same files.
func (i *Inventory) matching(l *loader) *Inventory {
	if i == nil || i.made != l.making() {
		return nil
	}
	return i
}

// itemsOf yields the items of a file in their order, and where each stands.
func (i *Inventory) itemsOf(r *record) iter.Seq2[int, item] {
	return func(yield func(int, item) bool) {
		if r == nil {
			return
		}
		d, line := decoder{rest: i.items[r.start:r.end]}, 0
		for range r.count {
			at := r.end - len(d.rest)
			it := i.decodeItem(&d, r.path, line)
			if line = it.line; d.bad || !yield(at, it) {
				return
			}
		}
	}
}

// itemAt returns the item that stands at a place, whose line is not known.
func (i *Inventory) itemAt(r *record, at int) item {
	d := decoder{rest: i.items[at:r.end]}
	return i.decodeItem(&d, r.path, 0)
}

// digestProblems returns a digest of what problems say.
func digestProblems(problems []Problem) digest {
	var b []byte
	for _, p := range problems {
		b = fmt.Appendf(b, "%q %q %q\n", p.Path, p.Reason, p.Mend)
	}
	return digestOf(b)
}
