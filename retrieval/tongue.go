package retrieval

import (
	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/postings"
	"pullquote/retrieval/terms"
)

// tongue is one language of the corpus, with the fields and statistics of the passages written in it. Statistics are
// kept apart because a word that every text of a language holds must count as common however few those texts are.
type tongue struct {
	analyzer   *analysis.Analyzer
	code       string
	passages   int
	textStats  fieldStats
	titleStats fieldStats
	vocabulary terms.Vocabulary
	bridges    bridges
	lexical    map[termID]bool // the terms that bridges lead from and to
	compounds  tallies         // that passages write with a hyphen, by their term without
	gains      *postings.Gains
	chance     float64 // the score that a question reaches that is not answered
}

// newTongue returns the language of some runs of documents, less others.
func newTongue(code string, synonyms []corpus.Synonym, plus, minus []*lexis) *tongue {
	t := &tongue{analyzer: analysis.For(code), code: code, bridges: bridges{}, lexical: map[termID]bool{}}
	l := newLearnt()
	var tables [2][]terms.Table
	for i, part := range [2][]*lexis{plus, minus} {
		sign := 1 - 2*i
		for _, x := range part {
			t.passages += sign * x.passages
			t.textStats.sum(x.text, sign)
			t.titleStats.sum(x.title, sign)
			l.sum(x.learnt, sign)
			tables[i] = append(tables[i], x.terms)
		}
	}
	t.gains = postings.NewGains(t.textStats.average(), t.titleStats.average())
	t.vocabulary, t.compounds = terms.NewVocabulary(tables[0], tables[1]), l.compounds
	if code == "en" {
		t.addConcepts()
	}
	t.addSynonyms(synonyms)
	t.addAbbreviations(l.abbreviations)
	return t
}

// frequency returns the number of passages that hold a term in their text or title.
func (t *tongue) frequency(term string) int { return t.vocabulary.Count(term).Passages }
