package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
	"pullquote/cmd/bench/report"
	"pullquote/retrieval/quality"
)

// Speed must not be bought with a worse order. So the documents of a question set are put among those of a corpus, and
// every contender is asked its questions.

const (
	// qualitySet is the set whose documents and questions are used, a folder with corpus.jsonl and questions.jsonl.
	qualitySet = "squad2_open"
	// mostJudged is how many questions are asked: at that number a share of .7 has a sampling error of .014.
	mostJudged = 1000
)

// judged is a question and the ids of the documents that answer it.
type judged struct {
	question string
	gold     []string
}

// quality judges all entrants. Nothing of it is timed, so they work at the same time. What it needs is removed at the end.
func (b bench) quality(ctx context.Context, c passages.Corpus, entrants []contest.Contender, into *report.Size) error {
	questions, err := readJudged(filepath.Join(b.sets, qualitySet, "questions.jsonl"))
	if err != nil {
		return err
	}
	mixed, err := b.mix(ctx, c, questions)
	if err != nil {
		return err
	}
	documents, err := documentsOf(mixed.Passages())
	if err != nil {
		return err
	}
	if into.Quality, err = (jury{b, mixed, questions, documents, entrants}).judgeAll(ctx); err != nil {
		return err
	}
	if into.Judged, err = thisRun(); err != nil {
		return err
	}
	return os.RemoveAll(mixed.Dir)
}

// atOnce is how many contenders work at the same time where nothing is timed: each of them uses a core or more.
const atOnce = 2

// jury judges entrants by what they find in a corpus for questions whose answers are known.
type jury struct {
	bench
	corpus    passages.Corpus
	questions []judged
	documents []string // of the passages of the corpus
	entrants  []contest.Contender
}

// judgeAll sums up how well each entrant finds what answers.
func (j jury) judgeAll(ctx context.Context) ([]report.Quality, error) {
	out := make([]report.Quality, len(j.entrants))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(atOnce)
	for _, e := range j.entrants {
		if len(e.Build) > 0 {
			g.Go(func() error { return j.judgeWith(ctx, e, out) })
		}
	}
	return out, g.Wait()
}

// judgeWith judges those who share an index, which the first of them builds.
func (j jury) judgeWith(ctx context.Context, builder contest.Contender, out []report.Quality) error {
	index := filepath.Join(j.corpus.Dir, "indexes", builder.Index)
	j.progress("an index for the quality of " + builder.Name)
	if err := contest.BuildIndex(ctx, builder, j.corpus, index); err != nil {
		return fmt.Errorf("quality of %s: %w", builder.Name, err)
	}
	for i, e := range j.entrants {
		if e.Index != builder.Index {
			continue
		}
		j.progress("quality of " + e.Name)
		found, err := contest.Hits(ctx, e, index, j.corpus.Questions(), j.documents)
		if err != nil {
			return fmt.Errorf("quality of %s: %w", e.Name, err)
		}
		out[i] = judge(e.Name, j.questions, found)
	}
	return nil
}

// readJudged returns questions of a set that have an answer, at most mostJudged of them, from all over the set.
func readJudged(file string) ([]judged, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := quality.Load(f)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(q quality.Question) bool { return !q.Answerable || len(q.Gold) == 0 })
	var out []judged
	for i := range min(mostJudged, len(all)) {
		q := all[i*len(all)/min(mostJudged, len(all))]
		j := judged{question: strings.Join(strings.Fields(q.Question), " ")}
		for _, g := range q.Gold {
			j.gold = append(j.gold, setFile+"#"+g.Doc)
		}
		out = append(out, j)
	}
	return out, nil
}

// setFile is the file of the set's documents among those of the corpus; it comes after all of them.
const setFile = "set.jsonl"

// mix makes a corpus of the documents of c and of the set, with the questions of the set.
func (b bench) mix(ctx context.Context, c passages.Corpus, questions []judged) (passages.Corpus, error) {
	mixed := passages.Corpus{Dir: filepath.Join(c.Dir, "quality")}
	if err := passages.Link(c.Docs(), mixed.Docs()); err != nil {
		return mixed, err
	}
	text, err := os.ReadFile(filepath.Join(b.sets, qualitySet, "corpus.jsonl"))
	if err != nil {
		return mixed, err
	}
	if err := os.WriteFile(filepath.Join(mixed.Docs(), setFile), text, 0o666); err != nil {
		return mixed, err
	}
	if err := passages.Append(ctx, c.Passages(), filepath.Join(mixed.Docs(), setFile), mixed.Passages()); err != nil {
		return mixed, err
	}
	var lines strings.Builder
	for _, q := range questions {
		lines.WriteString(q.question + "\n")
	}
	return mixed, os.WriteFile(mixed.Questions(), []byte(lines.String()), 0o666)
}

// documentsOf returns the document of every line of a file of passages.
func documentsOf(file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		id, _, _ := strings.Cut(sc.Text(), "\t")
		if n := len(out); n > 0 && out[n-1] == id {
			id = out[n-1] // one string for all passages of a document
		}
		out = append(out, strings.Clone(id))
	}
	return out, sc.Err()
}

// judge sums up how well a contender found what answers.
func judge(name string, questions []judged, found [][]string) report.Quality {
	q := report.Quality{Contender: name, Questions: len(questions)}
	first, five := 0, 0
	for i, asked := range questions {
		right := func(id string) bool { return slices.Contains(asked.gold, id) }
		if i >= len(found) {
			break
		}
		if len(found[i]) > 0 && right(found[i][0]) {
			first++
		}
		if slices.ContainsFunc(found[i][:min(5, len(found[i]))], right) {
			five++
		}
	}
	if n := float64(len(questions)); n > 0 {
		q.First, q.Five = float64(first)/n, float64(five)/n
	}
	return q
}
