package postings

import (
	"bytes"
	"testing"
)

func FuzzDecodeLengths(f *testing.F) {
	var l lengths
	l.add(3, 1)
	l.add(700, 0)
	f.Add(l.encode())
	f.Add([]byte{})
	f.Add([]byte{255})
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := decodeLengths(data)
		if err != nil {
			return
		}
		if len(l.class[Title]) != l.count() || !bytes.Equal(l.encode(), data) {
			t.Errorf("%v encoded again is %v", data, l.encode())
		}
	})
}
