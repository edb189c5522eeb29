package postings

import (
	"bufio"
	"bytes"
	"container/heap"
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
	var h heads
	for _, x := range r.all {
		c := &head{sortedRun: x, order: len(h), in: bufio.NewReaderSize(x.at, runBuffer)}
		if err := h.push(c); err != nil {
			return err
		}
	}
	var lists [slots][]uint32
	for n := 0; len(h) > 0; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		term, mask, err := h.join(&lists)
		if err == nil {
			err = visit(term, mask, &lists)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// head is the next term of a run.
type head struct {
	sortedRun
	order int
	in    *bufio.Reader
	term  uint32
	lists []byte
}

// next reads the next term, if there is one more.
func (c *head) next() (ok bool, err error) {
	step, err := binary.ReadUvarint(c.in)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	c.term += uint32(step)
	size, err := binary.ReadUvarint(c.in)
	if err != nil || size > mostLists {
		return false, fmt.Errorf("%w: %v", errRuns, err)
	}
	c.lists = slices.Grow(c.lists[:0], int(size))[:size]
	if _, err := io.ReadFull(c.in, c.lists); err != nil {
		return false, fmt.Errorf("%w: %v", errRuns, err)
	}
	return true, nil
}

// heads is a heap of runs by their next terms, and by their order where those are the same.
type heads []*head

func (h heads) Len() int { return len(h) }
func (h heads) Less(i, j int) bool {
	return h[i].term < h[j].term || h[i].term == h[j].term && h[i].order < h[j].order
}
func (h heads) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *heads) Push(x any)   { *h = append(*h, x.(*head)) }
func (h *heads) Pop() any {
	last := len(*h) - 1
	c := (*h)[last]
	*h = (*h)[:last]
	return c
}

// push adds a run whose first term was not read yet.
func (h *heads) push(c *head) error {
	ok, err := c.next()
	if ok {
		heap.Push(h, c)
	}
	return err
}

// advance reads the next term of the first run.
func (h *heads) advance() error {
	ok, err := (*h)[0].next()
	if ok {
		heap.Fix(h, 0)
	} else {
		heap.Pop(h)
	}
	return err
}

// join reads the lists of the first term from all runs that have it, into lists, whose room is used again.
func (h *heads) join(lists *[slots][]uint32) (term uint32, mask uint64, err error) {
	for i := range lists {
		lists[i] = lists[i][:0]
	}
	for term = (*h)[0].term; len(*h) > 0 && (*h)[0].term == term; {
		held, err := decodeLists((*h)[0].lists, (*h)[0].first, lists)
		if err == nil {
			mask |= held
			err = h.advance()
		}
		if err != nil {
			return 0, 0, err
		}
	}
	return term, mask, nil
}
