package bot

import (
	"sync"

	"pullquote/bot/message"
	"pullquote/retrieval"
)

// directories makes the directory of the snapshot that serves, once for each. It is safe for concurrent use.
type directories struct {
	library *retrieval.Library
	mu      sync.Mutex
	last    *message.Directory
}

// now returns the directory of the snapshot that serves. Where that is not made yet, who asks first makes it.
func (d *directories) now() *message.Directory {
	d.mu.Lock()
	defer d.mu.Unlock()
	s := d.library.Snapshot()
	if d.last != nil {
		if again := d.last.At(s); again != nil {
			d.last = again
			return again
		}
	}
	d.last = nil
	d.last = message.NewDirectory(s)
	return d.last
}
