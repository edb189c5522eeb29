package corpus

import (
	"sync"
	"sync/atomic"
)

// holding is a part of a snapshot: the documents of it that stand on one shelf, or are in memory.
type holding struct {
	number int
	shelf  *Shelf // nil: in memory
	cache  *cache // of the snapshot
}

// cacheBytes bounds what a snapshot keeps of documents on shelves. A question reads about fifty documents, a few of them
// again and again; of a corpus that is much larger the next question reads others, and twice as much makes it no faster.
const cacheBytes = 16 << 20

// cache bounds what the documents of a snapshot keep in memory. What was read first goes first: to find something in
// memory then takes no lock. It is safe for concurrent use.
type cache struct {
	mu    sync.Mutex
	most  int // bytes; what was read last is kept even if it alone takes more
	bytes int
	queue []kept
}

// kept is a card or a body in memory.
type kept struct {
	doc    *Document
	isBody bool
	bytes  int
}

// add notes what has been read, and drops what was read first. Whoever uses that goes on using it.
func (c *cache) add(k kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.queue = append(c.queue, k)
	for c.bytes += k.bytes; c.bytes > c.most && len(c.queue) > 1; c.queue = c.queue[1:] {
		c.bytes -= c.queue[0].bytes
		c.queue[0].drop()
	}
}

func (k kept) drop() {
	if k.isBody {
		k.doc.whole.Store(nil)
	} else {
		k.doc.head.Store(nil)
	}
}

// put makes v what at points to, unless another has been quicker, and returns what at points to.
func put[T any](at *atomic.Pointer[T], v *T) (current *T, isNew bool) {
	if at.CompareAndSwap(nil, v) {
		return v, true
	}
	if other := at.Load(); other != nil {
		return other, false
	}
	return v, false // the other was dropped already
}

// card returns the card, reading it if it is not in memory.
func (d *Document) card() *card {
	if c := d.head.Load(); c != nil {
		return c
	}
	return must(d.readCard())
}

// body returns the body, reading it if it is not in memory.
func (d *Document) body() *body {
	if b := d.whole.Load(); b != nil {
		return b
	}
	return must(d.readBody())
}

// must panics with err: the accessors of documents have no other way to tell it.
func must[T any](v *T, err error) *T {
	if err != nil {
		panic(err)
	}
	return v
}

// Load reads all of d that is not in memory, from its shelf. The error is a *[ReadError]. It may be dropped again as soon
// as other documents are read.
func (d *Document) Load() error {
	if _, err := d.readCard(); err != nil {
		return err
	}
	_, err := d.readBody()
	return err
}

// readCard is card with an error in place of a panic.
func (d *Document) readCard() (*card, error) {
	if c := d.head.Load(); c != nil {
		return c, nil
	}
	c, size, err := d.in.shelf.card(int(d.n))
	if err != nil {
		return nil, err
	}
	c, isNew := put(&d.head, c)
	if isNew {
		d.in.cache.add(kept{d, false, size + cardBytes})
	}
	return c, nil
}

// readBody is body with an error in place of a panic.
func (d *Document) readBody() (*body, error) {
	if b := d.whole.Load(); b != nil {
		return b, nil
	}
	b, size, err := d.in.shelf.body(int(d.n), d)
	if err != nil {
		return nil, err
	}
	b, isNew := put(&d.whole, b)
	if isNew {
		d.in.cache.add(kept{d, true, size + b.size()})
	}
	return b, nil
}

// What things take in memory beside the bytes of their record, the place in the queue included.
const cardBytes, bodyBytes, blockBytes, sentenceBytes, passageBytes = 360, 140, 64, 24, 24

// size returns what b takes beside its record.
func (b *body) size() int {
	return bodyBytes + len(b.blocks)*blockBytes + len(b.sentences)*sentenceBytes + len(b.passages)*passageBytes
}
