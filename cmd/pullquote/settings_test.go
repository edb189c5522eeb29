package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The settings that the source reads, the table of variables, .env.example and the documents name the same variables.
func TestVariablesAreComplete(t *testing.T) {
	read := func(file string) []byte {
		t.Helper()
		text, err := os.ReadFile(filepath.Join("../..", file))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	example := read(".env.example")
	known := map[string]bool{}
	for _, v := range variables {
		known[v.name] = true
		if !regexp.MustCompile(`(?m)^#?` + v.name + `=`).Match(example) {
			t.Errorf(".env.example does not name %s", v.name)
		}
		for _, file := range []string{"README.md", "docs/operating.md"} {
			if !regexp.MustCompile(`(?m)^\|.*` + "`" + v.name + "`").Match(read(file)) {
				t.Errorf("no table in %s names %s", file, v.name)
			}
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^#?([A-Z_]+)=`).FindAllSubmatch(example, -1) {
		if !known[string(m[1])] {
			t.Errorf(".env.example names %s, which the program does not read", m[1])
		}
	}
	found := readVariables(t)
	for name, file := range found {
		if !known[name] {
			t.Errorf("%s reads %s, which the table of variables does not name", file, name)
		}
	}
	for _, v := range variables {
		if found[v.name] == "" {
			t.Errorf("nothing reads %s", v.name)
		}
	}
}

// Every variable in .env.example has a comment of its own above it.
func TestExampleIsCommented(t *testing.T) {
	example, err := os.ReadFile("../../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	for _, paragraph := range strings.Split(strings.TrimSpace(string(example)), "\n\n")[1:] {
		lines := strings.Split(paragraph, "\n")
		if !strings.HasPrefix(lines[0], "# ") || !strings.Contains(lines[len(lines)-1], "=") {
			t.Errorf("want a comment and a variable, got %q", paragraph)
		}
	}
}

// readVariables finds the names that the program's source asks the environment or the settings for.
func readVariables(t *testing.T) map[string]string {
	t.Helper()
	asks := regexp.MustCompile(`(?:Getenv|LookupEnv|[cps]\.(?:get|value|number|oneOf|truth|level|roles|channels|shards|address)|origin)[(\[]"([A-Z_]+)"`)
	found := map[string]string{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") ||
			strings.Contains(path, "sharedtest") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range asks.FindAllSubmatch(source, -1) {
			found[string(m[1])] = path
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatal("found no variable in the source")
	}
	return found
}

func TestReadSettings(t *testing.T) {
	file := filepath.Join(t.TempDir(), ".env")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	env := map[string]string{"DATA_DIR": "", "TERM": "xterm"}
	lookup := func(name string) (string, bool) { v, ok := env[name]; return v, ok }

	write("\ufeffCORPUS_DIR=docs\nDATA_DIR=state\nOTHER=x\n")
	s, err := readSettings(file, lookup)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"CORPUS_DIR": "docs", "DATA_DIR": "", "TERM": "xterm", "OTHER": "", "DISCORD_TOKEN": ""} {
		if got := s.get(name); got != want {
			t.Errorf("%s = %q, want %q", name, got, want)
		}
	}
	if want := []string{file + " sets OTHER, which is no setting and has no effect"}; !slices.Equal(s.unknown, want) {
		t.Errorf("unknown names are told as %q, want %q", s.unknown, want)
	}
	write("DISCORD_TOKEN=secret\n'broken\n")
	if _, err := readSettings(file, lookup); err == nil || strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), file) {
		t.Errorf("malformed file: error %v, want one that names the file and no line of it", err)
	}
	if _, err := readSettings(filepath.Join(t.TempDir(), ".env"), lookup); err != nil {
		t.Errorf("no file: %v", err)
	}
}
