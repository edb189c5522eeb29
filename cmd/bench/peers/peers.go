// Package peers makes contenders of search engines that Debian has: a small program for each, in its own language, that
// follows the protocol of [contest.Line]. They index the title and the text of every passage, stemmed as English, leave
// the same 33 words of grammar out of questions, and rank by BM25, as each comes out of the box.
package peers

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"pullquote/cmd/bench/contest"
)

//go:embed source
var source embed.FS

// peer is an engine and what its program is made with.
type peer struct {
	name string
	file string   // its program in source
	mend string   // gets what is missing
	tool string   // the compiler
	args []string // behind the name of the file
	libs []string // patterns of the files of its libraries, each of which has to be there
	run  []string // runs it
}

// lucene takes part twice: as Pruned too, where it need not count all hits.
const (
	lucene = "Lucene"
	// Pruned is the name of Lucene where it may leave out what cannot reach the ten best.
	Pruned = "Lucene, pruned"
)

// dir stands in arguments for the folder of a program, libs for its libraries, with colons between them.
const (
	dir  = "DIR"
	libs = "LIBS"
)

// jars are where Debian puts libraries of Java, each with its version in its name.
const jars = "/usr/share/java/"

func engines() []peer {
	return []peer{
		{name: "SQLite FTS5", file: "fts5.c", mend: "apt-get install gcc libc6-dev libsqlite3-dev", tool: "gcc",
			args: []string{"-O2", "-o", dir + "/fts5", "-lsqlite3", "-lpthread"}, run: []string{dir + "/fts5"}},
		{name: "Xapian", file: "xapian.cc", mend: "apt-get install g++ libxapian-dev", tool: "g++",
			args: []string{"-O2", "-o", dir + "/xapian", "-lxapian", "-lpthread"}, run: []string{dir + "/xapian"}},
		{name: lucene, file: "Lucene.java", mend: "apt-get install default-jdk-headless liblucene8-java", tool: "javac",
			libs: []string{jars + "lucene-core-8*.jar", jars + "lucene-analyzers-common-8*.jar"},
			args: []string{"-cp", libs, "-d", dir}, run: []string{"java", "-Xmx1g", "-cp", libs + ":" + dir, "Lucene"}},
	}
}

// Prepare makes the programs of all peers in the folder into, and returns them as contenders; those that cannot be made are
// absent, with the reason and the mend. It fails only when the context ends.
func Prepare(ctx context.Context, into string) (ready []contest.Contender, absent []contest.Absent, err error) {
	for _, p := range engines() {
		made, err := p.prepare(ctx, into)
		switch {
		case ctx.Err() != nil:
			return nil, nil, ctx.Err()
		case err != nil:
			absent = append(absent, contest.Absent{Name: p.name, Reason: err.Error(), Mend: p.mend})
		}
		ready = append(ready, made...)
	}
	return ready, absent, nil
}

// prepare makes the program of p and returns it as contenders.
func (p peer) prepare(ctx context.Context, into string) ([]contest.Contender, error) {
	found, err := libraries(p.libs)
	if err != nil {
		return nil, err
	}
	place := strings.NewReplacer(dir, into, libs, found)
	if err := p.compile(ctx, into, place); err != nil {
		return nil, err
	}
	return p.contenders(place), nil
}

// libraries returns the last file of every pattern, with colons between them.
func libraries(patterns []string) (string, error) {
	var out []string
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		if err != nil {
			return "", err
		}
		if len(names) == 0 {
			return "", fmt.Errorf("there is no %s", pattern)
		}
		out = append(out, names[len(names)-1])
	}
	return strings.Join(out, ":"), nil
}

func (p peer) compile(ctx context.Context, into string, place *strings.Replacer) error {
	text, err := source.ReadFile("source/" + p.file)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(into, 0o777); err != nil {
		return err
	}
	file := filepath.Join(into, p.file)
	if err := os.WriteFile(file, text, 0o666); err != nil {
		return err
	}
	out, err := exec.CommandContext(ctx, p.tool, append([]string{file}, placed(p.args, place)...)...).CombinedOutput()
	if err != nil {
		return errors.New(strings.TrimSuffix(fmt.Sprintf("%s cannot be compiled: %v: %s", p.file, err, firstLine(string(out))), ": "))
	}
	return nil
}

func placed(args []string, place *strings.Replacer) []string {
	out := make([]string, len(args))
	for i, a := range args {
		out[i] = place.Replace(a)
	}
	return out
}

func (p peer) contenders(place *strings.Replacer) []contest.Contender {
	c := contest.Contender{Name: p.name, Index: p.name, Program: placed(p.run, place), Build: []string{"build"}, Query: []string{"query"}}
	if p.name != lucene {
		return []contest.Contender{c}
	}
	pruned := c
	pruned.Name, pruned.Build, pruned.Query = Pruned, nil, []string{"query-pruned"}
	return []contest.Contender{c, pruned}
}

func firstLine(s string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return first
}
