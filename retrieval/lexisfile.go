package retrieval

import (
	"encoding"
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
		for _, table := range []encoding.BinaryAppender{l.learnt.abbreviations, l.learnt.compounds, l.terms} {
			var err error
			if b, err = table.AppendBinary(b); err != nil {
				return nil, err
			}
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
	if len(codes) != 1 || len(numbers) != len(l.numbers()) {
		return "", nil, nil, errSegment
	}
	for i, n := range l.numbers() {
		*n = int(numbers[i])
	}
	for _, said := range []*terms.Said{&l.learnt.abbreviations, &l.learnt.compounds} {
		if *said, data, err = terms.ReadSaid(data); err != nil {
			return "", nil, nil, err
		}
	}
	l.terms, rest, err = terms.Read(data)
	return codes[0], l, rest, err
}
