package corpus

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pullquote/internal/sharedtest"
)

func mustSnapshot(t testing.TB, docs ...*Document) *Snapshot {
	t.Helper()
	s, err := newSnapshot(context.Background(), docs, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustFind(t testing.TB, s *Snapshot, words string, most int) []Finding {
	t.Helper()
	found, err := s.Find(context.Background(), words, most)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// findIn returns the places where words stand in a text, exact ones marked by "=", others by "~".
func findIn(t testing.TB, text, words string) []string {
	t.Helper()
	var out []string
	for _, f := range mustFind(t, mustSnapshot(t, textDocument(t, "a", 0, text)), words, 100) {
		mark := "~"
		if f.Exact {
			mark = "="
		}
		out = append(out, mark+text[f.Span.Start:f.Span.End])
	}
	return out
}

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		name, text, words string
		want              []string
	}{
		{"exact", "The dam held.", "dam held", []string{"=dam held"}},
		{"everything", "The dam held.", "The dam held.", []string{"=The dam held."}},
		{"nothing looked for", "The dam held.", "", nil},
		{"no words", "The dam held. !?", " !? ", nil},
		{"nothing seen", "Red\ufe0f now.", "\ufe0f\u3164", nil},
		{"not UTF-8", "The dam held.", "dam\xff held", nil},
		{"absent", "The dam held.", "dam broke", nil},
		{"white space", "The\n dam\u00a0 held.", "The dam\theld.", []string{"=The\n dam\u00a0 held."}},
		{"white space around", "The dam held.", "\n dam held ", []string{"=dam held"}},
		{"case", "The Dam held.", "the dam HELD.", []string{"~The Dam held."}},
		{"exact first", "the dam. The dam.", "The dam.", []string{"=The dam.", "~the dam."}},
		{"quotation marks", "He said “no ‘way’” to «her».", `said "no 'way'" to "her"`, []string{"~said “no ‘way’” to «her»"}},
		{"marks in marks", "He said “no way” to her.", "said 'no way' to her", []string{"~said “no way” to her"}},
		{"apostrophe", "It’s the mayor’s.", "it's the mayor's", []string{"~It’s the mayor’s"}},
		{"dashes", "The years 1990–1995 — hard ones.", "years 1990-1995 -- hard", []string{"~years 1990–1995 — hard"}},
		{"run of dashes at the end", "The dam held--- he said.", "dam held---", []string{"=dam held---"}},
		{"minus", "It was −5 degrees.", "was -5 degrees", []string{"~was −5 degrees"}},
		{"soft hyphen", "Bundes\u00adverfassungs\u00adgericht urteilt.", "Bundesverfassungsgericht urteilt", []string{"~Bundes\u00adverfassungs\u00adgericht urteilt"}},
		{"zero width", "one \u200b two\u2060.", "one two", []string{"~one \u200b two"}},
		{"zero width asked", "one two.", "one\u200b two", []string{"~one two"}},
		{"composed", "Das caf\u00e9 hat auf.", "cafe\u0301 hat auf", []string{"~caf\u00e9 hat auf"}},
		{"decomposed", "Das cafe\u0301 hat auf.", "das caf\u00e9", []string{"~Das cafe\u0301"}},
		{"order of accents", "Vi\u1ec7t Nam.", "Vie\u0302\u0323t Nam", []string{"~Vi\u1ec7t Nam"}},
		{"accent matters", "Das caf\u00e9 hat auf.", "Das cafe", nil},
		{"sharp s", "Die Straße ist zu.", "DIE STRASSE IST", []string{"~Die Straße ist"}},
		{"final sigma", "Ο ΛΟΓΟΣ ήταν.", "ο λόγος", nil},
		{"sigma", "Ο ΛΟΓΟΣ ήταν.", "ο λογος", []string{"~Ο ΛΟΓΟΣ"}},
		{"shorter when folded", "2 \u212a and 1 \u1e9e.", "2 k and 1 ss", []string{"~2 \u212a and 1 \u1e9e"}},
		{"cyrillic", "Мост закрыт, сказал мэр Йоханн.", "МОСТ ЗАКРЫТ, сказал мэр Йоханн", []string{"~Мост закрыт, сказал мэр Йоханн"}},
		{"han", "新桥于2019年开放。有三千人走过。", "三千人", []string{"=三千人"}},
		{"kana accent is not cut", "これはがだ。", "これはか", nil},
		{"hangul", "서울은 크다.", "\u1109\u1165\u110b\u116e\u11af\u110b\u1173\u11ab 크다", []string{"~서울은 크다"}},
		{"comma of the quoter", "The dam held today.", "“The dam held,”", []string{"~The dam held"}},
		{"stop of the quoter", "The dam held, he said.", "The dam held.", []string{"~The dam held"}},
		{"comma of the source", "The dam held, he said.", "dam held,", []string{"=dam held,"}},
		{"some of the tail", "The dam held, he said.", "dam held,’", []string{"~dam held,"}},
		{"dash of the quoter", "The dam held today.", "The dam held —", []string{"~The dam held"}},
		{"per cent is no punctuation", "It rose by 5 points.", "rose by 5%", nil},
		{"inside a word", "The start of wartime.", "art of war", nil},
		{"inside a word in front", "She said no.", "he said", nil},
		{"inside a number", "It rose by 3.5 per cent to 1,000.", "5 per cent", nil},
		{"beginning of a number", "It rose by 3.5 per cent to 1,000.", "cent to 1", nil},
		{"beginning of a number and a stop", "It rose by 3.5 per cent.", "by 3.", nil},
		{"sign", "It fell by .5 to 5 degrees.", "-5 degrees", nil},
		{"point of a number", "It was 3 5 then .5 now.", ".5 now", []string{"=.5 now"}},
		{"negation", "We can’t go. We can go.", "we can", []string{"~We can"}},
		{"of the same word", "The boy's hat.", "the boy", []string{"~The boy"}},
		{"overlapping itself", "Row row row row.", "row row", []string{"=row row"}},
		{"overlapping itself apart", "row row row row.", "row row", []string{"=row row", "=row row"}},
		{"every place", "No, no. No no, no!", "no", []string{"=no", "=no", "=no", "~No", "~No"}},
		{"left out", "The dam held all night, the mayor said at last.", "The dam held … said at last", []string{"=The dam held all night, the mayor said at last"}},
		{"left out, dots in brackets", "The dam held all night, the mayor said at last.", "the dam [ ... ] mayor said", []string{"~The dam held all night, the mayor said"}},
		{"left out, punctuation", "The dam held all night, the mayor said at last.", "The dam held, (…) the mayor said.", []string{"~The dam held all night, the mayor said"}},
		{"left out at the ends", "The dam held.", "…dam held...", []string{"=dam held"}},
		{"left out, three parts", "a b. c d. e f. g h.", "a b … e f … g h", []string{"=a b. c d. e f. g h"}},
		{"left out, wrong order", "The dam held. The mayor said so.", "mayor said … dam held", nil},
		{"left out, one part absent", "The dam held. The mayor said so.", "dam held … mayor wept", nil},
		{"left out, nearest", "The dam rose. The dam held.", "the dam … held fast", nil},
		{"left out, the last beginning", "The dam rose. The dam held fast.", "The dam … held fast", []string{"=The dam held fast"}},
		{"left out, short part", "The dam held. It rained.", "The dam … rained", nil},
		{"ellipsis of the source", "Well… no. It held.", "well... no", []string{"~Well… no"}},
		{"exact ellipsis of the source", "Well… no. It held.", "Well… no", []string{"=Well… no"}},
		{"ellipsis of the source between parts", "It held… he said.", "It held… he said", []string{"=It held… he said"}},
		{"left out in Chinese", "新桥于2019年开放。有三千人走过。", "新桥…三千人", []string{"=新桥于2019年开放。有三千人"}},
	} {
		if got := findIn(t, tt.text, tt.words); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q in %q: got %q, want %q", tt.name, tt.words, tt.text, got, tt.want)
		}
	}
}

