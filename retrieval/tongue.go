package retrieval

import (
	"pullquote/corpus"
	"pullquote/retrieval/analysis"
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
	bridges     bridges
	spelt       spelt
	learnt      abbreviations
	compounds   map[string]phrase // that passages write with a hyphen, by their term without
	chance      float64           // the score that a question reaches that is not answered
	// forms finds other forms of a word; nil in English, of which the lexicon has the derivations.
	forms *forms
}

func newTongue(code string, synonyms []corpus.Synonym) *tongue {
	t := &tongue{analyzer: analysis.For(code), text: "text_" + code, title: "title_" + code,
		vocabulary: vocabulary{numbers: map[string]uint32{}}, bridges: bridges{},
		learnt: abbreviations{}, compounds: map[string]phrase{}}
	if code == "en" {
		t.addConcepts()
	}
	t.addSynonyms(synonyms)
	return t
}

// learn takes note of what a passage says of its own words.
func (t *tongue) learn(text string) {
	t.learnt.learn(text, t.analyzer.IsForm)
	t.learnCompounds(text)
}

// finish adds what is learnt from the passages, once all of them have been analysed.
func (t *tongue) finish() {
	t.addAbbreviations()
	t.spelt = newSpelt(t.analyzer, &t.vocabulary)
	if t.analyzer.Language() != "en" {
		t.forms = newForms(t.analyzer.HasCompounds(), t.vocabulary.terms)
	}
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
