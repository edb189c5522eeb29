package retrieval

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"pullquote/corpus"
	"pullquote/retrieval/figure"
	"pullquote/retrieval/name"
)

// A sentence may hold several names that could answer. The one that stands nearest to what is asked about it is taken,
// counted in words, a clause's end being worth several; a place is looked for after "in" and the like, a person
// elsewhere, and what the question holds already is no answer.

const (
	// mostApart is the most words that a name may stand apart from what is asked about it.
	mostApart = 19
	// clauseEnd is the words that a mark or a conjunction between a name and a word of the question is worth.
	clauseEnd = 8
	// wrongPlace is the words that a name is farther where its preposition does not fit what is asked, or where only the
	// start of the sentence gives it a capital, wrongForm where it is a title and no title is asked for.
	wrongPlace = 6
	wrongForm  = 10
	// partlyAsked is for each word of a name that the question holds, rightNoun for the very noun that it asks for.
	partlyAsked = 2
	rightNoun   = 5
	// besideName is the most words that a figure may stand apart from a name of the question to be said of it where the
	// text says nothing else that is asked: "Varn, a mill of 1911".
	besideName = 8
	// toldSafety is how safely a word of the question is said at least to tell what a figure is of: not by kin that say
	// it only where the rest of the sentence agrees.
	toldSafety = .45 * kinFactor
)

// value is what a sentence states: figures or a name.
type value struct {
	figures []figure.Figure // with places in the document, those taken to be meant
	others  []figure.Figure // all of the kind asked for
	name    name.Name       // with its place in the document; empty where figures are
	names   []name.Name     // all that could answer
	apart   int             // in words from what it is said of, at most figure.Farthest
}

// isEmpty reports whether nothing is stated.
func (v *value) isEmpty() bool { return len(v.figures) == 0 && len(v.names) == 0 }

// value returns what a sentence states in answer to the question; ok is false if it states nothing. It is found once: the
// score of a sentence may need it, and so may every grouping.
func (p *plan) value(s *sentence) (v value, ok bool) {
	if s.states == nil {
		found := p.findValue(s)
		s.states = &found
	}
	return *s.states, !s.states.isEmpty()
}

// findValue returns what a sentence states, an empty value if that is nothing.
func (p *plan) findValue(s *sentence) value {
	switch {
	case p.asks == asksFigure && s.features[figureFeature] > 0:
		return p.figureValue(s)
	case p.name.slot != slotNone && s.span().Len() <= longestStating:
		return p.nameValue(s)
	}
	return value{}
}

// figureValue returns the figures of the sentence that answer the question, empty where they are said of nothing that is
// asked.
func (p *plan) figureValue(s *sentence) value {
	text, said, names := s.text(), p.heaviest(s, false), p.heaviest(s, true)
	best, apart := figure.Nearest(s.told, p.figure, text, said)
	named, besides := figure.Nearest(s.told, p.figure, text, names)
	if besides > besideName && !p.isTold(s) {
		return value{}
	}
	if len(said) == 0 {
		best = named
	}
	var others []figure.Figure
	for i := range s.told {
		others = append(others, figure.Best(s.told[i:i+1], p.figure, text, nil)...)
	}
	start := s.span().Start
	return value{figures: shifted(best, start), others: shifted(others, start), apart: apart}
}

// shifted returns figures with their places moved by n bytes.
func shifted(figs []figure.Figure, n int) []figure.Figure {
	out := slices.Clone(figs)
	for i, f := range out {
		out[i].Span, out[i].Phrase = f.Shift(n), f.Phrase.Shift(n)
	}
	return out
}

// isTold reports whether a sentence, the block before it or the title holds something of what the question says, beside
// names and the thing that is counted: a figure beside nothing but the name was counted of something else. It does where
// the question says nothing else.
func (p *plan) isTold(s *sentence) bool {
	says := false
	for i, w := range s.query.words {
		switch {
		case w.name || w.history || strings.EqualFold(w.surface, p.figure.Noun):
		case s.isSaidInBlock(i):
			return true
		default:
			says = true
		}
	}
	return !says
}

// isSaidInBlock reports whether the sentence, one before it in its block, or the title holds a word of the question.
func (s *sentence) isSaidInBlock(word int) bool {
	if s.inTitle.safety(word) >= toldSafety {
		return true
	}
	for i := s.at; i >= 0 && s.sameBlock(i); i-- {
		if s.found[i].safety(word) >= toldSafety {
			return true
		}
	}
	return false
}

