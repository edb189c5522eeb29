package message

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"pullquote/corpus"
)

// cite returns citations of the sentences that hold the picks, whose sources are numbered in order of appearance.
func cite(t testing.TB, s *corpus.Snapshot, picks ...pick) []Citation {
	t.Helper()
	numbers := map[string]int{}
	var out []Citation
	for _, p := range picks {
		if numbers[p.doc] == 0 {
			numbers[p.doc] = len(numbers) + 1
		}
		out = append(out, Citation{Source: numbers[p.doc], Quote: excerptOf(t, s, p).Quote})
	}
	return out
}

// intact returns citations as they are read back from the snapshot they were made from.
func intact(cs []Citation) []Cited {
	var out []Cited
	for _, c := range cs {
		out = append(out, Cited{Citation: c, Document: c.Quote.Document()})
	}
	return out
}

var portPicks = []pick{{doc: "a.txt", text: "shed 4"}, {doc: "b.txt", text: "Two of them"}, {doc: "a.txt", text: "three towns"},
	{doc: "c.txt", text: "The cause"}, {doc: "d.txt", text: "By evening"}, {doc: "e.txt", text: "Ferries leave every forty minutes. The last boat"}}

func decode(t *testing.T, s *corpus.Snapshot, code string) []Cited {
	t.Helper()
	cited, err := DecodeCitations(NewDirectory(s), code)
	if err != nil {
		t.Fatalf("DecodeCitations(%q): %v", code, err)
	}
	return cited
}

func TestCitationsRoundTrip(t *testing.T) {
	s := snapshotOf(t, reports...)
	cs := cite(t, s, portPicks...)
	code, kept := EncodeCitations(cs, 95)
	if kept != len(cs) {
		t.Fatalf("%d of %d kept in %q", kept, len(cs), code)
	}
	// The same files, loaded anew.
	again := snapshotOf(t, reports...)
	for i, c := range decode(t, again, code) {
		d := again.Document(cs[i].Quote.Document().ID())
		if c.Standing != Intact || c.Document != d || c.Quote.Document() != d || c.Source != cs[i].Source || c.Quote.Span() != cs[i].Quote.Span() {
			t.Errorf("citation %d is %+v, want source %d, %s at %v", i, c, cs[i].Source, d.ID(), cs[i].Quote.Span())
		}
	}
}

func TestEncodeCitationsKeepsWhatFits(t *testing.T) {
	s := snapshotOf(t, reports...)
	var picks []pick
	for range 5 {
		picks = append(picks, portPicks...)
	}
	cs := cite(t, s, picks...)
	for limit := -1; limit <= 2*codeLimit; limit++ {
		code, kept := EncodeCitations(cs, limit)
		switch {
		case len(code) > max(0, min(limit, codeLimit)):
			t.Errorf("limit %d: code has %d characters", limit, len(code))
		case kept == 0 && code != "":
			t.Errorf("limit %d: nothing kept in %q", limit, code)
		case kept > 0 && len(decode(t, s, code)) != kept:
			t.Errorf("limit %d: %q does not hold %d citations", limit, code, kept)
		}
	}
	code, kept := EncodeCitations(cs, 95)
	if kept < 7 {
		t.Errorf("%d citations in 95 characters, want 7", kept)
	}
	if _, exact := EncodeCitations(cs, len(code)); exact != kept {
		t.Errorf("limit %d: %d kept, want %d", len(code), exact, kept)
	}
	if _, less := EncodeCitations(cs, len(code)-1); less != kept-1 {
		t.Errorf("limit %d: %d kept, want %d", len(code)-1, less, kept-1)
	}
}

func TestEncodeCitationsStopsAtNothing(t *testing.T) {
	cs := cite(t, snapshotOf(t, reports...), portPicks...)
	for name, bad := range map[string]Citation{"no quote": {Source: 1}, "no number": {Quote: cs[0].Quote}, "a negative number": {Source: -1, Quote: cs[0].Quote}} {
		if code, kept := EncodeCitations([]Citation{cs[0], bad, cs[1]}, 95); kept != 1 {
			t.Errorf("%s: %d kept in %q, want 1", name, kept, code)
		}
		if code, kept := EncodeCitations([]Citation{bad}, 95); kept != 0 || code != "" {
			t.Errorf("%s alone: %d kept in %q, want none", name, kept, code)
		}
	}
}

func TestCitationsOfManySentences(t *testing.T) {
	text := strings.TrimSpace(strings.Repeat("It rained. ", 40))
	s := snapshotOf(t, document{ID: "a", Text: text})
	p := doc(s, "a").Passages()[0]
	for _, n := range []int{1, shortCounts - 1, shortCounts, shortCounts + 1, p.Len()} {
		q, err := p.Quote(p.Len()-n, p.Len())
		if err != nil {
			t.Fatal(err)
		}
		code, _ := EncodeCitations([]Citation{{Source: 3, Quote: q}}, 95)
		if got := decode(t, s, code)[0]; got.Quote != q {
			t.Errorf("%d sentences are read back as %v, want %v", n, got.Quote.Span(), q.Span())
		}
	}
}

