package quality

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func report(t *testing.T, s string) Report {
	t.Helper()
	var r Report
	if err := json.Unmarshal([]byte(s), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCompare(t *testing.T) {
	golden := report(t, `{"questions":2,"excerpt_hit@1":0.5,"recall":0.25,"took_ms_p50":1,"by_kind":{"who":{"n":1,"hit@1":1},"gone":{"n":1}}}`)
	got := report(t, `{"questions":2,"excerpt_hit@1":0.75,"f1":0.1,"took_ms_p50":9,"by_kind":{"who":{"n":1,"hit@1":0},"new":{"n":1}}}`)
	want := []string{
		"excerpt_hit@1: 0.5 → 0.75", "recall: 0.25 → -", "f1: - → 0.1",
		"by_kind/new/n: - → 1", "by_kind/who/hit@1: 1 → 0", "by_kind/gone/n: 1 → -",
	}
	if differences := Compare(golden, got); !slices.Equal(differences, want) {
		t.Errorf("Compare = %q\nwant %q", differences, want)
	}
	if differences := Compare(got, got); differences != nil {
		t.Errorf("a report differs from itself: %q", differences)
	}
}

func TestWriteText(t *testing.T) {
	r := report(t, `{"questions":3,"answerable":2,"excerpts":4,"fidelity":0.75,"excerpt_hit@1":0.5,"took_ms_p50":1.25,
		"by_kind":{"":{"n":1,"answered":0},"conflict":{"n":2,"answered":1,"hit@1":0.5}}}`)
	r.NotVerbatim = []string{"question 7: a.txt [3, 9)"}
	var b strings.Builder
	if err := r.WriteText(&b); err != nil {
		t.Fatal(err)
	}
	want := `questions      3
answerable     2
excerpts       4
fidelity       0.75
excerpt_hit@1  0.5
took_ms_p50    1.25

kind      n  answered  passage_success@1  hit@1  hit@3  coverage  auroc
""        1  0         -                  -      -      -         -
conflict  2  1         -                  0.5    -      -         -

not verbatim: question 7: a.txt [3, 9)
`
	if b.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", b.String(), want)
	}
}