// nameValue returns the name of the sentence that answers the question, empty where none stands near enough to what is
// asked.
func (p *plan) nameValue(s *sentence) value {
	names := p.candidates(s)
	if len(names) == 0 {
		return value{}
	}
	text, focus := s.text(), p.focus(s)
	best, nearest := 0, math.MaxInt
	for i, n := range names {
		if d := p.distance(n, text, focus); d < nearest {
			best, nearest = i, d
		}
	}
	if nearest > mostApart {
		return value{}
	}
	start := s.span().Start
	for i := range names {
		names[i].Span = names[i].Shift(start)
	}
	return value{name: names[best], names: names, apart: max(0, nearest)}
}

// candidates returns the names of a sentence that may answer the question, with places in the sentence.
func (p *plan) candidates(s *sentence) []name.Name {
	text := s.text()
	if p.name.slot == slotCategory {
		return p.unasked(p.name.category.Find(text))
	}
	if s.Document().Metadata().Language.Value == "de" {
		return nil // every noun has a capital
	}
	found := name.Find(text, s.query.tongue.writesSmall)
	found = slices.DeleteFunc(found, func(n name.Name) bool { return n.Doubtful && s.matched(n.Span) })
	if p.name.slot == slotPlace {
		found = slices.DeleteFunc(found, func(n name.Name) bool { return n.Titled })
		found = joinPlaces(found, text)
	}
	return p.unasked(found)
}

// matched reports whether a place in the sentence is one of a word of the question itself, in whatever form.
func (s *sentence) matched(at corpus.Span) bool {
	return slices.ContainsFunc(s.found[s.at], func(m match) bool { return m.safety == 1 && m.Shift(-s.span().Start).Overlaps(at) })
}

// writesSmall reports whether some passage has a capitalised word in small letters, or the first part of a compound: then
// it is an ordinary word.
func (t *tongue) writesSmall(word string) bool {
	first, _, _ := strings.Cut(word, "-")
	return t.vocabulary.Count(t.analyzer.Term(first)).Small > 0
}

// unasked leaves out the names of which the question holds every word.
func (p *plan) unasked(found []name.Name) []name.Name {
	return slices.DeleteFunc(found, func(n name.Name) bool {
		return !slices.ContainsFunc(n.Words(), func(w string) bool { return !p.isAskedBare(w) })
	})
}

// joinPlaces makes one name of a place and what it lies in: "Varn, Ostland".
func joinPlaces(found []name.Name, text string) []name.Name {
	var out []name.Name
	for _, n := range found {
		if k := len(out) - 1; k >= 0 && out[k].End <= n.Start && strings.TrimSpace(text[out[k].End:n.Start]) == "," {
			out[k] = name.Join(out[k], n)
			continue
		}
		out = append(out, n)
	}
	return out
}

// distance returns how far a name is from the nearest word of focus, in words, and farther where its form is not that
// of what is asked for.
func (p *plan) distance(n name.Name, text string, focus []corpus.Span) int {
	least := figure.Farthest
	for _, w := range focus {
		least = wordsApart(text, n.Span, w, least)
	}
	switch {
	case p.name.slot == slotPlace && !placeWords[n.Before]:
		least += wrongPlace
	case p.name.slot == slotPerson && placeWords[n.Before]:
		least += wrongPlace
	}
	if n.Quoted && p.name.slot != slotNamed {
		least += wrongForm
	}
	if n.Doubtful {
		least += wrongPlace
	}
	for _, w := range n.Words() {
		switch {
		case w == p.name.head:
			return least - rightNoun
		case p.isAskedBare(w):
			least += partlyAsked
		}
	}
	return least
}

// placeWords stand before the names of places.
var placeWords = wordSet("in at near from to into outside inside around across throughout within of en à in bei aus в из")

// wordsApart counts the words between two places of a text, and clauseEnd for what ends a clause between them, and no
// further than most.
func wordsApart(text string, a, b corpus.Span, most int) int {
	if a.Overlaps(b) {
		return 0
	}
	if a.Start > b.Start {
		a, b = b, a
	}
	n := 0
	between := text[a.End:b.Start]
	for w := range strings.FieldsSeq(between) {
		if n >= most {
			break
		}
		if strings.ContainsFunc(w, isClauseMark) || clauseWords[strings.ToLower(w)] {
			n += clauseEnd
		}
		if unicode.IsLetter(firstRune(w)) {
			n++
		}
	}
	return min(n, most)
}

func isClauseMark(r rune) bool { return r == ';' || r == '.' || r == ':' }

var clauseWords = wordSet("and but while whereas when und aber während et mais y pero и а но")
