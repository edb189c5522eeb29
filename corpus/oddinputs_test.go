package corpus

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// The odd corpus is a folder of about a thousand files, made the same way every time, among them a few good ones. What
// must hold: the load ends without a panic, the good ones are all there, and every file that is left out is named once.

// oddCorpus writes files below dir and remembers which must load and which must be named.
type oddCorpus struct {
	t     *testing.T
	dir   string
	rnd   *rand.Rand
	good  map[string]bool
	bad   map[string]bool // by the path that the problem shows
	other int             // files that may go either way
}

func (o *oddCorpus) write(name string, content []byte) {
	o.t.Helper()
	path := filepath.Join(o.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		o.t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		o.t.Fatal(err)
	}
}

func (o *oddCorpus) loads(name, content string) {
	o.write(name, []byte(content))
	o.good[name] = true
}

func (o *oddCorpus) fails(name, content string) {
	o.write(name, []byte(content))
	o.bad[shown(name)] = true
}

func (o *oddCorpus) may(name string, content []byte) {
	o.write(name, content)
	o.other++
}

const (
	oddMarkdown = "---\ntitle: Ferry\n---\n# Ferry\n\nThe ferry *leaves* at nine.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
	oddPage     = "<html><head><title>Ferry | Post</title></head><body><h1>Ferry</h1><p>The ferry leaves at nine.</p></body></html>"
)

func TestOddInputs(t *testing.T) {
	o := &oddCorpus{t: t, dir: t.TempDir(), rnd: rand.New(rand.NewPCG(1, 2)), good: map[string]bool{}, bad: map[string]bool{}}
	o.plainOddities()
	o.damagedFiles()
	o.hugeFiles()
	o.unreadable()
	s, err := Open(context.Background(), o.dir, Options{Limits: Limits{FileBytes: 1 << 20, Depth: 8}})
	if err != nil {
		t.Fatal(err)
	}
	o.check(s)
	again, err := Open(context.Background(), o.dir, Options{Limits: Limits{FileBytes: 1 << 20, Depth: 8}})
	if err != nil || again.ID() != s.ID() || fmt.Sprint(again.Problems()) != fmt.Sprint(s.Problems()) {
		t.Errorf("a second load differs: %v, %s, want %s", err, again.ID(), s.ID())
	}
}

func (o *oddCorpus) check(s *Snapshot) {
	o.t.Helper()
	left := map[string]int{}
	for _, p := range s.Problems() {
		if p.LeftOut {
			left[p.Path]++
		}
		if p.Reason == "" || p.Mend == "" || strings.HasSuffix(p.Reason, ".") || strings.Contains(p.Path+p.Reason+p.Mend, "\n") {
			o.t.Errorf("problem %+v is not a phrase with a mend", p)
		}
		if strings.Contains(p.Mend, "mistake of the program") {
			o.t.Errorf("problem %+v is a mistake of ours", p)
		}
	}
	for path, n := range left {
		if n != 1 {
			o.t.Errorf("%s is named %d times, want once", path, n)
		}
	}
	for path := range o.bad {
		if left[path] != 1 {
			o.t.Errorf("%s is not named", path)
		}
	}
	for id := range o.good {
		if s.Document(id) == nil {
			o.t.Errorf("%s did not load: %+v", id, problemsOf(s, id))
		}
	}
	if all := len(s.Documents()) + len(left); all != len(o.good)+len(o.bad)+o.other {
		o.t.Errorf("%d documents and %d left out, want %d together", len(s.Documents()), len(left), len(o.good)+len(o.bad)+o.other)
	}
}

func problemsOf(s *Snapshot, path string) (out []Problem) {
	for _, p := range s.Problems() {
		if p.Path == path {
			out = append(out, p)
		}
	}
	return out
}

func (o *oddCorpus) plainOddities() {
	o.write(".hidden.md", []byte("Not seen."))
	o.write("synonyms.txt", []byte("ferry, boat"))
	o.loads("crlf.md", "# Ferry\r\n\r\nThe ferry leaves at nine.\r\n")
	o.loads("cr.md", "# Ferry\r\rThe ferry leaves at nine.\r")
	o.loads("mark.md", byteOrderMark+oddMarkdown)
	o.loads("mark.html", byteOrderMark+oddPage)
	o.loads("UPPER.HTM", oddPage)
	o.loads("a b/ünïcode – 文.md", oddMarkdown)
	o.loads("latin1.html", "<meta charset=iso-8859-1><p>Caf\xe9 f\xe9rm\xe9.</p>")
	o.loads("utf16.md", "\xff\xfeT\x00h\x00e\x00 \x00f\x00e\x00r\x00r\x00y\x00.\x00")
	o.fails("zip.txt", "PK\x03\x04"+strings.Repeat("\x00\x01\x02\xff", 200))
	o.fails("pdf.md", "%PDF-1.7 text")
	o.fails("picture.png", "\x89PNG")
	o.fails("archive.tar.gz", "\x1f\x8b")
	o.fails("noending", "The ferry leaves at nine.")
	o.fails("blank.md", " \n\t\n")
	o.fails("only-hidden.html", "<p hidden>The ferry leaves at nine.</p>")
	o.fails("two\nlines.md", oddMarkdown)
	o.fails("bell\a.md", oddMarkdown)
	o.fails("rtl\u202e.md", oddMarkdown)
	o.fails("1/2/3/4/5/6/7/8/deep.md", oddMarkdown)
	delete(o.bad, "1/2/3/4/5/6/7/8/deep.md")
	o.bad["1/2/3/4/5/6/7/8"] = true
	for i := range 200 {
		o.fails(fmt.Sprintf("empty/%03d.%s", i, []string{"txt", "md", "html", "jsonl"}[i%4]), "")
	}
	if runtime.GOOS == "linux" {
		o.fails("latin-\xe9-name.md", oddMarkdown)
	}
}

