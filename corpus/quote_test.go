package corpus

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func mustDocument(t testing.TB, d draft) *Document {
	t.Helper()
	doc, err := newDocument("test", d)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// drafted makes a draft of blocks, each a kind and a text.
func drafted(blocks ...any) draft {
	var d draft
	for i := 0; i < len(blocks); i += 2 {
		if d.text != "" {
			d.text += "\n\n"
		}
		start := len(d.text)
		d.text += blocks[i+1].(string)
		d.blocks = append(d.blocks, Block{Span: Span{start, len(d.text)}, Kind: blocks[i].(BlockKind)})
	}
	return d
}

func TestZeroQuoteAndPassage(t *testing.T) {
	var p Passage
	var q Quote
	if p.Text() != "" || p.Len() != 0 || p.Span() != (Span{}) || p.Document() != nil {
		t.Errorf("the zero passage is %q", p.Text())
	}
	if q.Text() != "" || q.Span() != (Span{}) || q.Block() != (Block{}) || q.Heading() != "" || q.Document() != nil {
		t.Errorf("the zero quote is %q", q.Text())
	}
	if _, err := p.Quote(0, 1); err == nil {
		t.Error("a quote was cut from the zero passage")
	}
}

func TestQuoteRange(t *testing.T) {
	doc := mustDocument(t, drafted(Paragraph, "One.", Paragraph, "Two.", Paragraph, "Three."))
	p := doc.Passages()[0]
	n := p.Len()
	if n != 3 {
		t.Fatalf("%d sentences, want 3", n)
	}
	for first := -1; first <= n+1; first++ {
		for last := -1; last <= n+1; last++ {
			q, err := p.Quote(first, last)
			if valid := 0 <= first && first < last && last <= n; valid != (err == nil) {
				t.Errorf("Quote(%d, %d) = %q, %v", first, last, q.Text(), err)
			}
		}
	}
	q, err := p.Quote(1, 3)
	if want := "Two.\n\nThree."; err != nil || q.Text() != want || q.Block().Number != 2 {
		t.Errorf("quote %q in paragraph %d, %v, want %q in paragraph 2", q.Text(), q.Block().Number, err, want)
	}
}

func TestPassagesEndAtFurnitureAndHeadings(t *testing.T) {
	long := strings.Repeat("Words without end go on ", 15) + "here."
	doc := mustDocument(t, drafted(
		Heading, "First", Paragraph, "One.", Furniture, "Share this.", Paragraph, "Two.",
		Heading, "Second", ListItem, "Three.", Paragraph, long, Paragraph, "Four."))
	var got []string
	for _, p := range doc.Passages() {
		got = append(got, strings.Join(strings.Fields(p.Text())[:1], " "))
	}
	if got, want := strings.Join(got, " "), "First Two. Second Four."; got != want {
		t.Errorf("passages begin with %q, want %q", got, want)
	}
	last := doc.Passages()[3]
	if q, err := last.Quote(0, 1); err != nil || q.Heading() != "Second" {
		t.Errorf("heading %q, %v, want Second", q.Heading(), err)
	}
}

func TestLabel(t *testing.T) {
	titled := drafted(Paragraph, "One.")
	titled.meta.Title.Value = "The ferry"
	for _, c := range []struct {
		d    draft
		want string
	}{
		{titled, "The ferry"},
		{drafted(Furniture, "Share this.", Paragraph, "One two three four five six seven eight."), "One two three four five six seven eight."},
		{drafted(Paragraph, "One two\nthree four five six seven eight nine."), "One two three four five six seven eight …"},
		{drafted(Furniture, "Share this."), "test"},
		{draft{}, "test"},
	} {
		if got := mustDocument(t, c.d).Label(); got != c.want {
			t.Errorf("the label of %q is %q, want %q", c.d.text, got, c.want)
		}
	}
}

func TestDraftCheck(t *testing.T) {
	for name, d := range map[string]draft{
		"not UTF-8":      {text: "\xff"},
		"empty block":    {text: "ab", blocks: []Block{{Span: Span{1, 1}}}},
		"out of order":   {text: "ab", blocks: []Block{{Span: Span{1, 2}}, {Span: Span{0, 1}}}},
		"overlap":        {text: "ab", blocks: []Block{{Span: Span{0, 2}}, {Span: Span{1, 2}}}},
		"outside":        {text: "ab", blocks: []Block{{Span: Span{0, 3}}}},
		"cuts character": {text: "é", blocks: []Block{{Span: Span{0, 1}}}},
	} {
		if _, err := newDocument("test", d); err == nil {
			t.Errorf("a draft was taken although: %s", name)
		}
	}
}

// FuzzQuote checks the promise of the package: whatever the text, every quote is a run of whole sentences of it.
func FuzzQuote(f *testing.F) {
	for _, s := range []string{"", "One. Two.", "Title\n\nBy A B\n\nOne.\nTwo.\r\nThree…", "\ufeff\u202eabc.\nDr. B said “no.” Yes!", "a\x00b. c", "你好。再见。", "- a\n- b\n\n| c | d |"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		d := readText(text)
		if d.text != text {
			t.Fatalf("the canonical text is %q", d.text)
		}
		checkQuotes(t, mustDocument(t, d))
	})
}

func checkQuotes(t *testing.T, doc *Document) {
	t.Helper()
	starts, ends := map[int]bool{}, map[int]bool{}
	for _, s := range doc.body().sentences {
		starts[s.Start], ends[s.End] = true, true
	}
	end := 0
	for _, p := range doc.Passages() {
		if p.Span().Start < end {
			t.Fatalf("passage %v begins before %d", p.Span(), end)
		}
		end = p.Span().End
		for i := range p.Len() {
			for _, last := range []int{i + 1, p.Len()} {
				q, err := p.Quote(i, last)
				if err != nil {
					t.Fatal(err)
				}
				checkQuote(t, q, starts, ends)
			}
		}
	}
}

func checkQuote(t *testing.T, q Quote, starts, ends map[int]bool) {
	t.Helper()
	s, text := q.Span(), q.Text()
	switch {
	case text == "" || text != q.Document().Text()[s.Start:s.End] || !utf8.ValidString(text):
		t.Fatalf("quote %q at %v is not of the text", text, s)
	case !starts[s.Start] || !ends[s.End]:
		t.Fatalf("quote %q at %v begins or ends within a sentence", text, s)
	case trimBlank(text) != text:
		t.Fatalf("quote %q is not trimmed", text)
	case hasInvisible(text):
		t.Fatalf("quote %q holds invisible characters", text)
	}
}
