package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopKind says how much a run of sentence marks tells by itself.
type stopKind uint8

const (
	fullStop  stopKind = iota // one full stop, which may as well belong to an abbreviation or a number
	ellipsis                  // dots in a row, which may stand inside a sentence
	loud                      // question and exclamation marks
	sovereign                 // marks that have no other use, as in Chinese, Japanese and Hindi
)

// stop is a place where a sentence may end.
type stop struct {
	at    int // the first mark
	marks int // behind the last mark
	end   int // behind all that closes with the sentence
	kind  stopKind
}

// isMark reports whether r may end a sentence.
func (s *splitter) isMark(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '‼', '⁇', '⁈', '⁉', '؟', '\u037e', '．':
		return true
	case ';':
		return s.know.greek
	}
	return r > unicode.MaxLatin1 && isSovereign(r)
}

func isSovereign(r rune) bool {
	return strings.ContainsRune("。｡！？︒۔।॥։።፧၊။។៕᠃᠉", r)
}

// stopAt reads the stop whose first mark is at i.
func (s *splitter) stopAt(i int) stop {
	st := stop{at: i, marks: i}
	dots := 0
	for st.marks < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[st.marks:])
		if !s.isMark(r) {
			break
		}
		switch {
		case isSovereign(r):
			st.kind = sovereign
		case r == '…':
			dots += 2
		case r == '.' || r == '．':
			dots++
		default:
			st.kind = max(st.kind, loud)
		}
		st.marks += n
	}
	if dots > 1 {
		st.kind = max(st.kind, ellipsis)
	}
	st.end = s.closeAt(st)
	return st
}

// closeAt returns the end of what closes behind the marks of st.
func (s *splitter) closeAt(st stop) int {
	i := st.marks
	for {
		n := s.closerAt(i)
		if n == 0 {
			n = s.spacedCloserAt(i)
		}
		if n == 0 {
			return i
		}
		i += n
	}
}

// closerAt returns the length of the closing quote, bracket, citation or emoji that is attached at i, or 0.
func (s *splitter) closerAt(i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	after, _ := utf8.DecodeRuneInString(s.text[i+n:])
	switch {
	case n == 0:
		return 0
	case isCloseBracket(r) || strings.ContainsRune("”’»›", r) || isSuperscript(r) || isEmoji(r):
		return n
	case r == '"' && s.quoted:
		return n
	case strings.ContainsRune("\"'“‘«‹*_~", r) && !isWordRune(after):
		return n
	case r == '[':
		return s.citationAt(i)
	case r == '<':
		return s.tagAt(i)
	}
	return 0
}

// spacedCloserAt returns the length of a blank at i and of the closer behind it, or 0. Tokenised text has blanks around
// every mark, French has them inside its quotes. A quote that may as well open the next sentence is left to it.
func (s *splitter) spacedCloserAt(i int) int {
	blank, b := utf8.DecodeRuneInString(s.text[i:])
	if blank != ' ' && blank != '\u00a0' && blank != '\u202f' {
		return 0
	}
	i += b
	r, n := utf8.DecodeRuneInString(s.text[i:])
	if strings.HasPrefix(s.text[i:], "''") {
		n = 2
	}
	after, m := utf8.DecodeRuneInString(s.text[i+n:])
	alone := m == 0 || unicode.IsSpace(after) || s.isMark(after)
	switch {
	case n == 0:
		return 0
	case isEmoji(r):
		return b + n
	case r == '[' && s.citationAt(i) > 0 && (isDigitAt(s.text, i+1) || isDigitAt(s.text, i+2)):
		return b + s.citationAt(i)
	case alone && (isCloseBracket(r) || r == '”' || r == '»' || r == '\'' || r == '"' && s.quoted):
		return b + n
	}
	return 0
}

// citationAt returns the length of a citation like "[12]", "[a]" or "[note 3]" at i, or 0.
func (s *splitter) citationAt(i int) int {
	const longest = 40
	for j := i + 1; j < min(len(s.text), i+longest); {
		r, n := utf8.DecodeRuneInString(s.text[j:])
		switch {
		case r == ']' && j > i+1:
			return j + 1 - i
		case !isWordRune(r) && !strings.ContainsRune(" ,-–", r):
			return 0
		}
		j += n
	}
	return 0
}

// tagAt returns the length of a tag like "<br>" or "</p>" at i, or 0: some texts were not quite freed of their HTML.
func (s *splitter) tagAt(i int) int {
	const longest = 12
	for j := i + 1; j < min(len(s.text), i+longest); j++ {
		switch c := s.text[j]; {
		case c == '>' && j > i+1:
			return j + 1 - i
		case (c < 'a' || c > 'z') && !strings.ContainsRune("/ 123456", rune(c)):
			return 0
		}
	}
	return 0
}

func isOpenBracket(r rune) bool {
	switch r {
	case '(', '[', '{', '（', '［', '【', '「', '『', '《', '〈', '〔':
		return true
	}
	return false
}

func isCloseBracket(r rune) bool {
	switch r {
	case ')', ']', '}', '）', '］', '】', '」', '』', '》', '〉', '〕':
		return true
	}
	return false
}

// isPause reports whether r stands inside sentences only.
func isPause(r rune) bool { return strings.ContainsRune(",;:،؛，、；：·", r) }

// isParticle reports whether r is a particle that ties a quotation into its sentence.
func isParticle(r rune) bool {
	return strings.ContainsRune("とってはがをにのもでなか的", r)
}

func isSuperscript(r rune) bool {
	return strings.ContainsRune("¹²³⁰⁴⁵⁶⁷⁸⁹†‡", r)
}

// isEmoji reports whether r is an emoji or a part of one. Arrows, bullets and ticks that begin list items are not.
func isEmoji(r rune) bool {
	return r >= 0x1f300 && r <= 0x1faff || r >= 0x2600 && r <= 0x26ff || r == '❤' || r == '\ufe0f' || r == '\u200d'
}
