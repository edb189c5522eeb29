package pullquote_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the example output in README.md")

const firstQuestion = `ask "How many people were arrested?"`

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// pullquote builds the command and returns a function that runs it and returns what it wrote.
func pullquote(t *testing.T) func(args ...string) string {
	t.Helper()
	dependOnSource(t)
	binary := path.Join(t.TempDir(), "pullquote")
	if out, err := exec.Command("go", "build", "-o", binary, "./cmd/pullquote").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return func(args ...string) string {
		t.Helper()
		run := exec.Command(binary, args...)
		run.Dir = t.TempDir() // where there is no .env
		run.Env = []string{"COLUMNS=80"}
		out, err := run.Output()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatalf("pullquote %s: %v", args, err)
		}
		return string(out)
	}
}

// The commands that the README names exist, and the output it shows is what the program writes.
func TestREADMECommands(t *testing.T) {
	text, run := readme(t), pullquote(t)
	for _, want := range []string{"go run ./cmd/pullquote " + firstQuestion, "go test ./..."} {
		if !strings.Contains(text, want) {
			t.Errorf("README.md does not name the command %s", want)
		}
	}
	help := run("help")
	for _, m := range regexp.MustCompile(`(?m)^pullquote ([a-z]+(?: (?:check|text)\b)?)`).FindAllStringSubmatch(text, -1) {
		if !strings.Contains(help, "\n  "+m[1]) {
			t.Errorf("README.md names the command %q, which help does not", m[1])
		}
	}
}

func TestREADMEExample(t *testing.T) {
	text, run := readme(t), pullquote(t)
	before, rest, _ := strings.Cut(text, "```\n$ pullquote "+firstQuestion+"\n")
	shown, after, found := strings.Cut(rest, "```\n")
	if !found {
		t.Fatalf("README.md has no example of %s", firstQuestion)
	}
	got := run("ask", "How many people were arrested?")
	if got == shown {
		return
	}
	if !*update {
		t.Fatalf("README.md shows another output than the program writes; rewrite it with go test . -update. The program writes:\n%s", got)
	}
	text = before + "```\n$ pullquote " + firstQuestion + "\n" + got + "```\n" + after
	if err := os.WriteFile("README.md", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestREADMELinks(t *testing.T) {
	for _, m := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(readme(t), -1) {
		if _, err := os.Stat(path.Clean(m[1])); err != nil {
			t.Errorf("README.md links to %s: %v", m[1], err)
		}
	}
}

// The check that gates a change runs what the README tells people to run.
func TestChecksRunTheREADMECommand(t *testing.T) {
	script, err := os.ReadFile(".ci/run")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(script, []byte("go test ./...")) {
		t.Error(".ci/run does not run go test ./...")
	}
}
