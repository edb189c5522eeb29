package message

import (
	"net/url"
	"strings"
	"testing"

	"pullquote/corpus"
)

func TestPageAddress(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://a.example/b?c=d&e=f#g", "https://a.example/b?c=d&e=f#g"},
		{" http://a.example ", "http://a.example"},
		{"https://a.example/b_(c)*d", "https://a.example/b_%28c%29%2Ad"},
		{"https://a.example/b c?d=é \"<>|", "https://a.example/b%20c?d=%C3%A9%20%22%3C%3E%7C"},
		{"https://a.example/b#:~:text=c", "https://a.example/b"},
		{"https://a.example/b#c:~:text=d", "https://a.example/b#c"},
		{"https://a.example:8443/%28", "https://a.example:8443/%28"},
		{"javascript:alert(1)", ""},
		{"ftp://a.example/", ""},
		{"//a.example/b", ""},
		{"a.example/b", ""},
		{"https:///b", ""},
		{"https://user:secret@a.example/", ""},
		{"https://a.example/%zz", ""},
		{"https://a.example/\x01", ""},
		{"", ""},
		{"https://a.example/" + strings.Repeat("b", linkLimit), ""},
	}
	for _, test := range tests {
		if got := pageAddress(test.in); got != test.want {
			t.Errorf("pageAddress(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestFragmentString(t *testing.T) {
	tests := []struct {
		in   fragment
		want string
	}{
		{fragment{Start: "one two"}, ":~:text=one%20two"},
		{fragment{Start: "a-b, c & d", End: "e%"}, ":~:text=a%2Db%2C%20c%20%26%20d,e%25"},
		{fragment{"p", "s", "e", "x"}, ":~:text=p-,s,e,-x"},
		{fragment{Start: "naïve (x)_*"}, ":~:text=na%C3%AFve%20%28x%29%5F%2A"},
	}
	for _, test := range tests {
		if got := test.in.String(); got != test.want {
			t.Errorf("%+v = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestFindFragment(t *testing.T) {
	const text = "The gate opened at six. Crowds came from every quarter of the old town that day. It rained.\n\n" +
		"The gate opened at six on Monday too, said the keeper of the keys. It rained.\n\n" +
		"Nobody came.\n\nNobody came.\n\n" +
		"Crowds came from every quarter of the new town a week later."
	s := snapshotOf(t, document{ID: "a", URL: "https://a.example/", Text: text})
	tests := []struct {
		name, quote string
		at          int // which of the places where the quote stands
		want        fragment
		ok          bool
	}{
		{"its full stop tells it apart", "The gate opened at six.", 0, fragment{Start: "The gate opened at six."}, true},
		{"a longer start tells it apart", "Crowds came from every quarter of the old town that day.", 0,
			fragment{Start: "Crowds came from every quarter of the old", End: "town that day."}, true},
		{"words before tell it apart", "It rained.", 1, fragment{Prefix: "keeper of the keys.", Start: "It rained."}, true},
		{"nothing tells it apart", "Nobody came.", 0, fragment{}, false},
		{"start and end", "The gate opened at six on Monday too, said the keeper of the keys.", 0,
			fragment{Start: "The gate opened at six on", End: "of the keys."}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := doc(s, "a")
			at := strings.Index(d.Text(), test.quote)
			if test.at > 0 {
				at += 1 + strings.Index(d.Text()[at+1:], test.quote)
			}
			q := quoteOf(t, d, corpus.Span{Start: at, End: at + len(test.quote)})
			if q.Text() != test.quote {
				t.Fatalf("the quote is %q", q.Text())
			}
			got, ok := findFragment(q)
			if got != test.want || ok != test.ok {
				t.Errorf("findFragment = %+v, %v, want %+v, %v", got, ok, test.want, test.ok)
			}
		})
	}
}

// TestLinksLeadToTheQuote follows the link of every sentence of the test documents as a browser would.
func TestLinksLeadToTheQuote(t *testing.T) {
	exact := 0
	docs := append([]document{}, reports...)
	for i := range docs {
		docs[i].URL = "https://a.example/b?c#d"
		docs[i].Text += "\n\nThe port will stay closed until Friday. " + nastyTexts[7] + "\n\n" + docs[i].Text[:40] + " or not."
	}
	for _, d := range snapshotOf(t, docs...).Documents() {
		for _, p := range d.Passages() {
			for i := range p.Len() {
				for last := i + 1; last <= p.Len(); last++ {
					q, err := p.Quote(i, last)
					if err != nil {
						t.Fatal(err)
					}
					if followLink(t, q) {
						exact++
					}
				}
			}
		}
	}
	if exact < 20 {
		t.Errorf("only %d links lead to the very passage", exact)
	}
}

// followLink reports whether the link to q has a text fragment, and fails the test where that leads elsewhere.
func followLink(t *testing.T, q corpus.Quote) bool {
	t.Helper()
	link := passageOf(q).link(english.say().Source)
	_, directive, ok := strings.Cut(strings.TrimSuffix(link, ")"), "#d:~:text=")
	if !ok {
		return false
	}
	var prefix, suffix string
	parts := strings.Split(directive, ",")
	if s, is := strings.CutSuffix(parts[0], "-"); is {
		prefix, parts = s, parts[1:]
	}
	if s, is := strings.CutPrefix(parts[len(parts)-1], "-"); is {
		suffix, parts = s, parts[:len(parts)-1]
	}
	page, at := browse(q.Document().Text()), 0
	found := ""
	for at = range page {
		if found = matchAt(page[at:], decodePart(t, prefix), decodePart(t, parts[0]), decodePart(t, suffix)); found != "" {
			break
		}
	}
	if found != "" && len(parts) == 2 {
		start, end := decodePart(t, parts[0]), decodePart(t, parts[1])
		i := strings.Index(found[len(start):], end)
		found = found[:len(start)+max(i, 0)+len(end)]
	} else if found != "" {
		found = found[:len(decodePart(t, parts[0]))]
	}
	if found != browse(q.Text()) {
		t.Errorf("%s leads to %q, want %q", link, found, q.Text())
	}
	return true
}

// matchAt returns page from where start stands, if page begins with the three parts, else "".
func matchAt(page, prefix, start, suffix string) string {
	rest, ok := strings.CutPrefix(page, prefix)
	if prefix != "" {
		rest = strings.TrimPrefix(rest, " ")
	}
	if !ok || !strings.HasPrefix(rest, start) {
		return ""
	}
	if suffix != "" && !strings.HasPrefix(strings.TrimPrefix(rest[len(start):], " "), suffix) {
		return ""
	}
	return rest
}

// browse is how a browser sees a text: white space is collapsed, case does not matter.
func browse(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func decodePart(t *testing.T, s string) string {
	t.Helper()
	s, err := url.PathUnescape(s)
	if err != nil {
		t.Fatal(err)
	}
	return browse(s)
}
