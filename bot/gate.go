package bot

import (
	"sync"
	"time"
)

// gate counts what is under way and, once closed, lets nothing more in.
type gate struct {
	mu     sync.Mutex
	closed bool
	inside int
	// empty is closed when the gate is and nothing is inside any more.
	empty chan struct{}
}

// enter reports whether the gate is open and, if so, counts one more inside; leave must follow.
func (g *gate) enter() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return false
	}
	g.inside++
	return true
}

func (g *gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.inside--
	g.announce()
}

// count returns how many are inside.
func (g *gate) count() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.inside
}

func (g *gate) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.closed {
		g.closed, g.empty = true, make(chan struct{})
		g.announce()
	}
}

func (g *gate) announce() {
	if g.closed && g.inside == 0 {
		close(g.empty)
	}
}

// wait waits until nothing is inside the closed gate, at most for the time given, and reports whether that is so.
func (g *gate) wait(most time.Duration) bool {
	timer := time.NewTimer(most)
	defer timer.Stop()
	select {
	case <-g.empty:
		return true
	case <-timer.C:
		return false
	}
}
