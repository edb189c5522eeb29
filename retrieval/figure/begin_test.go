package figure

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"pullquote/internal/sharedtest"
)

// FuzzBegins checks that at no token of any vocabulary a reader finds something that the token is said not to begin.
func FuzzBegins(f *testing.F) {
	for _, seed := range []string{
		"the 1990s, on the 8th, 44 BC; mid-May", "a third of half an hour ago, aged 26", "EUR 5, Rs. 7, US$ 9m, ~3",
		"sechsundzwanzig, eine halbe Million, hundert", "quelque deux cents, la moitié", "siglo XX, veinte y cinco", "более ста тысяч",
		"between two and the few dozens", "last Friday at noon", "[1] (2) +49 30 123456", "a-week, a quarter of a million, A$5",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"en", "de", "fr", "es", "ru", "it", "xx"} {
			checkBegins(t, text, language)
		}
	})
}

// TestBeginsInRealText does the same in encyclopaedia articles in nine languages.
func TestBeginsInRealText(t *testing.T) {
	f, err := os.Open(sharedtest.Path(t, "eval/xquad/corpus.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var d struct{ Text, Lang string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		checkBegins(t, d.Text, d.Lang)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

func checkBegins(t *testing.T, text, language string) {
	t.Helper()
	s := &scan{text: text, words: vocabularyFor(language), toks: tokenize(nil, text), reference: published}
	for i := range s.toks {
		begun := s.begunBy(i)
		for k, r := range readers {
			if _, next := r.read(s, i); next > i && begun&r.readings == 0 {
				t.Errorf("%s: reader %d reads up to token %d from %d, %q, which is said not to begin it: %q", language, k, next, i, s.low(i), text)
			}
		}
	}
}
