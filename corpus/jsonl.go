package corpus

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"hash"
	"io"
	"io/fs"
	"slices"
	"unicode/utf8"
)

// A JSONL file has one document per line: an object with "id" and "text" and, where known, "title", "author",
// "publisher", "published", "url" and "lang". The canonical text is "text", exactly. Lines are read one at a time;
// what is wrong with one costs that line only.

//
// A file is gone through twice, because it can be larger than memory and may change meanwhile: the survey finds whether it
// is steady and which lines it has, and only those very lines are read then.

// survey is what a JSONL file was found to hold.
type survey struct {
	stamp stamp
	hash  [sha256.Size]byte // zero where the file was not read to its end, for want of room or because it cannot be read
	lines []digest          // those that are documents
	end   error             // io.EOF, or why it was not read to its end
}

// lines adds the lines of f that are not blank.
func (d *dispatcher) lines(ctx context.Context, f file) {
	old := d.records.of(f.path)
	if d.isAsItWas(f, old) && d.fits(old) {
		d.replayLines(ctx, old, f.stamp)
		return
	}
	found, err := steadily(func() (survey, error) { return d.survey(ctx, f.path) })
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err == errUnsteady:
		d.unsteadyLines(ctx, f, old, true)
	case err != nil:
		d.tell(ctx, func(e *emitter) error { return e.unread(f, problemOf(f.path, err)) })
	case d.holds(old) && old.hash == found.hash:
		d.replayLines(ctx, old, found.stamp)
	default:
		d.newLines(ctx, f, old, found)
	}
}

// fits reports whether there is room for all documents of the file.
func (d *dispatcher) fits(old *record) bool { return d.next+old.count <= d.limits.Documents }

func (d *dispatcher) replayLines(ctx context.Context, old *record, now stamp) {
	d.next += old.count
	d.tell(ctx, func(e *emitter) error { return e.replay(old, now) })
}

// unsteadyLines ends a file that is being written; the file is opened first where none of its lines has been read.
func (d *dispatcher) unsteadyLines(ctx context.Context, f file, old *record, open bool) {
	if old != nil {
		d.next += old.count
	}
	d.tell(ctx, func(e *emitter) error {
		if open {
			e.open(f.path)
		}
		return e.unsteady(old, [sha256.Size]byte{})
	})
}

// survey reads the file without making documents. The error is a refusal, errUnsteady or fs.ErrNotExist.
func (d *dispatcher) survey(ctx context.Context, path string) (survey, error) {
	in, s, err := d.open(path)
	if err != nil {
		return survey{}, err
	}
	defer in.Close()
	found, all := survey{stamp: s}, hashing{Hash: sha256.New()}
	found.lines, found.end = d.documentLines(io.TeeReader(in, &all)).digests(ctx)
	if !isSteady(in, s) || found.end == io.EOF && all.bytes != s.size {
		return survey{}, errUnsteady
	}
	if found.end == io.EOF {
		all.Sum(found.hash[:0])
	}
	return found, nil
}

// hashing hashes and counts what is written to it.
type hashing struct {
	hash.Hash
	bytes int64
}

func (t *hashing) Write(b []byte) (int, error) {
	t.bytes += int64(len(b))
	return t.Hash.Write(b)
}

// newLines adds the lines that the survey has found.
func (d *dispatcher) newLines(ctx context.Context, f file, old *record, found survey) {
	d.tell(ctx, func(e *emitter) error {
		e.open(f.path)
		return nil
	})
	if !d.sendLines(ctx, f, old, found.lines) {
		d.unsteadyLines(ctx, f, old, false)
		return
	}
	d.tell(ctx, func(e *emitter) error {
		state := e.endLines(f.path, found)
		e.close(found.stamp, found.hash, state)
		return nil
	})
}

// endLines notes why a file ends where it does.
func (e *emitter) endLines(path string, found survey) recordState {
	var limit refusal
	switch {
	case found.end == io.EOF && len(found.lines) == 0:
		e.empty(path)
		return 0
	case found.end == io.EOF:
		return 0
	case errors.As(found.end, &limit):
		e.leaveOut(path, limit.reason, limit.mend)
		return dependent
	}
	e.leaveOut(path, found.end.Error(), "check the file and the disk")
	return isUnread
}

// sendLines adds the lines, and reports whether they are still there.
func (d *dispatcher) sendLines(ctx context.Context, f file, old *record, want []digest) bool {
	in, _, err := d.open(f.path)
	if err != nil {
		return false
	}
	defer in.Close()
	lines, known := d.documentLines(in), d.knownLines(old)
	for _, w := range want {
		line, err := lines.next()
		if err != nil && !errors.Is(err, errLongLine) || lines.digest != w || ctx.Err() != nil {
			return false
		}
		d.line(ctx, f, lines, line, known)
	}
	return true
}

// line adds one line, which is nil where it is too long.
func (d *dispatcher) line(ctx context.Context, f file, at *documentLines, line []byte, known knownLines) {
	d.next++
	it, ok := known.find(at.digest)
	if it.line = at.n; ok {
		d.tell(ctx, func(e *emitter) error { return e.item(it, nil) })
		return
	}
	it = item{line: at.n, hash: at.digest}
	raw := slices.Clone(line)
	d.send(ctx, int64(len(raw)), func() outcome {
		made, doc := d.build(it, placeName(f.path, it.line), func() (string, draft, []remark, error) { return d.readLine(f.path, raw) })
		return func(e *emitter) error { return e.item(made, doc) }
	})
}

func (l *loader) readLine(path string, line []byte) (string, draft, []remark, error) {
	if line == nil {
		return "", draft{}, nil, refusal{"the line is longer than the limit of " + byteCount(l.limits.FileBytes), "split the document"}
	}
	own, d, notes, err := readLine(line)
	return l.making().fullID(1, own, path), d, notes, err
}

// readLine makes a draft of one line.
func readLine(line []byte) (id string, d draft, notes []remark, err error) {
	values, err := decodeObject(line)
	if err != nil {
		return "", draft{}, nil, err
	}
	id = textOf(values["id"])
	text, isText := values["text"].(string)
	switch {
	case id == "":
		return "", draft{}, nil, refusal{`it has no "id"`, "give every document an id of its own"}
	case !isPrintable(id):
		return "", draft{}, nil, refusal{"its id holds characters that cannot be shown", "use letters and digits"}
	case !isText:
		return id, draft{}, nil, refusal{`it has no "text"`, `put the document's text under "text", as one string`}
	}
	d = draft{text: text, blocks: textBlocks(text)}
	d.meta, notes = stated(values, "JSONL")
	return id, d, notes, nil
}

func decodeObject(line []byte) (map[string]any, error) {
	line = bytes.TrimPrefix(line, []byte(byteOrderMark))
	if !utf8.Valid(line) {
		return nil, refusal{"it is not valid UTF-8", "save the file as UTF-8"}
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	var values map[string]any
	if err := dec.Decode(&values); err != nil {
		return nil, refusal{"it is not a JSON object: " + plainLine(err.Error()), "put one object on each line"}
	}
	if _, err := dec.Token(); values == nil || !errors.Is(err, io.EOF) {
		return nil, refusal{"it is not one JSON object", "put one object on each line"}
	}
	return values, nil
}
