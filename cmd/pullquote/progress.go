package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// progress tells a person at a terminal how long work goes on. Nothing is written for work that is done within
// progressDelay, and the line is wiped when the work ends.
type progress struct {
	mu          sync.Mutex
	doing       string
	done, all   int
	stop, ended chan struct{}
}

const (
	progressDelay = 500 * time.Millisecond
	progressStep  = 200 * time.Millisecond
)

// wipeLine wipes the line that the cursor of a terminal stands in.
const wipeLine = "\r\x1b[K"

// startProgress begins to show progress on w. Close must be called.
func (c console) startProgress(doing string) *progress {
	p := &progress{doing: doing, stop: make(chan struct{}), ended: make(chan struct{})}
	if !c.watches {
		close(p.ended)
		return p
	}
	go p.watch(c.err, progressDelay, progressStep)
	return p
}

// now says what is being done.
func (p *progress) now(doing string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.doing, p.done, p.all = doing, 0, 0
}

// count says how much of it is done; all is 0 where that is not known.
func (p *progress) count(done, all int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done, p.all = done, all
}

// files is count for the files of a corpus: when all are read, their documents are being indexed.
func (p *progress) files(done, all int) {
	if done == all {
		p.now("indexing the documents")
		return
	}
	p.count(done, all)
}

// close wipes the line and returns when nothing more will be written.
func (p *progress) close() {
	close(p.stop)
	<-p.ended
}

func (p *progress) watch(w io.Writer, delay, step time.Duration) {
	defer close(p.ended)
	next := time.NewTimer(delay)
	defer next.Stop()
	began, written := time.Now(), false
	for {
		select {
		case <-p.stop:
			if written {
				fmt.Fprint(w, wipeLine)
			}
			return
		case <-next.C:
			fmt.Fprintf(w, "\r%s\x1b[K", p.line(time.Since(began)))
			written = true
			next.Reset(step)
		}
	}
}

func (p *progress) line(took time.Duration) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.all > 0:
		return fmt.Sprintf("%s: %s of %s", p.doing, thousands(p.done), thousands(p.all))
	case p.done > 0:
		return fmt.Sprintf("%s: %s", p.doing, thousands(p.done))
	}
	return fmt.Sprintf("%s … %.0f s", p.doing, took.Seconds())
}
