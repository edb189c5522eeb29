package retrieval

import (
	"bytes"
	"errors"
	"testing"
)

// TestLossesAheadAreTheSame compares what is counted of lost documents when some are counted ahead, all or none.
func TestLossesAheadAreTheSame(t *testing.T) {
	e := open(t, tales(6)).current.Load()
	live := make([]bool, len(e.snapshot.Documents()))
	for n := range live {
		live[n] = n%3 == 0
	}
	want := lostBytes(t, e, live, func(int) bool { return false })
	if none := lostBytes(t, e, make([]bool, len(live)), func(int) bool { return false }); bytes.Equal(none, want) {
		t.Fatal("it makes no difference what is lost")
	}
	for name, isAhead := range map[string]func(int) bool{
		"all": func(int) bool { return true }, "some": func(place int) bool { return place%2 == 0 },
	} {
		if got := lostBytes(t, e, live, isAhead); !bytes.Equal(got, want) {
			t.Errorf("%s counted ahead: what is lost differs", name)
		}
	}
}

// TestLossesBeginAgain fails to read a document that is counted aside: what was counted by then does not count.
func TestLossesBeginAgain(t *testing.T) {
	l := &losses{counted: []bool{true, false}, gone: []map[string]*census{{"en": newCensus("en", nil)}}}
	l.ahead, l.done = make(chan int), make(chan error, 1)
	l.done <- errors.New("a bad sector")
	l.end()
	if l.counted[0] || l.gone[0] != nil || l.ahead != nil {
		t.Errorf("still counted: %v, %v", l.counted, l.gone)
	}
}

// lostBytes returns what is counted of the documents that are not live.
func lostBytes(t *testing.T, e *edition, live []bool, isAhead func(place int) bool) []byte {
	t.Helper()
	l := newLosses(e)
	for place, stays := range live {
		if !stays && isAhead(place) {
			l.replace(place)
		}
	}
	l.end()
	data, err := appendLanguages(nil, l.with(nil, 0, live))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
