package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"

	"pullquote/cmd/bench/passages"
	"pullquote/cmd/bench/report"
)

// describedIn is the file that says what a corpus is like. It is written last, so a corpus with one is whole.
func describedIn(dir string) string { return filepath.Join(dir, "corpus.json") }

// describe measures the text of a corpus and writes it down beside it.
func describe(s *passages.Source, dir string) error {
	c := passages.Corpus{Dir: dir}
	f, err := os.Open(c.Passages())
	if err != nil {
		return err
	}
	defer f.Close()
	d := report.Corpus{Origin: s.Origin, SHA256: s.SHA256, Source: s.Measure()}
	if d.Text, err = passages.Measure(f); err != nil {
		return err
	}
	err = filepath.WalkDir(c.Docs(), func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		d.Documents++
		d.Bytes += info.Size()
		return nil
	})
	if err != nil {
		return err
	}
	return writeJSON(describedIn(dir), d)
}

func described(c passages.Corpus) (d report.Corpus, err error) {
	return d, readJSON(describedIn(c.Dir), &d)
}

func writeJSON(name string, v any) error {
	text, err := json.MarshalIndent(v, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(text, '\n'), 0o666)
}

func readJSON(name string, v any) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, v)
}
