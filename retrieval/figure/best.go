package figure

import (
	"regexp"
	"strings"
	"unicode"

	"pullquote/corpus"
)

// Which figure of a sentence answers a question is decided in this order: the kinds in the order the question prefers
// them; the noun (see fit); the end of a life that is asked for; then the distance in words to the matched words of the
// question, farther for a date that cannot be told ("today"), where a word that is only the noun asked for, or stands
// before all figures, does not count; where no word tells, the first is taken. A figure behind a matched word and behind
// the next conjunction belongs to the next clause: in "eight were killed and 300 hurt", 300 is not near "killed".

const (
	// Farthest is the distance in words beyond which it says nothing.
	Farthest    = 20
	clauseBreak = 12  // words that a conjunction is worth
	untoldApart = 2   // words that a date that cannot be told is farther
	window      = 400 // bytes looked at between a figure and a matched word
)

// Best returns the figures among figs that answer ask: the one that does best, or where it is coordinated with others,
// as in "26 protesters and 18 troops were killed", all of them in the order of the text. Figs are those of one sentence
// or passage, text is what their spans refer to, and focus are the matched words of the question. The list is empty if
// none can answer.
func Best(figs []Figure, ask Ask, text string, focus []corpus.Span) []Figure {
	best, _ := Nearest(figs, ask, text, focus)
	return best
}

// Nearest returns what [Best] returns and how far the best figure stands from the nearest word of focus that can tell it
// from others, in words and at most Farthest: 0 where it is said of the word by its form, Farthest where no word can
// tell.
func Nearest(figs []Figure, ask Ask, text string, focus []corpus.Span) (best []Figure, apart int) {
	i := bestOf(figs, ask, text, telling(figs, ask, text, focus))
	if i < 0 {
		return nil, Farthest
	}
	return coordinated(figs, i, ask, text), ask.apart(figs, i, text, focus)
}

// Answers reports whether a figure among figs answers ask: whether [Best] would return any, whatever the focus.
func Answers(figs []Figure, ask Ask, text string) bool {
	for i := range figs {
		if ask.answeredBy(figs, i, text) {
			return true
		}
	}
	return false
}

// answeredBy reports whether figure i of figs can be the one that answers.
func (a Ask) answeredBy(figs []Figure, i int, text string) bool {
	f := figs[i]
	return a.admits(f) && !isBareRank(f, text) && !(a.past && foretold(f, text)) && !a.isOtherEnd(figs, i, text)
}

// bestOf returns the place of the figure that answers best, -1 if none does.
func bestOf(figs []Figure, ask Ask, text string, focus []corpus.Span) int {
	best, rank := -1, [5]int{}
	for i, f := range figs {
		if !ask.answeredBy(figs, i, text) {
			continue
		}
		far := remoteness(f, text, focus) + untoldApart*oneIf(f.words != "" && len(focus) > 0)
		r := [5]int{ask.accepts(f), -ask.fit(figs, i, text), ask.misfit(figs, i, text), oneIf(aside(figs, i, text) || partOf(figs, i, text)), far}
		if best < 0 || less(r, rank) {
			best, rank = i, r
		}
	}
	return best
}

// fit says how well what figure i counts fits the noun asked for, as nearness does. Where persons of any sort are asked
// for, one word for persons is as good as another, and a count without a noun goes on from one of persons before it: in
// "nine people died and 60 are missing", 60 are people. So are the hurt of "12 hurt".
func (a Ask) fit(figs []Figure, i int, text string) int {
	fit := nearness(a.Noun, figs[i].Noun)
	if classOf(a.Noun) == person && outcomeOf(figs[i], text) != noOutcome {
		fit = max(fit, akin)
	}
	if !generic[singular(a.Noun)] || figs[i].Kind != Count {
		return fit
	}
	if figs[i].Noun == "" && i > 0 && figs[i-1].Kind == Count && nearness(a.Noun, figs[i-1].Noun) >= akin {
		return akin
	}
	return min(fit, akin)
}

// misfit is 0 where figure i is the end of a life that is asked for, or none is, and 1 where nothing tells.
func (a Ask) misfit(figs []Figure, i int, text string) int {
	return oneIf(a.life != noLife && lifeOf(figs, i, text) != a.life)
}

// isOtherEnd reports whether figure i is the end of a life that is not asked for.
func (a Ask) isOtherEnd(figs []Figure, i int, text string) bool {
	end := lifeOf(figs, i, text)
	return a.life != noLife && end != noLife && end != a.life
}

