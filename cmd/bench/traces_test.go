package main

import (
	"math"
	"path/filepath"
	"strings"
	"testing"

	"pullquote/cmd/bench/report"
)

// traces are what pprof prints: a header, then samples.
const traces = `File: bench
Type: cpu
Time: 2026-11-22 15:00:00 UTC
Duration: 1.20s, Total samples = 1.10s (91.67%)
-----------+-------------------------------------------------------
     600ms   runtime.memmove /go/src/runtime/memmove_amd64.s:184
             github.com/blevesearch/bleve/v2/index/scorch.(*Scorch).Batch /mod/github.com/blevesearch/bleve/v2@v2.6.1/index/scorch/scorch.go:8
             pullquote/retrieval.(*partWriter).add /src/retrieval/filing.go:9
-----------+-------------------------------------------------------
      300ms   runtime.mallocgc /go/src/runtime/malloc.go:1000 (inline)
             pullquote/retrieval/analysis.(*Analyzer).Tokens /src/retrieval/analysis/analysis.go:7
-----------+-------------------------------------------------------
        .1s   main.main /src/cmd/bench/main.go:1
-----------+-------------------------------------------------------
`

func TestReadTraces(t *testing.T) {
	sums, err := readTraces(strings.NewReader(traces))
	if err != nil {
		t.Fatal(err)
	}
	seconds, got := shares(sums)
	want := map[string]float64{"posting lists": .6, report.Allocation: .3, report.Rest: .1}
	if len(got) != len(want) || got[0].Name != "posting lists" || math.Abs(seconds-1) > 1e-9 {
		t.Errorf("parts of %v s are %+v, want 1 s and %v, the largest first", seconds, got, want)
	}
	for _, p := range got {
		if math.Abs(p.Share-want[p.Name]) > 1e-9 {
			t.Errorf("share of %s = %v, want %v", p.Name, p.Share, want[p.Name])
		}
	}
}

func TestPartOf(t *testing.T) {
	for _, tt := range []struct{ files, want string }{
		{"runtime/mgcmark.go runtime/mgc.go", report.Collection},
		{"internal/runtime/gc/scan/scan.go runtime/mgc.go", report.Collection},
		{"runtime/memclr_amd64.s runtime/malloc.go pullquote/corpus/shelf.go", report.Allocation},
		{"github.com/blevesearch/snowballstem/english/english.go pullquote/retrieval/analysis/languages.go", "analysis of words"},
		{"pullquote/retrieval/figure/token.go pullquote/retrieval/sentence.go", "figures, names and concepts"},
		{"slices/sort.go pullquote/retrieval/match.go pullquote/retrieval/rank.go pullquote/retrieval/ask.go", "ranking of passages"},
		{"pullquote/corpus/space.go pullquote/corpus/sentencenext.go pullquote/corpus/build.go", "cutting of sentences"},
		{"pullquote/retrieval/lexis.go pullquote/retrieval/filing.go pullquote/corpus/build.go", "counts of words"},
		{"pullquote/retrieval/filing.go pullquote/corpus/build.go", "other retrieval"},
		{"pullquote/corpus/build.go pullquote/retrieval/library.go", "other reading of documents"},
		{"main/main.go", report.Rest},
	} {
		if got := partOf(strings.Fields(tt.files)); got != tt.want {
			t.Errorf("%q belongs to %s, want %s", tt.files, got, tt.want)
		}
	}
}

func TestFileOf(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"pullquote/corpus.(*Shelf).body /home/a b/corpus/shelf.go:118 (inline)", "pullquote/corpus/shelf.go"},
		{"pullquote/retrieval.consult[go.shape.struct { A []string; B pullquote/corpus.Span }] /src/retrieval/library.go:142", "pullquote/retrieval/library.go"},
		{"github.com/RoaringBitmap/roaring/v2.binarySearch /mod/setutil.go:563", "github.com/RoaringBitmap/roaring/v2/setutil.go"},
		{"main.run C:/src/main.go:1", "main/main.go"},
		{"gogo", "gogo/gogo"},
		{"", "/."},
	} {
		if got := fileOf(tt.line); got != tt.want {
			t.Errorf("fileOf(%q) = %q, want %q", tt.line, got, tt.want)
		}
	}
}

// A part whose files have got other names would quietly become a part of the rest.
func TestPartsHaveFiles(t *testing.T) {
	for _, p := range append(parts, packages...) {
		for _, beginning := range p.files {
			name, ours := strings.CutPrefix(beginning, "pullquote/")
			if !ours {
				continue
			}
			if found, err := filepath.Glob(filepath.Join("..", "..", name) + "*"); err != nil || len(found) == 0 {
				t.Errorf("%s: no file begins with %s (%v)", p.name, beginning, err)
			}
		}
	}
}

// Shares add up to 1 whatever is read.
func FuzzReadTraces(f *testing.F) {
	f.Add(traces)
	f.Add("-----\n1h f\n-----\n-1s g\n")
	f.Fuzz(func(t *testing.T, text string) {
		sums, err := readTraces(strings.NewReader(text))
		if err != nil || len(sums) == 0 {
			return
		}
		sum := 0.0
		_, parts := shares(sums)
		for _, p := range parts {
			sum += p.Share
		}
		if math.Abs(sum-1) > 1e-6 {
			t.Errorf("shares of %q add up to %v", text, sum)
		}
	})
}
