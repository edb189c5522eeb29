package baseline

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/corpus"
	"pullquote/retrieval/quality"
)

func open(t *testing.T, docs ...string) (*corpus.Snapshot, *Index) {
	t.Helper()
	files := fstest.MapFS{"docs.jsonl": {Data: []byte(strings.Join(docs, "\n"))}}
	snapshot, err := corpus.Load(context.Background(), files, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open(context.Background(), snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return snapshot, x
}

const (
	bees  = `{"id":"bees","title":"Bees","lang":"en","text":"The hive stands by the wall. Bees gather nectar from clover. It was cold."}`
	wasps = `{"id":"wasps","lang":"en","text":"Wasps build paper nests. They hunt caterpillars."}`
	wespe = `{"id":"wespe","lang":"de","text":"Eine Wespe baut aus Papier."}`
	biene = `{"id":"biene","lang":"de","text":"Die Bienen sammeln den Nektar. Der Stock steht an der Wand."}`
)

func ask(x *Index, question string) quality.Result {
	return x.Answer(quality.Question{ID: "1", Question: question})
}

func TestAnswer(t *testing.T) {
	_, x := open(t, bees, wasps, biene, wespe)
	tests := []struct{ question, document, excerpt, outcome string }{
		{"What do bees gather?", "bees", "Bees gather nectar from clover.", "answered"},
		{"gathering the nectars", "bees", "Bees gather nectar from clover.", "answered"},
		{"Was sammeln die Bienen?", "biene", "Die Bienen sammeln den Nektar.", "answered"},
		{"Which emperor hunted with falcons in winter?", "wasps", "They hunt caterpillars.", "not_found"},
	}
	for _, test := range tests {
		r := ask(x, test.question)
		if len(r.Retrieved) == 0 || len(r.Excerpts) == 0 {
			t.Errorf("%s: nothing found", test.question)
			continue
		}
		if doc, text := r.Retrieved[0], r.Excerpts[0].Text; !strings.HasSuffix(doc, test.document) || text != test.excerpt || r.Outcome != test.outcome {
			t.Errorf("%s: %s, %q, %s (confidence %v), want %s, %q, %s",
				test.question, doc, text, r.Outcome, r.Confidence, test.document, test.excerpt, test.outcome)
		}
	}
}

func TestAnswerOfNothing(t *testing.T) {
	_, x := open(t, bees)
	_, empty := open(t)
	for _, r := range []quality.Result{ask(x, "xylophones?"), ask(x, ""), ask(x, "the of"), ask(empty, "What do bees gather?")} {
		if r.Outcome != "not_found" || r.Confidence != 0 || len(r.Excerpts) > 0 || r.Retrieved == nil || len(r.Retrieved) > 0 {
			t.Errorf("got %+v, want nothing, and to know that it is nothing", r)
		}
	}
}

// Worked out by hand: two passages of four terms each, of which one holds the term.
func TestScoreIsBM25(t *testing.T) {
	_, x := open(t, `{"id":"a","lang":"en","text":"Green moss covers stones."}`, `{"id":"b","lang":"en","text":"Red algae colour lakes."}`)
	hits := x.search("moss")
	if len(hits) != 1 {
		t.Fatalf("%d hits, want 1", len(hits))
	}
	idf := math.Log(1 + (2-1+.5)/(1+.5))
	if got := hits[0].score; math.Abs(got-idf) > 1e-6 { // one mention at average length is worth the idf
		t.Errorf("score = %v, want %v", got, idf)
	}
	if got, want := hits[0].confidence(), 1/(k1+1); math.Abs(got-want) > 1e-6 {
		t.Errorf("confidence = %v, want %v", got, want)
	}
}

func TestExcerpts(t *testing.T) {
	var docs []string
	for i := range 12 {
		docs = append(docs, fmt.Sprintf(`{"id":"d%d","lang":"en","text":"A lantern hangs at gate %d. The lantern is old."}`, i, i))
	}
	snapshot, x := open(t, docs...)
	r := ask(x, "Where is the lantern?")
	if len(r.Excerpts) != retrieved || len(r.Retrieved) != retrieved {
		t.Errorf("%d excerpts of %d passages, want %d", len(r.Excerpts), len(r.Retrieved), retrieved)
	}
	for i, e := range r.Excerpts {
		if e.More != (i >= firstScreen) {
			t.Errorf("excerpt %d: more is %v", i, e.More)
		}
		if text := snapshot.Document(e.Doc).Text(); text[e.Start:e.End] != e.Text {
			t.Errorf("excerpt %d is not verbatim: %q", i, e.Text)
		}
	}
}

func TestOpenEndsWithItsContext(t *testing.T) {
	snapshot, _ := open(t, bees)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Open(ctx, snapshot); err == nil {
		t.Error("Open does not tell that its context has ended")
	}
}

func TestEveryAnalyzerExists(t *testing.T) {
	for language := range analyzers {
		a, err := analyzerOf(language)
		if err != nil {
			t.Errorf("%s: %v", language, err)
			continue
		}
		if len(a.Analyze([]byte("1984"))) != 1 {
			t.Errorf("%s: a number is not one term", language)
		}
	}
}
