package retrieval

import (
	"bytes"
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

// lostBytes returns what is counted of the documents that are not live.
func lostBytes(t *testing.T, e *edition, live []bool, isAhead func(place int) bool) []byte {
	t.Helper()
	l := newLosses(e)
	for place, stays := range live {
		if !stays && isAhead(place) {
			l.replace(place)
		}
	}
	if err := l.end(); err != nil {
		t.Fatal(err)
	}
	data, err := appendLanguages(nil, l.with(nil, 0, live))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
