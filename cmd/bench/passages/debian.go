package passages

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// The packages that ReadDebian reads: a book of running text of nine million characters, and a lexicon of English whose
// definitions are text on everything.
const (
	book    = "anarchism"
	lexicon = "wordnet-base"

	bookFolder    = "usr/share/doc/anarchism/markdown"
	lexiconFolder = "usr/share/wordnet"
	statusFile    = "var/lib/dpkg/status"
)

// Mend is how a Debian machine gets what ReadDebian reads.
const Mend = "apt-get install " + book + " " + lexicon

// ReadDebian reads the source from the root of a Debian machine's file system. Its errors name the missing package.
func ReadDebian(root fs.FS) (*Source, error) {
	l := newLearner()
	if err := l.book(root); err != nil {
		return nil, fmt.Errorf("the text of the package %s: %w (%s)", book, err, Mend)
	}
	if err := l.wordnet(root); err != nil {
		return nil, fmt.Errorf("the text of the package %s: %w (%s)", lexicon, err, Mend)
	}
	origin, err := versions(root, book, lexicon)
	if err != nil {
		return nil, fmt.Errorf("the versions of packages: %w", err)
	}
	return l.done(origin), nil
}

// book learns the running text, chapter by chapter.
func (l *learner) book(root fs.FS) error {
	chapters, err := fs.Glob(root, bookFolder+"/*.md.gz")
	if err != nil {
		return err
	}
	if len(chapters) == 0 {
		return fmt.Errorf("%s: %w", bookFolder, fs.ErrNotExist)
	}
	slices.Sort(chapters)
	for _, name := range chapters {
		text, err := readZipped(root, name)
		if err != nil {
			return err
		}
		l.markdown(text)
	}
	return nil
}

func readZipped(root fs.FS, name string) (string, error) {
	f, err := root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return string(text), nil
}

// unmarked takes the marks of emphasis out of Markdown, and line breaks inside of paragraphs.
var unmarked = strings.NewReplacer("*", "", "_", "", "`", "", "\\", "", "\n", " ", "#", "", ">", "")

func (l *learner) markdown(text string) {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		l.text(unmarked.Replace(paragraph))
	}
}

// versions returns the packages with the versions that are installed.
func versions(root fs.FS, packages ...string) (string, error) {
	f, err := root.Open(statusFile)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var out []string
	name := ""
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if v, ok := strings.CutPrefix(sc.Text(), "Package: "); ok {
			name = v
		}
		if v, ok := strings.CutPrefix(sc.Text(), "Version: "); ok && slices.Contains(packages, name) {
			out = append(out, name+" "+v)
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", "), sc.Err()
}