func TestFindLeftOutDistance(t *testing.T) {
	for n, want := range map[int]int{0: 1, mostLeftOut: 1, mostLeftOut + 1: 0} {
		text := "a b" + strings.Repeat(".", n) + "c d"
		if n == 0 {
			text = "a b" + "c d"
		}
		if got := len(findIn(t, text, "a b … c d")); n > 0 && got != want {
			t.Errorf("%d bytes left out: %d places, want %d", n, got, want)
		}
	}
}

func TestFindOrderAndMost(t *testing.T) {
	s := mustSnapshot(t, textDocument(t, "b", 0, "One two. ONE TWO. One two."), textDocument(t, "a", 0, "one two."), textDocument(t, "c", 0, "One two."))
	want := []string{"b 0 true", "b 18 true", "c 0 true", "a 0 false", "b 9 false"}
	for most := -1; most <= len(want)+1; most++ {
		var got []string
		for _, f := range mustFind(t, s, "One two.", most) {
			got = append(got, fmt.Sprint(f.Document.ID(), " ", f.Span.Start, " ", f.Exact))
		}
		if want := want[:max(0, min(most, len(want)))]; !slices.Equal(got, want) {
			t.Errorf("at most %d: %q, want %q", most, got, want)
		}
	}
}

func TestFindStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := mustSnapshot(t, textDocument(t, "a", 0, "One two.")).Find(ctx, "One two.", 1)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v, want %v", err, context.Canceled)
	}
}

