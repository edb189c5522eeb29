package figure

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pullquote/corpus"
)

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"", "26 armed protesters and 18 troops", "between $5 and $10 million", "Jan. 7, 2022 – 9:07 pm", "[1, 2] 1.2.3",
		"half a million and a half hours ago", "от 5 до 10 млн рублей", "tens of thousands of", "−5 °C", "44 BC",
		"\n\n1. a\n\n", "zwischen 3.000 und 4.000", "one in five", "the 1990s", "from 1991 to 2019", "\xff5\xc2%",
	} {
		f.Add(seed, "en", 2022)
	}
	f.Fuzz(func(t *testing.T, text, language string, year int) {
		figs := Find(text, language, corpus.Date{Year: year, Month: 1, Day: 7})
		end := 0
		for _, g := range figs {
			if g.Start < end || g.End <= g.Start || g.End > len(text) {
				t.Fatalf("%q: span %v after %d", text, g.Span, end)
			}
			if utf8.ValidString(text) && (!utf8.RuneStart(text[g.Start]) || g.End < len(text) && !utf8.RuneStart(text[g.End])) {
				t.Fatalf("%q: span %v cuts a character", text, g.Span)
			}
			if !(g.Low <= g.High) || !(g.Grain >= 0) || g.Kind == "" || !g.Phrase.Contains(g.Span) || g.Phrase.End > len(text) {
				t.Fatalf("%q: %+v", text, g)
			}
			if !g.Compatible(g) {
				t.Fatalf("%q: %+v does not fit itself", text, g)
			}
			end = g.End
		}
		if Contradict(figs, figs) {
			t.Fatalf("%q contradicts itself", text)
		}
		if ask, ok := Asks(text, language); ok {
			Best(figs, ask, text, []corpus.Span{{Start: 0, End: len(text) / 2}})
		}
	})
}

// TestLinear reads texts that invite a rule to look ahead again and again.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"1 ", "one ", "a ", "more than ", "[1,", "January ", "1-", "$", "half ", "000 ", "1.", "of the ", "twenty-"} {
		text := strings.Repeat(unit, (1<<18)/len(unit))
		start := time.Now()
		Find(text, "en", published)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("256 KiB of %q took %v", unit, d)
		}
	}
}