func TestCitationsAfterAChange(t *testing.T) {
	code, _ := EncodeCitations(cite(t, snapshotOf(t, reports...), portPicks...), 95)
	now := slices.Clone(reports)
	now[0].Text = strings.Replace(now[0].Text, "shed 4", "shed 5", 1)
	now = slices.Delete(now, 3, 4)
	s := snapshotOf(t, now...)
	want := []Standing{Changed, Intact, Changed, Intact, Gone, Intact}
	for i, c := range decode(t, s, code) {
		if c.Standing != want[i] {
			t.Errorf("citation %d has standing %d, want %d", i, c.Standing, want[i])
		}
		if shown := c.Quote.Document() != nil; shown != (c.Standing == Intact) {
			t.Errorf("citation %d of standing %d has the quote %q", i, c.Standing, c.Quote.Text())
		}
		if known := c.Document != nil; known != (c.Standing != Gone) {
			t.Errorf("citation %d of standing %d has the document %v", i, c.Standing, c.Document)
		}
	}
}

// A code whose place is none of the document's sentences must not give a quote.
func TestCitationsOfNoSentence(t *testing.T) {
	s, err := corpus.Load(context.Background(), fstest.MapFS{"mill.txt": {Data: []byte(mill)}}, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := s.Document("mill.txt")
	q := quoteIn(t, d, "The council")
	good, _ := recordOf(Citation{Source: 1, Quote: q})
	at := func(start, sentences uint64) record {
		r := good
		r.start, r.sentences = start, sentences
		return r
	}
	if got := decode(t, s, writeCode([]record{at(good.start, 1)}))[0]; got.Standing != Intact {
		t.Errorf("the sentence itself has standing %d", got.Standing)
	}
	furniture := uint64(strings.Index(d.Text(), "Subscribe"))
	for _, r := range []record{
		at(good.start+1, 1), at(good.start-1, 1), at(good.start, 2), at(good.start, 1<<40), at(furniture, 1),
		at(uint64(len(d.Text())), 1), at(1<<63, 1), at(1<<64-1, 1<<64-1),
	} {
		if got := decode(t, s, writeCode([]record{r}))[0]; got.Standing != Changed || got.Quote != (corpus.Quote{}) {
			t.Errorf("%d sentences at %d: standing %d, quote %q", r.sentences, r.start, got.Standing, got.Quote.Text())
		}
	}
}

func TestDecodeCitationsIsStrict(t *testing.T) {
	s := snapshotOf(t, reports...)
	code, _ := EncodeCitations(cite(t, s, portPicks[:2]...), 95)
	raw, err := base64.RawURLEncoding.DecodeString(code)
	if err != nil {
		t.Fatal(err)
	}
	text := base64.RawURLEncoding.EncodeToString
	head := append([]byte{codeVersion}, raw[1:1+hashesLength]...)
	tests := map[string]string{
		"nothing":                       "",
		"a version and no more":         text(raw[:1]),
		"another version":               text(append([]byte{codeVersion + 1}, raw[1:]...)),
		"a byte less":                   text(raw[:len(raw)-1]),
		"a byte more":                   text(append(slices.Clone(raw), 0)),
		"a character less":              code[:len(code)-1],
		"padding":                       code + "=",
		"a line break":                  code[:4] + "\n" + code[4:],
		"a space":                       code + " ",
		"the other alphabet":            "AQ+/",
		"not ASCII":                     "é" + code,
		"too long":                      text(append([]byte{codeVersion}, make([]byte, codeLimit)...)),
		"source 0":                      text(append(slices.Clone(head), 0, 1)),
		"no sentence":                   text(append(slices.Clone(head), 0, 1<<countBits, 0)),
		"a long count for a short one":  text(append(slices.Clone(head), 0, 1<<countBits, 3)),
		"a number in more bytes":        text(append(slices.Clone(head), 0x80, 0, 1<<countBits|1)),
		"a number of more than 64 bits": text(append(slices.Clone(head), slices.Repeat([]byte{0xff}, 11)...)),
		"a huge source":                 text(binary.AppendUvarint(append(slices.Clone(head), 0), 1<<63|1)),
	}
	for name, code := range tests {
		if cited, err := DecodeCitations(NewDirectory(s), code); err == nil {
			t.Errorf("%s: DecodeCitations(%q) = %+v, want an error", name, code, cited)
		}
	}
	// The last character of a code may have bits that no byte takes.
	for _, last := range "ABCDEFGH" {
		if other := code[:len(code)-1] + string(last); other != code && strings.HasPrefix(text(raw), other[:len(other)-1]) {
			if b, err := base64.RawURLEncoding.DecodeString(other); err == nil && slices.Equal(b, raw) {
				if _, err := DecodeCitations(NewDirectory(s), other); err == nil {
					t.Errorf("%q is read like %q", other, code)
				}
			}
		}
	}
}

// Of two documents whose ids have one hash, the one with the sentence is meant.
func TestCitationsOfEqualHashes(t *testing.T) {
	first, second := equalHashes(t)
	docs := []document{{ID: first, Text: "A first text says this. And more."}, {ID: second, Text: "A second text says that. And more."}}
	both := snapshotOf(t, docs...)
	for _, d := range docs {
		code, _ := EncodeCitations(cite(t, both, pick{doc: d.ID, text: "text says"}), 95)
		if got := decode(t, both, code)[0]; got.Document != doc(both, d.ID) || got.Standing != Intact {
			t.Errorf("cited %s, read back %s with standing %d", d.ID, got.Document.ID(), got.Standing)
		}
	}
}

// equalHashes returns two ids whose documents have one hash.
func equalHashes(t *testing.T) (string, string) {
	t.Helper()
	seen := map[uint32]string{}
	for i := range 1 << 16 {
		id := fmt.Sprint("doc-", i)
		h := hashID("docs.jsonl#" + id)
		if seen[h] != "" {
			return seen[h], id
		}
		seen[h] = id
	}
	t.Fatal("65,536 ids have hashes of their own")
	return "", ""
}

func TestNumberOfTwoDocumentsIsRefused(t *testing.T) {
	cited := intact(cite(t, snapshotOf(t, reports...), portPicks...))
	cited[1].Source = cited[0].Source
	if r, err := english.RenderMore("", cited); err == nil {
		t.Errorf("RenderMore gives %q", r.Content)
	}
	if r, err := english.RenderContext("", cited, 0); err == nil {
		t.Errorf("RenderContext gives %q", r.Content)
	}
	for name, bad := range map[string]Cited{"a zero citation": {}, "no number": {Citation: Citation{Quote: cited[0].Quote}}} {
		if r, err := english.RenderMore("", []Cited{bad}); err == nil {
			t.Errorf("RenderMore of %s gives %q", name, r.Content)
		}
	}
}

func FuzzDecodeCitations(f *testing.F) {
	s := snapshotOf(f, reports...)
	cs := cite(f, s, portPicks...)
	for n := range cs {
		code, _ := EncodeCitations(cs[n:], 95)
		f.Add(code)
	}
	f.Add("")
	f.Add("AQAAAAAAAAAA")
	f.Fuzz(func(t *testing.T, code string) {
		cited, err := DecodeCitations(NewDirectory(s), code)
		if err != nil {
			return
		}
		var quotes []Citation
		for _, c := range cited {
			if c.Source < 1 || (c.Standing == Intact) != (c.Quote.Document() != nil) || (c.Standing == Gone) != (c.Document == nil) {
				t.Errorf("%q gives %+v", code, c)
			}
			if c.Standing == Intact {
				quotes = append(quotes, c.Citation)
			}
		}
		if again, kept := EncodeCitations(quotes, codeLimit); kept == len(cited) && again != code {
			t.Errorf("%q is written again as %q", code, again)
		}
		if r, err := english.RenderMore("What?", cited); err == nil && Verify(r.Content, r.Shown) != nil {
			t.Errorf("%q gives the message %q", code, r.Content)
		}
	})
}

func FuzzEncodeCitations(f *testing.F) {
	for i, s := range nastyTexts {
		f.Add("a", s, i, 1+i, 95)
	}
	f.Add("id", strings.Repeat("It rained. ", 60), 1, 1<<20, 30)
	f.Fuzz(func(t *testing.T, id, text string, from, source, limit int) {
		if !utf8.ValidString(id) || !utf8.ValidString(text) || strings.TrimSpace(id) == "" || len(text) > 20_000 {
			t.Skip()
		}
		s := snapshotOf(t, document{ID: id, Text: text})
		var cs []Citation
		for _, d := range s.Documents() {
			for _, p := range d.Passages() {
				q, err := p.Quote(max(0, from)%p.Len(), p.Len())
				if err != nil {
					t.Fatal(err)
				}
				cs = append(cs, Citation{Source: 1 + (source&0xffffff+len(cs))%1000, Quote: q})
			}
		}
		code, kept := EncodeCitations(cs, limit)
		if kept == 0 {
			return
		}
		for i, c := range decode(t, s, code) {
			if c.Citation != cs[i] || c.Standing != Intact {
				t.Errorf("citation %d of %q is read back as %+v, want %+v", i, code, c, cs[i])
			}
		}
	})
}

// The same text with other sentences, as after a change of its language, does not give other words than were cited.
func TestDecodeCitationsOfOtherSentences(t *testing.T) {
	load := func(lang string) *corpus.Snapshot {
		text := "---\nlang: " + lang + "\n---\nEr kam am 3. Mai an. Der Hafen war leer.\n"
		s, err := corpus.Load(context.Background(), fstest.MapFS{"a.md": {Data: []byte(text)}}, corpus.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	german, english := load("de"), load("en")
	q, err := german.Documents()[0].Passages()[0].Quote(0, 1)
	if err != nil {
		t.Fatal(err)
	}
	code, _ := EncodeCitations([]Citation{{Source: 1, Quote: q}}, codeLimit)
	cited, err := DecodeCitations(NewDirectory(english), code)
	if err != nil {
		t.Fatal(err)
	}
	if got := cited[0]; got.Standing == Intact && got.Quote.Text() != q.Text() {
		t.Errorf("cited %q, read back as %q", q.Text(), got.Quote.Text())
	}
}
