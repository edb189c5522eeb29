package retrieval

import (
	"regexp"
	"testing"
)

func TestIsQuestion(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"", false}, {"?", true}, {"Why?", true}, {"“Why?” ", true}, {"(why?)]\n", true}, {"为什么？", true}, {"لماذا؟", true},
		{"Why", false}, {"Why? Because.", false}, {"?.", false}, {"?\u00a0", false}, {"?\xff", false},
	} {
		if got := isQuestion(tt.text); got != tt.want {
			t.Errorf("%q: got %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestOpeningBegins(t *testing.T) {
	for _, tt := range []struct {
		language, text string
		want           bool
	}{
		{"en", "He left.", true}, {"en", "HE left.", true}, {"en", "“(he", true}, {"en", "[he", true}, {"en", "Hello.", false}, {"en", "He\u0301", false},
		{"en", "In  all, nine left.", true}, {"en", "In Varn nine left.", false}, {"en", "Thi\u017f is long s.", true},
		{"en", "", false}, {"en", "9 left", false}, {"en", "It's late.", true}, {"en", "He\xff", true},
		{"fr", "D’entre eux", false}, {"fr", "d'entre eux", true}, {"fr", "À l'époque, il pleuvait.", true},
		{"de", "Auẞerdem", true}, {"de", "sienna", false}, {"ru", "ОНИ ушли", true}, {"tr", "İkisi", false}, {"tr", "ikisi", true},
		{"zh", "他们走了", true}, {"zh", "「但", true}, {"zh", "车站", false},
	} {
		if got := pointing[tt.language].begins(tt.text); got != tt.want {
			t.Errorf("%s %q: got %v, want %v", tt.language, tt.text, got, tt.want)
		}
	}
}

// FuzzQuickTests compares what is told by quick tests with what the patterns that they stand for match.
func FuzzQuickTests(f *testing.F) {
	for _, seed := range []string{
		"", "He left? ", "“Why?”", "in\ttotal,", "THE\u212a", "Thi\u017f", "d'entre eux", "außerdem", "auẞerdem", "İkisi", "他", "so did\xff",
		"They met in the town of Varn near Arle.", "a-in in the at Ö", "berlin Arle across Ost in a b c d Varn", "_in Varn. 9in Öst", "éin Varn",
	} {
		f.Add(seed)
	}
	place := regexp.MustCompile(`\b(?:in|at|near|outside|inside|across|around) (?:\p{Ll}+ ){0,3}\p{Lu}\p{Ll}+`)
	isAsked := func(word string) bool { return len(word)%2 == 1 }
	asked := regexp.MustCompile(`[?？؟]["”’»)\]\s]*$`)
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := isQuestion(text), asked.MatchString(text); got != want {
			t.Errorf("%q is a question: got %v, want %v", text, got, want)
		}
		if got, want := newPlace(text, isAsked), newName(place, text, isAsked); got != want {
			t.Errorf("%q names a place: got %v, want %v", text, got, want)
		}
		for language, words := range pointing {
			if got, want := words.begins(text), words.form.MatchString(text); got != want {
				t.Errorf("%s %q points back: got %v, want %v", language, text, got, want)
			}
		}
	})
}
