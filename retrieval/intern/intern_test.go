package intern

import (
	"fmt"
	"strings"
	"testing"
)

// check compares the strings with those that a map has numbered.
func check(t *testing.T, all *Strings, want map[string]uint32) {
	t.Helper()
	if all.Len() != len(want) {
		t.Errorf("%d strings, want %d", all.Len(), len(want))
	}
	next := uint32(0)
	for n, s := range all.All() {
		if is, ok := want[s]; n != next || !ok || is != n {
			t.Errorf("string %d is %q, want number %d (%v)", n, s, is, ok)
		}
		next++
	}
	if int(next) != len(want) {
		t.Errorf("%d strings come, want %d", next, len(want))
	}
}

// number numbers s in both.
func number(t *testing.T, all *Strings, want map[string]uint32, s string) {
	t.Helper()
	is, known := want[s]
	if !known {
		is = uint32(len(want))
		want[s] = is
	}
	if n, isNew := all.Number(s); n != is || isNew == known {
		t.Errorf("%q: %d, new %v, want %d, %v", s, n, isNew, is, !known)
	}
}

func TestNumber(t *testing.T) {
	var all Strings
	check(t, &all, nil)
	for round := range 2 {
		want := map[string]uint32{}
		for i := range 3 * 1000 {
			number(t, &all, want, fmt.Sprint(i%1000))
			number(t, &all, want, strings.Repeat("x", i%100))
		}
		check(t, &all, want)
		if all.Clear(); all.Len() > 0 {
			t.Fatalf("round %d: %d strings are left", round, all.Len())
		}
	}
}

// TestAllStops takes the first string and no more.
func TestAllStops(t *testing.T) {
	var all Strings
	all.Number("a")
	all.Number("b")
	n := 0
	for range all.All() {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d came", n)
	}
}

// TestNumberDoesNotAllocateForKnown numbers a string that is there.
func TestNumberDoesNotAllocateForKnown(t *testing.T) {
	var all Strings
	all.Number("known")
	if n := testing.AllocsPerRun(10, func() { all.Number("known") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzNumber(f *testing.F) {
	f.Add("a b a  c \x00 ab")
	f.Fuzz(func(t *testing.T, text string) {
		var all Strings
		want := map[string]uint32{}
		for range 2 {
			for s := range strings.SplitSeq(text, " ") {
				number(t, &all, want, s)
			}
		}
		check(t, &all, want)
	})
}
