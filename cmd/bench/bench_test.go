package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
	"pullquote/cmd/bench/report"
)

func TestSizesOf(t *testing.T) {
	for _, tt := range []struct{ names, want string }{
		{"5", "5"}, {"1M,20k", "20k 1m"}, {"200k,200k", "200k"}, {"5,20k,200k,1m", "5 20k 200k 1m"},
	} {
		got, err := sizesOf(tt.names)
		if err != nil {
			t.Errorf("sizesOf(%q) fails: %v", tt.names, err)
		}
		var names []string
		for _, s := range got {
			names = append(names, s.name)
		}
		if strings.Join(names, " ") != tt.want {
			t.Errorf("sizesOf(%q) = %q, want %q", tt.names, names, tt.want)
		}
	}
	for _, names := range []string{"", "6", "5,", "5 20k"} {
		if got, err := sizesOf(names); err == nil || !strings.Contains(err.Error(), "5, 20k, 200k, 1m") {
			t.Errorf("sizesOf(%q) = %v, %v, want an error that names the sizes", names, got, err)
		}
	}
}

func TestReadFlags(t *testing.T) {
	b, err := readFlags([]string{"--work", "w", "--sizes", "5"})
	if err != nil || b.results != filepath.Join("w", "results.json") || len(b.sizes) != 1 || b.rounds != 3 {
		t.Errorf("readFlags = %+v, %v", b, err)
	}
	if _, err := readFlags([]string{"--sizes", "6"}); err == nil {
		t.Error("an unknown size is taken")
	}
	for _, args := range [][]string{{"--rounds", "-1"}, {"--page", "--fresh"}, {"more"}, {"--unknown"}} {
		if _, err := readFlags(args); !errors.Is(err, flag.ErrHelp) {
			t.Errorf("readFlags(%q) fails with %v, want the usage", args, err)
		}
	}
}

