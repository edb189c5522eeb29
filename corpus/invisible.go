package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hiddenRule marks furniture that holds characters which change what a reader sees without being seen.
const hiddenRule = "invisible characters"

// hideInvisible turns the sentences of quotable blocks that hold an invisible character into furniture, so that text
// with reordered or hidden parts can never be quoted as if it read the way it looks. A character that reorders what
// follows takes the whole line with it.
func hideInvisible(text, lang string, blocks []Block) []Block {
	out := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		if b.Kind == Furniture || !hasInvisible(text[b.Start:b.End]) {
			out = append(out, b)
			continue
		}
		out = append(out, hideParts(text, lang, b)...)
	}
	return out
}

// hideParts cuts a block into runs of lines and sentences that are hidden or not.
func hideParts(text, lang string, b Block) []Block {
	var out []Block
	for start := b.Start; start < b.End; {
		end := start + lineLen(text[start:b.End])
		line := trimSpan(text, Span{start, end})
		switch {
		case line.Len() == 0:
		case strings.ContainsFunc(text[line.Start:line.End], reorders):
			out = append(out, b.part(line, true))
		default:
			for _, s := range splitSentences(text[line.Start:line.End], lang) {
				s = s.Shift(line.Start)
				out = append(out, b.part(s, hasInvisible(text[s.Start:s.End])))
			}
		}
		start = end + 1
	}
	return joinParts(out)
}

// part returns the block of a part of b.
func (b Block) part(s Span, hidden bool) Block {
	b.Span = s
	if hidden {
		b.Kind, b.Rule = Furniture, hiddenRule
	}
	return b
}

// joinParts joins neighbours of one kind.
func joinParts(parts []Block) []Block {
	var out []Block
	for _, p := range parts {
		if n := len(out); n > 0 && out[n-1].Kind == p.Kind {
			out[n-1].End = p.End
			continue
		}
		out = append(out, p)
	}
	return out
}

// reorders reports whether r changes the order in which the rest of the line is shown.
func reorders(r rune) bool {
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}

// hasInvisible reports whether s holds a bidirectional control, a zero-width or tag character or a control character
// other than white space. Joiners are part of the spelling between letters of joining scripts and in emoji, and marks
// of direction are beside letters written from right to left; they are let through there.
func hasInvisible(s string) bool {
	if isPlainASCII(s) {
		return false
	}
	prev := ' '
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		if isInvisible(r, prev, next) {
			return true
		}
		prev = r
	}
	return false
}

// isPlainASCII reports whether s holds nothing but ASCII characters that are seen, and white space.
func isPlainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && (c < '\t' || c > '\r') {
			return false
		}
	}
	return true
}

func isInvisible(r, prev, next rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == '\u0085':
		return false
	case r == '\u00ad': // soft hyphen: a hint for line breaking, shown as nothing by design
		return false
	case r == '\u200c' || r == '\u200d':
		return !joins(prev) || !joins(next)
	case r == '\u200e': // moves nothing in text from left to right, and right-to-left words are followed by it
		return false
	case r == '\u200f' || r == '\u061c':
		return !isRightToLeft(prev) && !isRightToLeft(next)
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

// joins reports whether a joiner beside r is part of the spelling.
func joins(r rune) bool {
	const variation16 = '\ufe0f'
	return r == variation16 || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) ||
		r > unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

func isRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
}

// trimSpan narrows s so that it neither begins nor ends with white space.
func trimSpan(text string, s Span) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}
