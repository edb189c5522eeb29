package retrieval

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"testing"

	"pullquote/corpus"
	"pullquote/internal/sharedtest"
)

// BenchmarkAnswer measures, for questions of every set, the retrieval part of an answer, from question to ranked passages,
// and the whole of it. An iteration is one question.
func BenchmarkAnswer(b *testing.B) {
	for _, set := range benchmarkSets {
		b.Run(set.name, func(b *testing.B) {
			library := libraryOf(b, sharedtest.Path(b, set.corpus))
			questions := questionsOf(b, sharedtest.Path(b, set.questions))
			b.Run("retrieval", func(b *testing.B) { benchmarkEach(b, questions, library.current.Load().retrieveOnly) })
			b.Run("whole", func(b *testing.B) {
				benchmarkEach(b, questions, func(ctx context.Context, q Question) error {
					_, err := library.Ask(ctx, q)
					return err
				})
			})
		})
	}
}

var benchmarkSets = []struct{ name, corpus, questions string }{
	{"acceptance", "acceptance/seeds", "acceptance/seed-questions.jsonl"},
	{"ramdocs", "eval/ramdocs/corpus.jsonl", "eval/ramdocs/questions.jsonl"},
	{"clapnq", "eval/clapnq/corpus.jsonl", "eval/clapnq/questions.jsonl"},
	{"stackfaq", "eval/stackfaq/corpus.jsonl", "eval/stackfaq/questions.jsonl"},
	{"mtrag", "eval/mtrag/corpus.jsonl", "eval/mtrag/questions.jsonl"},
	{"xquad", "eval/xquad/corpus.jsonl", "eval/xquad/questions.jsonl"},
	{"scifact", "eval/scifact/corpus.jsonl", "eval/scifact/questions.jsonl"},
	{"squad2_open", "eval/squad2_open/corpus.jsonl", "eval/squad2_open/questions.jsonl"},
}

// retrieveOnly reads a question and retrieves its passages, and stops there.
func (e *edition) retrieveOnly(ctx context.Context, q Question) error {
	_, err := e.retrieve(ctx, e.readAll(q), newDepth(e.scope(q.Documents)))
	return err
}

// benchmarkEach gives do the questions in turn; a step without a common factor spreads few of them over the set.
func benchmarkEach(b *testing.B, questions []Question, do func(context.Context, Question) error) {
	const step = 7919
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := do(b.Context(), questions[i*step%len(questions)]); err != nil {
			b.Fatal(err)
		}
	}
}

func libraryOf(b *testing.B, path string) *Library {
	b.Helper()
	snapshot, err := corpus.Open(b.Context(), path, corpus.Options{})
	if err != nil {
		b.Fatal(err)
	}
	library, err := Open(b.Context(), snapshot)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { library.Close() })
	return library
}

func questionsOf(b *testing.B, path string) []Question {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var out []Question
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var q struct {
			Question string
			History  []string
		}
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			b.Fatal(err)
		}
		out = append(out, Question{Text: q.Question, History: q.History})
	}
	if err := lines.Err(); err != nil {
		b.Fatal(err)
	}
	return out
}
