package message

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestRead(t *testing.T) {
	for _, test := range []struct {
		name, in string
		want     []string
	}{
		{"nothing", "", nil},
		{"no words", "!!! ... 🙂 :) <:boat:123> <@1> https://a.example/words", nil},
		{"two sentences", "The port is closed. Ferries leave at ten!", []string{"The port is closed.", "Ferries leave at ten!"}},
		{"no capitals", "the port is closed. ferries leave at ten", []string{"the port is closed.", "ferries leave at ten"}},
		{"lower case after a sentence", "The port is closed. lol what a week... right", []string{"The port is closed.", "lol what a week...", "right"}},
		{"an abbreviation", "It cost approx. 5 marks, i.e. little, etc. and so on.", []string{"It cost approx. 5 marks, i.e. little, etc. and so on."}},
		{"said twice", "So it is.\nSo it is.", []string{"So it is."}},
		{"lines", "The port is closed\nFerries leave\n\nat ten", []string{"The port is closed", "Ferries leave", "at ten"}},
		{"wrapped lines", "The port\nis closed", []string{"The port is closed"}},
		{"marks of lines", "# Title\n-# small\n- one\n* two\n12. three\n2031. The year", []string{"Title", "small", "one", "two", "three", "2031.", "The year"}},
		{"emphasis and escapes", "**The** port \\*is\\* ||closed|| ~~now~~ `at 9`", []string{"The port *is* closed now at 9"}},
		{"tags", "<@1> <@!2> <@&3> <#4> </ask:5> <t:6:R> <id:customize> <a:wave:7> @everyone @here the port", []string{"the port"}},
		{"no tags", "\\<@1\\> and `<@2>` and <@x> and a@b.example", []string{"<@1> and <@2> and <@x> and a@b.example"}},
		{"addresses", "See https://a.example/x. <https://b.example> The [port is](https://c.example) closed", []string{"See .", "The port is closed"}},
		{"a block quote", "They say:\n> The port\n> Is closed\nReally?", []string{"They say:", "The port", "Is closed", "Really?"}},
		{"the rest quoted", ">>> The port\n\nis closed.", []string{"The port", "is closed."}},
		{"lines of ours", "-# following: Is the port closed? | And now?\n> The port is closed\\.\n[1] Courier\n> Ferries leave\\.\n[2] Bulletin · 3 Mar 2031 · ¶1 · [open](https://a.example)\n-# searched 5 documents · quotes checked against their sources",
			[]string{"The port is closed.", "Ferries leave."}},
		{"lines of ours without their quotes", "The port is closed.\n[1] Courier · ¶2\n-# searched 5 documents", []string{"The port is closed."}},
		{"a footnote", "[1] Courier, the port is closed", []string{"[1] Courier, the port is closed"}},
		{"Chinese", "港口关闭了。渡船十点开。", []string{"港口关闭了。", "渡船十点开。"}},
		{"Arabic", "الميناء مغلق. هل هذا صحيح؟ نعم", []string{"الميناء مغلق.", "هل هذا صحيح؟", "نعم"}},
		{"not UTF-8", "The \xff port", []string{"The \ufffd port"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Read(test.in); !slices.Equal(got.Statements, test.want) || got.Of != len(test.want) {
				t.Errorf("Read(%q) =\n%q of %d, want\n%q", test.in, got.Statements, got.Of, test.want)
			}
		})
	}
}

func TestReadTakesTheLongestStatements(t *testing.T) {
	for _, n := range []int{statementsRead - 1, statementsRead, statementsRead + 1, 30} {
		var lines []string
		for i := range n {
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("Line %d %s", i, strings.Repeat("word ", i))))
		}
		got := Read(strings.Join(lines, "\n"))
		if want := lines[max(0, n-statementsRead):]; !slices.Equal(got.Statements, want) || got.Of != n || got.partial() != (n > statementsRead) {
			t.Errorf("of %d statements %q are read, of %d", n, got.Statements, got.Of)
		}
	}
}

