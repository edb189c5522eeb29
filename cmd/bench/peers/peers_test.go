package peers

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
)

func TestAbsent(t *testing.T) {
	ctx, into := context.Background(), t.TempDir()
	for _, tt := range []struct {
		peer peer
		want string
	}{
		{peer{file: "fts5.c", tool: "no-such-compiler"}, "no-such-compiler"},
		{peer{file: "fts5.c", libs: []string{filepath.Join(into, "no-such-library*.jar")}}, "no-such-library"},
	} {
		if _, err := tt.peer.prepare(ctx, into); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%+v: the reason is %v, want %q in it", tt.peer, err, tt.want)
		}
	}
}

func TestEngines(t *testing.T) {
	for _, p := range engines() {
		if _, err := source.ReadFile("source/" + p.file); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
		if !strings.HasPrefix(p.mend, "apt-get install ") {
			t.Errorf("the mend of %s is %q", p.name, p.mend)
		}
	}
}

func TestLibraries(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a-1.jar", "a-2.jar", "b.jar"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := libraries([]string{filepath.Join(dir, "a-*.jar"), filepath.Join(dir, "b.jar")})
	if want := filepath.Join(dir, "a-2.jar") + ":" + filepath.Join(dir, "b.jar"); err != nil || got != want {
		t.Errorf("libraries = %q, %v, want %q", got, err, want)
	}
}

var withPeers = flag.Bool("peers", false, "compile the peers that this machine has the tools for, and run them")

// Every peer follows the protocol and finds what is there.
func TestPeers(t *testing.T) {
	if !*withPeers {
		t.Skip("compiling the peers takes long; -peers does it")
	}
	ctx, c := context.Background(), passages.Corpus{Dir: t.TempDir()}
	write(t, c.Passages(), "a\tHarbour\tThe keeper counted planks on the shore.\nb\tQuarry\tStones came from the hill.\nc\tLight\tThe light was moved in 1940.\n")
	write(t, c.Questions(), "Who counted the planks?\nWhich stone?\nthe of\nzyzzyva?\n")
	ready, absent, err := Prepare(ctx, filepath.Join(c.Dir, "programs"))
	if err != nil || len(ready)+len(absent) < len(engines()) {
		t.Fatalf("ready %v, absent %v, %v", ready, absent, err)
	}
	for _, a := range absent {
		t.Logf("absent: %+v", a)
	}
	run := contest.Contest{Contenders: ready, Corpus: c, Work: filepath.Join(c.Dir, "indexes"), Rounds: 1, Progress: func(string) {}}
	got, _, err := run.Run(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range ready {
		if n, ok := got[p.Name].Get("build", 1, contest.Passages); len(p.Build) > 0 && (!ok || n != 3) {
			t.Errorf("%s indexes %v passages, want 3", p.Name, n)
		}
		for threads := 1; threads <= 2; threads++ {
			if _, ok := got[p.Name].Get("query", threads, contest.P50); !ok {
				t.Errorf("%s does not say how long %d threads take", p.Name, threads)
			}
		}
		hits, err := contest.Hits(ctx, p, filepath.Join(run.Work, p.Index), c.Questions(), []string{"a", "b", "c"})
		if want := [][]string{{"a"}, {"b"}, nil, nil}; err != nil || !slices.EqualFunc(hits, want, slices.Equal) {
			t.Errorf("%s finds %q, %v, want %q", p.Name, hits, err, want)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
