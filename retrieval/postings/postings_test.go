package postings

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// text is a passage with its terms as they stand in it.
type text struct {
	language    string
	title, text []string
}

// numbering numbers the terms of languages.
type numbering map[string]map[string]uint32

func (n numbering) of(language, term string) uint32 {
	if n[language] == nil {
		n[language] = map[string]uint32{}
	}
	if _, ok := n[language][term]; !ok {
		all := 0
		for _, terms := range n {
			all += len(terms)
		}
		n[language][term] = uint32(all)
	}
	return n[language][term]
}

func (n numbering) names() map[string]Names {
	out := map[string]Names{}
	for language, terms := range n {
		out[language] = func(yield func(string, uint32) bool) {
			for _, t := range slices.Sorted(maps.Keys(terms)) {
				if !yield(t, terms[t]) {
					return
				}
			}
		}
	}
	return out
}

func (n numbering) passage(x text) Passage {
	all := slices.Concat(x.title, x.text)
	return Passage{n.tally(x.language, all), n.tally(x.language, x.title), len(all), len(x.title)}
}

func (n numbering) tally(language string, terms []string) []Occurring {
	times := map[uint32]int{}
	for _, t := range terms {
		times[n.of(language, t)]++
	}
	var out []Occurring
	for t, n := range times {
		out = append(out, Occurring{t, n})
	}
	return out
}

// scan finds what Search finds by reading every passage: slow, and plainly right.
func scan(passages [][]text, q Query) []Hit {
	var out []found
	for x, list := range passages {
		for i, p := range list {
			score := uint32(0)
			for _, c := range q.Clauses {
				score += worthIn(p, c, q)
			}
			if score > 0 && p.language == q.Language && (q.Among == nil || q.Among(x, i)) {
				out = append(out, found{x, i, score, q.Order(x, i)})
			}
		}
	}
	slices.SortFunc(out, func(a, b found) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.order, b.order)) })
	if q.Most > 0 {
		out = out[:min(q.Most, len(out))]
	}
	var hits []Hit
	for _, f := range out {
		hits = append(hits, Hit{f.index, f.passage, float64(f.score) * unit})
	}
	return hits
}

// worthIn returns what a clause adds to the score of a passage.
func worthIn(p text, c Clause, q Query) uint32 {
	terms := p.title
	if c.Field == Text {
		terms = slices.Concat(p.title, p.text)
	}
	n, sum := 0, uint32(0)
	for _, t := range terms {
		if t == c.Term {
			n++
		}
	}
	for tier, least := range tiers {
		if n >= least && c.Weight > 0 {
			sum += q.Gains.worths(c, tier)[classOf(len(terms))]
		}
	}
	return sum
}

// corpus makes passages of few terms, some of them rare, some repeated.
func corpus(rng *rand.Rand, n int) []text {
	out := make([]text, n)
	for i := range out {
		out[i].language = []string{"en", "en", "en", "de"}[rng.IntN(4)]
		for range rng.IntN(40) {
			out[i].text = append(out[i].text, term(rng))
		}
		for range max(0, rng.IntN(9)-4) {
			out[i].title = append(out[i].title, term(rng))
		}
	}
	return out
}

func term(rng *rand.Rand) string { return fmt.Sprint("t", int(60*math.Pow(rng.Float64(), 3))) }

func query(rng *rand.Rand) Query {
	q := Query{Language: []string{"en", "de", "xx"}[rng.IntN(3)], Gains: NewGains(25, 2), Most: []int{0, 1, 5, 50}[rng.IntN(4)]}
	for range rng.IntN(12) {
		q.Clauses = append(q.Clauses, Clause{Field(rng.IntN(2)), term(rng), 4*rng.Float64() - .2})
	}
	q.Order = func(index, passage int) uint64 {
		return uint64(passage*2654435761)%1000<<32 | uint64(index)<<20 | uint64(passage)
	}
	if rng.IntN(2) == 0 {
		q.Among = func(_, passage int) bool { return passage%3 == 0 }
	}
	return q
}

// build makes an index, in a folder for every second one.
func build(t *testing.T, onDisk bool, passages []text) *Index {
	t.Helper()
	dir := ""
	if onDisk {
		dir = t.TempDir()
	}
	b, names := NewBuilder(dir), numbering{}
	b.inversion.most = 1000
	for _, p := range passages {
		b.Add(names.passage(p))
	}
	x, err := b.Finish(context.Background(), names.names())
	if err != nil {
		t.Fatal(err)
	}
	if onDisk {
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
		if x, err = Open(dir); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func TestSearchFindsWhatAScanFinds(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 11))
	for _, sizes := range [][]int{{0}, {1}, {7, 0}, {300, 900, 20}, {3_000, 12_000}} {
		var passages [][]text
		var indexes []*Index
		for i, n := range sizes {
			passages = append(passages, corpus(rng, n))
			indexes = append(indexes, build(t, (i+n)%2 == 0, passages[i]))
		}
		for range 40 {
			q := query(rng)
			got, err := Search(context.Background(), indexes, q)
			if err != nil {
				t.Fatal(err)
			}
			if want := scan(passages, q); !slices.Equal(got, want) {
				t.Fatalf("of %v passages, best %d of %v: %d hits, want %d", sizes, q.Most, q.Clauses, len(got), len(want))
			}
		}
	}
}
