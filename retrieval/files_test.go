package retrieval

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/corpus"
)

// files are the files of a corpus as they are at one time: what is in each, by path.
type files map[string]string

// source returns the files as a source that needs no disk.
func (f files) source() corpus.Source {
	fsys := fstest.MapFS{}
	for name, text := range f {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return corpus.SourceFS(fsys, corpus.Options{})
}

// write makes a folder hold these files, given those that it holds.
func (f files) write(dir string, before files) error {
	for name := range before {
		if _, stays := f[name]; !stays {
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	for _, name := range f.names() {
		if old, was := before[name]; was && old == f[name] {
			continue
		}
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(f[name]), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// readFiles returns the files in a folder.
func readFiles(dir string) (files, error) {
	f := files{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		f[filepath.ToSlash(name)] = string(data)
		return err
	})
	return f, err
}

func (f files) names() []string { return slices.Sorted(maps.Keys(f)) }

// documents returns the names of the files but those that say something of others.
func (f files) documents() []string {
	return slices.DeleteFunc(f.names(), func(name string) bool { return name == "sources.yaml" || name == "synonyms.txt" })
}

// changer makes files out of others, at random.
type changer struct {
	*rand.Rand
	files
}

// changed returns the files after some changes of every kind; f stays as it is. Which changes hangs on seed alone.
func (f files) changed(seed uint64, times int) files {
	c := changer{rand.New(rand.NewPCG(seed, 3)), maps.Clone(f)}
	if c.files == nil {
		c.files = files{}
	}
	for range times {
		c.change()
	}
	return c.files
}

// with returns the files with another text in one.
func (f files) with(name, text string) files {
	next := maps.Clone(f)
	next[name] = text
	return next
}

// turned returns the files with so many more documents in German that it may be the usual language.
func (f files) turned(seed uint64) files {
	c := changer{rand.New(rand.NewPCG(seed, 4)), maps.Clone(f)}
	delete(c.files, "lamps.jsonl")
	for _, folder := range []string{"d/", "e/", "f/", "g/"} {
		c.turn(folder)
	}
	return c.files
}

func (c changer) change() {
	name := c.some()
	switch kind := c.IntN(100); {
	case kind < 45:
		c.files[c.name(".md")] = c.report()
	case kind < 52:
		c.files[c.name(".txt")] = fmt.Sprintf("Pier %d closed!\n", c.IntN(5))
	case kind < 64:
		delete(c.files, name)
	case kind < 70 && name != "":
		c.files[c.name(filepath.Ext(name))] = c.files[name]
		delete(c.files, name)
	case kind < 77 && name != "": // a near-copy, or the same file once more
		c.files[c.name(filepath.Ext(name))] = c.files[name] + strings.Repeat("Share this story.\n", c.IntN(2))
	case kind < 82:
		c.files["lines.jsonl"] = c.lines()
	case kind < 85:
		c.files["lamps.jsonl"] = c.lamps()
	case kind < 90:
		c.files["sources.yaml"] = c.rules()
	case kind < 95:
		c.files["synonyms.txt"] = c.pick("", "vessel, boat\n", "vessel => ferry\ncraft, boat, ferry\n", "hurt, wounded\n")
	case kind < 97:
		c.turn(c.pick("a/", "b/"))
	default:
		c.clear(c.pick("a/", "b/", "c/"))
	}
}

// some returns the name of a document, "" where there is none.
func (c changer) some() string {
	if all := c.documents(); len(all) > 0 {
		return all[c.IntN(len(all))]
	}
	return ""
}

func (c changer) pick(of ...string) string { return of[c.IntN(len(of))] }

func (c changer) name(ext string) string {
	return fmt.Sprint(c.pick("a/", "b/", "c/"), c.IntN(12), ext)
}

// clear removes all files below a folder.
func (c changer) clear(folder string) {
	maps.DeleteFunc(c.files, func(name, _ string) bool { return strings.HasPrefix(name, folder) })
}

// turn fills a folder with reports in German: another language may then be the usual one.
func (c changer) turn(folder string) {
	c.clear(folder)
	for n := range 12 {
		c.files[fmt.Sprint(folder, n, ".md")] = c.germanReport()
	}
}

// lines returns a JSONL file of which some lines are those of the one before.
func (c changer) lines() string {
	var b strings.Builder
	for line := range strings.Lines(c.files["lines.jsonl"]) {
		if c.IntN(4) > 0 {
			b.WriteString(line)
		}
	}
	fmt.Fprintf(&b, `{"id": "line%d", "title": "The ferry %s", "text": "The ferry %s sank in %d. Nobody on board was hurt, the crew said."}`+"\n",
		c.IntN(1000), c.ferry(), c.ferry(), 1950+c.IntN(9))
	return b.String()
}

// lamps returns a JSONL file of more documents that say the same than are read for a question.
func (c changer) lamps() string {
	var b strings.Builder
	for n := range 70 {
		fmt.Fprintf(&b, `{"id": "lamp%d", "text": "The lamp of the %s was lit."}`+"\n", n, c.pick("lighthouse", "lighthouse", "lighthouse", "pier"))
	}
	return b.String()
}

func (c changer) ferry() string { return c.pick("Orbis", "Lumen", "Skarn-Varn", "Arle") }

// rules returns a file that states metadata.
func (c changer) rules() string {
	return fmt.Sprintf("%s*:\n  title: Notes of the harbour in %d\n  published: %d-01-07\n%s:\n  lang: %s\n",
		c.pick("a/", "b/", "c/"), 1990+c.IntN(5), 2001+c.IntN(9), c.name(".txt"), c.pick("en", "de"))
}

// report returns a document of a few passages, in one of two languages.
func (c changer) report() string {
	switch c.IntN(8) {
	case 0, 1:
		return c.germanReport()
	case 2:
		return fmt.Sprintf("---\ntitle: Zeppelins of %d\n---\n\n%s", 1920+c.IntN(4), c.pick("", "# Zeppelin\n", "Share this:\n"))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: The gale of %d\nlang: en\npublished: 2024-02-1%d\n---\n\n", 1990+c.IntN(5), c.IntN(9))
	for range 1 + c.IntN(4) {
		fmt.Fprintf(&b, "The %s (HPU) said that %d boats were lost in the %s gale near %s. ", c.pick("Harbour Pilots' Union", "Hydraulic Power Unit"),
			c.IntN(30), c.pick("autumn", "spring", "great"), c.pick("Varn", "Arlau", "the cease-fire line", "the ceasefire line", "the old pier"))
		fmt.Fprintf(&b, "The ferry office counted %d ferries, and %d pilots were hurt while they were towing them to the quay, which was %s. ",
			c.IntN(30), c.IntN(9), c.pick("closed", "re-opened", "reopened", "flooded"))
		b.WriteString(strings.Repeat(c.pick("The harbour master was asked about it and said nothing. ", "Water stood in the streets of the town. "), c.IntN(4)) + "\n\n")
	}
	return b.String()
}

func (c changer) germanReport() string {
	return fmt.Sprintf("---\nlang: de\npublished: 2024-03-0%d\n---\n\nDer Sturm beschädigte %d Boote im Hafen, sagte die Hafenbehörde. "+
		"Der %s traf das Dorf im %s.\n", 1+c.IntN(9), c.IntN(9), c.pick("Deichbruch", "Sturm", "Bruch des Deiches"), c.pick("Herbst", "Frühling"))
}

// folder is a folder of files that change.
type folder struct {
	files
	dir  string
	seed uint64
}

func newFolder(t *testing.T, seed uint64) *folder { return &folder{files{}, t.TempDir(), seed << 32} }

// change changes files in the folder.
func (f *folder) change(t *testing.T, times int) {
	t.Helper()
	f.seed++
	f.set(t, f.files.changed(f.seed, times))
}

// set makes the folder hold other files.
func (f *folder) set(t *testing.T, next files) {
	t.Helper()
	if err := next.write(f.dir, f.files); err != nil {
		t.Fatal(err)
	}
	f.files = next
}

func (f *folder) source(t *testing.T) corpus.Source {
	t.Helper()
	s, err := corpus.SourceAt(f.dir, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