func TestReadTakesQuotations(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("word ", statementLimit/5))
	for in, want := range map[string][]string{
		`They say "the port is closed" and leave.`:  {"the port is closed"},
		"They say “the port\nis closed” and leave.": {"the port is closed"},
		`"The port is closed."`:                     {"The port is closed."},
		`They say "closed port" and leave.`:         nil,
		"> The port is closed.":                     nil,
		`"a b c" and "a b c"` + "\n" + `"a  b c"`:   {"a b c"},
		`So "` + long + `"`:                         {long},
		`So "` + long + ` much"`:                    nil,
	} {
		got := Read(in)
		if !slices.Equal(got.Quotations, want) || !slices.Equal(got.Wordings(), slices.Concat(got.Statements, want)) {
			t.Errorf("the quotations of %q are %q, want %q; all: %q", in, got.Quotations, want, got.Wordings())
		}
	}
}

func TestReadCutsLongStatements(t *testing.T) {
	var words []string
	for i := range 2 * statementLimit / len("word100 ") {
		words = append(words, fmt.Sprintf("word%d", 100+i))
	}
	for _, test := range []struct {
		in    string
		parts int
	}{
		{strings.Repeat("a", statementLimit-1), 1}, {strings.Repeat("a", statementLimit), 1}, {strings.Repeat("é", statementLimit+1), 2},
		{strings.Repeat("港口关", statementLimit), 3}, {strings.Join(words, " "), 2},
	} {
		got := Read(test.in).Statements
		if len(got) != test.parts || squash(strings.Join(got, "")) != squash(test.in) {
			t.Errorf("%d characters are %q, want %d statements", utf8.RuneCountInString(test.in), got, test.parts)
		}
	}
	if got := strings.Fields(strings.Join(Read(strings.Join(words, " ")).Statements, " ")); !slices.Equal(got, words) {
		t.Errorf("words are cut: %q", got)
	}
}

func squash(s string) string { return strings.Join(strings.Fields(s), "") }

func TestReadBlockQuotes(t *testing.T) {
	const in = "**A question?**\nQuoted from 2 sources\n> The port is closed\\.\n[1] Courier\n> Ferries leave\\.\n[2] Bulletin · ¶1\n-# searched 5 documents"
	want := []string{"The port is closed.", "Ferries leave."}
	if got := ReadBlockQuotes(in); !slices.Equal(got.Statements, want) || CountBlockQuotes(in) != 2 {
		t.Errorf("ReadBlockQuotes = %q of %d block quotes, want %q", got.Statements, CountBlockQuotes(in), want)
	}
}

// The letters and digits of what is read stand in the message in that order; something may have stood between them.
func FuzzRead(f *testing.F) {
	f.Add("**The port** is <@1> closed. lol\n> quoted\n[1] Courier · ¶1\n-# searched 5 documents")
	f.Add(">>> `a` [b](https://a.example) <https://b.example> \\<@1\\> @everyone")
	f.Add(strings.Repeat("港口关闭了", 200))
	f.Fuzz(func(t *testing.T, content string) {
		read := Read(content)
		if len(read.Statements) > statementsRead || len(read.Statements) > read.Of || read.Of > 0 && len(read.Statements) == 0 {
			t.Errorf("%d statements of %d", len(read.Statements), read.Of)
		}
		rest := content
		for _, s := range read.Statements {
			if wordsIn(s) == 0 || utf8.RuneCountInString(s) > statementLimit || !utf8.ValidString(s) {
				t.Errorf("statement %q", s)
			}
			for _, r := range strings.Map(onlyWords, s) {
				_, after, found := strings.Cut(rest, string(r))
				if !found {
					t.Fatalf("%q of %q does not stand in %q", r, s, content)
				}
				rest = after
			}
		}
	})
}

func onlyWords(r rune) rune {
	if isWordRune(r) {
		return r
	}
	return -1
}
