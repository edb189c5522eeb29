package message

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// What counts as a quotation in a message:
//
//   - lines with the mark of a block quote, one after the other, are one quotation; ">>> " quotes all that follows;
//   - in other text, what stands between paired quotation marks within one paragraph; of nested ones the outermost;
//   - read as Discord shows it, without backslashes and markup, links as their text;
//   - fewer than quotationWords words are no quotation (they are names and emphasis), unless the message has no longer
//     one; what is quoted twice counts once; of more than quotationsRead the first are read.

const (
	quotationWords = 3
	quotationsRead = 10
)

// Quotation is what somebody quotes in a message.
type Quotation struct {
	Text string
	// Claimed is the address or name of the source that the message itself gives for it, "" without one: an address on
	// the quotation's line or on the line below it, the name on a line "[1] name · …" below it or, where the documents
	// are known, the name of one on its line.
	Claimed string
}

// Quotations finds the quotations in a message: text between quotation marks of any language, and block quotes. They
// are at most ten, in the order in which they stand there.
func Quotations(content string) []Quotation {
	parts := newParts(content)
	checked, _ := worthChecking(quotationsOf(parts))
	sources := numberedSources(parts)
	var out []Quotation
	for _, q := range checked {
		out = append(out, Quotation{Text: q.text, Claimed: sources.claimed(q)})
	}
	return out
}

// QuotationsNaming is Quotations in a message that may name documents as their sources; short is the number of quotations
// that are left out because they are too short.
func QuotationsNaming(among *Directory, content string) (found []Quotation, short int) {
	parts := newParts(content)
	checked, short := worthChecking(quotationsOf(parts))
	sources, names := numberedSources(parts), among.claims.namesIn(parts)
	for _, q := range checked {
		found = append(found, Quotation{Text: q.text, Claimed: cmp.Or(sources.claimed(q), nameBeside(q, names))})
	}
	return found, short
}

func quotationsOf(parts []part) []quoting {
	var found []quoting
	for i := range parts {
		found = append(found, parts[i].quotations()...)
	}
	return found
}

// quoting is a quotation where it stands in a message.
type quoting struct {
	text string
	part *part
	at   stretch
}

// worthChecking returns those of the quotations that are checked, and the number of those that are too short to be.
func worthChecking(all []quoting) (checked []quoting, short int) {
	all = onceEach(all)
	long := slices.DeleteFunc(slices.Clone(all), func(q quoting) bool { return wordsIn(q.text) < quotationWords })
	if len(long) == 0 {
		long = all
	}
	return long[:min(len(long), quotationsRead)], len(all) - len(long)
}

// onceEach returns the quotations without those whose words came before.
func onceEach(all []quoting) []quoting {
	var out []quoting
	seen := map[string]bool{}
	for _, q := range all {
		if !seen[q.text] {
			out = append(out, q)
		}
		seen[q.text] = true
	}
	return out
}

// part is a paragraph of a message or a block quote in it.
type part struct {
	shownText
	quoted bool
	// below is the line right below, empty if an empty line or nothing follows.
	below shownText
}

// quotations returns what is quoted in p.
func (p *part) quotations() []quoting {
	places := []stretch{{0, len(p.text)}}
	if !p.quoted {
		places = betweenMarks(p.text)
	}
	var out []quoting
	for _, at := range places {
		if text := strings.TrimSpace(p.text[at.start:at.end]); wordsIn(text) > 0 {
			out = append(out, quoting{text, p, at})
		}
	}
	return out
}

// newParts reads the parts of a message as Discord shows them.
func newParts(content string) []part {
	var parts []part
	for _, p := range splitParts(content) {
		if p.adjoins {
			parts[len(parts)-1].below = unmark(p.lines[0])
		}
		parts = append(parts, part{shownText: unmark(strings.Join(p.lines, "\n")), quoted: p.quoted})
	}
	return parts
}

// rawPart is a part with its markup, but for the marks of a block quote.
type rawPart struct {
	lines  []string
	quoted bool
	// adjoins is true when it follows another part without an empty line between.
	adjoins bool
}

// splitParts cuts a message at its empty lines and where a block quote begins or ends.
func splitParts(content string) []rawPart {
	var parts []rawPart
	open := false
	for content != "" {
		line, rest, _ := strings.Cut(content, "\n")
		text, quoted := quotedLine(line)
		switch {
		case strings.HasPrefix(strings.TrimLeft(line, " "), restMark):
			_, text, _ = strings.Cut(content, restMark)
			return append(parts, rawPart{[]string{text}, true, open})
		case !quoted && strings.TrimSpace(line) == "":
			open = false
		case open && parts[len(parts)-1].quoted == quoted:
			last := &parts[len(parts)-1]
			last.lines = append(last.lines, text)
		default:
			parts = append(parts, rawPart{[]string{text}, quoted, open})
			open = true
		}
		content = rest
	}
	return parts
}

// restMark begins a block quote that ends with the message.
const restMark = ">>> "

// quotedLine takes the mark of a block quote off a line.
func quotedLine(line string) (text string, quoted bool) {
	trimmed := strings.TrimLeft(line, " ")
	if trimmed == strings.TrimSpace(quoteMark) {
		return "", true
	}
	if text, quoted = strings.CutPrefix(trimmed, quoteMark); quoted {
		return text, true
	}
	return line, false
}

// wordsIn counts the words of s. Each character of a script that puts no spaces between words counts as one.
func wordsIn(s string) int {
	n, inWord := 0, false
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
			n, inWord = n+1, false
		case !isWordRune(r):
			inWord = inWord && (r == '\'' || r == '’')
		case !inWord:
			n, inWord = n+1, true
		}
	}
	return n
}

// isWordRune reports whether r is part of words.
func isWordRune(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
