package postings

import (
	"bytes"
	"testing"
)

func TestLengthsInAnotherOrder(t *testing.T) {
	var l lengths
	for _, n := range []int{5, 0, 300, 5000} {
		l.add(n, n/100)
	}
	for what, passages := range map[string][]uint32{"too few": {0, 1, 2}, "twice": {0, 1, 2, 2}, "too many": {0, 1, 2, 3, 0}, "another": {0, 1, 2, 4}} {
		if _, err := l.ordered(passages); err == nil {
			t.Errorf("%s: no error for %v", what, passages)
		}
	}
	ordered, err := l.ordered([]uint32{3, 1, 0, 2})
	if err != nil {
		t.Fatal(err)
	}
	read, err := decodeLengths(ordered.encode())
	if err != nil || !bytes.Equal(read.class[Text], []class{classOf(5000), 0, 5, classOf(300)}) {
		t.Errorf("lengths %v, %v", read, err)
	}
}

func FuzzDecodeLengths(f *testing.F) {
	var l lengths
	l.add(3, 1)
	l.add(700, 0)
	ordered, err := l.ordered([]uint32{1, 0})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(ordered.encode())
	f.Add([]byte{})
	f.Add(bytes.Repeat([]byte{255}, lengthsBytes))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := decodeLengths(data)
		if err != nil {
			return
		}
		for _, p := range l.passage {
			if int(p) >= l.count() || len(l.class[Title]) != l.count() {
				t.Errorf("passage %d of %d", p, l.count())
			}
		}
		if !bytes.Equal(l.encode(), data) {
			t.Errorf("%v encoded again is %v", data, l.encode())
		}
	})
}
