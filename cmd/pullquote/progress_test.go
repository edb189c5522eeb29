package main

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"
)

// lockedBuffer is a buffer that a goroutine writes while the test reads.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func TestProgress(t *testing.T) {
	var out lockedBuffer
	c := console{err: &out, watches: true}
	quick := c.startProgress("reading")
	quick.count(1, 2)
	quick.close()
	if out.String() != "" {
		t.Errorf("work within the delay wrote %q", out.String())
	}

	p := &progress{doing: "reading", stop: make(chan struct{}), ended: make(chan struct{})}
	p.count(1200, 50000)
	go p.watch(&out, time.Nanosecond, time.Millisecond)
	for !strings.Contains(out.String(), "reading: 1,200 of 50,000") {
		time.Sleep(time.Millisecond)
	}
	p.now("indexing")
	for !strings.Contains(out.String(), "indexing … 0 s") {
		time.Sleep(time.Millisecond)
	}
	p.close()
	if !strings.HasSuffix(out.String(), "\r\x1b[K") {
		t.Errorf("the line was not wiped: %q", out.String())
	}

	unseen := console{err: nil, watches: false}
	p = unseen.startProgress("reading")
	p.count(1, 2)
	p.close()
}
