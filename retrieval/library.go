// Package retrieval finds the words of a corpus that answer a question.
//
// A [Library] indexes one corpus snapshot. [Library.Ask] turns a [Question] into an [Answer]: it analyses the question
// in every language of the corpus, ranks passages by BM25, scores the sentences in the best of them, cuts per document
// the shortest run of sentences that carries the answer, decides whether that is an answer at all, and groups the
// excerpts by the value they state where the question asks for one. An Answer holds quotes and numbers, nothing else:
// the package writes no sentence about the world.
//
// Equal snapshots and questions give equal answers.
package retrieval

import (
	"context"
	"fmt"
	"slices"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/concept"
)

// Library answers questions from one corpus snapshot. It is safe for concurrent use until it is closed.
type Library struct {
	snapshot *corpus.Snapshot
	passages []corpus.Passage
	tongue   []*tongue // of each passage
	tongues  []*tongue // the languages of the corpus, by code
	engine   engine
	// witnesses is the number of documents with near-copies counted once.
	witnesses int
}

// tongue is one language of the corpus, with the fields and statistics of the passages written in it. Statistics are
// kept apart because a word that every text of a language holds must count as common however few those texts are.
type tongue struct {
	analyzer    *analysis.Analyzer
	text, title string // field names
	passages    int
	textStats   fieldStats
	titleStats  fieldStats
	kin         map[string][]kin // by term of the question
}

// kin is a term that can stand in a source for a term of a question, and how safely, in (0, 1).
type kin struct {
	term   string
	weight float64
}

// Open indexes a snapshot in memory. It fails when the context ends or the index cannot be built. The Library must be
// closed.
func Open(ctx context.Context, snapshot *corpus.Snapshot) (*Library, error) {
	l := &Library{snapshot: snapshot}
	byCode := map[string]*tongue{}
	var fields []indexed
	for _, d := range snapshot.Documents() {
		if snapshot.Witness(d) == d {
			l.witnesses++
		}
		t := byCode[d.Metadata().Language.Value]
		if t == nil {
			t = newTongue(d.Metadata().Language.Value)
			byCode[d.Metadata().Language.Value] = t
			l.tongues = append(l.tongues, t)
		}
		title := t.terms(d.Metadata().Title.Value)
		for _, p := range d.Passages() {
			t.passages++
			l.passages = append(l.passages, p)
			l.tongue = append(l.tongue, t)
			text := append(slices.Clone(title), t.terms(p.Text())...)
			t.textStats.add(len(text))
			t.titleStats.add(len(title))
			fields = append(fields, indexed{t.text: text, t.title: title})
		}
	}
	slices.SortFunc(l.tongues, func(a, b *tongue) int {
		return slices.Compare([]byte(a.text), []byte(b.text))
	})
	engine, err := newBleveEngine(ctx, fields)
	if err != nil {
		return nil, fmt.Errorf("open library: %w", err)
	}
	l.engine = engine
	return l, nil
}

func newTongue(code string) *tongue {
	t := &tongue{analyzer: analysis.For(code), text: "text_" + code, title: "title_" + code}
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

// terms returns the terms of text that are indexed, in order.
func (t *tongue) terms(text string) []string {
	var out []string
	for _, tok := range t.analyzer.Tokens(text) {
		if !tok.Stop {
			out = append(out, tok.Term)
		}
	}
	return out
}

// Snapshot returns the snapshot that is searched.
func (l *Library) Snapshot() *corpus.Snapshot { return l.snapshot }

// Close releases the index.
func (l *Library) Close() error {
	if err := l.engine.close(); err != nil {
		return fmt.Errorf("close library: %w", err)
	}
	return nil
}