// disguise changes what Find promises not to mind.
var disguise = strings.NewReplacer("e\u0301", "\u00e9", "\u00e9", "e\u0301", "'", "’", "’", "'", "“", `"`, "”", `"`, "–", "-", "-", "\u2010",
	" ", "\n\u00a0", "ß", "ss", "…", "...")

// FuzzFind checks that every sentence of a document is found exactly at its place or an earlier equal one, and in
// another guise too.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"One. Two.", "The dam held. the dam held, HE said.", "“No,” he said.\nNo.\r\n5.5%… of 5", "Ha ha. Ha ha. Ha ha ha.", "新桥于2019年开放。がか。か",
		"Straße, cafe\u0301, café; I\u0307 İ ı.", "a\u00adb. \u200bc d\ufe0f. ❤\ufe0f x.", "서울은 크다. ที่นี่ ดี", "-5 — −5. .5. 1,000.\n\nv1.Two", "a\u0301\u0327\u0323b. q\u0302\u0300",
		"−5.----\n −5.-------", "The dam held. thE dam held. the dam "} {
		f.Add(s, 0, 5)
	}
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if !utf8.ValidString(text) || len(text) > 1000 {
			return
		}
		doc := mustDocument(t, readText(text))
		s := mustSnapshot(t, doc)
		for _, p := range doc.Passages() {
			for i := range p.Len() {
				checkFound(t, s, p.Sentence(i))
			}
		}
		if 0 <= start && start < end && end <= len(text) {
			checkFindings(t, mustFind(t, s, text[start:end], 10))
			q, ok := doc.QuoteAt(Span{start, end})
			if ok && !q.Span().Contains(Span{start, end}) {
				t.Fatalf("the quote at [%d, %d) is %v", start, end, q.Span())
			}
		}
	})
}

func checkFound(t *testing.T, s *Snapshot, at Span) {
	t.Helper()
	doc := s.Documents()[0]
	words := doc.Text()[at.Start:at.End]
	first, _ := utf8.DecodeRuneInString(words)
	next, _ := utf8.DecodeRuneInString(doc.Text()[at.End:])
	if len(newWording(words)) == 0 || unicode.IsMark(first) || unicode.IsMark(next) {
		return // no words, or an accent whose character lies on the other side of the sentence's end
	}
	inner := wordSpan(doc.Text(), at)
	found := mustFind(t, s, words, 1)
	checkFindings(t, found)
	if len(found) == 0 || !found[0].Exact || found[0].Span.Start > inner.Start {
		t.Fatalf("%q at %v was found as %v", words, inner, found)
	}
	if q, ok := doc.QuoteAt(inner); !ok || q.Span() != at {
		t.Fatalf("the quote at %v is %v, %v, want that at %v", inner, q.Span(), ok, at)
	}
	found = mustFind(t, s, disguise.Replace(words), 100)
	checkFindings(t, found)
	if len(found) == 0 {
		t.Fatalf("%q was not found as %q", words, disguise.Replace(words))
	}
}

