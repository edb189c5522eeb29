package passages

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"pullquote/corpus"
)

// export writes the passages of a document as lines: the document's id, its title and the text, with a tab between
// them and with white space in them as single spaces.
func export(w io.Writer, id string, d *corpus.Document) error {
	title := flat(d.Metadata().Title.Value)
	for _, p := range d.Passages() {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\n", flat(id), title, flat(p.Text())); err != nil {
			return err
		}
	}
	return nil
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// Append writes to the file out the lines of the file passages and behind them the passages of the documents of a .jsonl
// file, as they are where it lies beside the documents of a corpus.
func Append(ctx context.Context, passages, jsonl, out string) (err error) {
	snapshot, err := corpus.Open(ctx, jsonl, corpus.Options{})
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	w := bufio.NewWriter(f)
	if err := copyFile(w, passages); err != nil {
		return err
	}
	for _, d := range snapshot.Documents() {
		if err := export(w, filepath.Base(jsonl)+"#"+d.ID(), d); err != nil {
			return err
		}
	}
	return w.Flush()
}

func copyFile(w io.Writer, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}
