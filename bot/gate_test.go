package bot

import (
	"testing"
	"time"
)

func TestGate(t *testing.T) {
	var g gate
	for range 2 {
		if !g.enter() {
			t.Fatal("an open gate lets nobody in")
		}
	}
	g.leave()
	g.close()
	g.close()
	if g.enter() {
		t.Error("a closed gate lets somebody in")
	}
	if g.wait(time.Millisecond) {
		t.Error("wait says that nothing is inside")
	}
	g.leave()
	if !g.wait(time.Hour) {
		t.Error("wait says that something is inside")
	}
}

func TestGateClosedEmpty(t *testing.T) {
	var g gate
	g.close()
	if !g.wait(time.Hour) {
		t.Error("wait says that something is inside")
	}
}
