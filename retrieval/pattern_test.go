package retrieval

import (
	"testing"

	"pullquote/retrieval/concept"
)

// english returns a language of no passages.
func english() *tongue { return newTongue("en", nil, nil, nil) }

// firstFound returns the text at the first place where an expression stands, "" if there is none.
func firstFound(t *testing.T, tongue *tongue, expression string, near []string, text string) string {
	t.Helper()
	p, ok := newPattern(tongue.analyzer, expression)
	if !ok {
		t.Fatalf("%q has no term", expression)
	}
	if near != nil {
		p.near = tongue.termsOf(near)
	}
	s := stretch{text: text, terms: occurrences(tongue.analyzer.Tokens(text))}
	s.to = len(s.terms)
	for i, o := range s.terms {
		if o.term != p.first() {
			continue
		}
		if place, ok := s.find(&p, i); ok {
			return text[place.Start:place.End]
		}
	}
	return ""
}

func TestPattern(t *testing.T) {
	for _, tt := range []struct {
		expression, text, want string
	}{
		{"step down", "She stepped down.", "stepped down"},
		{"step down", "She stepped quietly down.", ""},
		{"step down", "She took a step. Down came the rain.", ""},
		{"step down", "One step\ndown", ""},
		{"step down", "step", ""},
		{"step down", "down step", ""},
		{"take * into custody", "took into custody", "took into custody"},
		{"take * into custody", "They took two of the sailors into custody.", ""},
		{"take * into custody", "They took both young sailors into custody.", "took both young sailors into custody"},
		{"take * into custody", "They took the men’s boat into custody, at last.", "took the men’s boat into custody"},
		{"take * into custody", "They Took him Into Custody.", "Took him Into Custody"},
		{"lose * life", "Four lost their lives; a life lost.", ""},
		{"lose * life", "Three lost their life there.", "lost their life"},
		{"in charge of", "She is in charge of the pier.", "charge of"},
		{"in charge of", "The charge of the pier is small.", ""},
		{"in charge of", "In charge of it", "charge of"},
		{"chief executive", "the chief-executive's hat", "chief-executive"},
		{"cat and dog", "cat and dog and cat", "cat and dog"},
		{"Grand Hotel", "the grand’s hotel, the Grand Hotel", "grand’s hotel"},
	} {
		if got := firstFound(t, english(), tt.expression, nil, tt.text); got != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.expression, tt.text, got, tt.want)
		}
	}
}

func TestPatternOfLanguagesWithoutSpaces(t *testing.T) {
	if got := firstFound(t, newTongue("zh", nil, nil, nil), "港口管理局", nil, "他在港口管理局工作。"); got != "港口管理局" {
		t.Errorf("found %q, want all five characters", got)
	}
}

func TestPatternInCompany(t *testing.T) {
	near := []string{"police", "prisons"}
	for text, want := range map[string]string{
		"Police held two men.":          "held",
		"Two men are held in prison.":   "held",
		"The meeting was held on land.": "",
		"held":                          "",
	} {
		if got := firstFound(t, english(), "hold", near, text); got != want {
			t.Errorf("hold in %q: %q, want %q", text, got, want)
		}
	}
	if got := firstFound(t, english(), "hold", []string{"hold"}, "They hold it."); got != "" {
		t.Errorf("a word keeps company with itself: %q", got)
	}
}

func TestStopWordsAloneAreNoPattern(t *testing.T) {
	tongue := english()
	if _, ok := newPattern(tongue.analyzer, "of the * to"); ok {
		t.Error("stop words make a pattern")
	}
}

func TestEveryWordOfTheLexiconIsAPattern(t *testing.T) {
	tongue := english()
	for asked, words := range concept.All() {
		for _, k := range append(words, concept.Kin{Word: asked}) {
			if _, ok := newPattern(tongue.analyzer, k.Text); !ok {
				t.Errorf("%q has no term", k.Text)
			}
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("take * into custody", "They took him into custody.")
	f.Add("in charge of", "’s in charge of. 's")
	f.Add("港口管理局 * a", "他在港口管理局 a-b")
	f.Fuzz(func(t *testing.T, expression, text string) {
		for _, code := range []string{"en", "zh"} {
			tongue := newTongue(code, nil, nil, nil)
			p, ok := newPattern(tongue.analyzer, expression)
			if !ok {
				return
			}
			s := stretch{text: text, terms: occurrences(tongue.analyzer.Tokens(text))}
			s.to = len(s.terms)
			for i, o := range s.terms {
				if o.term != p.first() {
					continue
				}
				if place, ok := s.find(&p, i); ok && (place.Start != int(o.start) || place.End < int(o.end) || place.End > len(text)) {
					t.Fatalf("%q in %q at %v", expression, text, place)
				}
			}
		}
	})
}
