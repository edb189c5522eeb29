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
	compounds  told            // that passages write with a hyphen, by their term without
	gains      *postings.Gains
	chance     float64 // the score that a question reaches that is not answered
}

// newTongue returns the language of some runs of documents, less others.
func newTongue(code string, synonyms []corpus.Synonym, plus, minus []*lexis) *tongue {
	t := &tongue{analyzer: analysis.For(code), code: code, bridges: bridges{}, lexical: map[termID]bool{}}
	var tables [2][]terms.Table
	var abbreviations told
	for i, part := range [2][]*lexis{plus, minus} {
		sign := 1 - 2*i
		for _, x := range part {
			t.passages += sign * x.passages
			t.textStats.sum(x.text, sign)
			t.titleStats.sum(x.title, sign)
			tables[i] = append(tables[i], x.terms)
			abbreviations[i] = append(abbreviations[i], x.learnt.abbreviations)
			t.compounds[i] = append(t.compounds[i], x.learnt.compounds)
		}
	}
	t.gains = postings.NewGains(t.textStats.average(), t.titleStats.average())
	t.vocabulary = terms.NewVocabulary(tables[0], tables[1])
	if code == "en" {
		t.addConcepts()
	}
	t.addSynonyms(synonyms)
	t.addAbbreviations(abbreviations.sum())
	return t
}

// frequency returns the number of passages that hold a term in their text or title.
func (t *tongue) frequency(term string) int { return t.vocabulary.Count(term).Passages }
