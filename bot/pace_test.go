package bot

import (
	"fmt"
	"testing"
	"time"
)

func TestPace(t *testing.T) {
	p := newPace(Limits{UserPerMinute: 20, ServerPerMinute: 32})
	now := time.Unix(1e9, 0)
	p.now = func() time.Time { return now }
	for i := range 5 { // a quarter of a minute's at once
		if wait := p.take("ada", "hall"); wait != 0 {
			t.Fatalf("question %d: wait %v, want none", i+1, wait)
		}
	}
	if wait := p.take("ada", "hall"); wait != 3*time.Second {
		t.Errorf("6th question at once: wait %v, want 3 s", wait)
	}
	for i := range 3 { // the server has 8 at once, of which ada had 5; her refused one counts for nobody
		if wait := p.take(fmt.Sprint("user", i), "hall"); wait != 0 {
			t.Errorf("server's question %d: wait %v, want none", i+6, wait)
		}
	}
	if wait := p.take("bob", "hall"); wait < time.Second || wait > 2*time.Second {
		t.Errorf("server's 9th question: wait %v, want between 1 and 2 s", wait)
	}
	if wait := p.take("bob", ""); wait != 0 {
		t.Errorf("bob in private: wait %v, want none: his refused question counted", wait)
	}
	now = now.Add(3 * time.Second)
	if wait := p.take("ada", "hall"); wait != 0 {
		t.Errorf("after the wait: wait %v, want none", wait)
	}
}

func TestPaceForgets(t *testing.T) {
	p := newPace(Limits{UserPerMinute: 20, ServerPerMinute: 20})
	now := time.Unix(1e9, 0)
	p.now = func() time.Time { return now }
	for i := range mostPaced {
		p.take(fmt.Sprint(i), "")
		p.mayTell(fmt.Sprint(i))
	}
	now = now.Add(time.Hour)
	p.take("new", "")
	p.mayTell("new")
	if len(p.users) != 1 || len(p.told) != 1 {
		t.Errorf("%d users and %d told are remembered after an hour, want 1 and 1", len(p.users), len(p.told))
	}
}

func TestMayTell(t *testing.T) {
	p := newPace(Limits{})
	now := time.Unix(1e9, 0)
	p.now = func() time.Time { return now }
	for i, want := range []bool{true, false, false, true} {
		if got := p.mayTell("ada"); got != want {
			t.Errorf("time %d: %t, want %t", i, got, want)
		}
		now = now.Add(4 * time.Second)
	}
}
