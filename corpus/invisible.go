package corpus

import (
	"unicode"
	"unicode/utf8"
)

// hiddenRule marks furniture that holds characters which change what a reader sees without being seen.
const hiddenRule = "invisible characters"

// hideInvisible turns every line of a quotable block that holds an invisible character into furniture, so that text
// with reordered or hidden parts can never be quoted as if it read the way it looks.
func hideInvisible(text string, blocks []Block) []Block {
	out := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		if b.Kind == Furniture || !hasInvisible(text[b.Start:b.End]) {
			out = append(out, b)
			continue
		}
		out = append(out, hideLines(text, b)...)
	}
	return out
}

func hideLines(text string, b Block) []Block {
	var out []Block
	for start := b.Start; start < b.End; {
		end := start
		for end < b.End && text[end] != '\n' {
			end++
		}
		part := b
		part.Span = trimSpan(text, Span{start, end})
		if hasInvisible(text[start:end]) {
			part.Kind, part.Rule = Furniture, hiddenRule
		}
		if part.Len() > 0 {
			out = append(out, part)
		}
		start = end + 1
	}
	return out
}

// hasInvisible reports whether s holds a bidirectional control, a zero-width or tag character or a control character
// other than white space. Joiners are part of the spelling between letters of joining scripts and in emoji, and are let through there.
func hasInvisible(s string) bool {
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

func isInvisible(r, prev, next rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v' || r == '\u0085':
		return false
	case r == '\u00ad': // soft hyphen: a hint for line breaking, shown as nothing by design
		return false
	case r == '\u200c' || r == '\u200d':
		return !joins(prev) || !joins(next)
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

// joins reports whether a joiner beside r is part of the spelling.
func joins(r rune) bool {
	const variation16 = '\ufe0f'
	return r == variation16 || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) ||
		r > unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
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
