package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestWorstEffect(t *testing.T) {
	for want, texts := range map[effect][]string{
		spelling: {"", "a b\tc\r\n", "Bundes\u00adverfassungs\u00adgericht", "👩\u200d👧", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3", "می\u200cخواهم", "क\u094d\u200dष",
			"الأضحى\u200f, (", "a\u00a0b", "ไทย\u200bไทย", "東京\u200b都", "سورة \u06dd1"},
		layout: {"One \u200btwo", "and/\u200bor", "\ufeffOne.", "One.\u2060", "5\u200b °C", "\u00ad two", "x\u2061(y)", "می\u200c رود", "one \u200e(", "日\u200b5", "\u200b\u202c.", "one\u202c two", "one \u2069"},
		hiding: {"pay\u200bpal", "pay\u200b\u200bpal", "pay\ufeffpal", "p\u00ada\u00ady", "ра\u200cз", "pay\u200dpal", "pay\u200epal", "pay\u034fpal", "1\u200b000", "a\x00 b",
			"a\x1b[0m", "a \U000e0041", "1\u200f/2", "a\u0085b\u0090", "pay\u202cpal", "\u202c", "\u200b", " \u200b\u00ad ", "\u3164", "❤\ufe0f\ufe0f", "a\ufe00", "a\ufff9b"},
		reordering: {"a \u202eb", "a \u202eb\u202c", "a\u202c \u202ab", "a \u2066b\u2069"},
	} {
		for _, s := range texts {
			if got := worstEffect(s); got != want {
				t.Errorf("worstEffect(%q) = %d, want %d", s, got, want)
			}
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
		{"One.\u200b Two \u200bmore. Th\u200bree.", []part{{"One.\u200b Two \u200bmore.", false}, {"Th\u200bree.", true}}},
		{"One.\nTwo\u202e. Three.\nFour.", []part{{"One.", false}, {"Two\u202e. Three.", true}, {"Four.", false}}},
		{"\u200c", []part{{"\u200c", true}}},
	} {
		var got []part
		for _, b := range hideInvisible(c.text, "en", []Block{{Span: Span{0, len(c.text)}}}) {
			got = append(got, part{c.text[b.Start:b.End], b.Kind == Furniture && b.Rule == hiddenRule})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q became %v, want %v", c.text, got, c.want)
		}
	}
}

func TestInvisibleRemarks(t *testing.T) {
	const one, many = "it holds 1 invisible character", "it holds 2 invisible characters"
	const hidden, harmless = "; what stands around ", " a reader sees, such as "
	for _, tt := range []struct {
		text, passage string
		want          [][2]string // what the remarks begin with and hold
	}{
		{"One.", "One.", nil},
		{"One \u200btwo.\u2060 Th\u200bree. Four.", "One \u200btwo.", [][2]string{{one, hidden}, {many, harmless}}},
		{"One two.\u202c Three.", "One two.\u202c Three.", [][2]string{{one, harmless}}},
		{"One.\nTwo \u202ethree\u202c.", "One.", [][2]string{{many, hidden}}},
		{"One.\n\u200b\u202c\nTwo.", "One.\n\u200b\u202c\nTwo.", [][2]string{{many, harmless}}},
	} {
		doc := mustDocument(t, drafted(Paragraph, tt.text))
		if got := doc.Passages()[0].Text(); got != tt.passage {
			t.Errorf("%q: the passage is %q, want %q", tt.text, got, tt.passage)
		}
		got := invisibleRemarks(doc)
		if !slices.EqualFunc(got, tt.want, func(r remark, want [2]string) bool {
			return strings.HasPrefix(r.reason, want[0]) && strings.Contains(r.reason, want[1])
		}) {
			t.Errorf("%q: the remarks are %q, want %q", tt.text, got, tt.want)
		}
	}
}
