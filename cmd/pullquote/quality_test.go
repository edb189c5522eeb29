package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pullquote/internal/sharedtest"
	"pullquote/retrieval/quality"
)

// sharedSet is a question set that lies beside the checkout.
type sharedSet struct {
	name, corpus, questions string
	// large is true for a set that takes minutes under the race detector.
	large bool
}

func sharedSets() []sharedSet {
	out := []sharedSet{{"acceptance", "acceptance/seeds", "acceptance/seed-questions.jsonl", false}}
	for _, s := range []sharedSet{{name: "squad2_open", large: true}, {name: "clapnq"}, {name: "ramdocs"}, {name: "stackfaq"},
		{name: "mtrag"}, {name: "scifact", large: true}, {name: "xquad", large: true}} {
		s.corpus, s.questions = "eval/"+s.name+"/corpus.jsonl", "eval/"+s.name+"/questions.jsonl"
		out = append(out, s)
	}
	return out
}

// TestQuality holds the quality of answers against reviewed figures, in testdata/quality, and the report of them,
// docs/quality.md, so that a change of ranking shows as a change of figures in review. Write both anew with -update.
// Under the race detector the large sets, and with them the report, are left out.
func TestQuality(t *testing.T) {
	const report = "../../docs/quality.md"
	written := filepath.Join(t.TempDir(), "quality.md")
	args := []string{"eval", "--golden", filepath.Join("testdata", "quality")}
	for _, s := range sharedSets() {
		if !s.large || !underRace {
			args = append(args, "--set", s.name+"="+sharedtest.Path(t, s.corpus)+","+sharedtest.Path(t, s.questions))
		}
	}
	if !underRace {
		args = append(args, "--report", written)
	}
	if *update {
		args = append(args, "--update")
	}
	evalInProcess(t, args)
	if underRace || t.Failed() {
		return
	}
	got := read(t, written)
	reviewed, err := os.ReadFile(report)
	switch {
	case err != nil && !*update:
		t.Error(err)
	case undated(got) == undated(string(reviewed)):
	case *update:
		if err := os.WriteFile(report, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is not what eval --report writes; write it anew with -update and review it", report)
	}
}

func evalInProcess(t *testing.T, args []string) (out string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	p := &program{console: console{out: &stdout, err: &stderr, page: page{80, false}}}
	ctx := context.Background()
	if code := p.exitCode(ctx, p.run(ctx, args)); code != 0 {
		t.Errorf("%s: exit code %d\n%s%s", strings.Join(args[:1], " "), code, &stdout, &stderr)
	}
	return stdout.String()
}

func read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// undated is a report without the line that says when it was measured.
func undated(report string) string {
	before, dated, _ := strings.Cut(report, quality.DateLine)
	_, after, _ := strings.Cut(dated, "\n")
	return before + after
}
