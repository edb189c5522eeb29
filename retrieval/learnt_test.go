package retrieval

import (
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pullquote/retrieval/terms"
)

func TestTold(t *testing.T) {
	table := func(words ...string) terms.Said {
		all := tallies{}
		for i := 0; i < len(words); i += 2 {
			all.note(words[i], words[i+1], 1)
		}
		return all.table()
	}
	all := told{
		{table("a", "x", "a", "y", "b", "z"), table("a", "y", "b", "w"), {}},
		{table("b", "z"), table("b", "w")},
	}
	want := tallies{"a": {"x": 1, "y": 2}}
	if diff := cmp.Diff(want, all.sum()); diff != "" {
		t.Errorf("what is left (-want +got):\n%s", diff)
	}
	for word, said := range map[string]string{"a": "y", "b": "", "c": ""} {
		if got := all.most(word); got != said {
			t.Errorf("of %q %q is said most often, want %q", word, got, said)
		}
	}
	first := told{{table("a", "y", "a", "x", "b", "z")}}
	if got := first.most("a"); got != "x" {
		t.Errorf("of two said as often the first is %q, want x", got)
	}
	both := learnt{compounds: all[0][0]}.and(learnt{compounds: all[0][1]})
	if got := (told{{both.compounds}}).sum(); !maps.Equal(got["a"], want["a"]) || got["b"]["z"] != 1 {
		t.Errorf("both have learnt %v", got)
	}
}
