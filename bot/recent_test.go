package bot

import "testing"

func TestRecent(t *testing.T) {
	r := newRecent(2)
	for i, c := range []struct {
		id   string
		want bool
	}{{"a", true}, {"a", false}, {"b", true}, {"a", false}, {"c", true}, {"a", true}, {"c", false}, {"b", true}} {
		if got := r.add(c.id); got != c.want {
			t.Errorf("step %d: add(%q) = %t, want %t", i, c.id, got, c.want)
		}
	}
	if len(r.ids) != 2 {
		t.Errorf("%d ids are remembered, want 2", len(r.ids))
	}
}
