package corpus

import "testing"

func TestHasInvisible(t *testing.T) {
	for _, s := range []string{"", "a b\tc\r\n", "soft\u00adhyphen", "👩\u200d👧", "می\u200cخواهم", "क\u094d\u200dष", "الأضحى\u200f, (\u200e", "a\u00a0b", "❤\ufe0f"} {
		if hasInvisible(s) {
			t.Errorf("hasInvisible(%q) is true", s)
		}
	}
	for _, s := range []string{"a\u200bb", "\ufeffa", "a\x00", "a\x1b[0m", "a\u202eb", "a\u2066b\u2069", "pay\u200dpal", "a\U000e0041", "1\u200f/2", "a\u2060b", "a\u0085b\u0090"} {
		if !hasInvisible(s) {
			t.Errorf("hasInvisible(%q) is false", s)
		}
	}
}

func TestHideInvisible(t *testing.T) {
	type part struct {
		text   string
		hidden bool
	}
	for _, c := range []struct {
		text string
		want []part
	}{
		{"One.\nTwo.", []part{{"One.\nTwo.", false}}},
		{"One.\nT\u200bwo.\nThree.", []part{{"One.", false}, {"T\u200bwo.", true}, {"Three.", false}}},
		{"One.\nTwo\u202e. Three.\nFour.", []part{{"One.", false}, {"Two\u202e. Three.", true}, {"Four.", false}}},
		{"\u200b", []part{{"\u200b", true}}},
	} {
		var got []part
		for _, b := range hideInvisible(c.text, "en", []Block{{Span: Span{0, len(c.text)}}}) {
			got = append(got, part{c.text[b.Start:b.End], b.Kind == Furniture && b.Rule == hiddenRule})
		}
		if len(got) != len(c.want) {
			t.Errorf("%q became %v, want %v", c.text, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q became %v, want %v", c.text, got, c.want)
			}
		}
	}
}
