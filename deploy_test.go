package pullquote_test

import (
	"os"
	"os/exec"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The image and the unit are not built or run here; what can be checked without is.

func readLines(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// copied are the files and folders that the image is built from.
func copied(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, line := range readLines(t, "Dockerfile") {
		words := strings.Fields(line)
		if len(words) > 2 && words[0] == "COPY" && !strings.HasPrefix(words[1], "--from=") {
			out = append(out, words[1:len(words)-1]...)
		}
	}
	return out
}

// What the image copies is there and not ignored, and nothing that the program is built from is missing.
func TestImageHasAllItNeeds(t *testing.T) {
	dependOnSource(t)
	sources, kept := copied(t), readLines(t, ".dockerignore")
	for _, name := range sources {
		if _, err := os.Stat(name); err != nil {
			t.Errorf("the Dockerfile copies %s: %v", name, err)
		}
		if !slices.Contains(kept, "!"+name) {
			t.Errorf(".dockerignore leaves %s out, which the Dockerfile copies", name)
		}
	}
	files, err := exec.Command("go", "list", "-deps", "-f", `{{with .Module}}{{if .Main}}{{$.ImportPath}} {{range $.EmbedFiles}}{{.}} {{end}}{{end}}{{end}}`, "./cmd/pullquote").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(files)), "\n") {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		if folder := layerOf(words[0]); !slices.Contains(sources, folder) {
			t.Errorf("the Dockerfile does not copy %s, which holds %s", folder, words[0])
		}
		for _, embedded := range words[1:] {
			if strings.Contains(embedded, "testdata") || strings.HasSuffix(embedded, "_test.go") {
				t.Errorf("%s embeds %s, which .dockerignore leaves out", words[0], path.Base(embedded))
			}
		}
	}
}

// The image is built statically with the toolchain that go.mod asks for, and the version it sets is one that the program
// shows.
func TestImageBuild(t *testing.T) {
	dockerfile := strings.Join(readLines(t, "Dockerfile"), "\n")
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+(?:\.\d+)?)$`).FindStringSubmatch(strings.Join(readLines(t, "go.mod"), "\n"))
	if version == nil {
		t.Fatal("go.mod names no version of Go")
	}
	for _, want := range []string{"FROM golang:" + version[1] + " AS build", "CGO_ENABLED=0 go build -trimpath ", "FROM scratch", "\nUSER 65532:65532\n", "--chown=65532:65532 /data /data\n", "\nENV DATA_DIR=/data\n", "\nVOLUME /data\n"} {
		if !strings.Contains(dockerfile, want) {
			t.Errorf("the Dockerfile lacks %q", want)
		}
	}
	linked := regexp.MustCompile(`-X main\.(\w+)=\$VERSION`).FindStringSubmatch(dockerfile)
	if linked == nil || !strings.Contains(source(t, "cmd"), "\nvar "+linked[1]+" string\n") {
		t.Errorf("the Dockerfile links %q, want a variable of the program", linked)
	}
}

// The unit waits long enough between restarts that a bot that cannot stay connected begins fewer than 1,000 sessions a
// day, beyond which Discord resets its token, and gives it time to finish.
func TestUnit(t *testing.T) {
	lines := readLines(t, "deploy/pullquote.service")
	for _, want := range []string{"Restart=on-failure", "RestartSec=90", "TimeoutStopSec=20", "KillSignal=SIGTERM", "DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "StateDirectory=pullquote", "Environment=DATA_DIR=/var/lib/pullquote"} {
		if !slices.Contains(lines, want) {
			t.Errorf("the unit lacks %s", want)
		}
	}
}

// The container that the documents start comes back however often it ended.
func TestContainerRestarts(t *testing.T) {
	if text := strings.Join(readLines(t, "docs/operating.md"), "\n"); !strings.Contains(text, "docker run -d --name pullquote --restart unless-stopped ") {
		t.Error("docs/operating.md does not start the container with --restart unless-stopped")
	}
}

// The documents name the version of Go that go.mod asks for.
func TestGoVersionIsNamed(t *testing.T) {
	version := regexp.MustCompile(`(?m)^go (\S+)$`).FindStringSubmatch(strings.Join(readLines(t, "go.mod"), "\n"))
	if version == nil {
		t.Fatal("go.mod names no version of Go")
	}
	for _, file := range []string{"README.md", "docs/operating.md"} {
		if text := strings.Join(readLines(t, file), "\n"); !strings.Contains(text, "Go "+version[1]+" ") {
			t.Errorf("%s does not name Go %s", file, version[1])
		}
	}
}
