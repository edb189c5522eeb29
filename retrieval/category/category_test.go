package category

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for _, tt := range []struct {
		noun string
		want Category
	}{
		{"sport", "sport"}, {"sports", "sport"}, {"professions", "occupation"}, {"colour", "colour"}, {"color", "colour"},
		{"ferry", ""}, {"", ""},
	} {
		if got, ok := Of(tt.noun); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: got %q %t, want %q", tt.noun, got, ok, tt.want)
		}
	}
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		category   Category
		text, want string
	}{
		{"sport", "Ida Rask plays ice hockey and golf for Varn.", "ice hockey|golf"},
		{"sport", "Golfers met.", ""},
		{"occupation", "She is a singer-songwriter; her aunts were painters.", "singer-songwriter|painters"},
		{"weapon", "Guards used tear gas and rubber bullets.", "tear gas|rubber bullets"},
		{"colour", "", ""},
		{"medium", "A TV series (2001) after the play", "TV series|play"},
	} {
		var got []string
		for _, n := range tt.category.Find(tt.text) {
			got = append(got, tt.text[n.Start:n.End])
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s in %q: got %q, want %q", tt.category, tt.text, s, tt.want)
		}
	}
}

// A member that is not written as texts are read would never be found.
func TestMembersAreFound(t *testing.T) {
	for c, members := range builtin().members {
		for m := range members {
			if got := c.Find(m); len(got) != 1 || got[0].Len() != len(m) {
				t.Errorf("%s: %q is found as %v", c, m, got)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("ice hockey-")
	f.Add("-\xff&golf")
	f.Fuzz(func(t *testing.T, text string) {
		for _, n := range Category("sport").Find(text) {
			if n.Start < 0 || n.Start >= n.End || n.End > len(text) {
				t.Fatalf("%q: member at %v", text, n.Span)
			}
		}
	})
}
