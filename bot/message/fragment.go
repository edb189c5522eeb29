package message

import (
	"strings"
	"unicode"

	"pullquote/corpus"
)

// How many words the parts of a text fragment have, and how long they may be. Each part stays inside one line, because
// a browser does not look for a part across two blocks of the page.
const (
	startWords   = 4
	mostWords    = 8
	endWords     = 3
	contextWords = 4
	partBytes    = 120
	pageBytes    = 1 << 20 // a longer document is not searched
)

// findFragment returns a short fragment that a browser would find at the quote and nowhere else in the document's
// text. It is not ok where there is none, for instance because the text says the same twice.
func findFragment(q corpus.Quote) (f fragment, ok bool) {
	lines := strings.FieldsFunc(q.Text(), isLineBreak)
	if len(lines) == 0 || len(q.Document().Text()) > pageBytes {
		return fragment{}, false
	}
	p := newPage(q)
	first, last := strings.Fields(lines[0]), strings.Fields(lines[len(lines)-1])
	if len(lines) == 1 && len(first) <= mostWords {
		return p.whole(join(first))
	}
	for _, prefix := range []string{"", p.prefix} {
		for n := min(startWords, len(first)); n <= min(mostWords, len(first)); n++ {
			f := fragment{Prefix: prefix, Start: join(first[:n])}
			if !f.fits() || !p.unique(f) {
				continue
			}
			rest := last
			if len(lines) == 1 {
				rest = last[n:]
			}
			if f.End, ok = p.end(f.Start, rest); ok {
				return f, true
			}
		}
	}
	return fragment{}, false
}

// fits reports whether the parts are short enough to be worth a link.
func (f fragment) fits() bool {
	return max(len(f.Prefix), len(f.Start), len(f.End), len(f.Suffix)) <= partBytes
}

// page is a document's text as a browser compares it, cut at the quote, and the words of its lines beside the quote.
type page struct {
	before, quote, after, all string
	prefix, suffix            string
}

func newPage(q corpus.Quote) page {
	text, at := q.Document().Text(), q.Span()
	p := page{
		before: fold(text[:at.Start]), quote: fold(q.Text()), after: fold(text[at.End:]),
		prefix: wordsBefore(text[:at.Start]), suffix: wordsAfter(text[at.End:]),
	}
	p.all = p.before + p.quote + p.after
	return p
}

// whole returns a fragment for a quote of few words, which stands in it in full.
func (p page) whole(text string) (f fragment, ok bool) {
	for _, f := range []fragment{
		{Start: text},
		{Prefix: p.prefix, Start: text},
		{Start: text, Suffix: p.suffix},
		{Prefix: p.prefix, Start: text, Suffix: p.suffix},
	} {
		if f.fits() && p.unique(f) {
			return f, true
		}
	}
	return fragment{}, false
}

// unique reports whether the beginning of the quote, with what f has around it, stands once in the page.
func (p page) unique(f fragment) bool {
	anchor := fold(f.Start)
	if !strings.HasPrefix(p.quote, anchor) {
		return false
	}
	if f.Prefix != "" {
		before := strings.TrimRight(p.before, " ")
		anchor = p.before[max(0, len(before)-len(fold(f.Prefix))):] + anchor
	}
	if f.Suffix != "" {
		gap := len(p.after) - len(strings.TrimLeft(p.after, " "))
		anchor += p.after[:min(len(p.after), gap+len(fold(f.Suffix)))]
	}
	return strings.Count(p.all, anchor) == 1
}

// end returns the fewest last words of the quote that stand nowhere between its start and its end.
func (p page) end(start string, words []string) (string, bool) {
	rest := p.quote[len(fold(start)):]
	for n := min(endWords, len(words)); n > 0 && n <= min(mostWords, len(words)); n++ {
		end := join(words[len(words)-n:])
		if len(end) <= partBytes && strings.HasSuffix(rest, fold(end)) && strings.Index(rest, fold(end)) == len(rest)-len(fold(end)) {
			return end, true
		}
	}
	return "", false
}

func join(words []string) string { return strings.Join(words, " ") }

// fold lowers case and makes every run of white space one space.
func fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// wordsBefore returns the last words of s on its last line.
func wordsBefore(s string) string {
	s = s[strings.LastIndexFunc(s, isLineBreak)+1:]
	words := strings.Fields(s)
	return join(words[max(0, len(words)-contextWords):])
}

// wordsAfter returns the first words of s on its first line.
func wordsAfter(s string) string {
	if i := strings.IndexFunc(s, isLineBreak); i >= 0 {
		s = s[:i]
	}
	words := strings.Fields(s)
	return join(words[:min(len(words), contextWords)])
}

func isLineBreak(r rune) bool { return breaksLine(r) || r == '\v' || r == '\f' || r == '\u0085' }
