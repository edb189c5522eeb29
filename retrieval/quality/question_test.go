package quality

import (
	"strings"
	"testing"
)

func TestLoad(t *testing.T) {
	qs := load(t, set)
	if len(qs) != 4 {
		t.Fatalf("%d questions, want 4", len(qs))
	}
	if g := qs[0].Gold[1]; g.Doc != "b" || *g.Start != 11 || *g.End != 25 {
		t.Errorf("gold = %+v", g)
	}
	if h := qs[1].History; len(h) != 2 || h[0] != "Ships?" {
		t.Errorf("history = %q", h)
	}
	if !qs[0].Answerable || qs[2].Answerable {
		t.Error("answerable is wrong")
	}
}

func TestLoadNamesEveryBadLine(t *testing.T) {
	_, err := Load(strings.NewReader(`{"id":"1","question":"?","answerable":true}
{"id":"1","question":"?","answerable":true}
not json
{"question":"?","answerable":true}
{"id":"5","answerable":true}
{"id":"6","question":"?"}
{"id":"7","question":"?","answerable":true,"need":"most"}
{"id":"8","question":"?","answerable":true,"gold":[{"text":"x"}]}
{"id":"10","question":"?","answerable":true,"gold":[{"doc":7}]}
`))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"line 2: id \"1\" is also that of line 1", "line 3:", `line 4: "id"`, `line 5: "question"`, `line 6: "answerable"`,
		`line 7: "need" is "most"`, "line 8: gold 0 has no", "line 9:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error lacks %q:\n%v", want, err)
		}
	}
	if strings.Contains(err.Error(), "line 1:") {
		t.Errorf("error blames line 1:\n%v", err)
	}
}
