package retrieval

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"sync/atomic"

	"pullquote/corpus"
)

// edition is one corpus snapshot, analysed and indexed. It does not change.
type edition struct {
	snapshot *corpus.Snapshot
	// latest is snapshot as it was last loaded: with the same documents, but perhaps other problems.
	latest   atomic.Pointer[corpus.Snapshot]
	whole    scope     // all its documents
	passages []passage // in the order of their documents
	tongues  []*tongue // the languages of the corpus, by code
	engine   engine
	// threshold is that of the library; nil is the shipped one.
	threshold *threshold
	// holders counts the questions that are being answered, and one for the library as long as it has the edition. Who
	// takes it to 0 closes the engine.
	holders atomic.Int64
}

// passage is a passage of the corpus, analysed.
type passage struct {
	corpus.Passage
	tongue *tongue
	place  int          // of its document among those of the snapshot
	title  []occurrence // in the title of its document
	// text holds the terms of the passage with places from its start. It is nil where there was no room to keep them;
	// they are then read again when the passage is retrieved.
	text []occurrence
}

// newEdition indexes a snapshot in memory, keeping most terms of passages analysed.
func newEdition(ctx context.Context, snapshot *corpus.Snapshot, most int) (*edition, error) {
	e := &edition{snapshot: snapshot, whole: newScope(snapshot, snapshot.Documents(), nil)}
	e.latest.Store(snapshot)
	e.holders.Store(1)
	byCode := map[string]*tongue{}
	usual := usualLanguage(snapshot.Documents())
	var fields []indexed
	for _, d := range snapshot.Documents() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		code := cmp.Or(d.Metadata().Language.Value, usual)
		if byCode[code] == nil {
			byCode[code] = newTongue(code, snapshot.Synonyms())
			e.tongues = append(e.tongues, byCode[code])
		}
		for _, p := range byCode[code].analyse(d) {
			fields = append(fields, p.fields())
			p.place = placeOf(snapshot, d)
			if most -= len(p.text); most < 0 {
				p.text = nil
			}
			e.passages = append(e.passages, p)
		}
	}
	for _, t := range e.tongues {
		t.finish()
	}
	slices.SortFunc(e.tongues, func(a, b *tongue) int { return cmp.Compare(a.text, b.text) })
	var err error
	if e.engine, err = newBleveEngine(ctx, fields); err != nil {
		return nil, err
	}
	if err := e.measureChance(ctx); err != nil {
		return nil, errors.Join(err, e.engine.close())
	}
	return e, nil
}

// placeOf returns the place of a document among those of its snapshot.
func placeOf(s *corpus.Snapshot, d *corpus.Document) int {
	place, _ := slices.BinarySearchFunc(s.Documents(), d.ID(), func(d *corpus.Document, id string) int { return cmp.Compare(d.ID(), id) })
	return place
}

// hold reports whether the edition is open still; it then stays open until it is let go again.
func (e *edition) hold() bool {
	for {
		n := e.holders.Load()
		if n == 0 || e.holders.CompareAndSwap(n, n+1) {
			return n > 0
		}
	}
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
		t.vocabulary.countSmall(p.Text(), text)
		t.learn(p.Text())
		out = append(out, passage{Passage: p, tongue: t, title: title, text: text})
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
