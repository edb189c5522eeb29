package quality

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"
)

const (
	textA = "Twelve ships came in. Nobody knows why. They left at noon."
	textB = "There were thirteen ships. The fourteenth sank."
)

func textOf(doc string) (string, bool) {
	text, ok := map[string]string{"a": textA, "b": textB}[doc]
	return text, ok
}

// cut is an excerpt of a document, verbatim.
func cut(doc, text string) Excerpt {
	all, _ := textOf(doc)
	start := strings.Index(all, text)
	return Excerpt{Doc: doc, Start: start, End: start + len(text), Text: text}
}

func behindMore(e Excerpt) Excerpt {
	e.More = true
	return e
}

const set = `
{"id":"1","question":"How many ships?","answerable":true,"need":"all","kind":"count","gold":[{"doc":"a","text":"Twelve  ships"},{"doc_id":"b","start":11,"end":25,"text":"thirteen ships"}],"gold_answers":["twelve"],"wrong_answers":["thirteen",""]}
{"id":"2","question":"When did they leave?","answerable":true,"kind":"when","gold":[{"doc":"a","text":"at noon"}],"history":["Ships?","Twelve ships came in."]}

{"id":"3","question":"Who was the captain?","answerable":false,"kind":"when"}
{"id":"4","question":"Why?","answerable":true,"need":"any","kind":"count","gold_docs":["a"]}
`

func load(t *testing.T, set string) []Question {
	t.Helper()
	qs, err := Load(strings.NewReader(set))
	if err != nil {
		t.Fatal(err)
	}
	return qs
}

func TestSum(t *testing.T) {
	results := []Result{
		{ID: "4", Outcome: "not_found", Confidence: .2, Retrieved: []string{}, Took: 4 * time.Millisecond},
		{ID: "3", Outcome: "answered", Confidence: .2, Excerpts: []Excerpt{cut("b", "The fourteenth sank.")}, Took: 3 * time.Millisecond},
		{ID: "2", Outcome: "mentioned", Confidence: .4, Excerpts: []Excerpt{cut("a", "Nobody knows why."), cut("a", "They left at noon.")},
			Retrieved: []string{"b", "b", "a"}, Took: 2 * time.Millisecond},
		{ID: "1", Outcome: "answered", Confidence: .9, Disagreement: true, Excerpts: []Excerpt{cut("a", "Twelve ships came in."), behindMore(cut("b", "There were thirteen ships."))},
			Retrieved: []string{"b", "c", "a"}, Took: time.Millisecond},
	}
	vs, err := Judge(load(t, set), results, textOf)
	if err != nil {
		t.Fatal(err)
	}
	got := Sum(vs)
	// Worked out by hand; ndcg@10: (1 + 1/2) / (1 + 1/log2(3)) = .9197, 1/log2(3) = .6309 and 0.
	want := `{
 "questions": 4, "answerable": 3, "excerpts": 5, "fidelity": 1,
 "passage_success@1": 0.3333, "passage_success@3": 0.6667, "passage_success@5": 0.6667, "passage_mrr@10": 0.5, "ndcg@10": 0.5169,
 "excerpt_hit@1": 0.5, "excerpt_hit@3": 1, "answered_and_hit@3": 0.5,
 "coverage_all": 0.5, "answers_shown": 0.5, "two_sides": 0,
 "precision": 0.5, "recall": 0.5, "f1": 0.5, "answered_when_unanswerable": 1, "refused_when_answerable": 0.6667,
 "auroc": 0.8333, "words_first_screen_median": 4, "words_first_screen_median_agreeing": 3,
 "took_ms_p50": 3, "took_ms_p95": 4, "took_ms_p99": 4, "questions_per_second": 400,
 "by_kind": {"count": {"n": 2, "answered": 0.5, "passage_success@1": 0.5, "hit@1": 1, "hit@3": 1, "coverage": 0.5},
             "when": {"n": 2, "answered": 0.5, "passage_success@1": 0, "hit@1": 0, "hit@3": 1, "coverage": null, "auroc": 0.8333}}}`
	var wanted Report
	if err := json.Unmarshal([]byte(want), &wanted); err != nil {
		t.Fatal(err)
	}
	for _, difference := range Compare(wanted, got) {
		t.Error(difference)
	}
	if *got.TookP50 != 3 || *got.TookP95 != 4 || *got.TookP99 != 4 || *got.QuestionsPerSecond != 400 {
		t.Errorf("times are %v, %v, %v, %v", *got.TookP50, *got.TookP95, *got.TookP99, *got.QuestionsPerSecond)
	}
}

