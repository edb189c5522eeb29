package main

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

func wrapped(text string, width int) []string {
	var out []string
	for _, l := range wrap(text, width, func(int) style { return plain }) {
		out = append(out, page{}.inkLine(l))
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string // lines joined by |
	}{
		{"", 10, ""},
		{"one", 10, "one"},
		{"one two three", 7, "one two|three"},
		{"one two three", 8, "one two|three"},
		{"one two three", 6, "one|two|three"},
		{"exactly ten", 11, "exactly ten"},
		{"trailing space ", 20, "trailing space"},
		{"a\nb", 10, "a|b"},
		{"a\r\nb", 10, "a|b"},
		{"a\n\n\n\nb\n", 10, "a||b"},
		{"tab\there", 20, "tab here"},
		{"unbreakable", 4, "unbr|eaka|ble"},
		{"日本語の文章", 6, "日本語|の文章"},
		{"日本", 1, "日|本"},
		{"a well-known fact", 7, "a|well-kn|own|fact"},
		{"see https://example.org/a/b now", 24, "see|https://example.org/a/b|now"},
		{"red \x1b[31m text", 40, `red \x1b[31m text`},
		{"c1 \u009b31m", 40, `c1 \x9b31m`},
		{"bidi \u202e abc", 40, `bidi \u202e abc`},
		{"zero\u200bwidth", 40, `zero\u200bwidth`},
		{"tag \U000e0041", 40, `tag \U000e0041`},
		{"family 👨‍👩‍👧 here", 40, "family 👨‍👩‍👧 here"},
	} {
		if got := strings.Join(wrapped(c.text, c.width), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestInkLine(t *testing.T) {
	text := "about 40 people"
	at := func(i int) style {
		if 6 <= i && i < 8 {
			return stated
		}
		return plain
	}
	lines := wrap(text, 40, at)
	if got, want := (page{40, true}).inkLine(lines[0]), "about \x1b[1;36m40\x1b[0m people"; got != want {
		t.Errorf("styled: got %q, want %q", got, want)
	}
	if got := (page{40, false}).inkLine(lines[0]); got != text {
		t.Errorf("unstyled: got %q, want %q", got, text)
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"abcdef", 6, "abcdef"},
		{"abcdefg", 6, "abcd …"},
		{"ab cdefg", 6, "ab c …"},
		{"日本語文", 6, "日本 …"},
		{"", 3, ""},
	} {
		if got := shorten(c.text, c.width); got != c.want {
			t.Errorf("shorten(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// Whatever a document holds, lines keep to the width, nothing but white space is lost, and no control character
// reaches the terminal.
func FuzzWrap(f *testing.F) {
	for _, s := range []string{"one two", "日本語 text\x1b]0;title\a", "a\u200d\u200d👍🏽 b", "\xff\xfe", strings.Repeat("x", 100)} {
		f.Add(s, 10)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 2 + max(width, -width)%100
		if width < 2 {
			return
		}
		lines := wrapped(text, width)
		for _, l := range lines {
			if strings.ContainsFunc(l, unicode.IsControl) {
				t.Errorf("wrap(%q, %d): control character in %q", text, width, l)
			}
			if uniseg.StringWidth(l) > width && !strings.Contains(l, `\`) {
				t.Errorf("wrap(%q, %d): %q has %d columns", text, width, l, uniseg.StringWidth(l))
			}
		}
		if !strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }) {
			got, want := strings.Join(strings.Fields(strings.Join(lines, "")), ""), strings.Join(strings.Fields(text), "")
			if got != want && utf8.ValidString(text) {
				t.Errorf("wrap(%q, %d) = %q, which has other characters", text, width, lines)
			}
		}
	})
}
