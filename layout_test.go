package pullquote_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The rules on which package may import which. A package below a folder follows the folder's rule.

// layers are the packages from the bottom up: each may import those before it.
var layers = []string{"corpus", "retrieval", "bot", "cmd"}

// onlyIn names the one layer that may import a module.
var onlyIn = map[string]string{
	"github.com/blevesearch/bleve":  "retrieval",
	"github.com/bwmarrin/discordgo": "bot",
	"github.com/joho/godotenv":      "cmd",
}

const module = "pullquote/"

// listed is what go list says about a package.
type listed struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
}

func packages(t *testing.T) []listed {
	t.Helper()
	dependOnSource(t)
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,TestImports,XTestImports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// dependOnSource makes the test run again when any source file changes: go test keeps results for as long as the files
// that the test itself has looked at stay the same, and what the go command reads is not among them.
func dependOnSource(t *testing.T) {
	t.Helper()
	for _, folder := range append([]string{"internal"}, layers...) {
		err := filepath.WalkDir(folder, func(_ string, _ fs.DirEntry, err error) error { return err })
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestImportsRunOneWay(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range packages(t) {
		layer := layerOf(p.ImportPath)
		seen[layer] = true
		for _, imported := range p.Imports {
			above := slices.Index(layers, layerOf(imported))
			if own := slices.Index(layers, layer); own >= 0 && above > own {
				t.Errorf("%s imports %s, which stands above it", p.ImportPath, imported)
			}
			if strings.HasPrefix(imported, module+"internal/sharedtest") {
				t.Errorf("%s imports %s outside of a test", p.ImportPath, imported)
			}
		}
	}
	for _, layer := range layers {
		if !seen[layer] {
			t.Errorf("there is no package %s", layer)
		}
	}
}

func TestModulesStayInTheirLayer(t *testing.T) {
	for _, p := range packages(t) {
		for _, imported := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			for prefix, layer := range onlyIn {
				if strings.HasPrefix(imported, prefix) && layerOf(p.ImportPath) != layer {
					t.Errorf("%s imports %s, which only %s may", p.ImportPath, imported, layer)
				}
			}
		}
	}
}

// layerOf returns the top folder of a package of this module, "" for any other.
func layerOf(importPath string) string {
	rest, ok := strings.CutPrefix(importPath, module)
	if !ok {
		return ""
	}
	top, _, _ := strings.Cut(rest, "/")
	return top
}
