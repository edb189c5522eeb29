package name

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", ""},
		{"it rained", ""},
		{"The mayor, Greta Holm, spoke.", "Greta Holm"},
		{"On Monday President Greta Holm met Otto II. in Varn.", "President Greta Holm|Otto II|Varn"},
		{"The house of Anna van der Holm's aunt burned.", "Anna van der Holm"},
		{"She works for the Bank of the Varn Valley now.", "Bank of the Varn Valley"},
		{"A song by Ida Rask and Per Lund.", "Ida Rask|Per Lund"},
		{"It was signed by J. R. Holm in Arle.", "J. R. Holm|Arle"},
		{"They met Dr. Holm on 4 May 1901.", "Dr. Holm"},
		{"the French painter Ida Rask", "Ida Rask"},
		{"the flag of the French", "French"},
		{"Ferries were late.", ""},
		{"Holm was late.", ""}, // a single word at the start, of which nothing is known
		{"The play “The Long Quay” opened.", "The Long Quay|The Long Quay"},
		{"The novel \"Tide\" is by Rask-Lund.", "Tide|Rask-Lund"},
		{"\"We have not slept since the storm,\" said Ida Rask.", "Ida Rask"},
		{"В городе Арле выступила Анна Холм.", "Арле|Анна Холм"},
		{"They moved to Varn, Ostland, in 1901.", "Varn|Ostland"},
		{"Route 66 crosses Varn", "Route 66|Varn"},
		{"They run on Tiller 2.4 and Oar 3.", "Tiller|Oar 3"},
	} {
		var got []string
		for _, n := range Find(tt.text, nil) {
			got = append(got, tt.text[n.Start:n.End])
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, s, tt.want)
		}
	}
}

func TestFindKnownWord(t *testing.T) {
	ordinary := func(word string) bool { return word == "Ferries" }
	if got := Find("Ferries stop in Varn.", ordinary); len(got) != 1 || got[0].Key() != "varn" || got[0].Before != "in" {
		t.Errorf("got %v, want Varn behind in", got)
	}
	if got := Find("Holm was late.", ordinary); len(got) != 1 || !got[0].Doubtful {
		t.Errorf("got %v, want one name in doubt", got)
	}
}

func TestAgrees(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Greta Holm", "Holm", true},
		{"President Greta Holm", "Ms. Holm", true},
		{"GRETA HOLM", "Greta Hölm", true},
		{"G. Holm", "Greta Holm", true},
		{"Kari-Ann Holm", "Kariann Holm", true},
		{"Northern Ski Association", "NSA", true},
		{"Greta Holm", "Ida Holm", false},
		{"Otto II", "Otto III", false},
		{"Otto", "Ottoman Bank", false},
		{"Varn, Ostland", "Varn", true},
		{"G.", "Greta", false},
	} {
		a, b := whole(tt.a), whole(tt.b)
		if a.Agrees(b) != tt.want || b.Agrees(a) != tt.want {
			t.Errorf("%q, %q: got %v, want %v", tt.a, tt.b, a.Agrees(b), tt.want)
		}
	}
	if (Name{}).Agrees(Name{}) {
		t.Error("nothing agrees with nothing")
	}
}

// whole is the name that a whole text is, the last of several joined to the first.
func whole(text string) Name {
	var all Name
	for i, n := range Find("by "+text, nil) {
		if i == 0 {
			all = n
		} else {
			all = Join(all, n)
		}
	}
	return all
}
