package figure

import (
	"strings"
	"testing"

	"pullquote/corpus"
)

func TestNearest(t *testing.T) {
	for _, tt := range []struct{ question, focus, text, want string }{
		{"When was Greta Holm born?", "", "Greta Holm (4 May 1801 – 2 June 1877) was a painter.", "4 May 1801"},
		{"When did Greta Holm die?", "", "Greta Holm (4 May 1801 – 2 June 1877) was a painter.", "2 June 1877"},
		{"When was Greta Holm born?", "", "Greta Holm (Arle, 4 May 1801 – Varn, 2 June 1877) was a painter.", "4 May 1801"},
		{"When did Greta Holm die?", "", "Greta Holm (d. 1877) was elected in 1840.", "1877"},
		{"When was Greta Holm born?", "", "Greta Holm (died 1877) was a painter.", ""},
		{"What is the birth date of Greta Holm?", "", "Greta Holm (born 4 May 1801) joined in 1820.", "4 May 1801"},
		{"When was Greta Holm born?", "Born", "Born in 1801, she joined the guild in 1820.", "1801"},
		{"When did the work begin?", "begin", "Crews will begin painting on Jan. 9.", ""},
		{"When will crews paint?", "painting", "Crews will begin painting on Jan. 9.", "Jan. 9"},
		{"When did the strike begin?", "began", "It began on Jan. 5, but will end on Jan. 9.", "Jan. 5"},
		{"What is the population of Arle?", "population", "Arle is one of sixteen townships with a population of 4,120.", "4,120"},
		{"What is the population of Arle?", "population", "The 1,204 residents live in 402 households.", "1,204"},
		{"What is the number of bridges?", "bridges", "The 9 boatmen keep 14 bridges.", "14"},
	} {
		ask, ok := Asks(tt.question, "en")
		if !ok {
			t.Errorf("%q asks for nothing", tt.question)
			continue
		}
		var focus []corpus.Span
		if at, found := cut(tt.text, tt.focus); found {
			focus = append(focus, at)
		}
		got, apart := Nearest(Find(tt.text, "en", corpus.Date{}), ask, tt.text, focus)
		text := ""
		if len(got) > 0 {
			text = tt.text[got[0].Start:got[0].End]
		}
		if text != tt.want || apart < 0 || apart > Farthest || len(got) == 0 && apart != Farthest {
			t.Errorf("%q of %q: got %q, %d apart, want %q", tt.question, tt.text, text, apart, tt.want)
		}
	}
}

func TestNearestTellsDistance(t *testing.T) {
	ask, _ := Asks("When was Greta Holm born?", "en")
	near, far := "Greta Holm (4 May 1801 – 2 June 1877) was a painter.", "Greta Holm joined in 1820."
	if _, apart := Nearest(Find(near, "en", corpus.Date{}), ask, near, nil); apart != 0 {
		t.Errorf("a birth in parentheses is %d words apart", apart)
	}
	if _, apart := Nearest(Find(far, "en", corpus.Date{}), ask, far, nil); apart != Farthest {
		t.Errorf("a year beside no word of the question is %d words apart", apart)
	}
}

func TestSameDay(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"on Jan. 6", "January 6, 2022", true},
		{"on Thursday", "on January 6", true}, // published on the day after
		{"yesterday", "January 6, 2022", true},
		{"January 6, 2021", "January 6, 2022", false},
		{"January 2022", "January 6, 2022", false},
		{"in 2022", "in 2022", false},
		{"26 people", "26 people", false},
	} {
		a, b := Find(tt.a, "en", published), Find(tt.b, "en", published)
		if got := a[0].SameDay(b[0]); got != tt.want || b[0].SameDay(a[0]) != got {
			t.Errorf("%q, %q: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestGrows(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"26 people", "40 people", true},
		{"40 people", "26 people", false},
		{"26 people", "26 people", true},
		{"26 sailors and 18 guards", "60 people", true},
		{"26 houses", "40 barns", false},
		{"in 2011", "in 2012", false},
	} {
		if got := Grows(Find(tt.a, "en", published), Find(tt.b, "en", published)); got != tt.want {
			t.Errorf("%q, %q: got %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// cut returns the place of a part of a text; found is false where it is empty or not there.
func cut(text, part string) (at corpus.Span, found bool) {
	i := strings.Index(text, part)
	return corpus.Span{Start: i, End: i + len(part)}, part != "" && i >= 0
}
