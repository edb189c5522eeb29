// Package retrieval finds the words of a corpus that answer a question.
//
// A [Library] indexes one corpus snapshot. [Library.Ask] turns a [Question] into an [Answer], in these steps, each in
// a file of its own:
//
//   - the question is read once in every language of the corpus (query.go), and once for what it asks for, whatever
//     the language: a figure, a person, a place, a reason, a definition (plan.go, asks.go);
//   - the [engine] proposes passages, which are then read and ranked by BM25 (rank.go);
//   - the sentences of those passages are scored (sentence.go);
//   - the best of them decide whether the corpus answers the question at all (outcome.go);
//   - the best sentences of every source become excerpts, each the shortest run that stands on its own (excerpt.go,
//     choose.go), grouped by the value they state where the question asks for one (group.go);
//   - sources are numbered, and those that say nothing are listed (assemble.go).
//
// An Answer holds quotes and numbers, nothing else: the package writes no sentence about the world.
//
// Equal snapshots and questions give equal answers, whatever the engine, the machine and the order of loading.
package retrieval

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"pullquote/corpus"
)

// Library answers questions from one corpus snapshot. It is safe for concurrent use until it is closed.
type Library struct {
	snapshot *corpus.Snapshot
	passages []passage
	tongues  []*tongue // the languages of the corpus, by code
	engine   engine
	// witnesses is the number of documents with near-copies counted once.
	witnesses int
}

// passage is a passage of the corpus, analysed.
type passage struct {
	corpus.Passage
	tongue *tongue
	title  []occurrence // in the title of its document
	// text holds the terms of the passage with places from its start. It is nil where there was no room to keep them;
	// they are then read again when the passage is retrieved.
	text []occurrence
}

// mostKept is how many terms of passages are kept analysed, 12 bytes each: 48 MB, for a corpus of about four million
// words that carry meaning. Analysing the passages of a question anew takes longer than all the rest of answering it.
const mostKept = 4 << 20

// Open indexes a snapshot in memory. It fails when the context ends or the index cannot be built. The Library must be
// closed.
func Open(ctx context.Context, snapshot *corpus.Snapshot) (*Library, error) {
	return openKeeping(ctx, snapshot, mostKept)
}

// openKeeping is Open with another mostKept.
func openKeeping(ctx context.Context, snapshot *corpus.Snapshot, most int) (*Library, error) {
	l := &Library{snapshot: snapshot}
	byCode := map[string]*tongue{}
	usual := usualLanguage(snapshot.Documents())
	var fields []indexed
	for _, d := range snapshot.Documents() {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("open library: %w", err)
		}
		if snapshot.Witness(d) == d {
			l.witnesses++
		}
		code := cmp.Or(d.Metadata().Language.Value, usual)
		if byCode[code] == nil {
			byCode[code] = newTongue(code)
			l.tongues = append(l.tongues, byCode[code])
		}
		for _, p := range byCode[code].analyse(d) {
			fields = append(fields, p.fields())
			if most -= len(p.text); most < 0 {
				p.text = nil
			}
			l.passages = append(l.passages, p)
		}
	}
	slices.SortFunc(l.tongues, func(a, b *tongue) int { return cmp.Compare(a.text, b.text) })
	engine, err := newBleveEngine(ctx, fields)
	if err != nil {
		return nil, fmt.Errorf("open library: %w", err)
	}
	l.engine = engine
	return l, nil
}

// usualLanguage returns the language of most documents, "" if none is known. A document too short to tell its language
// is read in it.
func usualLanguage(documents []*corpus.Document) string {
	count := map[string]int{}
	for _, d := range documents {
		count[d.Metadata().Language.Value]++
	}
	delete(count, "")
	usual := ""
	for _, code := range slices.Sorted(maps.Keys(count)) {
		if count[code] > count[usual] {
			usual = code
		}
	}
	return usual
}

// analyse returns the passages of a document of the language and counts them.
func (t *tongue) analyse(d *corpus.Document) []passage {
	var out []passage
	title := t.occurrences(d.Metadata().Title.Value)
	for _, p := range d.Passages() {
		text := t.occurrences(p.Text())
		t.passages++
		t.textStats.add(len(title) + len(text))
		t.titleStats.add(len(title))
		t.vocabulary.count(title, text)
		out = append(out, passage{p, t, title, text})
	}
	return out
}

// fields returns what the engine stores of a passage.
func (p passage) fields() indexed {
	v := &p.tongue.vocabulary
	title := v.spell(p.title)
	return indexed{p.tongue.text: append(slices.Clone(title), v.spell(p.text)...), p.tongue.title: title}
}

// occurrences returns the terms of the passage with places from its start.
func (p passage) occurrences() []occurrence {
	if p.text != nil {
		return p.text
	}
	return p.tongue.occurrences(p.Text())
}

// Reload makes the library answer from another snapshot. It is indexed aside while the old one serves; questions that are
// under way end on the snapshot they began with, whose index is closed when the last of them has ended. When it fails
// the old snapshot serves on. One reload runs at a time; others wait.
func (l *Library) Reload(ctx context.Context, snapshot *corpus.Snapshot) error {
	panic("not written yet")
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
