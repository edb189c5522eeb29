package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
	"pullquote/cmd/bench/report"
)

// Where the time goes is read from profiles of the processor: samples of the functions that are running and of those that
// called them. A sample belongs to the first part that knows one of them.

// part is a part of the program by the names of its functions.
type part struct {
	name      string
	functions []string // what a name holds
}

// parts are asked in this order: what serves all comes first, then what is called before what calls it.
var parts = []part{
	{"garbage collection", []string{"runtime.gcBgMarkWorker", "runtime.gcAssist", "runtime.bgsweep", "runtime.bgscavenge", "runtime.gcStart"}},
	{"allocation", []string{"runtime.mallocgc", "runtime.growslice"}},
	{"cutting of sentences", []string{"corpus.splitSentences"}},
	{"near-copies", []string{"corpus.(*pile)", "corpus.(*merging)", "corpus.(*tally)"}},
	{"Markdown and HTML", []string{"goldmark", "x/net/html", "yaml"}},
	{"analysis of words", []string{"retrieval/analysis", "snowballstem"}},
	{"values and names", []string{"retrieval/figure", "retrieval/name", "retrieval/category", "retrieval/concept"}},
	{"posting lists", []string{"blevesearch", "RoaringBitmap", "vellum", "retrieval/postings"}},
	{"documents and terms from disk", []string{"corpus.(*Shelf)", "corpus.(*ShelfWriter)", "retrieval.(*forward)", "retrieval.decodeForward"}},
	{"vocabulary", []string{"retrieval/terms"}},
	{"ranking of passages", []string{").retrieve", "retrieval.ranked", ").newCandidate"}},
	{"reading of the question", []string{").readAll", "retrieval.readQuestion"}},
	{"scoring of sentences", []string{"retrieval.scoreSentences"}},
	{"reading of documents", []string{"pullquote/corpus."}},
	{"other retrieval", []string{"pullquote/retrieval"}},
	{"files", []string{"os.(*File)", "syscall."}},
}

// restOfIt is what belongs to no part.
const restOfIt = "everything else"

// profiles tells where the time of our phases goes. The index of the contest must still be there.
func (b bench) profiles(ctx context.Context, c passages.Corpus, us contest.Contender) ([]report.Profile, error) {
	index := filepath.Join(c.Dir, "indexes", "profiled")
	if err := contest.BuildIndex(ctx, us, c, index); err != nil {
		return nil, err
	}
	var out []report.Profile
	for _, run := range [][3]string{{"read", c.Docs(), index}, {"build", c.Docs(), index}, {"query", index, c.Questions()}, {"answer", index, c.Questions()}} {
		b.progress("profile of " + run[0])
		file := filepath.Join(c.Dir, run[0]+".prof")
		err := contest.Call(ctx, append(us.Program[:len(us.Program):len(us.Program)], "--cpuprofile", file), run[:]...)
		if err != nil {
			return nil, err
		}
		p, err := profileOf(ctx, file)
		if err != nil {
			return nil, fmt.Errorf("profile of %s: %w", run[0], err)
		}
		out = append(out, report.Profile{Phase: run[0], Parts: p})
	}
	return out, nil
}

// profileOf reads a profile with the tool that comes with Go.
func profileOf(ctx context.Context, file string) ([]report.Part, error) {
	cmd := exec.CommandContext(ctx, "go", "tool", "pprof", "-traces", file)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p, err := readTraces(out)
	if werr := cmd.Wait(); err == nil {
		err = werr
	}
	return p, err
}

// readTraces reads what pprof -traces prints: samples between lines of dashes, each a time and a function, and below it
// the functions that called it.
func readTraces(r io.Reader) ([]report.Part, error) {
	sums := map[string]time.Duration{}
	var took time.Duration
	var stack []string
	end := func() {
		if took > 0 {
			sums[partOf(stack)] += took
		}
		took, stack = 0, nil
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
			stack = append(stack, line)
		}
	}
	end()
	return shares(sums), sc.Err()
}

func partOf(stack []string) string {
	for _, p := range parts {
		for _, f := range p.functions {
			if slices.ContainsFunc(stack, func(s string) bool { return strings.Contains(s+"(", f) }) {
				return p.name
			}
		}
	}
	return restOfIt
}

// shares returns the parts by their shares of the sum, the largest first.
func shares(sums map[string]time.Duration) []report.Part {
	var all time.Duration
	for _, d := range sums {
		all += d
	}
	var out []report.Part
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		out = append(out, report.Part{Name: name, Share: float64(sums[name]) / float64(all)})
	}
	slices.SortStableFunc(out, func(a, b report.Part) int {
		switch {
		case a.Share > b.Share:
			return -1
		case a.Share < b.Share:
			return 1
		}
		return 0
	})
	return out
}
