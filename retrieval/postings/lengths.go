package postings

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// lengths are the lengths of passages, and their numbers where they are in the order of bleve's.
type lengths struct {
	passage []uint32 // nil: they are in the order of the passages
	class   [fields][]class
}

func (l *lengths) count() int { return len(l.class[Text]) }

func (l *lengths) add(text, title int) {
	l.class[Text] = append(l.class[Text], classOf(text))
	l.class[Title] = append(l.class[Title], classOf(title))
}

var errNumbers = errors.New("bleve's documents are not those that it was given")

// ordered returns the lengths in the order of bleve's numbers, given the passage that each stands for.
func (l *lengths) ordered(passages []uint32) (lengths, error) {
	out := lengths{passage: passages}
	seen := make([]bool, l.count())
	for _, p := range passages {
		if int(p) >= l.count() || seen[p] {
			return lengths{}, errNumbers
		}
		seen[p] = true
		out.class[Text] = append(out.class[Text], l.class[Text][p])
		out.class[Title] = append(out.class[Title], l.class[Title][p])
	}
	if len(passages) != l.count() {
		return lengths{}, errNumbers
	}
	return out, nil
}

// lengthsBytes is how many bytes the lengths of a passage take: its number in little-endian, and two classes.
const lengthsBytes = 6

// encode returns the numbers of all passages, then the classes of their texts, then those of their titles.
func (l *lengths) encode() []byte {
	out := make([]byte, 0, lengthsBytes*l.count())
	for _, p := range l.passage {
		out = binary.LittleEndian.AppendUint32(out, p)
	}
	return append(append(out, l.class[Text]...), l.class[Title]...)
}

// decodeLengths reads what encode returned. It keeps data.
func decodeLengths(data []byte) (lengths, error) {
	n := len(data) / lengthsBytes
	if len(data) != n*lengthsBytes {
		return lengths{}, fmt.Errorf("%s: %d bytes are no whole number of passages", lengthsName, len(data))
	}
	l := lengths{passage: make([]uint32, n)}
	for i := range l.passage {
		if l.passage[i] = binary.LittleEndian.Uint32(data[4*i:]); int(l.passage[i]) >= n {
			return lengths{}, fmt.Errorf("%s: passage %d of %d", lengthsName, l.passage[i], n)
		}
	}
	l.class[Text], l.class[Title] = data[4*n:5*n], data[5*n:]
	return l, nil
}

// shortest returns the smallest class of a field of a part of the passages that have it.
func shortest(classes []class) class {
	least := class(0)
	for _, c := range classes {
		if c > 0 && (least == 0 || c < least) {
			least = c
		}
	}
	return least
}
