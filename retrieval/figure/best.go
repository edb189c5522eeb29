package figure

import (
	"sort"
	"strings"
	"unicode"

	"pullquote/corpus"
)

// Which figure of a sentence answers a question is decided in this order: the kinds in the order the question prefers
// them; the noun (see nearness); then the distance in words to the matched words of the question, where a word that
// is only the noun asked for does not count. A figure behind a matched word and behind the next conjunction belongs
// to the next clause: in "eight were killed and 300 hurt", 300 is not near "killed".

const (
	farthest    = 20  // words; beyond that, distance says nothing
	clauseBreak = 12  // words that a conjunction is worth
	window      = 400 // bytes looked at between a figure and a matched word
)

// Best returns the figures among figs that answer ask, the main one first and then those coordinated with it, as in
// "26 protesters and 18 troops were killed". Figs are those of one sentence or passage, text is what their spans refer
// to, and focus are the matched words of the question. The list is empty if none can answer.
func Best(figs []Figure, ask Ask, text string, focus []corpus.Span) []Figure {
	best, rank := -1, [3]int{}
	for i, f := range figs {
		kind, noun := ask.accepts(f), nearness(ask.Noun, f.Noun)
		if kind < 0 || noun < 0 && f.Kind == Count {
			continue
		}
		r := [3]int{kind, -noun, remoteness(f, ask, text, focus)}
		if best < 0 || less(r, rank) {
			best, rank = i, r
		}
	}
	if best < 0 {
		return nil
	}
	return coordinated(figs, best, ask, text)
}

func less(a, b [3]int) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// remoteness is the sum of the distances of f to the words of focus.
func remoteness(f Figure, ask Ask, text string, focus []corpus.Span) int {
	sum := 0
	for _, w := range focus {
		if w.Start < 0 || w.End > len(text) || w.Start > w.End {
			continue
		}
		if low := strings.ToLower(text[w.Start:w.End]); ask.Noun != "" && singular(low) == singular(ask.Noun) || low == f.Noun {
			continue
		}
		sum += apart(f, text, w)
	}
	return sum
}

// apart is the distance in words of f from one matched word.
func apart(f Figure, text string, w corpus.Span) int {
	phrase := f.phrase()
	switch {
	case phrase.Overlaps(w):
		return 0
	case w.Start >= phrase.End:
		if w.Start-phrase.End > window {
			return farthest
		}
		n, _ := wordsBetween(text[phrase.End:w.Start])
		return min(n, farthest)
	}
	if f.Start-w.End > window || w.End > f.Start {
		return farthest
	}
	n, breaks := wordsBetween(text[w.End:f.Start])
	if breaks {
		n += clauseBreak
	}
	return min(n, farthest)
}

// phrase is f with its noun.
func (f Figure) phrase() corpus.Span {
	if f.Phrase.Len() == 0 {
		return f.Span
	}
	return f.Phrase
}

// wordsBetween counts the words of s and reports whether a conjunction or a mark that ends a clause is among them.
func wordsBetween(s string) (n int, breaks bool) {
	for _, w := range strings.FieldsFunc(s, unicode.IsSpace) {
		w = strings.ToLower(w)
		breaks = breaks || conjunctions[strings.Trim(w, ",;:.")] || strings.ContainsAny(w, ";.")
		if strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			n++
		}
	}
	return n, breaks
}

var conjunctions = set("and but while whereas as when und aber während et mais tandis y pero mientras и а но")

// coordinated returns figure main of figs and those joined to it by a comma or "and", in order behind it.
func coordinated(figs []Figure, main int, ask Ask, text string) []Figure {
	first, last := main, main
	for first > 0 && joins(figs[first-1], figs[first], ask, text) {
		first--
	}
	for last+1 < len(figs) && joins(figs[last], figs[last+1], ask, text) {
		last++
	}
	all := []Figure{figs[main]}
	for i := first; i <= last; i++ {
		if i != main {
			all = append(all, figs[i])
		}
	}
	rest := all[1:]
	sort.SliceStable(rest, func(i, k int) bool { return rest[i].Start < rest[k].Start })
	return all
}

// joins reports whether g follows f with nothing but "and" or a comma between, and both answer ask.
func joins(f, g Figure, ask Ask, text string) bool {
	if f.Kind != g.Kind || f.Unit != g.Unit || ask.accepts(g) < 0 || ask.accepts(f) < 0 || f.Kind == Date {
		return false
	}
	if f.Kind == Count && (nearness(ask.Noun, f.Noun) < 0 || nearness(ask.Noun, g.Noun) < 0) {
		return false
	}
	end := f.phrase().End
	if end > g.Start || g.Start > len(text) {
		return false
	}
	switch normalWords(text[end:g.Start]) {
	case "and", ", and", "or", ",", "as well as", ", as well as", "along with", "&", "plus", "und", "et", "y", "и":
		return true
	}
	return false
}

func normalWords(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
