package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// emitter takes what the jobs have made, in the order of the files: it gives the documents to the sink, and keeps the
// inventory and the problems.
type emitter struct {
	*inventoryWriter
	past
	to        Sink
	ids       takenIDs
	early     []Problem // of files as such; they stand before those of its documents
	late      []Problem
	ofFile    listedProblems
	unused    *unusedEntries
	kept, put int
}

// origin is where a document was found: the file by its number in the inventory, and the line.
type origin struct{ file, line int32 }

// takenIDs says where the documents of all ids are. Digests take less memory than ids.
type takenIDs map[digest]origin

// take notes that a document of the id is there, unless there is one already, whose place it returns.
func (t takenIDs) take(id string, at origin) (first origin, taken bool) {
	key := digestOf([]byte(id))
	if first, taken = t[key]; !taken {
		t[key] = at
	}
	return first, taken
}

func (t takenIDs) by(id string) (at origin, taken bool) {
	at, taken = t[digestOf([]byte(id))]
	return at, taken
}

func newEmitter(p past, to Sink, w *inventoryWriter) *emitter {
	w.expect(p.before)
	return &emitter{inventoryWriter: w, past: p, to: to, ids: make(takenIDs, p.before.Documents()), unused: newUnusedEntries(p.sidecar)}
}

// open begins a file.
func (e *emitter) open(path string) {
	e.inventoryWriter.open(path)
	e.ofFile = listedProblems{file: path}
	e.unused.see(path)
}

// close ends a file.
func (e *emitter) close(s stamp, hash [32]byte, state recordState) {
	e.inventoryWriter.close(s, hash, state)
	e.late = append(e.late, e.ofFile.list()...)
}

func (e *emitter) path() string { return e.files[len(e.files)-1].path }

// item takes what became of a document of the open file. A document that is accepted but nil is that of the earlier
// reading. Of several with one id the first stays.
func (e *emitter) item(it item, doc *Document) error {
	if it.state == accepted {
		e.unused.see(it.id)
		if first, taken := e.ids.take(it.id, origin{int32(len(e.files) - 1), int32(it.line)}); taken {
			it.state, it.notes = repeated, []remark{{fmt.Sprintf("its id %q is already taken by %s", it.id, e.where(first)), "give every document an id of its own"}}
		}
	}
	where := placeName(e.path(), it.line)
	for _, n := range it.notes {
		e.ofFile.add(Problem{Path: where, Reason: n.reason, Mend: n.mend, LeftOut: it.state != accepted})
	}
	if it.state == accepted {
		if err := e.give(it.id, doc); err != nil {
			return sinkError{err}
		}
	}
	e.add(it)
	return nil
}

func (e *emitter) give(id string, doc *Document) error {
	if doc == nil {
		e.kept++
		return e.to.Keep(id)
	}
	e.put++
	return e.to.Put(doc)
}

func (e *emitter) where(o origin) string { return placeName(e.files[o.file].path, int(o.line)) }

// placeName names a file, or a line of it.
func placeName(file string, line int) string {
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s line %d", file, line)
}

// replay takes a file that has stayed the same: what became of it is what became of it before.
func (e *emitter) replay(old *record, now stamp) error {
	e.open(old.path)
	if old.count == 0 {
		e.empty(old.path)
	}
	for _, it := range e.before.itemsOf(old) {
		if err := e.item(it, nil); err != nil {
			return err
		}
	}
	e.close(now, old.hash, 0)
	return nil
}

// empty says that a JSONL file has no document.
func (e *emitter) empty(path string) { e.leaveOut(path, "it is empty", "delete it or fill it") }

func (e *emitter) leaveOut(path, reason, mend string) {
	e.early = append(e.early, problemOf(shown(path), refusal{reason, mend}))
}

// beyond takes a file for which there is no room in the corpus.
func (e *emitter) beyond(f file, reason string) error {
	e.open(f.path)
	e.leaveOut(f.path, reason, "make the corpus smaller")
	e.close(f.stamp, [32]byte{}, dependent)
	return nil
}

// unread takes a file that could not be read.
func (e *emitter) unread(f file, p Problem) error {
	e.open(f.path)
	e.early = append(e.early, p)
	e.close(f.stamp, [32]byte{}, isUnread)
	return nil
}

// unsteadyDocument takes a file that is being written. Its earlier document stays, and is known by its hash.
func (e *emitter) unsteadyDocument(f file, old *record) error {
	e.open(f.path)
	if old == nil {
		return e.unsteady(nil, [32]byte{})
	}
	return e.unsteady(old, old.hash)
}

// unsteady ends a file that is being written: the documents of an earlier reading stay, and hash is that of their file.
func (e *emitter) unsteady(old *record, hash [32]byte) error {
	kept := e.kept
	for _, it := range e.before.itemsOf(old) {
		if _, taken := e.ids.by(it.id); it.state == accepted && !taken {
			if err := e.item(it, nil); err != nil {
				return err
			}
		}
	}
	p := problemOf(e.path(), errUnsteady)
	if kept = e.kept - kept; kept > 0 {
		p.LeftOut = false
		p.Reason += "; " + counted(kept, "document stays", "documents stay") + " as read before"
	} else {
		hash = [32]byte{}
	}
	e.early = append(e.early, p)
	e.close(unknownStamp, hash, 0)
	return nil
}

// problems returns all problems, ordered by file.
func (e *emitter) problems() []Problem {
	for _, p := range e.early {
		e.unused.see(p.file())
	}
	all := slices.Concat(e.early, e.unused.problems(), e.late)
	slices.SortStableFunc(all, func(a, b Problem) int { return strings.Compare(a.file(), b.file()) })
	return all
}

// mostProblems is how many problems of one file are listed, so that a file of another kind by the wrong name does not
// bury the report.
const mostProblems = 100

// listedProblems are the first problems of a file, and counts of the others: those for which a document is left out, and
// remarks.
type listedProblems struct {
	file             string
	first            []Problem
	leftOut, remarks int
}

func (l *listedProblems) add(p Problem) {
	switch {
	case len(l.first) < mostProblems:
		l.first = append(l.first, p)
	case p.LeftOut:
		l.leftOut++
	default:
		l.remarks++
	}
}

func (l *listedProblems) list() []Problem {
	out := l.first
	if n := l.leftOut; n > 0 {
		out = append(out, Problem{Path: l.file, LeftOut: true, Count: n,
			Reason: counted(n, "more document of this file is", "more documents of this file are") + " left out", Mend: "mend the listed ones first"})
	}
	if n := l.remarks; n > 0 {
		out = append(out, Problem{Path: l.file, Count: n,
			Reason: counted(n, "more remark", "more remarks") + " on this file", Mend: "see to the listed ones first"})
	}
	return out
}

// listed returns the first problems of a file and sums up the others.
func listed(file string, all []Problem) []Problem {
	l := listedProblems{file: file}
	for _, p := range all {
		l.add(p)
	}
	return l.list()
}
