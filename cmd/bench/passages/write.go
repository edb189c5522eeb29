package passages

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"pullquote/corpus"
)

// Size says when a corpus is large enough: it has at least so many documents and so many passages.
type Size struct{ Documents, Passages int }

// Corpus is a corpus in a folder: the documents in docs, the same passages as lines of passages.tsv, and a question a line
// in questions.txt.
type Corpus struct{ Dir string }

// Docs is the folder of the documents.
func (c Corpus) Docs() string { return filepath.Join(c.Dir, "docs") }

// Passages is the file of the passages in the order of their documents, as Export writes it.
func (c Corpus) Passages() string { return filepath.Join(c.Dir, "passages.tsv") }

// Questions is the file of the questions.
func (c Corpus) Questions() string { return filepath.Join(c.Dir, "questions.txt") }

// Write makes a corpus of a size, with n questions, in the folder dir, which must not hold one yet. Where it fails the
// folder is left unfinished.
func Write(ctx context.Context, s *Source, dir string, size Size, n int) (c Corpus, err error) {
	c = Corpus{dir}
	if err := os.MkdirAll(c.Docs(), 0o777); err != nil {
		return c, err
	}
	f, err := os.Create(c.Passages())
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := writer{Corpus: c, generator: New(s, corpusSeed), size: size, out: bufio.NewWriterSize(f, 1<<20)}
	w.asker = w.generator.Asker(s, n, corpusSeed)
	for w.missing() {
		if err := w.folder(ctx); err != nil {
			return c, err
		}
	}
	if err := w.out.Flush(); err != nil {
		return c, err
	}
	return c, os.WriteFile(c.Questions(), []byte(strings.Join(w.asker.Questions(), "\n")+"\n"), 0o666)
}

// corpusSeed makes all corpora prefixes of one.
const corpusSeed = 5

type writer struct {
	Corpus
	generator           *Generator
	asker               *Asker
	size                Size
	documents, passages int
	out                 *bufio.Writer
}

func (w *writer) missing() bool {
	return w.documents < w.size.Documents || w.passages < w.size.Passages
}

// folder writes the next folder of documents: a full one, or as much of it as is missing. How many passages a document
// has is known only once it is read.
func (w *writer) folder(ctx context.Context) error {
	var made []Document
	for range perFolder {
		d := w.generator.Next()
		if err := w.file(d); err != nil {
			return err
		}
		made = append(made, d)
	}
	root := filepath.Dir(filepath.Join(w.Docs(), made[0].Path))
	read, err := corpus.Open(ctx, root, corpus.Options{})
	if err != nil {
		return err
	}
	if p := read.Problems(); len(p) > 0 {
		return fmt.Errorf("%s: %s", p[0].Path, p[0].Reason)
	}
	for i, d := range read.Documents() {
		if !w.missing() {
			return w.remove(made[i:])
		}
		w.documents++
		w.passages += len(d.Passages())
		w.asker.Show(made[i])
		if err := export(w.out, filepath.Base(root)+"/"+d.ID(), d); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) file(d Document) error {
	name := filepath.Join(w.Docs(), d.Path)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, d.Bytes(), 0o666)
}

func (w *writer) remove(docs []Document) error {
	for _, d := range docs {
		if err := os.Remove(filepath.Join(w.Docs(), d.Path)); err != nil {
			return err
		}
	}
	return nil
}
