package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelLines cuts furniture off lines that hold text as well, and labels what the words of one line tell.
func labelLines(lines []part) []part {
	out := make([]part, 0, len(lines))
	paragraphs := 0
	for i, l := range lines {
		if i > 0 && l.gap == 0 && goesOn(lines[i-1], l) {
			out = append(out, l)
			continue
		}
		for _, p := range cutShortcodes(l) {
			if p = labelWords(p); p.Kind != Paragraph || p.weak != "" {
				out = append(out, p)
				continue
			}
			cut := []part{p}
			if i < headParts && paragraphs < 2 {
				cut = labelHead(p)
			}
			for _, p := range cut {
				out = append(out, labelCredit(p, out)...)
			}
			if p.body() {
				paragraphs++
			}
		}
	}
	return out
}

// goesOn reports whether the line is in the middle of a wrapped paragraph, where no rule may cut.
func goesOn(above, line part) bool {
	first, _ := utf8.DecodeRuneInString(line.text)
	if !unicode.IsLower(first) || byMark.MatchString(line.text) && signed(line.text) {
		return false
	}
	return len(above.text) >= narrowestWrap && (above.ending == endsOpen || above.ending == endsPause)
}

func labelCredit(p part, above []part) []part {
	if p.Kind == Furniture {
		return []part{p}
	}
	var prev *part
	if len(above) > 0 {
		prev = &above[len(above)-1]
	}
	return cutCredit(p, prev)
}

// cutShortcodes cuts shortcodes off both ends of a line.
func cutShortcodes(p part) []part {
	const longest = 300
	if !strings.ContainsAny(p.text[:1]+p.text[len(p.text)-1:], "[]") || wholeShortcode.MatchString(p.text) {
		return []part{p}
	}
	var out []part
	if at := headShortcode.FindStringIndex(p.text[:min(len(p.text), longest)]); at != nil {
		head, tail := p.split(at[1])
		out, p = append(out, head.as(Furniture, ruleCode)), tail
		if strings.HasPrefix(head.text, "[caption") {
			p.Kind, p.Rule = Caption, ruleCode
		}
	}
	from := max(0, len(p.text)-longest)
	if at := tailShortcode.FindStringIndex(p.text[from:]); at != nil && from+at[0] > 0 {
		head, tail := p.split(from + at[0])
		return append(out, head.as(p.Kind, p.Rule), tail.as(Furniture, ruleCode))
	}
	return append(out, p)
}
