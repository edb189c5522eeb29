package corpus

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pullquote/internal/sharedtest"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestPages reads invented pages of several kinds and compares every block and all metadata with a reviewed file.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	var got strings.Builder
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "== %s\n%s\n", filepath.Base(f), describe(readText(string(b))))
	}
	golden := "testdata/pages.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if g, w := strings.Split(got.String(), "\n"), strings.Split(string(want), "\n"); !slices.Equal(g, w) {
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("line %d of %s:\n got %s\nwant %s", i+1, golden, g[i], w[i])
			}
		}
		t.Fatalf("got %d lines, %s has %d", len(g), golden, len(w))
	}
}

// describe lists the metadata and the blocks of a draft.
func describe(d draft) string {
	var b strings.Builder
	for _, f := range []struct {
		name string
		Field
	}{{"title", d.meta.Title}, {"author", d.meta.Author}, {"publisher", d.meta.Publisher}, {"published", Field{d.meta.Published.String(), d.meta.Published.Rule}}} {
		if f.Value != "" {
			fmt.Fprintf(&b, "%s: %s (%s)\n", f.name, f.Value, f.Rule)
		}
	}
	for _, bl := range d.blocks {
		kind := bl.Kind.String()
		if bl.Rule != "" {
			kind += ", " + bl.Rule
		}
		fmt.Fprintf(&b, "[%s] %s\n", kind, strings.ReplaceAll(d.text[bl.Start:bl.End], "\n", "⏎"))
	}
	return b.String()
}

// checkDraft fails unless the draft keeps its promises: valid blocks over an unchanged text, and no character outside
// them but white space.
func checkDraft(t *testing.T, text string, d draft) {
	t.Helper()
	if d.text != text {
		t.Fatalf("the text was changed")
	}
	if err := d.check(); err != nil {
		t.Fatal(err)
	}
	end := 0
	for _, b := range append(slices.Clone(d.blocks), Block{Span: Span{len(text), len(text)}}) {
		if lost := trimBlank(text[end:b.Start]); lost != "" {
			t.Fatalf("%q at %d is in no block", lost, end)
		}
		end = b.End
		if b.Kind == Furniture && b.Rule == "" {
			t.Fatalf("furniture without a rule: %q", text[b.Start:b.End])
		}
	}
}

func TestTextBlocks(t *testing.T) {
	const wrapped = "The ferry leaves the old pier at nine in the morning, and\nit comes back at six, unless the lock is shut and the river\nruns high."
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \n \r\n", nil},
		{"One.", []string{"One."}},
		{" One.\n\nTwo. \r\n\r\nThree.\rFour.", []string{"One.", "Two.", "Three.", "Four."}},
		{"One.\nTwo.", []string{"One.", "Two."}},
		{wrapped, []string{wrapped}},
		{wrapped + "\n\n- one\n- two", []string{wrapped, "- one", "- two"}},
		{"Title\nA line of text that is long enough to be wrapped here.", []string{"Title", "A line of text that is long enough to be wrapped here."}},
	} {
		var got []string
		for _, b := range textBlocks(c.text) {
			got = append(got, c.text[b.Start:b.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("textBlocks(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func TestReadTextEdges(t *testing.T) {
	for _, text := range []string{"", " \n\t\n", "a", "\n\na", "a\r\nb\r\n", "one\rtwo", "|", "[", "]", "(", "by", "About ", "About A B", "©", "…", "# ", "- ", "\ufeffTitle\n\nText."} {
		checkDraft(t, text, readText(text))
	}
}

func TestReadTextLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	for name, text := range map[string]string{
		"one line":    strings.Repeat("Rain fell on the hills again. ", 1_000_000),
		"many lines":  strings.Repeat("Jane Doe / Share 2022\n", 100_000),
		"open end":    strings.Repeat("[x=(", 5_000_000),
		"many labels": strings.Repeat("Related Articles\n\nBy Jane Doe May 7, 2022\n\n", 100_000),
	} {
		start := time.Now()
		d := readText(text)
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), took)
		}
		checkDraft(t, text, d)
		t.Logf("%s: %d MB, %d blocks, %v", name, len(text)>>20, len(d.blocks), time.Since(start))
	}
}

