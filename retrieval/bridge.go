package retrieval

import (
	"cmp"
	"slices"

	"pullquote/corpus"
	"pullquote/retrieval/concept"
)

// Where a question and a source say the same thing in different words, a bridge leads from one to the other. Bridges
// come from the lexicon of concepts (English), from the corpus itself, which tells what its abbreviations stand for
// (abbreviation.go), from the moderators' synonyms, and from how words are spelt (variant.go).

// kin is a term that can stand in a source for a term of a question, and how safely, in (0, 1).
type kin struct {
	term   string
	weight float64
	word   string // as people write it
}

// phrase is kin that is no single term: an expression, or a word that counts only in the company of others.
type phrase struct {
	*pattern
	weight float64
	word   string
	// sure is true where the phrase was found in the corpus or named by its moderators: passages are then searched for it,
	// and not only read for it.
	sure bool
}

const (
	// kinFactor is what another word for a word of the question counts beside the word itself.
	kinFactor = .8
	// formWeight is what another form of a word counts: death for die.
	formWeight = .9
	// synonymWeight is what a synonym counts that the moderators of the corpus have named.
	synonymWeight = .9
)

// bridge leads from what is asked to what can stand for it.
type bridge struct {
	asked   *pattern
	kin     []kin
	phrases []phrase
}

// bridges are the bridges of a language by the term that what is asked begins with.
type bridges map[termID][]*bridge

// addConcepts adds the lexicon, whose every word has a term: its tests see to that.
func (t *tongue) addConcepts() {
	contexts, patterns := map[string]map[termID]bool{}, map[concept.Word]*pattern{}
	read := func(w concept.Word) *pattern {
		if patterns[w] == nil {
			p, _ := newPattern(t.analyzer, w.Text)
			if w.Context != "" && contexts[w.Context] == nil {
				contexts[w.Context] = t.termsOf(concept.Context(w.Context))
			}
			p.near = contexts[w.Context]
			patterns[w] = &p
		}
		return patterns[w]
	}
	for asked, words := range concept.All() {
		b := t.bridgeFrom(read(asked))
		for _, k := range words {
			b.add(phrase{pattern: read(k.Word), weight: weightOf(k), word: k.Text}, t)
		}
	}
}

func weightOf(k concept.Kin) float64 {
	if k.Weight == 1 {
		return formWeight
	}
	return kinFactor * k.Weight
}

// termsOf returns the terms of words.
func (t *tongue) termsOf(words []string) map[termID]bool {
	out := map[termID]bool{}
	for _, w := range words {
		for _, tok := range t.analyzer.Tokens(w) {
			out[idOf(tok.Term)] = true
		}
	}
	return out
}

// addSynonyms adds what the moderators of the corpus have named. A word that the language has no term for leads nowhere.
func (t *tongue) addSynonyms(all []corpus.Synonym) {
	for _, s := range all {
		for _, asked := range s.Asked {
			a, ok := newPattern(t.analyzer, asked)
			if !ok {
				continue
			}
			b := t.bridgeFrom(&a)
			for _, said := range s.Said {
				if p, ok := newPattern(t.analyzer, said); ok && said != asked {
					b.add(phrase{&p, synonymWeight, said, true}, t)
				}
			}
		}
	}
}

// bridgeFrom adds a bridge from what is asked.
func (t *tongue) bridgeFrom(asked *pattern) *bridge {
	b := &bridge{asked: asked}
	t.bridges[asked.first()] = append(t.bridges[asked.first()], b)
	t.noteLexical(asked)
	return b
}

// noteLexical takes note of the terms of a pattern as words of the language, whether or not a passage holds them.
func (t *tongue) noteLexical(p *pattern) {
	for _, x := range p.terms() {
		t.lexical[x.term] = true
	}
}

func (b *bridge) add(p phrase, t *tongue) {
	t.noteLexical(p.pattern)
	if p.isWord() {
		b.kin = append(b.kin, kin{p.parts[0].word, p.weight, p.word})
		return
	}
	b.phrases = append(b.phrases, p)
}

// rarest returns the term of a phrase that the fewest passages hold.
func (t *tongue) rarest(p phrase) string {
	return slices.MinFunc(p.terms(), func(a, b part) int { return cmp.Compare(t.frequency(a.word), t.frequency(b.word)) }).word
}

// bridgesFrom returns what can say a word of the question and some passage may hold.
func (t *tongue) bridgesFrom(w queryWord) []Bridge {
	var out []Bridge
	add := func(word string, weight float64, passages int) {
		if passages > 0 {
			out = append(out, Bridge{word, weight, passages})
		}
	}
	for _, k := range w.kin {
		add(k.word, k.weight, t.frequency(k.term))
	}
	for _, p := range w.phrases {
		add(p.word, p.weight, t.frequency(t.rarest(p)))
	}
	slices.SortStableFunc(out, func(a, b Bridge) int { return cmp.Compare(b.Weight, a.Weight) })
	return out
}
