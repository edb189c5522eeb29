package terms

import (
	"iter"
	"sort"
)

// Saying is what is said of a word.
type Saying struct {
	Word, Text string
	// Times is how often it is said.
	Times int
}

// Said is a table of what is said of words. The zero Said has nothing. It does not change and is safe for concurrent use.
type Said struct {
	text  strings32 // a word and what is said of it, in turns, sorted by both
	times words
}

// NewSaid returns a table of sayings, which come sorted by their words, those of a word by their texts, each once.
func NewSaid(sayings iter.Seq[Saying]) Said {
	var s Said
	for x := range sayings {
		s.text.append(x.Word)
		s.text.append(x.Text)
		s.times = s.times.append(x.Times)
	}
	return s
}

// All returns all that is said, in the order of NewSaid.
func (s Said) All() iter.Seq[Saying] { return s.from(0) }

// Of returns what is said of a word, in the order of the texts.
func (s Said) Of(word string) iter.Seq[Saying] {
	return func(yield func(Saying) bool) {
		for x := range s.from(s.first(word)) {
			if x.Word != word || !yield(x) {
				return
			}
		}
	}
}

func (s Said) from(first int) iter.Seq[Saying] {
	return func(yield func(Saying) bool) {
		for i := first; i < s.times.len(); i++ {
			if !yield(Saying{string(s.text.at(2 * i)), string(s.text.at(2*i + 1)), s.times.at(i)}) {
				return
			}
		}
	}
}

// first returns the first saying that is of no word before another.
func (s Said) first(word string) int {
	return sort.Search(s.times.len(), func(i int) bool { return string(s.text.at(2*i)) >= word })
}

// AppendBinary appends the table to b in the form that ReadSaid reads. It does not fail.
func (s Said) AppendBinary(b []byte) ([]byte, error) {
	return appendLists(b, [][]byte{s.text.all, s.text.ends, s.times}), nil
}

// ReadSaid returns the table that data begins with and the rest of the data. The table keeps data. The error is ErrFormat.
func ReadSaid(data []byte) (s Said, rest []byte, err error) {
	rest, err = readLists(data, []*[]byte{&s.text.all, (*[]byte)(&s.text.ends), (*[]byte)(&s.times)})
	if err != nil || !s.text.isSound() || s.text.len() != 2*s.times.len() {
		return Said{}, nil, ErrFormat
	}
	return s, rest, nil
}
