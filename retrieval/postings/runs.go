package postings

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// runs are sorted postings, run after run, all but the last in a file unless the index is in memory.
type runs struct {
	all  []sortedRun
	file *os.File // nil as long as there is none
	size int64
}

// sortedRun is one run.
type sortedRun struct {
	first uint32 // passage
	at    io.Reader
}

// runBuffer is how many bytes of a run in a file are read at once.
const runBuffer = 1 << 16

// mostLists is more than the lists of a term can have in a run, in bytes.
const mostLists = 1 << 28

// add writes a run to the file in a folder, which is made with the first, or keeps it in memory where dir is "".
func (r *runs) add(dir string, first uint32, lists []byte) error {
	if dir == "" {
		r.last(first, lists)
		return nil
	}
	if r.file == nil {
		f, err := os.OpenFile(filepath.Join(dir, runsName), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
		if err != nil {
			return err
		}
		r.file = f
	}
	if _, err := r.file.Write(lists); err != nil {
		return err
	}
	r.all = append(r.all, sortedRun{first, io.NewSectionReader(r.file, r.size, int64(len(lists)))})
	r.size += int64(len(lists))
	return nil
}

// last keeps a run in memory.
func (r *runs) last(first uint32, lists []byte) {
	r.all = append(r.all, sortedRun{first, bytes.NewReader(lists)})
}

// close removes the file.
func (r *runs) close() error {
	if r.file == nil {
		return nil
	}
	return errors.Join(r.file.Close(), os.Remove(r.file.Name()))
}

// each calls visit with the lists of every term, by slot, in the order of the terms' numbers. The slots of the mask have
// one. It stops with the context's error when the context ends.
func (r *runs) each(ctx context.Context, visit func(term uint32, mask uint64, lists *[slots][]uint32) error) error {
	var all heads
	for _, x := range r.all {
		h := &head{sortedRun: x, in: bufio.NewReaderSize(x.at, runBuffer)}
		if err := h.next(); err != nil {
			return err
		}
		all = append(all, h)
	}
	var lists [slots][]uint32
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		term, ok := all.least()
		if !ok {
			return nil
		}
		mask, err := all.join(term, &lists)
		if err == nil {
			err = visit(term, mask, &lists)
		}
		if err != nil {
			return err
		}
	}
}

// head is the next term of a run.
type head struct {
	sortedRun
	in    *bufio.Reader
	term  uint32
	lists []byte
	end   bool // there is no next term
}

// next reads the next term.
func (h *head) next() error {
	step, err := binary.ReadUvarint(h.in)
	if errors.Is(err, io.EOF) {
		h.end = true
		return nil
	}
	if err != nil {
		return err
	}
	h.term += uint32(step)
	size, err := binary.ReadUvarint(h.in)
	if err != nil || size > mostLists {
		return fmt.Errorf("%w: %v", errRuns, err)
	}
	h.lists = slices.Grow(h.lists[:0], int(size))[:size]
	if _, err := io.ReadFull(h.in, h.lists); err != nil {
		return fmt.Errorf("%w: %v", errRuns, err)
	}
	return nil
}

// heads are the next terms of all runs, in the order of the runs.
type heads []*head

// least returns the first of the terms. There are few runs, so that looking at each costs little.
func (all heads) least() (term uint32, ok bool) {
	for _, h := range all {
		if !h.end && (!ok || h.term < term) {
			term, ok = h.term, true
		}
	}
	return term, ok
}

// join reads the lists of a term from all runs that have it, into lists, whose room is used again.
func (all heads) join(term uint32, lists *[slots][]uint32) (mask uint64, err error) {
	for i := range lists {
		lists[i] = lists[i][:0]
	}
	for _, h := range all {
		if h.end || h.term != term {
			continue
		}
		held, err := decodeLists(h.lists, h.first, lists)
		if err == nil {
			err = h.next()
		}
		if err != nil {
			return 0, err
		}
		mask |= held
	}
	return mask, nil
}
