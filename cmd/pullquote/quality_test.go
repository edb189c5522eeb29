package main

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"pullquote/internal/sharedtest"
)

// TestQuality holds the quality of answers against reviewed figures, so that a change of ranking shows as a change of
// testdata/quality in review. Rewrite the figures with -update. The larger sets are measured by hand with eval: under
// the race detector they take minutes.
func TestQuality(t *testing.T) {
	for _, set := range []struct{ name, corpus, questions string }{
		{"acceptance", "acceptance/seeds", "acceptance/seed-questions.jsonl"},
		{"clapnq", "eval/clapnq/corpus.jsonl", "eval/clapnq/questions.jsonl"},
		{"stackfaq", "eval/stackfaq/corpus.jsonl", "eval/stackfaq/questions.jsonl"},
	} {
		t.Run(set.name, func(t *testing.T) {
			args := []string{"eval",
				"--corpus", sharedtest.Path(t, set.corpus),
				"--questions", sharedtest.Path(t, set.questions),
				"--golden", filepath.Join("testdata", "quality", set.name+".json")}
			if *update {
				args = append(args, "--update")
			}
			var out, errs bytes.Buffer
			p := &program{console: console{out: &out, err: &errs, page: page{80, false}}}
			ctx := context.Background()
			if code := p.exitCode(ctx, p.run(ctx, args)); code != 0 {
				t.Errorf("exit code %d\n%s%s", code, &out, &errs)
			}
		})
	}
}
