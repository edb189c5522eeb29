package name

import (
	"strings"
	"unicode"

	"pullquote/corpus"
)

// A name is a run of capitalised words. Between two of them may stand a particle ("Anna van der Holm", "Bank of
// Varn"), after them a number ("Otto 3", "Route 66") and nothing else: a comma ends it. A single capitalised word that
// starts a sentence is a name only if it is no function word and not written small elsewhere. Weekdays, months,
// languages and nationalities before a small word ("the Varnian poet") are no names.

const longest = 12 // words of a name

// run returns the token after the run of capitals that starts with token i, or i.
func (s *scan) run(i int) int {
	if !s.begins(i) {
		return i
	}
	end := i + 1
	for end < i+longest {
		next := s.extends(end)
		if next == end {
			break
		}
		end = next
	}
	return end
}

// mayBegin reports whether a name can begin with a character: all do with a capital, in quotation marks also with a digit.
func mayBegin(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }

func (s *scan) begins(i int) bool {
	t := s.at(i)
	if !t.upper || calendar[t.low] {
		return false
	}
	return !functionWords[t.low] || !t.first && len(t.low) > 1 || articles[t.low] && s.at(i+1).upper && !s.at(i+1).broken
}

// extends returns the token after what continues a run at token i, or i.
func (s *scan) extends(i int) int {
	t := s.at(i)
	if t.broken && !s.initialBefore(i) || calendar[t.low] {
		return i
	}
	switch {
	case t.upper:
		return i + 1
	case t.digits && len(t.low) < 4 && !s.isVersion(i):
		return i + 1
	case particles[t.low]:
		k := i + 1
		if next := s.at(k); !next.upper && !next.broken && (particles[next.low] || articles[next.low]) {
			k++
		}
		if next := s.at(k); next.upper && !next.broken && !calendar[next.low] {
			return k + 1
		}
	}
	return i
}

// isVersion reports whether more digits follow token i behind a dot: of "Tiller 2.4" only the first word is a name.
func (s *scan) isVersion(i int) bool {
	end, next := s.at(i).End, s.at(i+1)
	return next.digits && next.Start == end+1 && s.text[end] == '.'
}

// initialBefore reports whether only the dot of an initial or a title stands before token i.
func (s *scan) initialBefore(i int) bool {
	before := s.at(i - 1)
	return before.End > 0 && before.End <= s.at(i).Start && strings.TrimSpace(s.text[before.End:s.at(i).Start]) == "" &&
		strings.HasSuffix(s.text[before.Start:before.End], ".")
}

// named returns the name of the tokens from i up to end; ok is false if they are none after all.
func (s *scan) named(i, end int) (n Name, ok bool) {
	if s.at(i).first && functionWords[s.at(i).low] && !articles[s.at(i).low] {
		i++
	}
	n = Name{Span: corpus.Span{Start: s.at(i).Start, End: s.at(end - 1).End}, Before: s.at(i - 1).low}
	for k := i; k < end; k++ {
		w := fold(s.at(k).low)
		n.Titled = n.Titled || titles[w]
		if w != "" && !titles[w] && !articles[w] && !particles[w] {
			n.words = append(n.words, w)
		}
	}
	if len(n.words) == 0 || end == i+1 && s.isWord(i) {
		return Name{}, false
	}
	n.Doubtful = end == i+1 && s.at(i).first
	return n, true
}

// isWord reports whether the capitalised word at token i is no name by itself.
func (s *scan) isWord(i int) bool {
	t, next := s.at(i), s.at(i+1)
	if Demonym(t.low) && !next.broken && !next.upper && next.End > 0 && !functionWords[next.low] {
		return true
	}
	return t.first && (s.isOrdinary == nil || s.isOrdinary(s.text[t.Start:t.End]))
}

// quoted returns the titles in quotation marks: up to eight words of which the first has a capital.
func (s *scan) quoted() []Name {
	var found []Name
	for i := 0; i < len(s.toks); i++ {
		if !s.at(i).upper && !s.at(i).digits || !s.opens(i) {
			continue
		}
		end := i + 1
		for end < i+8 && end < len(s.toks) && !s.closes(end-1) {
			end++
		}
		if !s.closes(end-1) || s.isSaying(i, end) {
			continue
		}
		n := Name{Span: corpus.Span{Start: s.at(i).Start, End: s.at(end - 1).End}, Before: s.at(i - 1).low, Quoted: true}
		for k := i; k < end; k++ {
			if w := fold(s.at(k).low); !articles[w] {
				n.words = append(n.words, w)
			}
		}
		found = append(found, n)
	}
	return found
}

// isSaying reports whether the quoted tokens from i up to end are something said: in a title of so many words there is
// another capital.
func (s *scan) isSaying(i, end int) bool {
	const longTitle = 4 // words
	for k := i + 1; k < end; k++ {
		if s.at(k).upper {
			return false
		}
	}
	return end-i > longTitle
}

// opens reports whether a quotation mark stands directly before token i.
func (s *scan) opens(i int) bool {
	before := strings.TrimSuffix(s.text[:s.at(i).Start], " ")
	return hasAnySuffix(before, "\"", "“", "„", "«", "‘", "``")
}

// closes reports whether a quotation mark stands behind token i.
func (s *scan) closes(i int) bool {
	after := strings.TrimLeft(s.text[s.at(i).End:], " .,!?")
	return hasAnyPrefix(after, "\"", "”", "“", "»", "’", "''")
}

func hasAnySuffix(s string, of ...string) bool {
	for _, x := range of {
		if strings.HasSuffix(s, x) {
			return true
		}
	}
	return false
}

func hasAnyPrefix(s string, of ...string) bool {
	for _, x := range of {
		if strings.HasPrefix(s, x) {
			return true
		}
	}
	return false
}
