package corpus

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// documentLines reads the lines of a file that are documents, as far as the limits of the corpus go.
type documentLines struct {
	lineScanner
	*dispatcher
	first  int    // number of the first document
	found  int    // documents
	bytes  int64  // of documents
	digest digest // of the last line; zero where it was too long
}

func (d *dispatcher) documentLines(in io.Reader) *documentLines {
	r := bufio.NewReaderSize(in, 64<<10)
	return &documentLines{lineScanner: lineScanner{r: r, most: int(d.limits.FileBytes)}, dispatcher: d, first: d.next}
}

// next returns the next line that is not blank, nil with errLongLine for one that is too long, or io.EOF. A refusal says
// that a limit is reached; any other error, that the file cannot be read.
func (l *documentLines) next() ([]byte, error) {
	for {
		line, err := l.lineScanner.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil, io.EOF
		case err != nil && !errors.Is(err, errLongLine):
			return nil, fmt.Errorf("it cannot be read beyond line %d: %s", l.n-1, cause(err))
		case err == nil && len(bytes.TrimSpace(line)) == 0:
			continue
		}
		return l.count(line, err)
	}
}

// digests returns the digests of the lines up to the end or ctx's, and the error there.
func (l *documentLines) digests(ctx context.Context) (all []digest, err error) {
	for ctx.Err() == nil {
		if _, err := l.next(); err != nil && !errors.Is(err, errLongLine) {
			return all, err
		}
		all = append(all, l.digest)
	}
	return all, ctx.Err()
}

func (l *documentLines) count(line []byte, tooLong error) ([]byte, error) {
	const mend = "make the corpus smaller"
	if l.bytes += int64(len(line)); l.bytes > l.limits.TotalBytes {
		return nil, refusal{fmt.Sprintf("from line %d on it is left out: the corpus limit is %s", l.n, byteCount(l.limits.TotalBytes)), mend}
	}
	if l.first+l.found >= l.limits.Documents {
		return nil, refusal{fmt.Sprintf("from line %d on it is left out: %s", l.n, l.tooMany()), mend}
	}
	l.found++
	l.digest = digest{}
	if tooLong == nil {
		l.digest = digestOf(bytes.TrimRight(line, "\r\n"))
	}
	return line, tooLong
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
