package terms

import (
	"bytes"
	"slices"
	"testing"
)

var someSayings = []Saying{{"", "empty", 1}, {"a", "", 2}, {"a", "é", 3}, {"b", "a", 1}, {"é", "船", 70_000}}

// TestSaidIsWhatWasSaid looks words up in a table that was written and read.
func TestSaidIsWhatWasSaid(t *testing.T) {
	for n := range len(someSayings) + 1 {
		want := someSayings[:n]
		s := saidAgain(t, NewSaid(slices.Values(want)))
		if got := slices.Collect(s.All()); !slices.Equal(got, want) {
			t.Errorf("%v, want %v", got, want)
		}
		for _, word := range []string{"", "a", "aa", "b", "é", "zz"} {
			of := slices.DeleteFunc(slices.Clone(want), func(x Saying) bool { return x.Word != word })
			if got := slices.Collect(s.Of(word)); !slices.Equal(got, of) {
				t.Errorf("of %q: %v, want %v", word, got, of)
			}
		}
	}
}

// saidAgain returns a table that was written and read.
func saidAgain(t *testing.T, s Said) Said {
	t.Helper()
	data, err := s.AppendBinary([]byte("before"))
	if err != nil {
		t.Fatal(err)
	}
	read, rest, err := ReadSaid(append(data, "behind"...)[len("before"):])
	if err != nil || string(rest) != "behind" {
		t.Fatalf("%v, %q is left", err, rest)
	}
	return read
}

func FuzzReadSaid(f *testing.F) {
	data, err := NewSaid(slices.Values(someSayings)).AppendBinary(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(bytes.Repeat([]byte{255}, 20))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, rest, err := ReadSaid(data)
		if err != nil {
			return
		}
		for x := range s.All() {
			for range s.Of(x.Word) {
			}
		}
		written, err := s.AppendBinary(nil)
		if err != nil || !bytes.Equal(append(written, rest...), data) {
			t.Errorf("written again the table is another: %v", err)
		}
	})
}
