package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviates reports whether the full stop belongs to an abbreviation, an initial or a number and the sentence goes
// on behind it.
func (s *splitter) abbreviates(st stop, next next) bool {
	before := wordBefore(s.text[s.start:], st.at-s.start)
	if before == "" {
		return s.abbreviatesApart(st.at, next)
	}
	begin := st.at - len(before)
	class, known := s.know.lookUp(s.text, begin, before)
	switch {
	case begin > 0 && s.text[begin-1] == '/': // a unit, as in "60 km/h."
		return false
	case next.dotted && s.know.has(before+"."+next.word): // the first half, as in "z. B."
		return true
	case s.isEnumerator(begin, before), known && class == inner:
		return true
	case known && class == numbered && isNumeral(next.word):
		return true
	case known && class == numbered && utf8.RuneCountInString(before) > 1:
		return false
	case known && class == clock:
		return s.know.afterClock[next.word] || unicode.IsLower(next.r) || s.opensWithTime(begin)
	case known && class == either || isAcronym(before):
		return !s.startsAfresh(next)
	case isOrdinal(s.text[:begin], before):
		return s.know.ordinals && st.end == st.marks && !s.startsAfresh(next)
	case utf8.RuneCountInString(before) == 1:
		return s.isInitial(begin, before, next)
	}
	return false
}

// abbreviatesApart is abbreviates for tokenised text, with a blank before the full stop, which is at at. Nearly always
// that ends a sentence, because abbreviations keep theirs attached; but titles and initials are not the last word.
func (s *splitter) abbreviatesApart(at int, next next) bool {
	end := at - 1
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

// opensWithTime reports whether the sentence has nothing before i but when it happened, as in "At 9 p.m. Bob came".
func (s *splitter) opensWithTime(i int) bool {
	const longest = 16
	opening := strings.TrimSpace(s.text[s.start:i])
	return len(opening) < longest && (strings.HasPrefix(opening, "At ") || strings.HasPrefix(opening, "By "))
}

// startsAfresh reports whether next is a word that usually begins a sentence and is seldom part of a name.
func (s *splitter) startsAfresh(next next) bool {
	return s.know.starters[next.word] && !next.dotted
}

// isEnumerator reports whether word, which begins at i, numbers a list item or a part of the text: before it is nothing
// but marks and perhaps a word such as "Step".
func (s *splitter) isEnumerator(i int, word string) bool {
	const longest = 24
	if i-s.start > longest {
		return false
	}
	before := strings.TrimFunc(s.text[s.start:i], func(r rune) bool { return !isWordRune(r) })
	if before != "" && !(s.know.labels[strings.ToLower(before)] && isDigitAt(word, 0)) {
		return false
	}
	for part := range strings.SplitSeq(word, ".") {
		if !isEnumeratorPart(part) {
			return false
		}
	}
	return true
}

// isEnumeratorPart reports whether word is a single letter, a Roman number or a number of a few digits.
func isEnumeratorPart(word string) bool {
	const longest = 3
	if isRoman(word) || utf8.RuneCountInString(word) == 1 {
		return true
	}
	return len(word) <= longest && strings.Trim(word, digits) == ""
}

// isInitial reports whether the single letter that begins at i abbreviates a name or a word.
func (s *splitter) isInitial(i int, letter string, next next) bool {
	r, _ := utf8.DecodeRuneInString(letter)
	prev := wordBeforeBlank(s.text, i)
	p, _ := utf8.DecodeRuneInString(prev)
	b, size := utf8.DecodeLastRuneInString(s.text[:i])
	switch {
	case size > 0 && !unicode.IsSpace(b) && !s.isOpening(b, i): // as in "19°E."
		return false
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
	roman := len(word) > 1 && isRoman(word)
	digits := len(word) < 3 && strings.Trim(word, digits) == ""
	if !roman && !digits {
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
