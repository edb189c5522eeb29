package main

import (
	"bufio"
	"cmp"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"pullquote/cmd/bench/report"
)

// Where the time goes is read from profiles of the processor: samples of the functions that are running and of those that
// called them, each with the file it is in. A sample belongs to a part by the innermost of these files that is of one; if
// none is, by the innermost that is of one of the packages.

// part is a part of the program.
type part struct {
	name  string
	files []string // how the paths of its files begin, which are those of their packages
}

var parts = []part{
	{report.Collection, []string{"runtime/mgc", "runtime/mwbbuf.go", "internal/runtime/gc/"}},
	{report.Allocation, []string{"runtime/malloc", "runtime/slice.go"}},
	{"files", []string{"os/", "syscall/", "internal/poll/", "internal/runtime/syscall/"}},
	{"Markdown, HTML and YAML", []string{
		"github.com/yuin/goldmark", "golang.org/x/net/html", "go.yaml.in/yaml",
		"pullquote/corpus/markdown", "pullquote/corpus/html", "pullquote/corpus/frontmatter",
	}},
	{"lines of text and furniture", []string{"pullquote/corpus/text"}},
	{"cutting of sentences", []string{"pullquote/corpus/sentence"}},
	{"near-copies", []string{"pullquote/corpus/shingle", "pullquote/corpus/copies", "pullquote/corpus/snapshotmerge"}},
	{"documents on disk", []string{"pullquote/corpus/shelf", "pullquote/corpus/decoder"}},
	{"analysis of words", []string{"pullquote/retrieval/analysis/", "github.com/blevesearch/snowballstem/"}},
	{"figures, names and concepts", []string{
		"pullquote/retrieval/figure/", "pullquote/retrieval/name/", "pullquote/retrieval/category/", "pullquote/retrieval/concept/",
	}},
	{"posting lists", []string{"pullquote/retrieval/postings/", "github.com/blevesearch/", "github.com/RoaringBitmap/"}},
	{"vocabulary", []string{"pullquote/retrieval/terms/"}},
	{"counts of words", []string{"pullquote/retrieval/lexis", "pullquote/retrieval/learnt"}},
	{"terms of passages", []string{"pullquote/retrieval/forward"}},
	{"checksums and generations", []string{"pullquote/retrieval/store/"}},
	{"scoring of sentences", []string{"pullquote/retrieval/sentence", "pullquote/retrieval/plan", "pullquote/retrieval/value"}},
	{"ranking of passages", []string{"pullquote/retrieval/rank"}},
}

// packages are what is left of our own.
var packages = []part{
	{"other reading of documents", []string{"pullquote/corpus/"}},
	{"other retrieval", []string{"pullquote/retrieval/"}},
}

// partOf returns the part of a sample, given its files, the innermost first.
func partOf(files []string) string {
	for _, known := range [][]part{parts, packages} {
		for _, file := range files {
			if i := slices.IndexFunc(known, func(p part) bool { return p.has(file) }); i >= 0 {
				return known[i].name
			}
		}
	}
	return report.Rest
}

func (p part) has(file string) bool {
	return slices.ContainsFunc(p.files, func(beginning string) bool { return strings.HasPrefix(file, beginning) })
}

// readTraces reads what pprof -traces -lines prints, and returns the time of every part: samples between lines of dashes,
// each a time and a function with its file, and below it the functions that called it.
func readTraces(r io.Reader) (map[string]time.Duration, error) {
	sums := map[string]time.Duration{}
	var took time.Duration
	var files []string
	end := func() {
		if took > 0 {
			sums[partOf(files)] += took
		}
		took, files = 0, nil
	}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		line := strings.TrimSpace(sc.Text())
		if strings.HasPrefix(line, "-----") {
			end()
			continue
		}
		first, rest, _ := strings.Cut(line, " ")
		if d, err := time.ParseDuration(first); err == nil {
			took, line = d, strings.TrimSpace(rest)
		}
		if took > 0 {
			files = append(files, fileOf(line))
		}
	}
	end()
	return sums, sc.Err()
}

// fileOf returns the package of a function and the name of its file, as a path, from a line such as
//
//	pullquote/corpus.(*Shelf).body /home/me/pullquote/corpus/shelf.go:118 (inline)
func fileOf(line string) string {
	function := line
	if i := strings.IndexAny(line, " ["); i >= 0 {
		function = line[:i] // the types of a generic function have packages of their own
	}
	dir, name := path.Split(function)
	name, _, _ = strings.Cut(name, ".")
	file, _, _ := strings.Cut(path.Base(line), ":")
	return dir + name + "/" + file
}

// shares returns the sum in seconds, and the parts by their shares of it, the largest first.
func shares(sums map[string]time.Duration) (seconds float64, out []report.Part) {
	var all time.Duration
	for _, d := range sums {
		all += d
	}
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		out = append(out, report.Part{Name: name, Share: float64(sums[name]) / float64(all)})
	}
	slices.SortStableFunc(out, func(a, b report.Part) int { return cmp.Compare(b.Share, a.Share) })
	return all.Seconds(), out
}
