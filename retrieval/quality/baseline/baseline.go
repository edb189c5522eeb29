// Package baseline is what answers are measured against: plain BM25, as a search engine gives it without any
// thought for questions. It shares nothing with the ranking of package retrieval, not even what counts as a word, so
// that a change there never moves the baseline; only the documents, passages and sentences are the same.
//
// A document's language decides on its analysis: that of bleve for the language, with its stop words and stemmer, and
// pairs of characters for Chinese, Japanese and Korean (analyzer.go). Passages are ranked by textbook BM25 over title
// and text (shelf.go), and the sentences of the ten best by the sum of their own BM25 and that of their passage (sentence.go).
package baseline

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"pullquote/corpus"
	"pullquote/retrieval/quality"
)

const (
	// AnsweredFrom is the confidence from which on a question counts as answered.
	AnsweredFrom = .30
	// firstScreen is how many excerpts are on the first screen.
	firstScreen = 5
	// retrieved is how many passages there are, and how many excerpts.
	retrieved = 10

	k1 = 1.2
	b  = .75
)

// About says in a few sentences how the baseline works.
func About() string {
	return fmt.Sprintf("Plain BM25 ranks the same passages, title and text as one field, by textbook BM25 (k1 %[1]v, b %[2]v) with bleve's "+
		"stemmer and stop words for the language of the document. Its excerpts are the %[3]d best sentences of the %[3]d best "+
		"passages, by the sum of their own BM25 and their passage's, %[4]d of them on the first screen. Its confidence is the score of the best passage over the highest that any passage "+
		"could have, which also ranks passages of different languages, and it counts as answered from %[5]v on. It knows no history, no values and no synonyms.", k1, b, retrieved, firstScreen, AnsweredFrom)
}

// Index is a corpus as plain BM25 sees it. It is safe for concurrent use. Use [Open] to get one.
type Index struct{ shelves []*shelf }

// Open indexes a snapshot in memory. It fails when the context ends or bleve lacks an analyzer that it should have.
func Open(ctx context.Context, snapshot *corpus.Snapshot) (*Index, error) {
	x := &Index{}
	shelves := map[string]*shelf{}
	usual := usualLanguage(snapshot)
	for _, d := range snapshot.Documents() {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("index for plain BM25: %w", err)
		}
		language := cmp.Or(d.Metadata().Language.Value, usual)
		if shelves[language] == nil {
			a, err := analyzerOf(language)
			if err != nil {
				return nil, fmt.Errorf("index for plain BM25: %w", err)
			}
			shelves[language] = newShelf(a)
			x.shelves = append(x.shelves, shelves[language])
		}
		for _, p := range d.Passages() {
			shelves[language].add(p)
		}
	}
	return x, nil
}

// usualLanguage returns the language of most documents, which is taken for that of those too short to tell.
func usualLanguage(snapshot *corpus.Snapshot) string {
	counts, usual := map[string]int{}, ""
	for _, d := range snapshot.Documents() {
		if language := d.Metadata().Language.Value; language != "" {
			if counts[language]++; counts[language] > counts[usual] {
				usual = language
			}
		}
	}
	return usual
}

// Answer answers a question of a set. The same snapshot and question give the same result but for the time it took.
func (x *Index) Answer(q quality.Question) quality.Result {
	began := time.Now()
	out := quality.Result{ID: q.ID, Outcome: "not_found", Retrieved: []string{}}
	hits := x.search(q.Question)
	for _, h := range hits {
		out.Retrieved = append(out.Retrieved, h.passage().Document().ID())
	}
	for i, s := range bestSentences(hits) {
		out.Excerpts = append(out.Excerpts, s.excerpt(i >= firstScreen))
	}
	if len(hits) > 0 {
		out.Confidence = hits[0].confidence()
	}
	if out.Confidence >= AnsweredFrom {
		out.Outcome = "answered"
	}
	out.Took = time.Since(began)
	return out
}

// search returns the best passages over all languages, best first: by confidence, which is comparable between languages,
// as the score is not.
func (x *Index) search(question string) []hit {
	var hits []hit
	for _, s := range x.shelves {
		hits = append(hits, s.search(s.read(question))...)
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.confidence(), a.confidence()) })
	return hits[:min(retrieved, len(hits))]
}

// rounded drops the digits in which machines differ.
func rounded(x float64) float64 { return math.Round(x*1e9) / 1e9 }
