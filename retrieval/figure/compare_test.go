package figure

import (
	"testing"

	"pullquote/corpus"
)

func TestCompatible(t *testing.T) {
	for _, test := range []struct {
		a, b      string
		same, fit bool // equal keys, compatible
	}{
		{"26 men", "twenty-six men", true, true},
		{"more than 3,000", "3,000", false, false},
		{"more than 3,000", "3,700", false, true},
		{"15", "over a dozen", false, true},
		{"26", "40", false, false},
		{"dozens", "40", false, true},
		{"3,700", "about 4,404", false, false},
		{"nearly 10,000", "9,900", false, true},
		{"nearly 10,000", "10,000", false, true},
		{"at least 15", "15", false, true},
		{"fewer than 15", "15", false, false},
		{"1.5 million", "1,512,340", false, true},
		{"1.5 million", "1,500,000", true, true},
		{"1.5m people", "1.5 million people", true, true},
		{"$5", "5 dollars", true, true},
		{"$5", "£5", false, false},
		{"5%", "5 percent", true, true},
		{"80%", "80.4%", false, true},
		{"a third of", "33%", false, true},
		{"two weeks", "14 days", true, true},
		{"10 days", "11 days", false, false},
		{"a decade", "ten years", true, true},
		{"12 months", "one year", true, true},
		{"60 miles", "100 km", false, true},
		{"5 km", "8 km", false, false},
		{"68 °F", "20 °C", true, true},
		{"2,011 people", "in 2011", false, false},
		{"Jan. 2", "January 2, 2022", false, true},
		{"Jan. 2", "January 3, 2022", false, false},
		{"2 January 2022", "2022-01-02", true, true},
		{"January 2022", "2 January 2022", false, true},
		{"in 2021", "2 January 2022", false, false},
		{"the 1990s", "in 1995", false, true},
		{"before 2011", "in 2009", false, true},
		{"before 2011", "in 2012", false, false},
		{"on the 8th", "January 8", false, true},
		{"on the 8th", "January 9", false, false},
		{"yesterday", "January 6", false, true},
		{"on Thursday", "January 6", false, true},
		{"on Thursday", "January 20", false, false},
	} {
		a, b := Find(test.a, "en", published), Find(test.b, "en", published)
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%q, %q: got %v, %v", test.a, test.b, a, b)
			continue
		}
		same, fit := a[0].Key() == b[0].Key(), a[0].Compatible(b[0])
		if same != test.same || fit != test.fit || b[0].Compatible(a[0]) != fit {
			t.Errorf("%q, %q: got %v %v, want %v %v (%s, %s)", test.a, test.b, same, fit, test.same, test.fit, a[0].Key(), b[0].Key())
		}
	}
}

func TestContradict(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"26 protesters", "40 people", false},
		{"40 protesters", "26 people", true},
		{"26 protesters", "40 protesters", true},
		{"26 protesters and 18 troops", "60 people", false},
		{"26 protesters and 18 troops", "40 people", true},
		{"26 protesters and 18 troops", "44 people", false},
		{"26 protesters and 18 troops", "18 soldiers", false},
		{"eight officers", "40 people", false},
		{"five airliners", "40 people", false},
		{"five houses", "six barns", false},
		{"five houses", "six houses", true},
		{"more than 3,000 people", "3,700 protesters", false},
		{"more than 3,000 people", "approximately 4,404 people", false},
		{"3,700 people", "approximately 4,404 people", true},
		{"15 protesters", "over a dozen", false},
		{"dozens", "40", false},
		{"26", "40", true},
		{"Jan. 2", "January 2, 2022", false},
		{"Jan. 2", "Jan. 5", true},
		{"yesterday", "Jan. 5", true},
		{"$5 million", "£4 million", false},
		{"$5 million", "$7 million", true},
		{"26 people", "two weeks", false},
		{"", "26", false},
	} {
		a, b := Find(test.a, "en", published), Find(test.b, "en", published)
		if got := Contradict(a, b); got != test.want || Contradict(b, a) != got {
			t.Errorf("%q, %q: got %v, want %v", test.a, test.b, got, test.want)
		}
	}
}

func TestUnresolved(t *testing.T) {
	a, b := Find("yesterday", "en", corpus.Date{}), Find("on Jan. 5", "en", corpus.Date{})
	if len(a) != 1 || !a[0].Date.IsZero() || !a[0].Compatible(b[0]) || a[0].Key() == b[0].Key() {
		t.Errorf("yesterday without a reference: got %v", a)
	}
}
