package retrieval

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pullquote/corpus"
	"pullquote/retrieval/store"
)

var kills = flag.Int("kills", 15, "how often TestKilledAtAnyMoment kills a process")

// A process is killed while it builds and reloads. It works in a folder with the corpus and the library in it, and the
// corpus goes through states that hang on nothing but their number.
const corpusName, libraryName = "corpus", "library"

func corpusIn(dir string) string  { return filepath.Join(dir, corpusName) }
func libraryIn(dir string) string { return filepath.Join(dir, libraryName) }

func optionsIn(dir string) (Options, error) {
	source, err := corpus.SourceAt(corpusIn(dir), corpus.Options{})
	return Options{Source: source, Dir: libraryIn(dir)}, err
}

// states returns the states of the corpus from number 0 on, each a few changes after the one before.
func states(yield func(n int, f files) bool) {
	f := files{}.changed(0, 40)
	for n := 0; yield(n, f); n++ {
		f = f.changed(uint64(n+1), 1+n%7)
	}
}

func stateOf(number int) (found files) {
	states(func(n int, f files) bool {
		found = f
		return n < number
	})
	return found
}

// childReloads brings the corpus into one state after another and reloads the library each time, until it is killed. It
// prints the numbers of the states that serve.
func childReloads(dir string, first int) (err error) {
	before, err := readFiles(corpusIn(dir))
	if err != nil {
		return err
	}
	var l *Library
	states(func(n int, f files) bool {
		if n < first {
			return true
		}
		if err = f.write(corpusIn(dir), before); err == nil {
			l, err = openOrReload(dir, l)
		}
		before = f
		fmt.Println(n)
		return err == nil
	})
	return err
}

// openOrReload opens a library, if it is not open, and makes it serve the corpus as it is.
func openOrReload(dir string, l *Library) (*Library, error) {
	if l == nil {
		o, err := optionsIn(dir)
		if err != nil {
			return nil, err
		}
		var rebuilt error
		if l, rebuilt, err = OpenSource(context.Background(), o); err != nil || rebuilt != nil {
			return nil, errors.Join(err, rebuilt)
		}
	}
	u, err := l.Read(context.Background(), nil)
	if err != nil {
		return nil, err
	}
	return l, u.Serve(context.Background())
}

// TestKilledAtAnyMoment kills a process that builds a library and reloads it without end. What it leaves opens every time,
// as it was before or after the reload under way, and is kept up to date as if nothing had happened.
func TestKilledAtAnyMoment(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	k := killing{t: t, dir: t.TempDir(), served: -1, left: map[string]int{}}
	err := os.Mkdir(corpusIn(k.dir), 0o755)
	if err == nil {
		err = stateOf(0).write(corpusIn(k.dir), nil) // a process may be killed before it has written anything
	}
	if err != nil {
		t.Fatal(err)
	}
	const fresh = 5 // as often a library is built from nothing
	for n := range *kills {
		if n%fresh == fresh-1 {
			k.forget()
		}
		k.killSoon(random)
		k.check()
	}
	t.Logf("left behind: %v", k.left)
}

// killing is a folder in which processes are killed.
type killing struct {
	t      *testing.T
	dir    string
	served int   // the number of the last state that is known to have served; -1: none
	before files // what is known to serve; nil: nothing does
	left   map[string]int
}

// forget removes the library.
func (k *killing) forget() {
	if err := os.RemoveAll(libraryIn(k.dir)); err != nil {
		k.t.Fatal(err)
	}
	k.served, k.before = -1, nil
}

// killSoon starts a process and kills it at some moment, before it serves anything or later.
func (k *killing) killSoon(random *rand.Rand) {
	cmd := child("reload", k.dir, k.served+1)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		k.t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	k.scan(lines, random.IntN(4))
	moment := time.AfterFunc(time.Duration(random.IntN(400))*time.Millisecond, func() { _ = cmd.Process.Kill() })
	defer moment.Stop()
	k.scan(lines, -1)
	if err := cmd.Wait(); err == nil || err.Error() != "signal: killed" {
		k.t.Fatalf("the process ended by itself: %v", err)
	}
}

// scan reads so many numbers of states that serve, or all.
func (k *killing) scan(lines *bufio.Scanner, most int) {
	for n := 0; n != most && lines.Scan(); n++ {
		if _, err := fmt.Sscan(lines.Text(), &k.served); err != nil {
			k.t.Fatal(err)
		}
		k.before = stateOf(k.served)
	}
}

// check opens what was left and compares it with what it must be.
func (k *killing) check() {
	o, err := optionsIn(k.dir)
	if err != nil {
		k.t.Fatal(err)
	}
	l, rebuilt, err := OpenSource(context.Background(), o)
	if err != nil || rebuilt != nil {
		k.t.Fatalf("after state %d served: %v, rebuilt because of %v", k.served, err, rebuilt)
	}
	defer closeLibrary(k.t, l)
	checkDisk(k.t, "what was left", l, openOptions(k.t, Options{Source: k.expected(l).source()}))
	readAndServe(k.t, l)
	now, err := readFiles(corpusIn(k.dir))
	if err != nil {
		k.t.Fatal(err)
	}
	checkDisk(k.t, "reloaded", l, openOptions(k.t, Options{Source: now.source()}))
	k.before = now
	checkTidy(k.t, libraryIn(k.dir), l.archive.store, l.archive.now)
}

// expected returns the files that a library which was left must speak of.
func (k *killing) expected(l *Library) files {
	if next := stateOf(k.served + 1); l.Snapshot().ID() == idOfFiles(k.t, next) {
		k.left["the state under way"]++
		k.served++
		return next
	}
	if k.before != nil {
		k.left["the state before"]++
		return k.before
	}
	k.left["none"]++
	now, err := readFiles(corpusIn(k.dir))
	if err != nil {
		k.t.Fatal(err)
	}
	return now
}

func idOfFiles(t *testing.T, f files) string {
	t.Helper()
	s, _, err := f.source().Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s.ID()
}

// checkTidy fails where the folder of a library holds a part that none of its generations has.
func checkTidy(t *testing.T, dir string, s *store.Store, now filed) {
	t.Helper()
	named := map[string]bool{}
	for _, p := range now.parts {
		named[p.Name] = true
	}
	for _, g := range s.Generations() {
		for _, p := range g.Parts {
			named[p.Name] = true
		}
	}
	parts, err := os.ReadDir(filepath.Join(dir, "parts"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if !named[p.Name()] {
			t.Errorf("part %s is left over", p.Name())
		}
	}
}
