package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// next is what follows a stop.
type next struct {
	spaced bool   // white space lies between
	at     int    // the first character that is neither white space nor an opening mark
	r      rune   // that character; atEnd behind the last one
	word   string // the word there, at most longestWord bytes of it
	dotted bool   // a full stop is attached to word
	begins bool   // a sentence may begin there
}

const atEnd rune = -1

// Longer words are neither abbreviations nor the usual first words of sentences.
const longestWord = 48

// nextAt reads what follows at i.
func (s *splitter) nextAt(i int) next {
	n := next{at: i, r: atEnd}
	inverted := false
	for n.at < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[n.at:])
		if !isBlank(r) && !s.isOpening(r, n.at+size) {
			n.r = r
			break
		}
		n.spaced = n.spaced || isBlank(r) && r != '\u2060' && r != '\ufeff'
		inverted = inverted || r == '¿' || r == '¡'
		n.at += size
	}
	n.word = wordAt(s.text, n.at)
	n.dotted = strings.HasPrefix(s.text[n.at+len(n.word):], ".")
	n.begins = n.r != atEnd && (inverted || s.begins(n))
	return n
}

// isOpening reports whether r, which ends at i, may stand before the first word of a sentence.
func (s *splitter) isOpening(r rune, i int) bool {
	if isOpenBracket(r) || strings.ContainsRune("\"'`“‘„‚«»‹›”’¿¡*_~•●▪", r) {
		return true
	}
	return strings.ContainsRune("-–—", r) && (r != '-' || strings.HasPrefix(s.text[i:], " "))
}

// begins reports whether a sentence may begin with n.
func (s *splitter) begins(n next) bool {
	switch {
	case n.r == utf8.RuneError: // what stood here was lost in a conversion
		return false
	case unicode.IsUpper(n.r) || unicode.IsTitle(n.r) || unicode.IsNumber(n.r):
		return true
	case unicode.IsLower(n.r) && !unicode.Is(unicode.Georgian, n.r):
		return s.unicase || s.isLowerStart(n)
	case unicode.IsLetter(n.r):
		return true
	}
	return unicode.Is(unicode.Sc, n.r) || unicode.Is(unicode.So, n.r) || strings.ContainsRune("@#§<-−✓", n.r)
}

// isLowerStart reports whether n, in lower case, is written so even at the beginning of a sentence: names like iPhone,
// mRNA, p53 and β-catenin, and the letters of a list like "b)".
func (s *splitter) isLowerStart(n next) bool {
	letter := len(n.word) == 1 && strings.HasPrefix(s.text[n.at+1:], ")")
	symbol := unicode.Is(unicode.Greek, n.r) && !s.know.greek
	return letter || symbol || isMixedCase(n.word)
}

// isMixedCase reports whether a word that begins in lower case has a capital or a digit further on.
func isMixedCase(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) })
}

// runsOn reports whether two sentences meet at the stop with no white space between them, as in "the end.The next".
// File names, addresses and the names of programs look much the same, so both sides must be plain words.
func (s *splitter) runsOn(st stop, next next) bool {
	closed := st.end > st.marks
	before := wordBefore(s.text, st.at)
	switch {
	case st.kind == ellipsis || before == "" && !closed:
		return false
	case isCaseless(next.r):
		last, _ := utf8.DecodeLastRuneInString(before)
		return isCaseless(last) && utf8.RuneCountInString(before) > 2 || closed
	case !isCapitalised(next.word) || !s.isPlainEnd(next.at+len(next.word)):
		return false
	case closed:
		return true
	case strings.Contains(before, ".") || s.isAddress(st.at) || s.isNamePart(next):
		return false
	}
	r, n := utf8.DecodeRuneInString(before)
	return s.know.starters[next.word] || len(before) > n && !unicode.IsUpper(r) && !unicode.IsDigit(r)
}

// isNamePart reports whether next looks like the last part of the name of a file or a program, or like an initial.
func (s *splitter) isNamePart(next next) bool {
	return len(next.word) == 1 && next.dotted || s.know.suffixes[strings.ToLower(next.word)]
}

// isPlainEnd reports whether a word that ends at i is followed as words in a sentence are.
func (s *splitter) isPlainEnd(i int) bool {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	if r == '.' {
		r, n = utf8.DecodeRuneInString(s.text[i+n:])
	}
	return n == 0 || unicode.IsSpace(r) || strings.ContainsRune(",'’;:-", r)
}

// isAddress reports whether the characters before i look like a part of a web address or a path.
func (s *splitter) isAddress(i int) bool {
	before := s.text[max(0, i-longestWord):i]
	before = before[strings.LastIndexAny(before, " \t\n")+1:]
	return strings.ContainsAny(before, "\\@=&_") || strings.Contains(before, "/") && strings.Contains(before, ".") ||
		strings.Contains(before, "//")
}

// isCapitalised reports whether word is one capital followed by nothing but lower-case letters.
func isCapitalised(word string) bool {
	for i, r := range word {
		if (i == 0) != unicode.IsUpper(r) || !unicode.IsLetter(r) {
			return false
		}
	}
	return word != ""
}

// isCaseless reports whether r is a letter of a script without capitals.
func isCaseless(r rune) bool {
	return unicode.Is(unicode.Lo, r) || unicode.Is(unicode.Georgian, r)
}

// wordAt returns the letters, digits and marks of text from i on.
func wordAt(text string, i int) string {
	end := i
	for end < len(text) && end < i+longestWord {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !isWordRune(r) {
			break
		}
		end += n
	}
	return text[i:end]
}

// wordBefore returns what is written together before i with letters, digits, full stops, hyphens and apostrophes, or
// "" where that is nothing or too long.
func wordBefore(text string, i int) string {
	start := i
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !isWordRune(r) && !strings.ContainsRune(".-‑'’", r) {
			break
		}
		start -= n
		if i-start > longestWord {
			return ""
		}
	}
	return strings.TrimLeft(text[start:i], ".-‑'’")
}

// wordBeforeBlank is wordBefore across the white space before i.
func wordBeforeBlank(text string, i int) string {
	for n := 0; n < longestWord; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsSpace(r) {
			break
		}
		i -= size
	}
	return wordBefore(text, i)
}

func hasCapital(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) })
}
