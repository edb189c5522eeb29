package retrieval

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// scan is an engine that reads every passage for every question: slow, and plainly right.
type scan struct{ passages []indexed }

func (s scan) search(_ context.Context, clauses []clause, among []run) ([]hit, error) {
	stats := map[string]*fieldStats{}
	for _, p := range s.passages {
		for f, terms := range p {
			if stats[f] == nil {
				stats[f] = &fieldStats{}
			}
			stats[f].add(len(terms))
		}
	}
	scores := make([]float64, len(s.passages))
	var touched []int
	for i, p := range s.passages {
		if among != nil && !slices.ContainsFunc(among, func(r run) bool { return r.first <= i && i < r.end }) {
			continue
		}
		for _, c := range clauses {
			if n := count(p[c.field], c.term); n > 0 {
				scores[i] += c.weight * saturation(float64(n), float64(len(p[c.field])), stats[c.field].average())
			}
		}
		if scores[i] > 0 {
			touched = append(touched, i)
		}
	}
	return bestFirst(scores, touched), nil
}

func (scan) close() error { return nil }

func count(terms []string, term string) int {
	n := 0
	for _, t := range terms {
		if t == term {
			n++
		}
	}
	return n
}

func TestBleveFindsWhatAScanFinds(t *testing.T) {
	ctx := context.Background()
	rng := rand.New(rand.NewPCG(7, 11))
	term := func() string { return fmt.Sprint("t", int(40*math.Pow(rng.Float64(), 3))) }
	for round := range 6 {
		var passages []indexed
		for range []int{0, 1, 5, 60, 999, 2300}[round] {
			p := indexed{}
			for _, field := range []string{"text_en", "title_en", "text_de"} {
				for range rng.IntN(12) {
					p[field] = append(p[field], term())
				}
			}
			passages = append(passages, p)
		}
		e, err := newBleveEngine(ctx, passages)
		if err != nil {
			t.Fatalf("%d passages: %v", len(passages), err)
		}
		for range 20 {
			var clauses []clause
			for range 1 + rng.IntN(5) {
				clauses = append(clauses, clause{[]string{"text_en", "title_en", "text_de", "none"}[rng.IntN(4)], term(), rng.Float64()})
			}
			compare(t, e, scan{passages}, clauses, nil)
			compare(t, e, scan{passages}, clauses, someRuns(rng, len(passages)))
		}
		if err := e.close(); err != nil {
			t.Error(err)
		}
	}
}

// someRuns returns runs of passages in order and apart, some of them empty, perhaps none.
func someRuns(rng *rand.Rand, passages int) []run {
	runs := []run{}
	for at := rng.IntN(passages + 2); at < passages; at += rng.IntN(passages) {
		first := at
		at = min(passages, at+rng.IntN(5))
		runs = append(runs, run{first, at})
	}
	return runs
}

func compare(t *testing.T, got, want engine, clauses []clause, among []run) {
	t.Helper()
	ctx := context.Background()
	g, err := got.search(ctx, clauses, among)
	if err != nil {
		t.Fatal(err)
	}
	w, _ := want.search(ctx, clauses, among)
	if len(g) != len(w) {
		t.Fatalf("%v among %v: %d hits, want %d", clauses, among, len(g), len(w))
	}
	for i := range g {
		if math.Abs(g[i].score-w[i].score) > 1e-9 {
			t.Errorf("%v among %v: hit %d is %v, want %v", clauses, among, i, g[i], w[i])
		}
	}
}
