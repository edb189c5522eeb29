package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
)

// token is a word or a number.
type token struct {
	corpus.Span
	low    string // in lower case, without a genitive ending
	upper  bool   // starts with a capital
	digits bool
	broken bool // something else than spaces stands before it
	first  bool // starts a sentence: nothing, or a mark that ends one, stands before it
}

// scan is a sentence being read.
type scan struct {
	text       string
	toks       []token
	isOrdinary func(string) bool
}

// tokenize cuts a text into words. Hyphens and apostrophes between letters belong to the word, and so does the dot of an
// initial or of a short title.
func tokenize(text string) []token {
	toks := make([]token, 0, 1+len(text)/5)
	before := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			i += size
			continue
		}
		end := wordEnd(text, i)
		toks = append(toks, newToken(text, corpus.Span{Start: i, End: end}, text[before:i]))
		i, before = end, end
	}
	return toks
}

func newToken(text string, at corpus.Span, before string) token {
	s := text[at.Start:at.End]
	r, _ := utf8.DecodeRuneInString(s)
	t := token{Span: at, low: strings.ToLower(s), upper: unicode.IsUpper(r), digits: unicode.IsDigit(r)}
	for _, genitive := range []string{"'s", "’s"} {
		if low := strings.TrimSuffix(t.low, genitive); low != t.low {
			t.low, t.End = low, at.End-len(genitive)
		}
	}
	t.broken = strings.TrimSpace(before) != ""
	t.first = at.Start == len(before) || strings.ContainsAny(before, ".!?:•\n“\"")
	return t
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }

// wordEnd returns where the word that starts at start ends.
func wordEnd(text string, start int) int {
	end := start
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !inWord(r) {
			after, _ := utf8.DecodeRuneInString(text[end+size:])
			if !strings.ContainsRune("-‑'’&", r) || !inWord(after) {
				break
			}
		}
		end += size
	}
	if end < len(text) && text[end] == '.' && isShortened(text[start:end]) {
		end++
	}
	return end
}

// isShortened reports whether a dot after the word does not end a sentence: after an initial and a short title.
func isShortened(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) || dotted[strings.ToLower(word)]
}

// at returns token i, or an empty one outside the text.
func (s *scan) at(i int) token {
	if i < 0 || i >= len(s.toks) {
		return token{broken: true}
	}
	return s.toks[i]
}