// newDocuments writes a corpus of two documents and two questions.
func newDocuments(t *testing.T) passages.Corpus {
	t.Helper()
	c := passages.Corpus{Dir: t.TempDir()}
	for name, text := range map[string]string{
		filepath.Join(c.Docs(), "0000", "harbour.md"): "---\ntitle: The harbour\n---\n\nThe keeper counted 340 planks on the shore.\n\nThe storm took the wall.\n",
		filepath.Join(c.Docs(), "0000", "quarry.txt"): "The quarry\n\nThe stones of the wall came from the quarry on the hill.\n\nThere it was steep.\n",
		c.Passages():  "0000/harbour.md\tThe harbour\tThe keeper counted 340 planks on the shore. The storm took the wall.\n",
		c.Questions(): "How many planks were counted?\nWhere did the stones come from?\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// enter runs a command of the program as a contender and returns the lines it prints.
func enter(t *testing.T, run func(context.Context, entrant) error) []contest.Line {
	t.Helper()
	var out bytes.Buffer
	if err := run(context.Background(), entrant{out: &out}); err != nil {
		t.Fatal(err)
	}
	var lines []contest.Line
	for dec := json.NewDecoder(&out); dec.More(); {
		var l contest.Line
		if err := dec.Decode(&l); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, l)
	}
	return lines
}

// The program follows the protocol.
func TestOwn(t *testing.T) {
	c, index := newDocuments(t), t.TempDir()
	lines := enter(t, func(ctx context.Context, o entrant) error { return o.read(ctx, c.Docs()) })
	if len(lines) != 1 || lines[0].Phase != "read" || lines[0].Passages != 2 {
		t.Errorf("read prints %+v, want 2 passages", lines)
	}
	lines = enter(t, func(ctx context.Context, o entrant) error { return o.build(ctx, c.Docs(), index) })
	if len(lines) != 1 || lines[0].Phase != "build" {
		t.Errorf("build prints %+v", lines)
	}
	for _, phase := range []string{"query", "answer"} {
		lines = enter(t, func(ctx context.Context, o entrant) error { return o.asked(ctx, phase, index, c.Questions()) })
		if len(lines) != 2 || lines[0].Threads != 1 || lines[1].Threads != 2 || lines[1].Phase != phase || len(lines[1].LatenciesUS) != 2 {
			t.Errorf("%s prints %+v", phase, lines)
		}
	}
	lines = enter(t, func(ctx context.Context, o entrant) error { return o.asked(ctx, "first", index, c.Questions()) })
	if len(lines) != 1 || lines[0].Phase != "first" {
		t.Errorf("first prints %+v", lines)
	}
	lines = enter(t, func(ctx context.Context, o entrant) error { return o.reload(ctx, index) })
	if len(lines) != 1 || lines[0].Phase != "reload" {
		t.Errorf("reload prints %+v", lines)
	}
	lines = enter(t, func(ctx context.Context, o entrant) error { return o.asked(ctx, "hits", index, c.Questions()) })
	if len(lines) != 2 || lines[0].Documents[0] != "0000/harbour.md" || lines[1].Documents[0] != "0000/quarry.txt" {
		t.Errorf("hits prints %+v, want the harbour and the quarry first", lines)
	}
}

func TestOwnRefuses(t *testing.T) {
	for _, args := range [][]string{nil, {"query", "one"}, {"sing", "one", "two"}} {
		if err := own(context.Background(), args); err == nil {
			t.Errorf("own(%q) does not fail", args)
		}
	}
}

// The documents of a set come behind those of the corpus, in the file of passages as in the folder.
func TestMix(t *testing.T) {
	c, sets := newDocuments(t), t.TempDir()
	dir := filepath.Join(sets, qualitySet)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"corpus.jsonl": `{"id":"Light#0","title":"Light","text":"The light was moved to the end of the wall in 1940."}` + "\n",
		"questions.jsonl": `{"id":"1","question":"When was the\nlight moved?","answerable":true,"gold":[{"doc":"Light#0","text":"1940"}]}` + "\n" +
			`{"id":"2","question":"Who moved it?","answerable":false,"gold":[]}` + "\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	b := bench{sets: sets}
	questions, err := readJudged(filepath.Join(dir, "questions.jsonl"))
	if err != nil || len(questions) != 1 || questions[0].question != "When was the light moved?" {
		t.Fatalf("readJudged = %+v, %v", questions, err)
	}
	mixed, err := b.mix(context.Background(), c, questions)
	if err != nil {
		t.Fatal(err)
	}
	documents, err := documentsOf(mixed.Passages())
	if want := []string{"0000/harbour.md", "set.jsonl#Light#0"}; err != nil || !slices.Equal(documents, want) {
		t.Errorf("documents are %q, %v, want %q", documents, err, want)
	}
	index := t.TempDir()
	enter(t, func(ctx context.Context, o entrant) error { return o.build(ctx, mixed.Docs(), index) })
	lines := enter(t, func(ctx context.Context, o entrant) error { return o.asked(ctx, "hits", index, mixed.Questions()) })
	if got := judge("x", questions, [][]string{lines[0].Documents}); got.First != 1 {
		t.Errorf("our own document is found as %q", lines[0].Documents)
	}
}

func TestJudge(t *testing.T) {
	questions := []judged{{"a", []string{"x", "y"}}, {"b", []string{"x"}}, {"c", []string{"x"}}, {"d", []string{"x"}}}
	got := judge("name", questions, [][]string{{"y"}, {"1", "2", "3", "4", "x"}, {"1", "2", "3", "4", "5", "x"}, nil})
	if want := (report.Quality{Contender: "name", Questions: 4, First: .25, Five: .5}); got != want {
		t.Errorf("judge = %+v, want %+v", got, want)
	}
}

// What was measured before stays, unless it is to be forgotten.
func TestKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "results.json")
	if r, err := (bench{results: file}).kept(); err != nil || len(r.Sizes) != 0 {
		t.Errorf("without a file there is %+v, %v", r, err)
	}
	run, err := thisRun()
	if err != nil || len(run.Program) != 12 || run.Date == "" {
		t.Errorf("this run is %+v, %v, want a program of 12 digits and a date", run, err)
	}
	if err := writeJSON(file, report.Results{Run: run, Sizes: []report.Size{{Name: "5", Measured: run}}}); err != nil {
		t.Fatal(err)
	}
	if r, err := (bench{results: file}).kept(); err != nil || r.Run != run || len(r.Sizes) != 1 || r.Sizes[0].Measured != run {
		t.Errorf("kept is %+v, %v, want what %+v measured", r, err, run)
	}
	if r, err := (bench{results: file, fresh: true}).kept(); err != nil || len(r.Sizes) != 0 {
		t.Errorf("a fresh run keeps %+v, %v", r, err)
	}
	if err := os.WriteFile(file, []byte("{"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := (bench{results: file}).kept(); err == nil {
		t.Error("a file that cannot be read is no error")
	}
}
