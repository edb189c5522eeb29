package bot

import (
	"slices"
	"sync"
)

// mostSeen is how many requests are remembered so that one that Discord delivers again is not answered again. At fifty
// a second it spans three minutes, as long as a resume can reach back.
const mostSeen = 10_000

// recent remembers the newest ids up to a number.
type recent struct {
	mu   sync.Mutex
	ids  map[string]bool
	ring []string
	at   int
}

func newRecent(most int) *recent {
	return &recent{ids: make(map[string]bool, most), ring: make([]string, most)}
}

// add reports whether the id is new, and remembers it in place of the oldest.
func (r *recent) add(id string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.ids[id] {
		return false
	}
	delete(r.ids, r.ring[r.at])
	r.ids[id], r.ring[r.at] = true, id
	r.at = (r.at + 1) % len(r.ring)
	return true
}

// remove forgets an id.
func (r *recent) remove(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.ids, id)
	if i := slices.Index(r.ring, id); i >= 0 {
		r.ring[i] = ""
	}
}
