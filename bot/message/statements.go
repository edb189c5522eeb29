package message

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/bot/phrases"
	"pullquote/corpus"
)

// What a message states, as far as it is looked for in the corpus:
//
//   - read as Discord shows it, without backslashes and markup, links as their text; without addresses, mentions,
//     timestamps and custom emoji, which are no words;
//   - without the lines of ours that stand around quotes, which somebody may have copied along with them;
//   - cut at empty lines, where a block quote begins or ends, and into sentences as documents are, with one more cut: in
//     chats people do not bother with capitals, so that "authorities. lol" is two sentences where a document has one;
//   - a line that begins in lower case, and is no heading or item of a list, goes on with the one before it, as text does
//     that was wrapped elsewhere;
//   - what has more than statementLimit characters is cut between words, and what was said already is left out;
//   - of more than statementsRead the longest are looked for: they tell most;
//   - what the message quotes is looked for too, since it may stand in the corpus where the sentence around it does not.

const (
	statementLimit = 400
	statementsRead = 8
)

// Reading is what is looked for of a message.
type Reading struct {
	// Statements are the longest of what the message states, at most eight of at most 400 characters each, in the order
	// in which they stand there. Each has a letter or a digit.
	Statements []string
	// Quotations are what the message quotes in other words than a statement's, mostly inside a longer sentence: at most
	// eight of three words to 400 characters.
	Quotations []string
	// Of is the number of all statements that the message has.
	Of int
}

// Wordings returns all that is looked for: the statements and the quotations.
func (r Reading) Wordings() []string { return slices.Concat(r.Statements, r.Quotations) }

// partial reports whether the message has statements that are not looked for.
func (r Reading) partial() bool { return r.Of > len(r.Statements) }

// Read reads what a message states, its block quotes included.
func Read(content string) Reading {
	content = valid(content)
	r := readParts(splitParts(content))
	var quoted []string
	for _, q := range Quotations(content) {
		text := squeeze(q.Text)
		long := wordsIn(text) >= quotationWords && utf8.RuneCountInString(text) <= statementLimit
		if long && !slices.Contains(slices.Concat(r.Statements, quoted), text) {
			quoted = append(quoted, text)
		}
	}
	r.Quotations = longest(quoted, statementsRead)
	return r
}

// ReadBlockQuotes reads what the block quotes of a message state.
func ReadBlockQuotes(content string) Reading { return readParts(blockQuotes(content)) }

// CountBlockQuotes returns the number of block quotes in a message.
func CountBlockQuotes(content string) int { return len(blockQuotes(content)) }

func blockQuotes(content string) []rawPart {
	return slices.DeleteFunc(splitParts(valid(content)), func(p rawPart) bool { return !p.quoted })
}

func valid(content string) string { return strings.ToValidUTF8(content, "\ufffd") }

func readParts(parts []rawPart) Reading {
	var all []string
	seen := map[string]bool{}
	for i, p := range parts {
		for _, s := range p.statements(i > 0 && p.adjoins && parts[i-1].quoted) {
			if !seen[s] {
				all = append(all, s)
			}
			seen[s] = true
		}
	}
	return Reading{Statements: longest(all, statementsRead), Of: len(all)}
}

// longest returns the n texts with the most words, in their order.
func longest(texts []string, n int) []string {
	if len(texts) <= n {
		return texts
	}
	words := map[string]int{}
	for _, s := range texts {
		words[s] = wordsIn(s)
	}
	byWords := slices.Clone(texts)
	slices.SortStableFunc(byWords, func(x, y string) int { return words[y] - words[x] })
	return slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return !slices.Contains(byWords[:n], s) })
}

// statements returns what p states; belowQuote is true where a block quote ends right above it.
func (p rawPart) statements(belowQuote bool) []string {
	var out []string
	for _, text := range unwrap(strings.Split(unmarkWords(p.spoken(belowQuote)), "\n")) {
		for _, at := range corpus.Sentences(text) {
			out = append(out, cutStatement(text[at.Start:at.End])...)
		}
	}
	return slices.DeleteFunc(out, func(s string) bool { return wordsIn(s) == 0 })
}

// spoken returns the lines of p without ours and without their marks. An empty line stands before those that had one.
func (p rawPart) spoken(belowQuote bool) string {
	var lines []string
	for i, line := range p.lines {
		mark := lineMark.FindString(line)
		switch {
		case !p.quoted && isOurs(line, belowQuote && i == 0):
			lines = append(lines, "")
		case mark != "":
			lines = append(lines, "", line[len(mark):])
		default:
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// lineMark matches the marks of headings, small text and lists.
var lineMark = regexp.MustCompile(`^\s*(?:#{1,3}|-#|[-*+]|\d{1,3}[.)])\s+`)

// isOurs reports whether a line stands around the quotes of our messages: the one about a source, or a small one.
func isOurs(line string, belowQuote bool) bool {
	if _, rest, numbered := cutNumber(line); numbered && (belowQuote || strings.Contains(rest, separator)) {
		return true
	}
	small, ok := strings.CutPrefix(line, smallMark)
	return ok && isSmallPrint(small)
}

// isSmallPrint reports whether a small line is one of ours, in any language.
func isSmallPrint(line string) bool {
	first, _, _ := strings.Cut(line, separator)
	return inAny(func(say *phrases.Catalogue) bool {
		return say.Answer.Searched.Matches(first) || phrases.Matches(say.Passages.Long, first) ||
			strings.HasPrefix(line, say.Answer.Following) || strings.HasSuffix(line, say.Answer.Checked)
	})
}

// unwrap joins lines with those after them that begin in lower case.
func unwrap(lines []string) []string {
	var out []string
	for _, line := range lines {
		line = squeeze(line)
		first, _ := utf8.DecodeRuneInString(line)
		if n := len(out); n > 0 && out[n-1] != "" && unicode.IsLower(first) {
			out[n-1] += " " + line
			continue
		}
		out = append(out, line)
	}
	return out
}

// casualStop matches the end of a sentence before one in lower case. What is shorter than four letters may be an
// abbreviation.
var casualStop = regexp.MustCompile(`[\pL\pN]{4}[.!?…]+ \p{Ll}`)

// cutStatement cuts a sentence where a chat begins another one, and between words where it is too long.
func cutStatement(sentence string) []string {
	var out []string
	from := 0
	for _, at := range casualStop.FindAllStringIndex(sentence, -1) {
		space := from + strings.LastIndexByte(sentence[from:at[1]], ' ')
		out = append(out, cutLong(sentence[from:space])...)
		from = space + 1
	}
	return append(out, cutLong(sentence[from:])...)
}

func cutLong(s string) []string {
	var out []string
	for utf8.RuneCountInString(s) > statementLimit {
		end := len(string([]rune(s)[:statementLimit]))
		if space := strings.LastIndexByte(s[:end+1], ' '); space > 0 {
			end = space
		}
		out = append(out, s[:end])
		s = strings.TrimPrefix(s[end:], " ")
	}
	return append(out, s)
}