// wordSpan narrows s so that it begins and ends with a word.
func wordSpan(text string, s Span) Span {
	cut := strings.TrimLeftFunc(text[s.Start:s.End], isNoWord)
	s.Start = s.End - len(cut)
	s.End = s.Start + len(strings.TrimRightFunc(cut, isNoWord))
	return s
}

func checkFindings(t *testing.T, found []Finding) {
	t.Helper()
	for i, f := range found {
		text, s := f.Document.Text(), f.Span
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End || !utf8.ValidString(text[s.Start:s.End]) {
			t.Fatalf("found at %v of %d bytes", s, len(text))
		}
		for _, other := range found[:i] {
			if other.Document == f.Document && other.Span.Overlaps(s) {
				t.Fatalf("found at %v and at %v", other.Span, s)
			}
		}
	}
}

// TestFindSentencesOfRealDocuments finds the sentences of reports as the press prints them.
func TestFindSentencesOfRealDocuments(t *testing.T) {
	all, err := Open(context.Background(), sharedtest.Path(t, "acceptance/seeds"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all.Documents() {
		s := mustSnapshot(t, d)
		for _, sentence := range d.body().sentences {
			checkFound(t, s, sentence.Span)
		}
	}
}

// What is found of several wordings is what is found of each alone.
func TestFindEach(t *testing.T) {
	s := mustSnapshot(t, mustDocument(t, drafted(Paragraph, "Row row row your boat. Gently down the stream.")))
	for _, words := range [][]string{nil, {""}, {"row"}, {"gently", "", "boat", "ROW ROW", "nowhere"}} {
		for _, most := range []int{0, 1, 2, 10} {
			found, err := s.FindEach(context.Background(), words, most)
			if err != nil || len(found) != len(words) {
				t.Fatalf("FindEach(%q, %d) = %v, %v", words, most, found, err)
			}
			for i, w := range words {
				if want := mustFind(t, s, w, most); !reflect.DeepEqual(found[i], want) {
					t.Errorf("FindEach(%q, %d) has %v for %q, want %v", words, most, found[i], w, want)
				}
			}
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.FindEach(ctx, []string{"row"}, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v, want that of the context", err)
	}
}

func TestQuoteAt(t *testing.T) {
	doc := mustDocument(t, drafted(Paragraph, "One a. Two b.", Paragraph, "Three.", Furniture, "Share this.", Paragraph, "Four."))
	text := doc.Text()
	for _, tt := range []struct{ at, want string }{
		{"One", "One a."},
		{"One a.", "One a."},
		{"a. T", "One a. Two b."},
		{". ", "One a. Two b."},
		{"b.\n\nThree", "Two b.\n\nThree."},
		{"One a. Two b.\n\nThree.", "One a. Two b.\n\nThree."},
		{"Four", "Four."},
		{"Share", ""},
		{"Three.\n\nShare", ""},
		{"Three.\n\nShare this.\n\nFour.", ""},
		{"\n\nFour", ""},
	} {
		i := strings.Index(text, tt.at)
		q, ok := doc.QuoteAt(Span{i, i + len(tt.at)})
		if q.Text() != tt.want || ok != (tt.want != "") {
			t.Errorf("the quote at %q is %q, %v, want %q", tt.at, q.Text(), ok, tt.want)
		}
	}
	for _, at := range []Span{{}, {3, 3}, {5, 2}, {-1, 4}, {0, len(text) + 1}, {len(text), len(text) + 1}} {
		if q, ok := doc.QuoteAt(at); ok {
			t.Errorf("the quote at %v is %q", at, q.Text())
		}
	}
}
