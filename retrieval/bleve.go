package retrieval

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/whitespace"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// bleveEngine keeps the postings in a bleve index and scores them itself. What bleve calls BM25 takes distinct terms
// for the average length and adds factors that make the scores of two questions incomparable; the posting lists are
// exact, and walking them directly costs half as much.
type bleveEngine struct {
	index   bleve.Index
	reader  index.IndexReader
	passage []int                // by bleve's document number
	lengths map[string][]float64 // by field and passage
	stats   map[string]fieldStats
	scores  sync.Pool
}

// bleveBatch is the number of passages that are indexed at once.
const bleveBatch = 1000

// newBleveEngine indexes passages in memory.
func newBleveEngine(ctx context.Context, passages []indexed) (*bleveEngine, error) {
	fields := fieldNames(passages)
	m, err := bleveMapping(fields)
	if err != nil {
		return nil, fmt.Errorf("index mapping: %w", err)
	}
	idx, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	e := &bleveEngine{index: idx, lengths: map[string][]float64{}, stats: map[string]fieldStats{}}
	e.scores.New = func() any { s := make([]float64, len(passages)); return &s }
	if err := e.fill(ctx, passages); err != nil {
		return nil, fmt.Errorf("index: %w", errorAndClose(err, idx))
	}
	for _, f := range fields {
		e.measure(f, passages)
	}
	return e, nil
}

func errorAndClose(err error, idx bleve.Index) error {
	if cerr := idx.Close(); cerr != nil {
		return fmt.Errorf("%w (and closing: %v)", err, cerr)
	}
	return err
}

func fieldNames(passages []indexed) []string {
	var names []string
	seen := map[string]bool{}
	for _, p := range passages {
		for f := range p {
			if !seen[f] {
				seen[f] = true
				names = append(names, f)
			}
		}
	}
	slices.Sort(names)
	return names
}

// bleveMapping indexes terms as they come, and nothing but terms: no stored text, no vectors, no doc values.
func bleveMapping(fields []string) (mapping.IndexMapping, error) {
	const terms = "terms"
	m := bleve.NewIndexMapping()
	if err := m.AddCustomAnalyzer(terms, map[string]any{"type": custom.Name, "tokenizer": whitespace.Name}); err != nil {
		return nil, err
	}
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	m.DefaultAnalyzer = terms
	for _, name := range fields {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues = terms, false, false, false, false
		m.DefaultMapping.AddFieldMappingsAt(name, f)
	}
	return m, nil
}

func (e *bleveEngine) fill(ctx context.Context, passages []indexed) error {
	for start := 0; start < len(passages); start += bleveBatch {
		if err := ctx.Err(); err != nil {
			return err
		}
		batch := e.index.NewBatch()
		for i := start; i < min(start+bleveBatch, len(passages)); i++ {
			fields := map[string]any{}
			for name, terms := range passages[i] {
				fields[name] = strings.Join(terms, " ")
			}
			if err := batch.Index(strconv.Itoa(i), fields); err != nil {
				return err
			}
		}
		if err := e.index.Batch(batch); err != nil {
			return err
		}
	}
	return e.openReader(len(passages))
}

// openReader pins the index as it is now and learns which of bleve's document numbers is which passage.
func (e *bleveEngine) openReader(passages int) error {
	advanced, err := e.index.Advanced()
	if err != nil {
		return err
	}
	if e.reader, err = advanced.Reader(); err != nil {
		return err
	}
	all, err := e.reader.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer all.Close()
	e.passage = make([]int, 0, passages)
	for {
		id, err := all.Next()
		if err != nil || id == nil {
			return err
		}
		if err := e.learn(id); err != nil {
			return err
		}
	}
}

func (e *bleveEngine) learn(id index.IndexInternalID) error {
	number := id.Value()
	external, err := e.reader.ExternalID(id)
	if err != nil {
		return err
	}
	passage, err := strconv.Atoi(external)
	if err != nil {
		return err
	}
	for uint64(len(e.passage)) <= number {
		e.passage = append(e.passage, -1)
	}
	e.passage[number] = passage
	return nil
}

func (e *bleveEngine) measure(field string, passages []indexed) {
	lengths := make([]float64, len(passages))
	var s fieldStats
	for i, p := range passages {
		lengths[i] = float64(len(p[field]))
		s.add(len(p[field]))
	}
	e.lengths[field], e.stats[field] = lengths, s
}

func (e *bleveEngine) search(ctx context.Context, clauses []clause, among []run) ([]hit, error) {
	pooled := e.scores.Get().(*[]float64)
	defer e.scores.Put(pooled)
	t := tally{scores: *pooled, among: among}
	defer t.clear()
	for _, c := range clauses {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := e.add(ctx, c, &t); err != nil {
			return nil, fmt.Errorf("postings of %q: %w", c.term, err)
		}
	}
	return bestFirst(t.scores, t.touched), nil
}

// tally is what a search has found so far.
type tally struct {
	scores  []float64 // by passage
	touched []int     // the passages with a score
	among   []run     // the only passages that count, nil: all
}

// counts reports whether a passage is among those that count.
func (t *tally) counts(passage int) bool {
	if t.among == nil {
		return true
	}
	i := sort.Search(len(t.among), func(i int) bool { return t.among[i].end > passage })
	return i < len(t.among) && t.among[i].first <= passage
}

// clear makes all scores 0 again.
func (t *tally) clear() {
	for _, p := range t.touched {
		t.scores[p] = 0
	}
}

// add adds the worth of one clause to the score of every passage that holds it and counts.
func (e *bleveEngine) add(ctx context.Context, c clause, t *tally) error {
	if c.weight <= 0 {
		return nil
	}
	r, err := e.reader.TermFieldReader(ctx, []byte(c.term), c.field, true, false, false)
	if err != nil {
		return err
	}
	defer r.Close()
	lengths, average := e.lengths[c.field], e.stats[c.field].average()
	var posting index.TermFieldDoc
	for {
		p, err := r.Next(&posting)
		if err != nil || p == nil {
			return err
		}
		i := e.passage[p.ID.Value()]
		if !t.counts(i) {
			continue
		}
		if t.scores[i] == 0 {
			t.touched = append(t.touched, i)
		}
		t.scores[i] += c.weight * saturation(float64(p.Freq), lengths[i], average)
	}
}

// bestFirst returns the scores of the touched passages, best first, ties by passage number.
func bestFirst(scores []float64, touched []int) []hit {
	hits := make([]hit, len(touched))
	for i, p := range touched {
		hits[i] = hit{p, scores[p]}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		if a.score != b.score {
			if a.score > b.score {
				return -1
			}
			return 1
		}
		return a.passage - b.passage
	})
	return hits
}

func (e *bleveEngine) close() error {
	err := e.reader.Close()
	if cerr := e.index.Close(); err == nil {
		err = cerr
	}
	return err
}
