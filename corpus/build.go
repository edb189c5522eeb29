package corpus

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"sync"

	"golang.org/x/sync/semaphore"
)

// A reading is a queue of jobs in the order of the files. One goroutine, the dispatcher, adds jobs and waits while the
// queue is long; workers do them in any order; the caller's goroutine takes what they have made from its head.
// So neither the outcome nor the memory depends on the workers. What is known beforehand is a job that is done.

// mostWaiting and mostBytesWaiting bound the jobs that are in memory: their number, and the bytes of their files or lines. A
// larger one goes alone.
const (
	mostWaiting      = 32
	mostBytesWaiting = 8 << 20
)

// outcome is what a job has made, as what is to be done about it at its turn.
type outcome func(*emitter) error

type job struct {
	size int64 // bytes that it keeps in memory
	make func() outcome
	done chan outcome
}

// dispatcher adds the jobs.
type dispatcher struct {
	past
	queue, work chan job
	room        *semaphore.Weighted
	next        int      // number of the next document
	same        []stayed // files that have stayed as they were, and come before the next job
}

// stayed is a file that has stayed as it was, and what is known of it.
type stayed struct {
	old   *record
	stamp stamp
}

// sameAtOnce is how many files that have stayed as they were make a job.
const sameAtOnce = 256

func newDispatcher(p past) *dispatcher {
	return &dispatcher{past: p, queue: make(chan job, mostWaiting), work: make(chan job), room: semaphore.NewWeighted(mostBytesWaiting)}
}

// run reads the files. When it returns, no worker runs any more.
func (d *dispatcher) run(ctx context.Context, files []file, e *emitter) error {
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range d.work {
				j.done <- j.make()
			}
		})
	}
	wg.Go(func() {
		defer close(d.queue)
		defer close(d.work)
		d.files(ctx, files)
	})
	return d.drain(ctx, e)
}

// drain takes the outcomes from the queue.
func (d *dispatcher) drain(ctx context.Context, e *emitter) error {
	for j := range d.queue {
		select {
		case made := <-j.done:
			if err := made(e); err != nil {
				return err
			}
			d.room.Release(j.size)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}

func (d *dispatcher) files(ctx context.Context, files []file) {
	step := max(1, len(files)/100)
	for i, f := range files {
		if ctx.Err() != nil {
			return
		}
		if i%step == 0 {
			d.progress(i, len(files))
		}
		switch {
		case d.next >= d.limits.Documents:
			d.tell(ctx, func(e *emitter) error { return e.beyond(f, d.tooMany()) })
		case isJSONL(f.path):
			d.lines(ctx, f)
		default:
			d.document(ctx, f)
		}
	}
	d.tellSame(ctx)
}

func (l *loader) tooMany() string {
	return fmt.Sprintf("the corpus already has %d documents, the most that are loaded", l.limits.Documents)
}

// send adds a job for the workers.
func (d *dispatcher) send(ctx context.Context, size int64, make func() outcome) {
	j := job{min(size, mostBytesWaiting), make, newDone()}
	if d.room.Acquire(ctx, j.size) == nil && d.add(ctx, j) {
		select {
		case d.work <- j:
		case <-ctx.Done():
		}
	}
}

// newDone holds one outcome, so that no worker waits for its turn.
func newDone() chan outcome { return make(chan outcome, 1) }

// tell adds a job that is done.
func (d *dispatcher) tell(ctx context.Context, made outcome) { d.add(ctx, told(made)) }

// told returns a job that is done.
func told(made outcome) job {
	j := job{done: newDone()}
	j.done <- made
	return j
}

// add adds a job, behind the files that come before it.
func (d *dispatcher) add(ctx context.Context, j job) bool {
	return d.tellSame(ctx) && d.enqueue(ctx, j)
}

// tellSame adds a job of the files that have stayed as they were.
func (d *dispatcher) tellSame(ctx context.Context) bool {
	if len(d.same) == 0 {
		return true
	}
	same := d.same
	d.same = nil
	return d.enqueue(ctx, told(func(e *emitter) error {
		for _, s := range same {
			if err := e.replay(s.old, s.stamp); err != nil {
				return err
			}
		}
		return nil
	}))
}

func (d *dispatcher) enqueue(ctx context.Context, j job) bool {
	select {
	case d.queue <- j:
		return true
	case <-ctx.Done():
		return false
	}
}

// document adds a file that is one document.
func (d *dispatcher) document(ctx context.Context, f file) {
	d.next++
	old := d.records.of(f.path)
	if d.isAsItWas(f, old) {
		d.stay(ctx, stayed{old, f.stamp})
		return
	}
	d.send(ctx, f.stamp.size, func() outcome { return d.readDocument(f, old) })
}

// stay adds a file that has stayed as it was.
func (d *dispatcher) stay(ctx context.Context, s stayed) {
	if d.same = append(d.same, s); len(d.same) == sameAtOnce {
		d.tellSame(ctx)
	}
}

func (d *dispatcher) readDocument(f file, old *record) outcome {
	c, err := d.bytes(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return func(*emitter) error { return nil }
	case err == errUnsteady:
		return func(e *emitter) error { return e.unsteadyDocument(f, old) }
	case isUnreadError(err):
		return func(e *emitter) error { return e.unread(f, problemOf(f.path, err)) }
	case d.holds(old) && old.hash == c.hash:
		return func(e *emitter) error { return e.replay(old, c.stamp) }
	}
	it, doc := d.build(item{id: f.path}, f.path, func() (string, draft, []remark, error) {
		if err != nil {
			return f.path, draft{}, nil, err
		}
		made, notes, err := readFile(f.path, c.raw)
		return f.path, made, notes, err
	})
	return func(e *emitter) error {
		e.open(f.path)
		if err := e.item(it, doc); err != nil {
			return err
		}
		e.close(c.stamp, c.hash, 0)
		return nil
	}
}

func isUnreadError(err error) bool {
	var u unread
	return errors.As(err, &u)
}

// build makes a document, or says why there is none. A reader that panics costs its own document only.
func (p past) build(it item, where string, read func() (string, draft, []remark, error)) (made item, doc *Document) {
	made = it
	defer func() {
		if cause := recover(); cause != nil {
			doc = nil
			made.refuse(where, fmt.Errorf("reading it failed: %v", cause))
		}
	}()
	id, d, notes, err := read()
	made.id = id
	stated := p.sidecar.metadata(id)
	made.rules = hashRules(stated)
	if err == nil {
		d.meta = stated.or(d.meta).tidy()
		doc, err = newDocument(id, d)
	}
	if err == nil && len(doc.Passages()) == 0 {
		err = refusal{"it holds no text that can be quoted", "check that it is the right file"}
	}
	if err != nil {
		made.refuse(where, err)
		return made, nil
	}
	made.notes = append(notes, inspect(doc)...)
	return made, doc
}

func (it *item) refuse(where string, err error) {
	p := problemOf(where, err)
	it.state, it.notes = refused, []remark{{p.Reason, p.Mend}}
}