// damagedFiles writes files cut short, with bytes turned over, and of noise.
func (o *oddCorpus) damagedFiles() {
	for i := range 200 {
		for name, whole := range map[string]string{"md": oddMarkdown, "html": oddPage} {
			cut := []byte(whole)[:1+o.rnd.IntN(len(whole)-1)]
			o.may(fmt.Sprintf("cut/%03d.%s", i, name), cut)
			flipped := []byte(whole)
			for range 1 + i/20 {
				flipped[o.rnd.IntN(len(flipped))] = byte(o.rnd.UintN(256))
			}
			o.may(fmt.Sprintf("flipped/%03d.%s", i, name), flipped)
		}
	}
	for i := range 100 {
		noise := make([]byte, 1+o.rnd.IntN(5000))
		for j := range noise {
			noise[j] = byte(o.rnd.UintN(256))
		}
		o.may(fmt.Sprintf("noise/%03d.%s", i, []string{"txt", "md", "html"}[i%3]), noise)
	}
}

func (o *oddCorpus) hugeFiles() {
	o.fails("huge/large.md", strings.Repeat("The ferry leaves at nine.\n\n", 50_000))
	o.fails("huge/nested.html", strings.Repeat("<div>", 100_000)+"deep")
	o.fails("huge/open.html", strings.Repeat("<b c=1>", 1000)+strings.Repeat("<p>x", 1000))
	o.fails("huge/marks.md", strings.Repeat("*a_", 100_000))
	o.fails("huge/table.md", "|"+strings.Repeat("a|", 2000)+"\n|"+strings.Repeat("-|", 2000)+"\n"+strings.Repeat("|\n", 20_000))
	o.fails("huge/quotes.md", strings.Repeat(">", 200_000)+" a")
	o.loads("huge/paragraphs.html", strings.Repeat("<p>The ferry leaves at nine.", 20_000))
	long := line("good", "The ferry leaves at nine.") + `{"id":"long","text":"` + strings.Repeat("a", 2<<20) + "\"}\n" + line("late", "The ferry leaves at ten.")
	o.write("lines.jsonl", []byte(long+"\n{\n"+`{"id":7,"text":"NUL \u0000 and \ud800 here."}`+"\n"))
	o.good["lines.jsonl#good"], o.good["lines.jsonl#late"] = true, true
	o.bad["lines.jsonl line 2"], o.bad["lines.jsonl line 5"] = true, true
	o.bad["lines.jsonl line 6"] = true // its only line holds a control character
	o.write("binary.jsonl", bytes.Repeat([]byte("\xff\x00\n"), 5))
	for i := range 5 {
		o.bad[fmt.Sprintf("binary.jsonl line %d", i+1)] = true
	}
}

// unreadable makes what is no regular file.
func (o *oddCorpus) unreadable() {
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(o.dir, name)); err != nil {
			o.t.Skip("no symbolic links here:", err)
		}
		o.bad[name] = true
	}
	outside := filepath.Join(o.t.TempDir(), "secret.md")
	if err := os.WriteFile(outside, []byte(oddMarkdown), 0o644); err != nil {
		o.t.Fatal(err)
	}
	link(outside, "out.md")
	link("../../../../../../../../etc/passwd", "up.txt")
	link("nowhere.md", "dangling.md")
	link("loop.md", "loop.md")
	link(".", "folder")
	link("crlf.md", "inside.md")
	delete(o.bad, "inside.md")
	o.good["inside.md"] = true
	if makePipe(filepath.Join(o.dir, "pipe.md")) == nil {
		o.bad["pipe.md"] = true
	}
	if l, err := net.Listen("unix", filepath.Join(o.dir, "s.md")); err == nil {
		o.t.Cleanup(func() { l.Close() })
		o.bad["s.md"] = true
	}
	if os.Getuid() > 0 { // root reads everything
		o.fails("locked.md", oddMarkdown)
		o.fails("locked/a.md", oddMarkdown)
		delete(o.bad, "locked/a.md")
		o.bad["locked"] = true
		_ = os.Chmod(filepath.Join(o.dir, "locked.md"), 0)
		_ = os.Chmod(filepath.Join(o.dir, "locked"), 0)
		o.t.Cleanup(func() { _ = os.Chmod(filepath.Join(o.dir, "locked"), 0o755) })
	}
}

func TestTenThousandEmptyFiles(t *testing.T) {
	files := map[string]string{"good.md": oddMarkdown}
	for i := range 10_000 {
		files[fmt.Sprintf("%05d.md", i)] = ""
	}
	s := mustLoad(t, files, Options{})
	if len(s.Documents()) != 1 || len(s.Problems()) != 10_000 {
		t.Errorf("%d documents, %d problems, want 1 and 10,000", len(s.Documents()), len(s.Problems()))
	}
}
