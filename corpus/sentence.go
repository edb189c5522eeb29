package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// How a block is cut into sentences:
//
//   - A stop is a run of sentence marks with the quotes, brackets, citations and emoji that close behind it. Every
//     cut is made at the end of a stop; text without stops is one sentence however long it is.
//   - What follows decides first: a sentence does not begin in lower case, with a comma or with another stop.
//   - A full stop must also survive the question whether it belongs to an abbreviation, an initial or a number.
//   - In doubt nothing is cut: a quote that is too long says what its source says, half a sentence may not.
//
// Every look ahead or back from a stop is bounded or ends at the next stop, so the time is linear in the text.

// Sentences cuts a text that is no document's, such as somebody's message, into sentences, as the blocks of documents are
// cut. The spans are byte offsets into text, in order and apart; none is empty, and together they hold everything but
// white space.
func Sentences(text string) []Span { return splitSentences(text, DetectLanguage(text)) }

// splitSentences cuts the text of one block into sentences. The spans are in order and apart, none is empty, none
// begins or ends with white space, and together they hold everything but white space. lang is an ISO 639-1 code, or ""
// when the language is not known.
func splitSentences(text, lang string) []Span {
	s := &splitter{text: text, know: knowledgeOf(lang), unicase: !hasCapital(text)}
	for i := 0; i < len(text); {
		if i = s.skip(i); i == len(text) {
			break
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if !s.isMark(r) {
			s.note(i, r)
			i += n
			continue
		}
		st := s.stopAt(i)
		i = st.marks
		if s.ends(st) {
			s.cut(st)
			i = st.end
		}
	}
	return s.finish()
}

// splitter reads a block from left to right.
type splitter struct {
	text    string
	know    *knowledge
	unicase bool // the block has no capital, so that lower case tells nothing
	out     []Span

	start  int  // where the sentence that is being read begins
	words  bool // it has a letter or a digit
	depth  int  // brackets that are open in it
	quoted bool // a straight double quote is open in the block
}

// skip returns the place behind the letters, digits and other signs at i that nothing is to be known of but whether they
// make a sentence: most of a text.
func (s *splitter) skip(i int) int {
	for ; i < len(s.text) && !isTelling[s.text[i]]; i++ {
		s.words = s.words || isAlphanumeric[s.text[i]]
	}
	return i
}

var (
	// isTelling are the bytes of characters that may be marks, quotes or brackets.
	isTelling      = bytesThatTell()
	isAlphanumeric = bytesOf("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + digits)
)

func bytesThatTell() [256]bool {
	is := bytesOf(`.!?;"()[]{}`)
	for c := utf8.RuneSelf; c < len(is); c++ {
		is[c] = true
	}
	return is
}

// note keeps track of brackets and quotes.
func (s *splitter) note(i int, r rune) {
	switch {
	case r == '"':
		s.quoted = !s.quoted
	case r == '「' || r == '『' || s.words && isOpenBracket(r):
		s.depth++
	case isCloseBracket(r):
		s.depth = max(0, s.depth-1)
	case !s.words:
		s.words = unicode.IsLetter(r) || unicode.IsNumber(r)
	}
}

// cut ends the sentence at the stop.
func (s *splitter) cut(st stop) {
	for i, r := range s.text[st.marks:st.end] {
		s.note(st.marks+i, r)
	}
	s.out = append(s.out, trimSpan(s.text, Span{s.start, st.end}))
	s.start, s.words, s.depth = st.end, false, 0
}

// finish makes a sentence of what is left; marks without a word are part of the sentence before them.
func (s *splitter) finish() []Span {
	rest := trimSpan(s.text, Span{s.start, len(s.text)})
	switch n := len(s.out); {
	case rest.Len() == 0:
	case n > 0 && !s.words:
		s.out[n-1].End = rest.End
	default:
		s.out = append(s.out, rest)
	}
	return s.out
}

// ends reports whether the sentence ends at the stop.
func (s *splitter) ends(st stop) bool {
	next := s.nextAt(st.end)
	switch {
	case !s.words || next.r == atEnd:
		return false
	case st.kind == sovereign:
		return !s.resumes(st, next) && !s.insideBracket(st)
	case !next.begins || s.insertion(st):
		return false
	case !next.spaced && !s.runsOn(st, next):
		return false
	case st.kind == ellipsis && (!next.spaced || next.word == "I"):
		return false
	case st.kind != fullStop && s.aside(st.end):
		return false
	case st.kind == fullStop && s.abbreviates(st, next):
		return false
	case st.kind == loud && (s.isLoudName(st) || s.isSpeaker(st, next)):
		return false
	}
	return !s.insideBracket(st)
}

// resumes reports whether the sentence goes on behind a mark that by itself always ends it: before a comma, and in
// Japanese and Chinese where a particle follows the quotation.
func (s *splitter) resumes(st stop, next next) bool {
	if isPause(next.r) {
		return true
	}
	return st.end > st.marks && !next.spaced && isParticle(next.r)
}

// insertion reports a mark that is alone in its brackets, as in "(!)" and "[…]".
func (s *splitter) insertion(st stop) bool {
	r, _ := utf8.DecodeLastRuneInString(s.text[:st.at])
	return isOpenBracket(r)
}

// aside reports whether a short bracket follows at i and the sentence goes on behind it, as in "“Help!” (1965) was".
func (s *splitter) aside(i int) bool {
	const longest = 40
	rest := strings.TrimLeftFunc(s.text[i:min(len(s.text), i+longest)], unicode.IsSpace)
	closing := strings.IndexByte(rest, ')')
	if !strings.HasPrefix(rest, "(") || closing < 0 {
		return false
	}
	next := s.nextAt(i + strings.IndexByte(s.text[i:], ')') + 1)
	return next.r != atEnd && !next.begins
}

// insideBracket reports whether the stop lies in a bracket that was opened in the middle of the sentence, closes soon
// and does not end the sentence either: cutting there would leave two halves of which neither can be read.
func (s *splitter) insideBracket(st stop) bool {
	const soon = 300
	depth, last := s.depth, rune(0)
	window := s.text[st.marks:min(len(s.text), st.marks+soon)]
	for i, r := range window {
		switch {
		case depth == 0:
			return false
		case isOpenBracket(r):
			depth++
		case isCloseBracket(r):
			depth--
		}
		if at := st.marks + i + utf8.RuneLen(r); depth == 0 {
			return at > st.end && s.goesOn(last, at)
		}
		if !unicode.IsSpace(r) {
			last = r
		}
	}
	return false
}

// goesOn reports whether the sentence goes on at i, behind a bracket whose last character is last.
func (s *splitter) goesOn(last rune, i int) bool {
	next := s.nextAt(i)
	if !s.isMark(last) {
		return true
	}
	return next.r != atEnd && (!next.begins || isParticle(next.r))
}
