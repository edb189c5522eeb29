package corpus

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// Most texts are spared what takes long by a quick test. These fuzz targets compare it with what it spares.

func addOddTexts(f *testing.F) {
	f.Helper()
	for _, s := range []string{
		"", " ", "a b", " a  b\tc\n", "a\u00a0b", "a\vb\x85c", "\u2003a", "x\x00y", "a\x7f", "\xff", "The end. \"So?\" (1965) [2]; {A}",
		"> - 1. a", "   12) a", "# a", " \t* a", "1.a", "\u00a0- a", "<p>", "<b><b><p>a", "\ue000\ue000", "7 May 2022", "Mon, 7.5.2022",
		"2022-01-07T10:00:00Z", "May 2022", "2022年1月7日", "at 9 p.m.", "Updated 1/17/2022", "20220107", "7 ſept 2022", "12:30 May 7, 2022",
	} {
		f.Add(s)
	}
}

func FuzzMarkedLines(f *testing.F) {
	addOddTexts(f)
	f.Fuzz(func(t *testing.T, line string) {
		found := quoting.MatchString(line) || deepIndent.MatchString(line) || itemLine.MatchString(line) || numberedItem.MatchString(line)
		if found && !isMarked(line) {
			t.Fatalf("%q is not marked", line)
		}
	})
}

func FuzzPlainMarkdown(f *testing.F) {
	addOddTexts(f)
	for _, s := range []string{
		"# A pier\n\nIt is \"new\",\nthey say (2022).\n## B\nText\n\n\n12 boats\n1990", "a\n===", "a\n1. b", "a\n1) b", "a\n---", "a  \nb", "####### a", "#a", "# a #",
		"\u00a0\n\na", "\u3000# a", "a \u00a0\nb", "a: b\n:-", "(c) --- 'x' ... $1", "a\n\n    b", "a\u2028b\n\u200bc", "# \"a\" {b}", "www.pier.example http://a.example a@b.example", "a\n|b", "1 a\n-",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		body = strings.ToValidUTF8(body, "\ufffd")
		page := plainPage(body)
		if page == nil {
			return
		}
		whole, err := renderMarkdown(body)
		if err != nil {
			t.Fatalf("%q cannot be read: %v", body, err)
		}
		if got, want := pageDraft(body, page), pageDraft(body, whole); !reflect.DeepEqual(got, want) || topHeading(page) != topHeading(whole) {
			t.Fatalf("%q is read as %+v under %v, want %+v under %v", body, got, topHeading(page), want, topHeading(whole))
		}
	})
}

func FuzzSmallPages(f *testing.F) {
	addOddTexts(f)
	f.Add(strings.Repeat("<b>", 1000))
	f.Add("<a" + strings.Repeat(" b", 1000) + ">")
	f.Fuzz(func(t *testing.T, page string) {
		if err := measureTags(page); err != nil && isSmallPage(page) {
			t.Fatalf("%.200q is small, but %v", page, err)
		}
	})
}

func FuzzCountWords(f *testing.F) {
	addOddTexts(f)
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := countWords(s), len(strings.Fields(s)); got != want {
			t.Fatalf("countWords(%q) = %d, want %d", s, got, want)
		}
	})
}

func FuzzWordsOf(f *testing.F) {
	addOddTexts(f)
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := slices.Collect(wordsOf(s)), slices.Collect(strings.FieldsFuncSeq(s, isNoWord)); !slices.Equal(got, want) {
			t.Fatalf("the words of %q are %q, want %q", s, got, want)
		}
	})
}

func FuzzMayBeDate(f *testing.F) {
	addOddTexts(f)
	f.Fuzz(func(t *testing.T, s string) {
		s = shorten(strings.TrimSpace(s), longestDate)
		if d, ok := readDate(s); ok && !mayBeDate(s) {
			t.Fatalf("%q cannot be a date, and is %v", s, d)
		}
	})
}

func FuzzMaySign(f *testing.F) {
	addOddTexts(f)
	for _, s := range []string{"By Jane Doe", "7 May 2022by Jane Doe", "Jane Doe, author", "Von A B", "par\u00a0A B", "DI A B", "Автор: A B", "Text : A B"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if m, ok := readByline(shorten(s, 200)); ok && !maySign(s) {
			t.Fatalf("%q cannot be a byline, and is %+v", s, m)
		}
	})
}

func FuzzFold(f *testing.F) {
	addOddTexts(f)
	for _, s := range []string{"A -- B", "a\n\n b", "e\u0301 E\u0301", " \u0301", "\"So\" …", "I\u0307", "a \u00a0b", "-\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var at, one folding
		at.fold(s)
		one.source, one.runes = s, foldedRunes()
		for i := 0; i < len(s); {
			i = one.next(i)
		}
		if string(at.text) != string(one.text) {
			t.Fatalf("%q is folded to %q, want %q", s, at.text, one.text)
		}
	})
}

func FuzzPlainText(f *testing.F) {
	addOddTexts(f)
	f.Fuzz(func(t *testing.T, s string) {
		if isPlainASCII(s) && strings.ContainsFunc(s, isOdd) {
			t.Fatalf("%q is plain and has an odd character", s)
		}
	})
}

// Words are written the same one by one.
func FuzzTidyWords(f *testing.F) {
	addOddTexts(f)
	f.Fuzz(func(t *testing.T, s string) {
		var at, one pageWriter
		for range 2 {
			at.words(s, place{})
			for word := range strings.SplitAfterSeq(s, " ") {
				one.words(word, place{})
			}
		}
		if got, want := at.text.String(), one.text.String(); got != want || at.gap != one.gap {
			t.Fatalf("%q is written as %q, gap %v, one by one as %q, gap %v", s, got, at.gap, want, one.gap)
		}
	})
}

// A splitter that skips notes the same as one that looks at every character.
func FuzzSkip(f *testing.F) {
	addOddTexts(f)
	f.Fuzz(func(t *testing.T, s string) {
		skipping, slow := &splitter{text: s, know: knowledgeOf("el")}, &splitter{text: s, know: knowledgeOf("el")}
		n := skipping.skip(0)
		for i, r := range s[:n] {
			if slow.isMark(r) {
				t.Fatalf("a mark is skipped in %q", s[:n])
			}
			slow.note(i, r)
		}
		if skipping.words != slow.words || skipping.depth != slow.depth || skipping.quoted != slow.quoted || n < len(s) && s[n] < utf8.RuneSelf && !isTelling[s[n]] {
			t.Fatalf("%q, %d bytes skipped: %+v, want %+v", s, n, skipping, slow)
		}
	})
}
