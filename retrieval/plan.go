package retrieval

import (
	"slices"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/figure"
	"pullquote/retrieval/name"
)

// plan is what a question asks for, whatever language the documents are written in.
type plan struct {
	asks   asks
	figure figure.Ask      // what figure is asked for, if asks is asksFigure
	name   wanted          // what name is asked for, if asks is not asksFigure
	asked  map[string]bool // the question's words in lower case
	bare   map[string]bool // the same, without diacritics and genitive endings
	dates  []figure.Figure // the dates with a year that the question names

	figures figure.Reader // for all sentences
}

// newPlan reads the question's form; language is the one the question is written in, "" if it is not known. A follow-up
// that has no question word of its own asks for what the asker's turn before it did, be it the same with that one.
func newPlan(q Question, language string) *plan {
	p, asked := readPlan(q.Text, language), q.Text
	for _, turn := range slices.Backward(askersTurns(q.History)) {
		if p.asksSomething() || !isElliptical(asked) {
			break
		}
		before := readPlan(turn, language)
		p.asks, p.figure, p.name = before.asks, before.figure, before.name
		asked = turn
	}
	return p
}

// asksSomething reports whether the question's form tells what is asked for.
func (p *plan) asksSomething() bool { return p.asks != asksOther || p.name.slot != slotNone }

// readPlan reads a single turn. One that is all in capitals is read as if it were in small letters: its capitals are no
// sign of names.
func readPlan(question, language string) *plan {
	if strings.ToUpper(question) == question {
		question = strings.ToLower(question)
	}
	p := &plan{asks: readAsks(question), asked: map[string]bool{}, bare: map[string]bool{}}
	if ask, ok := figure.Asks(question, language); ok {
		p.asks, p.figure = asksFigure, ask
	} else {
		p.name = readSlot(question, p.asks)
		p.asks = p.name.asks(p.asks)
	}
	for _, tok := range analysis.For("").Tokens(question) {
		p.asked[strings.ToLower(question[tok.Start:tok.End])] = true
		for _, w := range name.New(tok.Span, question).Words() {
			p.bare[w] = true
		}
	}
	for _, f := range figure.Find(question, language, corpus.Date{}) {
		if f.Kind == figure.Date && f.Date.Year != 0 {
			p.dates = append(p.dates, f)
		}
	}
	return p
}

// wantsValue reports whether sources are asked for a value that can be compared: a figure or a name.
func (p *plan) wantsValue() bool { return p.asks == asksFigure || p.name.slot != slotNone }

// isAsked reports whether the question holds a word, whatever its case.
func (p *plan) isAsked(word string) bool { return p.asked[strings.ToLower(word)] }

// isAskedBare reports whether the question holds a word that is given in lower case without diacritics.
func (p *plan) isAskedBare(word string) bool { return p.bare[word] }

// longestStating is how many bytes a sentence has at most that is taken to state something: what is longer is a list or a
// table without stops, more than a message has room for, and would take time by the square of its length.
const longestStating = 4000

// read finds in a sentence what the question asks for, and reports whether there is a sign of it.
func (p *plan) read(s *sentence) bool {
	if s.span().Len() > longestStating {
		return false
	}
	if p.asks == asksFigure {
		meta := s.Document().Metadata()
		s.told = p.figures.Find(s.text(), meta.Language.Value, meta.Published)
		return figure.Answers(s.told, p.figure, s.text())
	}
	if p.asks == asksPerson && p.name.slot != slotNone {
		_, ok := p.value(s)
		return ok
	}
	return p.asks.cue(s.text(), p.isAsked)
}

// focus returns the places, in the sentence, of the matched words that the value must be about: what is said of the
// subject rather than its name, because the year beside "Holm" need not be the one she was elected in, and of that the
// words that weigh most. Where the sentence says nothing of it the names must do.
func (p *plan) focus(s *sentence) []corpus.Span {
	if said := p.heaviest(s, false); len(said) > 0 {
		return said
	}
	return p.heaviest(s, true)
}

// heaviest returns the places, in the sentence, of the matched words, or names, that weigh most.
func (p *plan) heaviest(s *sentence, names bool) []corpus.Span {
	const share = .6 // of the heaviest
	weigh := func(m match) float64 {
		if s.query.words[m.word].name != names {
			return 0
		}
		return p.keyWeight(s, m)
	}
	most := 0.0
	for _, m := range s.found[s.at] {
		most = max(most, weigh(m))
	}
	var out []corpus.Span
	for _, m := range s.found[s.at] {
		if w := weigh(m); w > 0 && w >= share*most {
			out = append(out, m.Shift(-s.span().Start))
		}
	}
	return out
}

// keyWeight is what a match weighs, nothing if it is only the thing that is counted.
func (p *plan) keyWeight(s *sentence, m match) float64 {
	w := s.query.words[m.word]
	if p.isCounted(s.query, w) {
		return 0
	}
	return m.safety * w.weight()
}

// isCounted reports whether a word of the question only says that persons or things are counted: the people of "how
// many people were arrested".
func (p *plan) isCounted(q *query, w queryWord) bool {
	return strings.EqualFold(w.surface, p.figure.Noun) && q.tongue.analyzer.IsLight(strings.ToLower(w.surface))
}

// isElliptical reports whether a question is a follow-up that leaves out what it asks for: "and killed?", "what about Varn?"
func isElliptical(question string) bool {
	words := lowerWords(question)
	return len(words) > 1 && (joiners[words[0]] || words[1] == "about" && (words[0] == "what" || words[0] == "how"))
}

// joiners begin a question that goes on from the one before.
var joiners = wordSet("and or und oder et ou y o и или")
