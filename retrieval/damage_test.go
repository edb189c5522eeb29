package retrieval

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pullquote/corpus"
)

// twoSegments files a small corpus in a folder, as two segments with a dead document in the first, and returns its files.
func twoSegments(t *testing.T, f *folder, dir string) {
	t.Helper()
	f.set(t, f.files.changed(3, 30))
	l := openDir(t, f, dir)
	f.set(t, f.with(f.documents()[0], "The Orbis was towed to the quay of Varn.\n"))
	readAndServe(t, l)
	if e := l.current.Load(); len(e.segments) != 2 || !e.hasDead {
		t.Fatalf("%d segments, dead documents: %t", len(e.segments), e.hasDead)
	}
	closeLibrary(t, l)
}

// filesOf returns the paths below a folder of the files that its current generation needs.
func filesOf(t *testing.T, dir string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		needed := name == "current" || strings.HasPrefix(name, "parts") || strings.HasPrefix(name, filepath.Join("generations", "2"))
		if err == nil && !entry.IsDir() && needed {
			paths = append(paths, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// damage is something that is done to the bytes of a file.
type damage struct {
	what string
	do   func(data []byte, rng *rand.Rand)
}

func flipBit(data []byte, rng *rand.Rand) { data[rng.IntN(len(data))] ^= 1 << rng.IntN(8) }

func scribble(data []byte, rng *rand.Rand) {
	const most = 64
	at := rng.IntN(len(data))
	for i := at; i < min(len(data), at+most); i++ {
		data[i] = byte(rng.Uint32())
	}
}

var damages = []damage{
	{"the first byte", func(data []byte, _ *rand.Rand) { data[0] ^= 1 }},
	{"the last byte", func(data []byte, _ *rand.Rand) { data[len(data)-1] ^= 128 }},
	{"a bit", flipBit},
	{"some bytes", scribble},
	{"all bytes", func(data []byte, _ *rand.Rand) { clear(data) }},
}

// damaged returns the bytes of a file and those that the damage makes of them.
func (d damage) of(t *testing.T, path string, rng *rand.Rand) (before, after []byte) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	after = append([]byte{}, before...)
	if len(after) > 0 {
		d.do(after, rng)
	}
	return before, after
}

// overwrite changes the bytes of a file in place, as a disk would.
func overwrite(t *testing.T, path string, data []byte) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err == nil {
		_, err = f.WriteAt(data, 0)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestDamageIsNamedAndMended damages each file of a snapshot that is not open. It is named when the library is opened or, of
// what is checked when it is read, when its next reading of the source begins, which the damage makes due. The library then
// says what it must.
func TestDamageIsNamedAndMended(t *testing.T) {
	f, template := newFolder(t, 0), t.TempDir()
	twoSegments(t, f, template)
	want := memorySays(t, f.files)
	rng := rand.New(rand.NewPCG(1, 1))
	for n, name := range filesOf(t, template) {
		dir := filepath.Join(t.TempDir(), "copy")
		if err := os.CopyFS(dir, os.DirFS(template)); err != nil {
			t.Fatal(err)
		}
		d := damages[n%len(damages)]
		path := filepath.Join(dir, name)
		before, after := d.of(t, path, rng)
		if string(before) == string(after) {
			continue
		}
		overwrite(t, path, after)
		var why []error
		l, rebuilt, err := OpenSource(context.Background(), Options{Source: f.source(t), Dir: dir, Rebuilding: func(err error) { why = append(why, err) }})
		if err != nil {
			t.Fatalf("%s of %s: %v", d.what, name, err)
		}
		if rebuilt == nil {
			isLater := slices.ContainsFunc(checkedWhenRead(), func(later string) bool { return strings.HasSuffix(name, filepath.FromSlash(later)) })
			if stale, err := l.Stale(context.Background()); !stale || err != nil || !isLater {
				t.Errorf("%s of %s: the library is stale: %t, %v", d.what, name, stale, err)
			}
			readAndServe(t, l)
		}
		if len(why) != 1 || !strings.Contains(why[0].Error(), path) {
			t.Errorf("%s of %s: rebuilt because of %v", d.what, name, why)
		}
		if stale, err := l.Stale(context.Background()); stale || err != nil {
			t.Errorf("%s of %s: the library that was built anew is stale: %t, %v", d.what, name, stale, err)
		}
		checkSays(t, l, want)
		closeLibrary(t, l)
		closeLibrary(t, openDir(t, f, dir))
	}
}

func memorySays(t *testing.T, f files) said {
	t.Helper()
	l := openOptions(t, Options{Source: f.source()})
	defer closeLibrary(t, l)
	want, err := saidBy(l, diskQuestions)
	if err != nil {
		t.Fatal(err)
	}
	return want
}

func checkSays(t *testing.T, l *Library, want said) {
	t.Helper()
	got, err := saidBy(l, diskQuestions)
	if diff := cmp.Diff(want, got, byContent); err != nil || diff != "" {
		t.Fatalf("%v, answers differ (-want +got):\n%.4000s", err, diff)
	}
}

// TestDamageWhileServing damages each file of a part while the library is open. An answer is the right one, or an error that
// names a file; where posting lists are damaged, some passages may not be found, but what is quoted stands there.
func TestDamageWhileServing(t *testing.T) {
	f, dir := newFolder(t, 0), t.TempDir()
	twoSegments(t, f, dir)
	s := serving{t, f, dir, memorySays(t, f.files), map[string]int{}}
	rng := rand.New(rand.NewPCG(2, 2))
	for _, name := range filesOf(t, dir) {
		times := 1
		if strings.HasSuffix(name, ".zap") {
			times = 20 // a small part of it is read for a question
		}
		for n := range times * len(damages) {
			s.damage(name, damages[n%len(damages)], rng)
		}
	}
	t.Log(s.seen)
	for _, what := range []string{"right", "named", "named postings"} {
		if s.seen[what] == 0 {
			t.Errorf("no answer was %s: %v", what, s.seen)
		}
	}
	if s.seen["incomplete"] > s.seen["named postings"]/10 {
		t.Errorf("too much damage of posting lists is not noticed: %v", s.seen)
	}
}

// serving is a library that is damaged while it serves.
type serving struct {
	t    *testing.T
	f    *folder
	dir  string
	want said
	seen map[string]int
}

func (s serving) damage(name string, d damage, rng *rand.Rand) {
	l := openDir(s.t, s.f, s.dir)
	defer closeLibrary(s.t, l)
	path := filepath.Join(s.dir, name)
	before, after := d.of(s.t, path, rng)
	overwrite(s.t, path, after)
	defer overwrite(s.t, path, before)
	for i, q := range diskQuestions[:6] {
		a, err := l.Ask(context.Background(), q)
		diff := ""
		if err == nil {
			diff, err = unlike(s.want.Answers[i], a)
		}
		var unread *corpus.ReadError
		switch {
		case errors.As(err, &unread) && strings.HasPrefix(path, unread.File):
			s.seen["named"]++
			if strings.HasSuffix(name, ".zap") {
				s.seen["named postings"]++
			}
		case err != nil:
			s.t.Fatalf("%s of %s, %s: %v", d.what, name, q.Text, err)
		case diff == "":
			s.seen["right"]++
		case strings.HasSuffix(name, ".zap"):
			s.seen["incomplete"]++
			checkQuotes(s.t, a)
		default:
			s.t.Fatalf("%s of %s, %s: another answer:\n%.3000s", d.what, name, q.Text, diff)
		}
	}
}

// unlike compares two answers. Documents of one may not be readable any more.
func unlike(want, got Answer) (diff string, err error) {
	defer recoverRead(&err)
	return cmp.Diff(want, got, byContent), nil
}

// checkQuotes fails where something is quoted from a document that does not hold it, or is marked outside of it.
func checkQuotes(t *testing.T, a Answer) {
	t.Helper()
	for _, g := range a.Groups {
		for _, x := range g.Excerpts {
			text, span := x.Quote.Document().Text(), x.Quote.Span()
			if text[span.Start:span.End] != x.Quote.Text() {
				t.Errorf("%q is quoted from %q", x.Quote.Text(), text)
			}
			for _, m := range x.Matches {
				if !span.Contains(m) {
					t.Errorf("%v is marked in a quote at %v", m, span)
				}
			}
		}
	}
}
