package message

import (
	"strings"
	"testing"
	"time"

	"pullquote/corpus"
)

func TestEscape(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"plain text, 42 % & more; {x} = $y^2/3?", "plain text, 42 % & more; {x} = $y^2/3?"},
		{`a\b`, `a\\b`},
		{"*_~|`>#-+.!()[]<:@", "\\*\\_\\~\\|\\`\\>\\#\\-\\+\\.\\!\\(\\)\\[\\]\\<\\:\\@"},
		{"é中😀", "é中😀"},
	}
	for _, test := range tests {
		if got := Escape(test.in); got != test.want {
			t.Errorf("Escape(%q) = %q, want %q", test.in, got, test.want)
		}
	}
	for _, s := range []string{`\`, `\a`, `a\`, `\\`} {
		if got := Unescape(Escape(s)); got != s {
			t.Errorf("Unescape(Escape(%q)) = %q", s, got)
		}
	}
	if got := Unescape(`C:\new\*`); got != `C:\new*` {
		t.Errorf(`Unescape leaves what Escape never writes: got %q`, got)
	}
}

func TestUnits(t *testing.T) {
	for in, want := range map[string]int{"": 0, "abc": 3, "é": 1, "中": 1, "😀": 2, "👨‍👩‍👧": 8} {
		if got := Units(in); got != want {
			t.Errorf("Units(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestOneLine(t *testing.T) {
	tests := []struct {
		in    string
		limit int
		want  string
	}{
		{"", 5, ""},
		{" a\n\tb\u2028c ", 9, "a b c"},
		{"abcde", 5, "abcde"},
		{"abcdef", 5, "abcd…"},
		{"abc def", 5, "abc…"},
		{"abc de fgh", 8, "abc de…"},
		{"abc de fgh", 7, "abc de…"},
		{"abcd efghij", 8, "abcd…"},
		{"ab cdefghij", 8, "ab cdef…"},
		{"abcd*", 5, "abcd…"},
		{"abc*", 5, `abc\*`},
		{"😀😀😀", 5, "😀😀…"},
		{"a\u202eb\u200bc\u0000d", 9, "abcd"},
	}
	for _, test := range tests {
		if got := oneLine(test.in, test.limit); got != test.want {
			t.Errorf("oneLine(%q, %d) = %q, want %q", test.in, test.limit, got, test.want)
		}
	}
}

func TestBlockQuote(t *testing.T) {
	tests := []struct{ in, want string }{
		{"a", "> a"},
		{"a\nb", "> a\n> b"},
		{"a\n\nb", "> a\n> \n> b"},
		{"a\r\nb", "> a\r\n> b"},
		{"a\rb", "> a\r> b"},
		{"a\u2028b\u2029c", "> a\u2028> b\u2029> c"},
		{"a\u0085b\vc\fd", "> a\u0085b\vc\fd"},
	}
	for _, test := range tests {
		if got := blockQuote(test.in); got != test.want {
			t.Errorf("blockQuote(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestSeenUnits(t *testing.T) {
	const message = `**a\*b** · [open](https://x.example/?a=1) · c` + "\n" + `[2] d · [open](https://x.example)`
	if got, want := seenUnits(message), Units("**a*b** · [open · c\n[2] d · [open"); got != want {
		t.Errorf("seenUnits = %d, want %d", got, want)
	}
}

func TestDate(t *testing.T) {
	tests := []struct {
		in   corpus.Date
		want string
	}{
		{corpus.Date{}, "no date"},
		{corpus.Date{Year: 2022}, "2022"},
		{corpus.Date{Year: 2022, Month: time.January}, "Jan 2022"},
		{corpus.Date{Year: 2022, Month: time.December, Day: 31}, "31 Dec 2022"},
	}
	plain := Wording{say: english.say()}
	for _, test := range tests {
		if got := plain.date(test.in); got != test.want {
			t.Errorf("date(%v) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestPlaceText(t *testing.T) {
	tests := []struct {
		in   corpus.Block
		want string
	}{
		{corpus.Block{Number: 3}, "¶3"},
		{corpus.Block{Number: 3, Page: 12}, `p\. 12 ¶3`},
		{corpus.Block{Kind: corpus.ListItem, Number: 3}, "¶3"},
		{corpus.Block{Kind: corpus.Heading}, "heading"},
		{corpus.Block{Kind: corpus.Caption, Number: 2}, "caption ¶2"},
		{corpus.Block{Kind: corpus.Table, Number: 2, Page: 1}, `p\. 1 table ¶2`},
	}
	for _, test := range tests {
		if got := (Wording{say: english.say(), write: oneLine}).place(test.in); got != test.want {
			t.Errorf("place(%+v) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestNames(t *testing.T) {
	docs := []document{
		{ID: "1", Publisher: "Courier", Title: "First", Text: "One thing happened there."},
		{ID: "2", Publisher: "Courier", Title: "Second", Text: "Another thing took place elsewhere."},
		{ID: "3", Publisher: "Bulletin", Title: "Third", Text: "A third thing is told about."},
		{ID: "4", Title: "Fourth", Text: "And nobody knows of a fourth."},
		{ID: "5", Text: "The opening words of a text are no name of it, since they may be the quote."},
	}
	s := snapshotOf(t, docs...)
	w := english.PlainWording(answerOf(t, s, "?", "answered", []pick{{doc: "1", text: "One"}}))
	w.write = oneLine
	for id, want := range map[string]string{
		"1": `Courier\: First`, "2": `Courier\: Second`, "3": "Bulletin", "4": "Fourth", "5": `docs\.jsonl\#5`,
	} {
		if got := w.name(doc(s, id), nameLimit); got != want {
			t.Errorf("name of %s = %q, want %q", id, got, want)
		}
	}
	all := s.Documents()
	tests := []struct {
		docs []*corpus.Document
		want string
	}{
		{nil, ""},
		{all[2:4], "Bulletin, Fourth"},
		{append(all[:5:5], all[2]), `Courier\: First, Courier\: Second, Bulletin, Fourth and 2 more`},
	}
	for _, test := range tests {
		if got := w.list(test.docs); got != test.want {
			t.Errorf("list = %q, want %q", got, test.want)
		}
	}
	if got := w.list(all); strings.Contains(got, "more") {
		t.Errorf("list of five = %q", got)
	}
}