// apart is the distance in words of figure i from the nearest word of focus.
func (a Ask) apart(figs []Figure, i int, text string, focus []corpus.Span) int {
	if a.life != noLife && lifeOf(figs, i, text) == a.life {
		return 0
	}
	least := Farthest
	for _, w := range focus {
		if w.Start >= 0 && w.Start <= w.End && w.End <= len(text) {
			least = min(least, apart(figs[i], text, w))
		}
	}
	return least
}

func less(a, b [5]int) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// isBareRank reports whether f is a rank in nothing that can be measured: "the second strike", unlike "the ninth largest".
func isBareRank(f Figure, text string) bool {
	return f.Kind == Ordinal && !superlative.MatchString(text[min(f.End, len(text)):])
}

var superlative = regexp.MustCompile(`^[ -](?:most|least|\p{L}{2,}est)\b`)

// admits reports whether f can answer at all.
func (a Ask) admits(f Figure) bool {
	counted := f.Kind != Count || nearness(a.Noun, f.Noun) >= 0 || outcomes[f.Noun] != noOutcome && classOf(a.Noun) == person
	return counted && a.accepts(f) >= 0
}

// aside reports whether figure i repeats the one before it in parentheses, in another unit.
func aside(figs []Figure, i int, text string) bool {
	if i == 0 || figs[i-1].Kind != figs[i].Kind || figs[i].Kind == Date || figs[i-1].End > figs[i].Start || figs[i].Start > len(text) {
		return false
	}
	return strings.TrimSpace(text[figs[i-1].End:figs[i].Start]) == "("
}

// partOf reports whether figure i is a share of a count before it: "88 were hurt, twelve of them badly".
func partOf(figs []Figure, i int, text string) bool {
	if i == 0 || figs[i].Kind != Count || figs[i].End > len(text) {
		return false
	}
	after := strings.ToLower(strings.TrimLeft(text[figs[i].End:], " "))
	for _, of := range []string{"of them", "of whom", "of which", "of these", "of those"} {
		if strings.HasPrefix(after, of) {
			return true
		}
	}
	return false
}

// telling returns the words of focus that can tell the figures apart: not the noun asked for, and nothing before the
// first figure, which is the common subject of all of them.
func telling(figs []Figure, ask Ask, text string, focus []corpus.Span) []corpus.Span {
	start := len(text)
	for _, f := range figs {
		if ask.admits(f) {
			start = min(start, f.Start)
		}
	}
	var words []corpus.Span
	for _, w := range focus {
		if w.Start < 0 || w.End > len(text) || w.Start > w.End || w.End <= start {
			continue
		}
		if ask.Noun == "" || singular(strings.ToLower(text[w.Start:w.End])) != singular(ask.Noun) {
			words = append(words, w)
		}
	}
	return words
}

// remoteness is the sum of the distances of f to the words of focus.
func remoteness(f Figure, text string, focus []corpus.Span) int {
	sum := 0
	for _, w := range focus {
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
			return Farthest
		}
		n, breaks := wordsBetween(text[phrase.End:w.Start])
		if breaks && f.Kind != Count {
			n += clauseBreak // a count may have a subject with "and": "eight officers and guards were killed"
		}
		return min(n, Farthest)
	}
	if f.Start-w.End > window || w.End > f.Start {
		return Farthest
	}
	n, breaks := wordsBetween(text[w.End:f.Start])
	if breaks {
		n += clauseBreak
	}
	return min(n, Farthest)
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
		if strings.IndexFunc(w, inWord) >= 0 {
			n++
		}
	}
	return n, breaks
}

var conjunctions = set("and but while whereas as when und aber während et mais tandis y pero mientras и а но")

// coordinated returns figure main of figs together with those joined to it by a comma or "and", in the order of the
// text.
func coordinated(figs []Figure, main int, ask Ask, text string) []Figure {
	first, last := main, main
	for first > 0 && joins(figs[first-1], figs[first], ask, text) {
		first--
	}
	for last+1 < len(figs) && joins(figs[last], figs[last+1], ask, text) {
		last++
	}
	if first == last {
		return figs[main : main+1 : main+1]
	}
	return append([]Figure(nil), figs[first:last+1]...)
}

// joins reports whether g follows f with nothing but "and" or a comma between, and both answer ask.
func joins(f, g Figure, ask Ask, text string) bool {
	if f.Kind != g.Kind || f.Unit != g.Unit || ask.accepts(g) < 0 || ask.accepts(f) < 0 || f.Kind == Date {
		return false
	}
	if f.Kind == Count && (nearness(ask.Noun, f.Noun) < 1 || nearness(ask.Noun, g.Noun) < 1) {
		return false
	}
	if a, b := outcomeOf(f, text), outcomeOf(g, text); a != b && a != noOutcome && b != noOutcome {
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

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
