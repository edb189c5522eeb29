package retrieval

import (
	"cmp"
	"slices"

	"pullquote/corpus"
	"pullquote/retrieval/figure"
)

// Of every source that states a value one excerpt is taken. It must hold nearly as much of the question as the best does
// of any source, and of several the one is taken whose value stands beside what it is said of.

const (
	// keyFloor is the share of what the best sentence holds of the question, without the thing that is counted, that
	// another sentence must hold to be set beside it: a figure of the arrested is none of the killed.
	keyFloor = .6
	// nameFloor is the same for the names of the question, which text before the sentence may hold.
	nameFloor = .5
	// scoreFloor is the share of the best sentence's score, nameScoreFloor that of one that states a name: names stand in
	// every sentence, figures of the kind asked for do not.
	scoreFloor     = .5
	nameScoreFloor = .65
	// bondWeight is what it adds to a sentence's score, where one of a source is chosen, that the value stands right
	// beside what it is said of.
	bondWeight = .4
)

// stated is the excerpt of one source that states a value.
type stated struct {
	excerpt
	value
	key     float64 // the share of the question it holds, without the thing that is counted
	foreign bool    // said of another time than the one asked about
}

// statements returns what sentences state that hold nearly as much of the question and its names as any does and score
// nearly as well, the best first.
func (p *plan) statements(sentences []*sentence) []stated {
	keys := make([]float64, len(sentences))
	most, names := 0.0, 0.0
	for i, x := range sentences {
		keys[i] = p.key(x)
		most, names = max(most, keys[i]), max(names, x.features[namesFeature])
	}
	var found []stated
	for i, x := range sentences {
		if x.score < p.scoreFloor()*sentences[0].score {
			break
		}
		if keys[i] == 0 || keys[i] < keyFloor*most || x.features[namesFeature] < nameFloor*names {
			continue
		}
		if v, ok := p.value(x); ok {
			found = append(found, stated{excerpt: grow(x), value: v, key: keys[i]})
		}
	}
	return found
}

func (p *plan) scoreFloor() float64 {
	if p.asks == asksFigure {
		return scoreFloor
	}
	return nameScoreFloor
}

// perSource keeps of every source the excerpt that is worth most, the best first.
func perSource(found []stated) []stated {
	var out []stated
	at := map[*corpus.Document]int{}
	for _, s := range found {
		i, known := at[s.Document()]
		switch {
		case !known:
			at[s.Document()] = len(out)
			out = append(out, s)
		case s.worth() > out[i].worth():
			out[i] = s
		}
	}
	slices.SortStableFunc(out, func(a, b stated) int { return cmp.Compare(b.score, a.score) })
	return out
}

// without leaves out what comes from a source that others are from.
func without(found, others []stated) []stated {
	return slices.DeleteFunc(found, func(f stated) bool {
		return slices.ContainsFunc(others, func(o stated) bool { return o.Document() == f.Document() })
	})
}

// worth is what an excerpt is worth beside others of its source.
func (s stated) worth() float64 { return rounded(s.score + bondWeight*s.bond()) }

// bond is between 0 and 1, the higher the nearer the value is to what it is said of, and the more of that the sentence
// holds.
func (s stated) bond() float64 {
	if s.apart == 0 {
		return 1
	}
	return (1 - float64(s.apart)/figure.Farthest) * s.said()
}

// said returns the share of what the question says of its names, by weight, that the sentence holds.
func (s stated) said() float64 {
	return s.query.share(1, func(i int, w queryWord) float64 {
		switch {
		case w.name || w.history:
			return notCounted
		case s.found[s.at].safety(i) > 0:
			return 1
		}
		return 0
	})
}

// contextShare is what a word of the question counts that is no name and only stands before the sentence,
// alikeContextShare the same where words count alike.
const (
	contextShare      = .4
	alikeContextShare = .1
)

// key returns the share of the question's weight, without the thing that is counted, that a sentence holds, or its
// passage up to it. Names there count in full, and so do kin: what is stated of the detained is stated of the arrested.
// Dates and places stand in every second sentence and bind to nothing as a count does to its noun: where one is asked for,
// the share is also that of the words alike, so that a common subject is not passed over for a rare verb.
func (p *plan) key(x *sentence) float64 {
	key := x.query.share(1, func(i int, w queryWord) float64 { return p.held(x, i, w, contextShare) })
	if !p.asksDate() && p.name.slot != slotPlace {
		return key
	}
	held, all := 0.0, 0.0
	for i, w := range x.query.words {
		if part := p.held(x, i, w, alikeContextShare); part != notCounted {
			held, all = held+part, all+1
		}
	}
	return min(key, held/max(1, all))
}

// held returns how much of a word of the question a sentence holds: all where it says it, or a name before it; context
// where another word is said before it.
func (p *plan) held(x *sentence, word int, w queryWord, context float64) float64 {
	switch {
	case p.isCounted(x.query, w) || w.history:
		return notCounted
	case x.found[x.at].safety(word) > 0:
		return 1
	case x.safetyIn(word, 0, x.at) == 0:
		return 0
	case w.name:
		return 1
	}
	return context
}

func (p *plan) asksDate() bool {
	return p.asks == asksFigure && slices.Contains(p.figure.Kinds, figure.Date)
}

// shown returns the place of the stated value, from the first of its figures to the end of the last.
func (s stated) shown() *Value {
	if len(s.value.figures) == 0 {
		return &Value{Span: s.name.Span, Kind: kindName}
	}
	v := &Value{Span: s.value.figures[0].Span, Kind: string(s.value.figures[0].Kind)}
	for _, f := range s.value.figures[1:] {
		v.Start = min(v.Start, f.Start)
		v.End = max(v.End, f.Phrase.End)
	}
	return v
}

// kindName is the Kind of a Value that is a name.
const kindName = "name"