func TestJudgeNotVerbatim(t *testing.T) {
	tests := []struct {
		name    string
		excerpt Excerpt
		want    bool
	}{
		{"verbatim", cut("a", "Nobody knows why."), true},
		{"another text", Excerpt{"a", 0, 6, "Eleven", false}, false},
		{"another place", Excerpt{"a", 1, 7, "Twelve", false}, false},
		{"another document", Excerpt{"c", 0, 6, "Twelve", false}, false},
		{"blank", Excerpt{"a", 6, 7, " ", false}, false},
		{"empty", Excerpt{"a", 6, 6, "", false}, false},
		{"outside", Excerpt{"a", 0, 1000, textA, false}, false},
		{"before", Excerpt{"a", -1, 6, "Twelve", false}, false},
		{"backwards", Excerpt{"a", 6, 0, "Twelve", false}, false},
	}
	qs := load(t, `{"id":"1","question":"?","answerable":false}`)
	for _, test := range tests {
		vs, err := Judge(qs, []Result{{ID: "1", Excerpts: []Excerpt{test.excerpt}}}, textOf)
		if err != nil {
			t.Fatal(err)
		}
		rep := Sum(vs)
		if got := *rep.Fidelity == 1; got != test.want || len(rep.NotVerbatim) == 0 != test.want {
			t.Errorf("%s: fidelity %v, not verbatim %q, want verbatim %v", test.name, *rep.Fidelity, rep.NotVerbatim, test.want)
		}
	}
}

func TestJudgeNeedsEveryResult(t *testing.T) {
	_, err := Judge(load(t, set), []Result{{ID: "2"}}, textOf)
	if err == nil || !strings.Contains(err.Error(), "3 of 4 questions, among them 1, 3, 4") {
		t.Errorf("Judge without three results: %v", err)
	}
}

func TestSumOfNothing(t *testing.T) {
	b, err := json.Marshal(Sum(nil))
	if err != nil || !bytes.Contains(b, []byte(`"f1":null`)) || !bytes.Contains(b, []byte(`"auroc":null`)) {
		t.Errorf("empty report = %s, %v", b, err)
	}
}

func TestShows(t *testing.T) {
	at := func(start, end int) Gold { return Gold{Doc: "a", Start: &start, End: &end, Text: "not looked at"} }
	tests := []struct {
		name       string
		start, end int
		gold       Gold
		want       bool
	}{
		{"the span itself", 10, 20, at(10, 20), true},
		{"more than the span", 0, 30, at(10, 20), true},
		{"a byte less", 10, 19, at(10, 20), false},
		{"80 bytes, one less", 0, 79, at(0, 80), false},
		{"60 % of 100 bytes", 40, 200, at(0, 100), true},
		{"59 % of 100 bytes", 41, 200, at(0, 100), false},
		{"apart", 50, 60, at(10, 20), false},
		{"another document", 0, 30, Gold{Doc: "b", Text: "x"}, false},
		{"text", 0, 30, Gold{Doc: "a", Text: " one\n two "}, true},
		{"nothing known but the document", 0, 30, Gold{Doc: "a"}, false},
		{"text that differs", 0, 30, Gold{Doc: "a", Text: "onetwo"}, false},
	}
	for _, test := range tests {
		e := Excerpt{Doc: "a", Start: test.start, End: test.end, Text: "x one\ttwo y"}
		if got := Shows(e, test.gold); got != test.want {
			t.Errorf("%s: shows = %v, want %v", test.name, got, test.want)
		}
	}
}

func TestRound(t *testing.T) {
	tests := []struct{ in, want float64 }{
		{1. / 3, .3333}, {2. / 3, .6667}, {.03125, .0312}, {.09375, .0938}, {.12345, .1235}, {.99995, 1}, {0, 0}, {math.Inf(1), math.Inf(1)},
	}
	for _, test := range tests {
		if got := *round(&test.in, 4); got != test.want {
			t.Errorf("round(%v) = %v, want %v", test.in, got, test.want)
		}
	}
	if round(nil, 4) != nil {
		t.Error("round(nil) is not nil")
	}
}

func TestAUROC(t *testing.T) {
	yes := func(c float64) Verdict { return Verdict{Answerable: true, Confidence: c} }
	no := func(c float64) Verdict { return Verdict{Confidence: c} }
	tests := []struct {
		name string
		in   []Verdict
		want float64
	}{
		{"apart", []Verdict{yes(.9), no(.1), yes(.8)}, 1},
		{"the wrong way round", []Verdict{yes(.1), no(.9)}, 0},
		{"tied", []Verdict{yes(.5), no(.5), yes(.5), no(.5)}, .5},
		{"one pair of four wrong", []Verdict{yes(.3), no(.4), yes(.5), no(.1)}, .75},
	}
	for _, test := range tests {
		if got := auroc(isAnswerable, isOpen).of(test.in); got == nil || *got != test.want {
			t.Errorf("%s: auroc = %v, want %v", test.name, got, test.want)
		}
	}
	if auroc(isAnswerable, isOpen).of([]Verdict{yes(1)}) != nil {
		t.Error("auroc of one class is not nil")
	}
}
