package main

import (
	"math"
	"strings"
	"testing"
)

// traces are what pprof prints: a header, then samples.
const traces = `File: bench
Type: cpu
Time: 2026-11-22 15:00:00 UTC
Duration: 1.20s, Total samples = 1.10s (91.67%)
-----------+-------------------------------------------------------
     600ms   runtime.memmove
             github.com/blevesearch/bleve/v2/index/scorch.(*Scorch).Batch
             pullquote/retrieval/postings.(*memory).add
-----------+-------------------------------------------------------
      300ms   runtime.mallocgc
             pullquote/retrieval/analysis.(*Analyzer).Tokens
-----------+-------------------------------------------------------
        .1s   main.main
-----------+-------------------------------------------------------
`

func TestReadTraces(t *testing.T) {
	got, err := readTraces(strings.NewReader(traces))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]float64{"posting lists": .6, "allocation": .3, restOfIt: .1}
	if len(got) != len(want) || got[0].Name != "posting lists" {
		t.Errorf("parts are %+v, want %v, the largest first", got, want)
	}
	for _, p := range got {
		if math.Abs(p.Share-want[p.Name]) > 1e-9 {
			t.Errorf("share of %s = %v, want %v", p.Name, p.Share, want[p.Name])
		}
	}
}

func TestPartOf(t *testing.T) {
	for _, tt := range []struct {
		stack string
		want  string
	}{
		{"runtime.scanobject\nruntime.gcBgMarkWorker", "garbage collection"},
		{"pullquote/retrieval/figure.Find\npullquote/retrieval.scoreSentences", "values and names"},
		{"sort.Search\npullquote/retrieval.(*edition).retrieve", "ranking of passages"},
		{"pullquote/corpus.Open", "reading of documents"},
		{"main.main", restOfIt},
	} {
		if got := partOf(strings.Split(tt.stack, "\n")); got != tt.want {
			t.Errorf("%q belongs to %s, want %s", tt.stack, got, tt.want)
		}
	}
}

// Shares add up to 1 whatever is read.
func FuzzReadTraces(f *testing.F) {
	f.Add(traces)
	f.Add("-----\n1h f\n-----\n-1s g\n")
	f.Fuzz(func(t *testing.T, text string) {
		parts, err := readTraces(strings.NewReader(text))
		if err != nil || len(parts) == 0 {
			return
		}
		sum := 0.0
		for _, p := range parts {
			sum += p.Share
		}
		if math.Abs(sum-1) > 1e-6 {
			t.Errorf("shares of %q add up to %v", text, sum)
		}
	})
}
