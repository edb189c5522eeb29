package retrieval

import (
	"slices"
	"strings"
	"sync"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/concept"
)

// tongue is one language of the corpus, with the fields and statistics of the passages written in it. Statistics are
// kept apart because a word that every text of a language holds must count as common however few those texts are.
type tongue struct {
	analyzer    *analysis.Analyzer
	text, title string // field names
	passages    int
	textStats   fieldStats
	titleStats  fieldStats
	vocabulary  vocabulary
	kin         map[string][]kin // by term of the question
	// forms finds other forms of a word. It is read when the first question is asked, and only where kin is nil: the
	// lexicon of concepts has the derivations of English.
	forms func() *forms
}

// kin is a term that can stand in a source for a term of a question, and how safely, in (0, 1).
type kin struct {
	term   string
	weight float64
}

const (
	// kinFactor is what another word for a word of the question counts beside the word itself.
	kinFactor = .8
	// spellingWeight is what the word counts in its other spelling.
	spellingWeight = .95
)

func newTongue(code string) *tongue {
	t := &tongue{analyzer: analysis.For(code), text: "text_" + code, title: "title_" + code,
		vocabulary: vocabulary{numbers: map[string]uint32{}}}
	t.forms = sync.OnceValue(func() *forms { return newForms(t.analyzer, t.vocabulary.terms) })
	if code == "en" {
		t.kin = t.readKin()
	}
	return t
}

// readKin reduces the lexicon of concepts to the terms of the language.
func (t *tongue) readKin() map[string][]kin {
	out := map[string][]kin{}
	for word, words := range concept.All() {
		term := t.analyzer.Term(word)
		for _, k := range words {
			out[term] = append(out[term], kin{t.analyzer.Term(k.Word), kinFactor * k.Weight})
		}
	}
	return out
}

// kinOf returns what can stand for a word: its other spelling, nearly as safe as itself, and its kin; without a lexicon
// its other forms.
func (t *tongue) kinOf(w queryWord) []kin {
	if w.pair {
		return nil
	}
	if t.kin == nil {
		bare := ""
		if t.vocabulary.frequency(w.term) == 0 {
			bare = t.analyzer.Bare(w.term)
		}
		return t.forms().of(w.term, bare)
	}
	out := slices.Clone(t.kin[w.term])
	for _, s := range concept.Spellings(strings.ToLower(w.surface)) {
		if term := t.analyzer.Term(s); term != w.term {
			out = append(out, kin{term, spellingWeight})
		}
	}
	return out
}

// occurrence is a term of a text and its place there.
type occurrence struct {
	term       uint32 // its number in the vocabulary
	start, end uint32
}

func (o occurrence) span() corpus.Span { return corpus.Span{Start: int(o.start), End: int(o.end)} }

// occurrences returns the terms of a text that was indexed, in order, without stop words.
func (t *tongue) occurrences(text string) []occurrence {
	tokens := t.analyzer.Tokens(text)
	stops := 0
	for _, tok := range tokens {
		if tok.Stop {
			stops++
		}
	}
	out := make([]occurrence, 0, len(tokens)-stops)
	for _, tok := range tokens {
		if !tok.Stop {
			out = append(out, occurrence{t.vocabulary.number(tok.Term), uint32(tok.Start), uint32(tok.End)})
		}
	}
	return out
}
