package figure

import "strings"

// A question asks for a figure if it holds one of the phrases of its language's table, such as "how many" or "what
// year". "How did", "why" and "who" ask for none; "when" asks for a date only as a question word, before a verb such
// as "did" or at the end, not in "what happens when". What is counted follows the phrase: "how many armed men were"
// asks for men; where it is a unit the question asks for a length of time or a measure.

// Ask is what a question asks for.
type Ask struct {
	// Kinds are the kinds of figure that can answer, the likeliest first.
	Kinds []Kind
	// Noun is the thing counted, in lower case, "" where the question names none.
	Noun string
	// Unit restricts the answer to a unit of measure; "" admits all.
	Unit string

	life life // the end of a life that is asked for
	past bool // the question is about the past
}

// asking is a phrase that asks for a figure.
type asking struct {
	phrase []string
	kinds  []Kind
	noun   bool   // the thing counted follows
	counts string // the thing counted, where the phrase itself says it
	verb   bool   // counts only as a question word: before an auxiliary, or at an end of the question
	front  bool   // counts only at the front of the question
	unless []string
}

// Asks reports what figure a question in a language ("" for English) asks for; ok is false if it asks for none.
func Asks(question, language string) (ask Ask, ok bool) {
	s := &scan{text: question, words: vocabularyFor(language), toks: tokenize(nil, question)}
	for _, a := range s.words.asks {
		for i := range s.toks {
			end := i + len(a.phrase)
			if s.follows(i, a.phrase) && !s.is(end, a.unless...) && (!a.verb || s.questionWord(i, end)) && (!a.front || i == 0) {
				ask := s.asked(a, end)
				ask.life, ask.past = s.lifeAsked(), s.asksPast()
				return ask, true
			}
		}
	}
	if s.asksPrice() {
		return Ask{Kinds: []Kind{Money}}, true
	}
	return Ask{}, false
}

// asksPrice reports whether the question is of the form "what does a ticket cost".
func (s *scan) asksPrice() bool {
	last := len(s.toks) - 1
	for last > 1 && s.at(last).kind == symbol {
		last--
	}
	return s.is(0, "what") && s.is(1, "do", "does", "did", "will", "would") && s.is(last, "cost")
}

// asked completes a with what follows its phrase.
func (s *scan) asked(a asking, end int) Ask {
	ask := Ask{Kinds: a.kinds, Noun: a.counts}
	if !a.noun {
		return s.restrict(ask, end)
	}
	ask.Noun = s.askedNoun(end)
	if unit, ok := s.words.units[ask.Noun]; ok && s.words.money[ask.Noun].code == "" {
		return Ask{Kinds: []Kind{Measure}, Unit: unit.base}
	}
	switch {
	case s.asksDuration(end):
		return Ask{Kinds: []Kind{Duration, Age}}
	case s.words.money[ask.Noun].code != "":
		return Ask{Kinds: []Kind{Money}}
	case s.is(end, "times"):
		return Ask{Kinds: []Kind{Count}, Noun: "times"}
	case s.percentWord(end):
		return Ask{Kinds: []Kind{Percent}}
	}
	return ask
}

// restrict moves Money to the front where the rest of a "how much" speaks of paying.
func (s *scan) restrict(ask Ask, end int) Ask {
	if len(ask.Kinds) < 2 || ask.Kinds[0] != Money {
		return ask
	}
	for k := end; k < len(s.toks); k++ {
		if paying[s.low(k)] {
			return Ask{Kinds: []Kind{Money}}
		}
	}
	if s.is(end, s.words.of...) {
		return Ask{Kinds: []Kind{Percent, Money, Measure, Count}}
	}
	return ask
}

var paying = set(`paid pay pays cost costs spend spent spends worth owe owes owed charge charged fine fined earn earned
	earns money price priced donate donated invest invested raise raised budget salary debt revenue bid sell sold buy
	bought loan lend borrow stolen damages coûte coûté payé payer vaut kostet kostete gekostet bezahlt gezahlt zahlen
	wert cuesta costó costar pagó pagar vale стоит стоил стоила стоило заплатил заплатили заплатила`)

// askedNoun returns the head noun after "how many".
func (s *scan) askedNoun(i int) string {
	for s.is(i, s.words.of...) || s.is(i, "the", "these", "those", "de", "der", "des") {
		i++
	}
	noun, _ := s.noun(i, 2, false)
	if noun == "" && s.at(i).kind == word && s.words.units[s.low(i)].base != "" {
		return s.low(i)
	}
	return noun
}

// asksDuration reports whether the noun group at token i ends with a length of time: "how many paid days".
func (s *scan) asksDuration(i int) bool {
	k := i
	for k < i+groupLength && s.inGroup(k) {
		k++
	}
	return s.words.durations[s.low(k)] > 0
}

func (s *scan) percentWord(i int) bool {
	for _, p := range s.words.percent {
		if s.follows(i, p) {
			return true
		}
	}
	return false
}

// questionWord reports whether the phrase from token i up to end asks, rather than opens a clause.
func (s *scan) questionWord(i, end int) bool {
	if t := s.at(end); t.kind == gap || t.low == "?" {
		return true
	}
	atFront := s.at(i-1).kind == gap || s.at(i-1).kind == symbol || s.is(i-1, "since", "until", "till", "exactly", "and", "seit", "bis", "depuis", "desde", "hasta", "с", "до")
	return atFront && (auxiliaries[s.low(end)] || s.words != &english)
}

var auxiliaries = set("did do does was were is are has have had will would can could should may might must exactly s in")

// accepts returns the place of f's kind among those that answer, -1 if f cannot answer.
func (a Ask) accepts(f Figure) int {
	if a.Unit != "" && a.Unit != f.Unit {
		return -1
	}
	for i, k := range a.Kinds {
		if k == f.Kind {
			return i
		}
	}
	return -1
}

// askTable builds the phrases of a language. Each line is kinds, a colon, phrases set apart by commas; a star marks
// phrases followed by what is counted, "people" those that count people without saying so, an exclamation mark those
// that count only as question words, a caret those that do only at the front, as in a query of keywords.
func askTable(lines ...string) []asking {
	var all []asking
	for _, line := range lines {
		kinds, list, _ := strings.Cut(line, ":")
		a := asking{noun: strings.Contains(kinds, "*"), verb: strings.Contains(kinds, "!"), front: strings.Contains(kinds, "^")}
		for _, k := range strings.Fields(strings.NewReplacer("*", "", "!", "", "^", "").Replace(kinds)) {
			if k == "people" {
				a.counts = k
				continue
			}
			a.kinds = append(a.kinds, Kind(k))
		}
		for _, p := range split(list) {
			a.phrase = p
			all = append(all, a)
		}
	}
	return all
}
