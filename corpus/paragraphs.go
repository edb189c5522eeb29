package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs cuts a text without markup into blocks at blank lines, and at single line ends too unless the lines were
// broken to fit a page.
func paragraphs(text string) []Block {
	var blocks []Block
	for run := range runsOfLines(text) {
		if isWrapped(text, run) {
			blocks = append(blocks, Block{Span: Span{run[0].Start, run[len(run)-1].End}})
			continue
		}
		for _, line := range run {
			blocks = append(blocks, Block{Span: line})
		}
	}
	return blocks
}

// runsOfLines yields the trimmed lines between blank ones.
func runsOfLines(text string) func(yield func([]Span) bool) {
	return func(yield func([]Span) bool) {
		var run []Span
		for start := 0; start <= len(text); {
			end := start + lineLen(text[start:])
			line := trimSpan(text, Span{start, end})
			if line.Len() > 0 {
				run = append(run, line)
			}
			if len(run) > 0 && (line.Len() == 0 || end >= len(text)) {
				if !yield(run) {
					return
				}
				run = nil
			}
			start = end + 1
			if strings.HasPrefix(text[min(end, len(text)):], "\r\n") {
				start++
			}
		}
	}
}

// isWrapped reports whether lines were broken to fit a page: none is long, and most go on in the next.
func isWrapped(text string, lines []Span) bool {
	const widest, narrowest = 120, 40
	goesOn, wide := 0, 0
	for i, l := range lines {
		n := utf8.RuneCountInString(text[l.Start:l.End])
		if n > widest {
			return false
		}
		if i == len(lines)-1 {
			break
		}
		if n >= narrowest {
			wide++
		}
		last, _ := utf8.DecodeLastRuneInString(text[l.Start:l.End])
		next, _ := utf8.DecodeRuneInString(text[lines[i+1].Start:])
		if !strings.ContainsRune(".!?:;…。！？\"”’»)", last) && !strings.ContainsRune("-*•–—", next) && !unicode.IsDigit(next) || unicode.IsLower(next) {
			goesOn++
		}
	}
	return len(lines) > 1 && goesOn*2 >= len(lines)-1 && wide*2 >= len(lines)-1
}
