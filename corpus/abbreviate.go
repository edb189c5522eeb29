package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviates reports whether the full stop belongs to an abbreviation, an initial or a number and the sentence goes
// on behind it.
func (s *splitter) abbreviates(st stop, next next) bool {
	before := wordBefore(s.text, st.at)
	if before == "" {
		return s.abbreviatesApart(st, next)
	}
	begin := st.at - len(before)
	class, known := s.know.lookUp(s.text, begin, before)
	switch {
	case begin > 0 && s.text[begin-1] == '/': // a unit, as in "60 km/h."
		return false
	case next.dotted && s.know.has(before+"."+next.word): // the first half, as in "z. B."
		return true
	case s.isEnumerator(begin, before):
		return st.end == st.marks
	case known && class == inner:
		return true
	case known && class == numbered:
		return isNumeral(next.word)
	case known && class == clock:
		return s.know.afterClock[next.word]
	case known || isAcronym(before):
		return !s.startsAfresh(next)
	case utf8.RuneCountInString(before) == 1:
		return s.isInitial(begin, before, next)
	case s.know.ordinals && isOrdinal(s.text[:begin], before):
		return !s.startsAfresh(next)
	}
	return false
}

// abbreviatesApart is abbreviates for tokenised text with a blank before the full stop. Nearly always that ends a
// sentence there, because abbreviations keep theirs attached; a title and an initial never look like a last word.
func (s *splitter) abbreviatesApart(st stop, next next) bool {
	end := st.at - 1
	if end < 1 || s.text[end] != ' ' {
		return false
	}
	word := wordBefore(s.text, end)
	r, n := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return false
	}
	class, known := s.know.abbreviations[word]
	return known && class == inner || n == len(word) && s.isInitial(end-n, word, next)
}

// startsAfresh reports whether next is a word that usually begins a sentence and is seldom part of a name.
func (s *splitter) startsAfresh(next next) bool {
	return s.know.starters[next.word] && !next.dotted
}

// isEnumerator reports whether word, which begins at i, numbers a list item: nothing but marks is before it.
func (s *splitter) isEnumerator(i int, word string) bool {
	const digits = 3
	if strings.ContainsFunc(s.text[max(s.start, i-4*utf8.UTFMax):i], isWordRune) || i-s.start > 4*utf8.UTFMax {
		return false
	}
	for part := range strings.SplitSeq(word, ".") {
		if len(part) > digits && !isRoman(part) || strings.ContainsFunc(part, unicode.IsLetter) && utf8.RuneCountInString(part) > 1 && !isRoman(part) {
			return false
		}
	}
	return true
}

// isInitial reports whether the single letter or digit that begins at i abbreviates a name or a word.
func (s *splitter) isInitial(i int, letter string, next next) bool {
	r, _ := utf8.DecodeRuneInString(letter)
	prev := wordBeforeBlank(s.text, i)
	p, _ := utf8.DecodeRuneInString(prev)
	b, size := utf8.DecodeLastRuneInString(s.text[:i])
	switch {
	case size > 0 && !unicode.IsSpace(b) && !s.isOpening(b, i): // as in "19°E."
		return false
	case unicode.IsDigit(r):
		return s.know.ordinals && isOrdinal(s.text[:i], letter) && !s.startsAfresh(next)
	case unicode.IsUpper(r) && s.know.labels[strings.ToLower(prev)]:
		return false
	case letter == "I" && unicode.IsLower(p) && s.know.english: // the pronoun
		return false
	case unicode.IsUpper(r):
		return !s.startsAfresh(next)
	case isCaseless(r):
		return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) && !unicode.IsDigit(p)
	}
	return next.dotted && utf8.RuneCountInString(next.word) == 1
}

// isAcronym reports whether word is made of single letters with full stops between them, like U.S and J.-C.
func isAcronym(word string) bool {
	if !strings.Contains(word, ".") {
		return false
	}
	for part := range strings.SplitSeq(word, ".") {
		letter := strings.TrimLeft(part, "-‑")
		if r, n := utf8.DecodeRuneInString(letter); n != len(letter) || !unicode.IsLetter(r) {
			return false
		}
	}
	return true
}

// isOrdinal reports whether word may be an ordinal number where those are written with a full stop: a number of one
// or two digits or a Roman one, with no other number tied to it.
func isOrdinal(before, word string) bool {
	if len(word) > 2 && !isRoman(word) || !isNumeral(word) || isRoman(word) && len(word) < 2 {
		return false
	}
	r, n := utf8.DecodeLastRuneInString(before)
	return n == 0 || unicode.IsSpace(r) || r == '('
}

// isNumeral reports whether word begins like a number: with a digit, as a Roman number or as a single capital.
func isNumeral(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return unicode.IsDigit(r) || isRoman(word) || n == len(word) && unicode.IsUpper(r)
}

func isRoman(word string) bool {
	return word != "" && len(word) < 8 && strings.Trim(word, "IVXLC") == ""
}
