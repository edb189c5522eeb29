package corpus

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// A JSONL file has one document per line: an object with "id" and "text" and, where known, "title", "author",
// "publisher", "published", "url" and "lang". The canonical text is "text", exactly. Lines are read one at a time;
// what is wrong with one costs that line only.

// lines hands out a job for every line of f that is not blank.
func (d *dispatcher) lines(ctx context.Context, f file) {
	in, err := d.open(f.path)
	if err != nil {
		d.problems = append(d.problems, problemOf(f.path, err))
		return
	}
	defer in.Close()
	sc := lineScanner{r: bufio.NewReaderSize(in, 64<<10), most: int(d.limits.FileBytes)}
	sent, read := d.next, int64(0)
	for ctx.Err() == nil {
		line, err := sc.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, errLongLine) {
			d.leaveOut(f.path, fmt.Sprintf("it cannot be read beyond line %d: %s", sc.n-1, cause(err)), "check the file and the disk")
			return
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if read += int64(len(line)); read > d.limits.TotalBytes {
			d.leaveOut(f.path, fmt.Sprintf("from line %d on it is left out: the corpus limit is %s", sc.n, byteCount(d.limits.TotalBytes)), "make the corpus smaller")
			return
		}
		if d.next >= d.limits.Documents {
			d.leaveOut(f.path, fmt.Sprintf("from line %d on it is left out: %s", sc.n, d.tooMany()), "make the corpus smaller")
			return
		}
		d.line(ctx, f, sc.n, line, err)
	}
	if d.next == sent && ctx.Err() == nil {
		d.leaveOut(f.path, "it is empty", "delete it or fill it")
	}
}

func (d *dispatcher) line(ctx context.Context, f file, n int, line []byte, tooLong error) {
	where := fmt.Sprintf("%s line %d", f.path, n)
	line = slices.Clone(line)
	d.send(ctx, f.path, where, func() (string, draft, []remark, error) {
		if tooLong != nil {
			return "", draft{}, nil, refusal{"the line is longer than the limit of " + byteCount(d.limits.FileBytes), "split the document"}
		}
		id, made, notes, err := readLine(line)
		if !d.bare {
			id = f.path + "#" + id
		}
		return id, made, notes, err
	})
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

var errLongLine = errors.New("line too long")

// lineScanner reads lines of any length and keeps at most one of the permitted length in memory.
type lineScanner struct {
	r    *bufio.Reader
	most int
	n    int // number of the last line
	buf  []byte
}

// next returns the next line, which is valid until the following call, errLongLine for one that is passed over, or
// io.EOF.
func (s *lineScanner) next() ([]byte, error) {
	s.buf = s.buf[:0]
	s.n++
	long, empty := false, true
	for {
		part, err := s.r.ReadSlice('\n')
		empty = empty && len(part) == 0
		if long = long || len(s.buf)+len(part) > s.most+1; !long {
			s.buf = append(s.buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && empty:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case long:
			return nil, errLongLine
		}
		return s.buf, nil
	}
}