// TestSeeds reads real scraped reports: what they say stays quotable, what surrounds it does not.
func TestSeeds(t *testing.T) {
	dir := sharedtest.Path(t, "acceptance/seeds")
	for _, test := range []struct {
		file                                string
		title, author, publisher, published string
		quotable, furniture                 []string
	}{
		{"000_*.txt", "", "", "", "2022-01-07 labelled date",
			[]string{"More than 3,000", "26 armed criminals", "Xi Jinping", "Zhanaozen massacre", "109million", "Steppe eagle"}, []string{"date 2022-01-07"}},
		{"001_*.txt", "Kazakhstan’s Growing Protests", "", "The Organization for World Peace", "",
			[]string{"January 2", "4,404 people", "40 people died", "Massimov"}, []string{"The Organization for World Peace", "About Author", "Comments are closed."}},
		{"002_*.txt", "Kazakh government regains control with Kremlin's help amid uprising", "Oleg Sukhov", "Kyiv Independent", "2022-01-07 byline",
			[]string{"Protesters gather in front", "18 government troops", "3,700 protesters", "Legacy 650", "2,500 troops", "Duysenbekova"},
			[]string{"December 7, 2022", "by Oleg", "(Nexta live)", "Read more:", "Political reporter", "He is a former", "Independent journalism", "for an independent Ukraine", "darkest hour"}},
		{"003_*.txt", "A Russia-Led Alliance Will Send Peacekeepers to Kazakhstan Following Violent Protests", "", "", "",
			[]string{"MOSCOW —", "eight officers", "over 300 others", "smoke rises", "stood in front police", "fatally shot 15"},
			[]string{"[time-brightcove", "Kazakhstan Protests", "AP Photo/Yan Blagov", "AP Photo/Vladimir Tretyakov", "Related Articles", "Back to top"}},
		{"004_*.txt", "Uprising in Kazakhstan put down, Russian troops on their way home", "Katie Curtis", "", "",
			[]string{"nearly 10,000 people", "shake hands", "June 7, 2019", "January 11, 2022", "no more than 10 days", "Blinken warned", "Volodin"},
			[]string{"orders raid against", "Protest in Kazakhstan", "Alexei Filippov", "CSTO peacekeeping forces protect", "Valery Sharifulin", "About Katie", "Check Also", "suspected of spying", "senior government official"}},
	} {
		files, _ := filepath.Glob(filepath.Join(dir, test.file))
		if len(files) != 1 {
			t.Fatalf("%s: %d files", test.file, len(files))
		}
		b, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		d := readText(string(b))
		checkDraft(t, string(b), d)
		published := strings.TrimSpace(d.meta.Published.String() + " " + d.meta.Published.Rule)
		for _, f := range [][2]string{{d.meta.Title.Value, test.title}, {d.meta.Author.Value, test.author}, {d.meta.Publisher.Value, test.publisher}, {published, test.published}} {
			if f[0] != f[1] {
				t.Errorf("%s: got %q, want %q", test.file, f[0], f[1])
			}
		}
		for _, s := range test.quotable {
			checkKind(t, d, s, false)
		}
		for _, s := range test.furniture {
			checkKind(t, d, s, true)
		}
	}
}

// checkKind fails unless the first occurrence of s lies in one block that is furniture or not.
func checkKind(t *testing.T, d draft, s string, furniture bool) {
	t.Helper()
	at := strings.Index(d.text, s)
	span := Span{at, at + len(s)}
	i := slices.IndexFunc(d.blocks, func(b Block) bool { return b.Contains(span) })
	if at < 0 || i < 0 || (d.blocks[i].Kind == Furniture) != furniture {
		t.Errorf("%q: at %d in block %d, want furniture %v", s, at, i, furniture)
	}
}

// TestCleanTextIsKept reads texts that hold next to no furniture.
func TestCleanTextIsKept(t *testing.T) {
	for _, set := range []string{"clapnq", "ramdocs", "scifact", "squad2_open", "stackfaq", "xquad"} {
		const mostLost = .002
		all, lost := 0, 0
		for _, text := range jsonlTexts(t, sharedtest.Path(t, "eval/"+set+"/corpus.jsonl")) {
			d := readText(text)
			checkDraft(t, text, d)
			all += countWords(text)
			for _, b := range d.blocks {
				if b.Kind == Furniture {
					lost += countWords(text[b.Start:b.End])
				}
			}
		}
		t.Logf("%s: %d of %d words", set, lost, all)
		if float64(lost) > mostLost*float64(all) {
			t.Errorf("%s: %d of %d words are labelled furniture", set, lost, all)
		}
	}
}

func jsonlTexts(t *testing.T, path string) (texts []string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for dec := json.NewDecoder(f); ; {
		var doc struct{ Text string }
		switch err := dec.Decode(&doc); err {
		case nil:
			texts = append(texts, doc.Text)
		case io.EOF:
			return texts
		default:
			t.Fatal(err)
		}
	}
}

func FuzzReadText(f *testing.F) {
	files, _ := filepath.Glob("testdata/pages/*.txt")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Add("AP Photo/A B Cee sits there.\n\nA B / Getty\n[caption x=1]y[/caption]\n\nAbout A B\nA B\nA B\nA B is a reporter at the C.")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		checkDraft(t, text, readText(text))
	})
}
