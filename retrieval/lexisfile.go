package retrieval

import (
	"encoding/binary"
	"maps"
	"slices"

	"pullquote/retrieval/terms"
)

// What is counted of languages is stored as the number of languages and, for each, its code, six numbers, what was learnt of
// abbreviations and of compounds, and the table of its terms. The same counts are stored as the same bytes.

// appendLanguages appends what is counted of languages in the form that readLanguages reads.
func appendLanguages(b []byte, languages map[string]*lexis) ([]byte, error) {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(languages)))
	for _, code := range slices.Sorted(maps.Keys(languages)) {
		l := languages[code]
		b = appendStrings(b, []string{code})
		var numbers []uint32
		for _, n := range l.numbers() {
			numbers = append(numbers, uint32(*n))
		}
		b = appendNumbers(b, numbers)
		b = appendTallies(appendTallies(b, l.learnt.abbreviations), l.learnt.compounds)
		var err error
		if b, err = l.terms.AppendBinary(b); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// numbers returns the counts but those of terms, in the order in which they are stored.
func (l *lexis) numbers() []*int {
	return []*int{&l.documents, &l.passages, &l.text.passages, &l.text.terms, &l.title.passages, &l.title.terms}
}

func readLanguages(data []byte) (map[string]*lexis, error) {
	out := map[string]*lexis{}
	n, data, ok := readNumber(data)
	for range n {
		code, l, rest, err := readLexis(data)
		if err != nil {
			return nil, err
		}
		out[code], data = l, rest
	}
	if !ok || len(data) > 0 {
		return nil, errSegment
	}
	return out, nil
}

func readLexis(data []byte) (code string, l *lexis, rest []byte, err error) {
	l = &lexis{}
	codes, data, _ := readStrings(data)
	numbers, data, _ := readNumbers(data)
	var ok [2]bool
	l.learnt.abbreviations, data, ok[0] = readTallies(data)
	l.learnt.compounds, data, ok[1] = readTallies(data)
	if len(codes) != 1 || len(numbers) != len(l.numbers()) || !ok[0] || !ok[1] {
		return "", nil, nil, errSegment
	}
	for i, n := range l.numbers() {
		*n = int(numbers[i])
	}
	l.terms, rest, err = terms.Read(data)
	return codes[0], l, rest, err
}

// appendTallies appends every word with each thing that is said of it, and then how often.
func appendTallies(b []byte, t tallies) []byte {
	var words []string
	var times []uint32
	for _, word := range slices.Sorted(maps.Keys(t)) {
		for _, said := range slices.Sorted(maps.Keys(t[word])) {
			words, times = append(words, word, said), append(times, uint32(t[word][said]))
		}
	}
	return appendNumbers(appendStrings(b, words), times)
}

func readTallies(data []byte) (t tallies, rest []byte, ok bool) {
	words, data, _ := readStrings(data)
	times, data, ok := readNumbers(data)
	if !ok || len(words) != 2*len(times) {
		return nil, nil, false
	}
	t = tallies{}
	for i, n := range times {
		word, said := words[2*i], words[2*i+1]
		if t[word] == nil {
			t[word] = map[string]int{}
		}
		t[word][said] = int(n)
	}
	return t, data, true
}
