package quality

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pullquote/internal/sharedtest"
)

// TestAgreesWithIndependentJudge invents results for real question sets, good, bad and odd ones, and has them scored
// by a program that shares no code with this package. Every figure that it prints must be ours.
func TestAgreesWithIndependentJudge(t *testing.T) {
	script := sharedtest.Path(t, "tools/score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not on this machine")
	}
	for _, set := range []struct{ questions, corpus string }{
		{"acceptance/seed-questions.jsonl", "acceptance/seeds"},
		{"eval/clapnq/questions.jsonl", "eval/clapnq/corpus.jsonl"},
		{"eval/mtrag/questions.jsonl", "eval/mtrag/corpus.jsonl"},
		{"eval/ramdocs/questions.jsonl", "eval/ramdocs/corpus.jsonl"},
		{"eval/stackfaq/questions.jsonl", "eval/stackfaq/corpus.jsonl"},
	} {
		t.Run(set.questions, func(t *testing.T) {
			questions, corpus := sharedtest.Path(t, set.questions), sharedtest.Path(t, set.corpus)
			f, err := os.Open(questions)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			qs, err := Load(f)
			if err != nil {
				t.Fatal(err)
			}
			texts := readTexts(t, corpus)
			results := inventResults(rand.New(rand.NewPCG(uint64(len(qs)), 1)), qs, texts)
			vs, err := Judge(qs, results, func(d string) (string, bool) { s, ok := texts[d]; return s, ok })
			if err != nil {
				t.Fatal(err)
			}
			answers := writeAnswers(t, results)
			out, _ := exec.Command(python, script, answers, questions, corpus, "--json").Output() // fails where fidelity is below 1
			compareFigures(t, "", decode(t, out), decode(t, encode(t, Sum(vs))))
		})
	}
}

func readTexts(t *testing.T, corpus string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	if files, _ := filepath.Glob(filepath.Join(corpus, "*.txt")); len(files) > 0 {
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			texts[filepath.Base(f)] = string(b)
		}
		return texts
	}
	b, err := os.ReadFile(corpus)
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(b) {
		var d struct{ ID, Text string }
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		texts[d.ID] = d.Text
	}
	return texts
}

// inventResults makes up a result for every question: pieces of documents, some of them around gold spans, and some
// lies, but nothing from a document that has a gold span at an unknown place, on which the other judge gives up.
func inventResults(r *rand.Rand, qs []Question, texts map[string]string) []Result {
	ids := slices.Sorted(maps.Keys(texts))
	var out []Result
	for _, q := range qs {
		res := Result{ID: q.ID, Confidence: float64(r.IntN(20)) / 20, Took: time.Duration(r.IntN(5_000_000))}
		res.Outcome = []string{"answered", "answered", "mentioned", "not_found"}[r.IntN(4)]
		for _, g := range q.Gold {
			if r.IntN(2) == 0 && len(res.Excerpts) < 6 && g.Text != "" {
				res.Excerpts = append(res.Excerpts, aroundGold(r, g, texts[g.Doc]))
			}
		}
		if r.IntN(3) == 0 {
			id := ids[r.IntN(len(ids))]
			res.Excerpts = slices.Insert(res.Excerpts, 0, piece(r, id, texts[id], 0, len(texts[id])))
		}
		res.Excerpts = slices.DeleteFunc(res.Excerpts, func(e Excerpt) bool {
			return slices.ContainsFunc(q.Gold, func(g Gold) bool { return g.Text == "" && g.Doc == e.Doc })
		})
		for i := range res.Excerpts {
			res.Excerpts[i].More = i > r.IntN(4)
		}
		if r.IntN(10) > 0 {
			res.Retrieved = []string{}
		}
		if res.Retrieved != nil {
			for range r.IntN(13) {
				res.Retrieved = append(res.Retrieved, ids[r.IntN(len(ids))])
			}
			for d := range q.goldDocs() {
				res.Retrieved = append(res.Retrieved, d)
			}
			slices.Sort(res.Retrieved)
			r.Shuffle(len(res.Retrieved), func(i, j int) {
				res.Retrieved[i], res.Retrieved[j] = res.Retrieved[j], res.Retrieved[i]
			})
		}
		out = append(out, res)
	}
	return out
}

func aroundGold(r *rand.Rand, g Gold, text string) Excerpt {
	start := strings.Index(text, g.Text)
	if g.Start != nil {
		start = *g.Start
	}
	if start < 0 {
		return piece(r, g.Doc, text, 0, len(text))
	}
	end := start + len(g.Text)
	return piece(r, g.Doc, text, start+r.IntN(60)-40, end+r.IntN(60)-20)
}

// piece cuts about [start, end) out of a text, between characters, and now and then says something else.
func piece(r *rand.Rand, doc, text string, start, end int) Excerpt {
	between := func(i int) int {
		for i > 0 && i < len(text) && text[i]&0xc0 == 0x80 {
			i--
		}
		return i
	}
	start = between(min(max(start, 0), len(text)))
	end = between(min(max(start, end), len(text)))
	e := Excerpt{Doc: doc, Start: start, End: end, Text: text[start:end]}
	if r.IntN(30) == 0 {
		e.Text = "lie " + e.Text
	}
	return e
}

// writeAnswers writes results as the program's JSON output has them.
func writeAnswers(t *testing.T, results []Result) string {
	t.Helper()
	var b bytes.Buffer
	for _, r := range results {
		excerpts, retrieved := []map[string]any{}, []map[string]any{}
		for _, e := range r.Excerpts {
			row := map[string]any{"doc": e.Doc, "start": e.Start, "end": e.End, "text": e.Text}
			if e.More {
				row["more"] = true
			}
			excerpts = append(excerpts, row)
		}
		for _, d := range r.Retrieved {
			retrieved = append(retrieved, map[string]any{"doc": d})
		}
		row := map[string]any{"id": r.ID, "outcome": r.Outcome, "confidence": r.Confidence, "took_ms": float64(r.Took.Nanoseconds()) / 1e6,
			"groups": []any{map[string]any{"excerpts": excerpts}}}
		if r.Retrieved != nil {
			row["retrieved"] = retrieved
		}
		b.Write(append(encode(t, row), '\n'))
	}
	path := filepath.Join(t.TempDir(), "answers.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func encode(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func decode(t *testing.T, b []byte) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatalf("%v in %q", err, b)
	}
	return v
}

func compareFigures(t *testing.T, path string, want, got map[string]any) {
	t.Helper()
	for name, w := range want {
		g, ok := got[name]
		if inner, is := w.(map[string]any); is && ok {
			compareFigures(t, path+name+"/", inner, g.(map[string]any))
			continue
		}
		if !ok || fmt.Sprint(w) != fmt.Sprint(g) {
			t.Errorf("%s%s = %v, the other judge says %v", path, name, g, w)
		}
	}
}
