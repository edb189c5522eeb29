package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// evidence is what the program has to tell by, for every question of a set.
type evidence struct {
	set
	cases    []asked   // as the questions
	rankings []ranking // as the questions
}

// asked is a question that was asked.
type asked struct {
	answer     retrieval.Answer
	answerable bool
	kind       string
	documents  []string // that it hangs on
}

// gather asks the questions of a set.
func gather(ctx context.Context, s set) (evidence, error) {
	path, clean, err := s.path()
	if err != nil {
		return evidence{}, err
	}
	defer clean()
	snapshot, err := corpus.Open(ctx, path, corpus.Options{})
	if err != nil {
		return evidence{}, err
	}
	library, err := retrieval.Open(ctx, snapshot)
	if err != nil {
		return evidence{}, err
	}
	defer library.Close()
	return s.askAll(ctx, library)
}

func (s set) askAll(ctx context.Context, library *retrieval.Library) (evidence, error) {
	out := evidence{s, make([]asked, len(s.questions)), make([]ranking, len(s.questions))}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, q := range s.questions {
		group.Go(func() error {
			a, err := library.Ask(ctx, retrieval.Question{Text: q.Question.Question, History: q.History})
			if err != nil {
				return err
			}
			out.cases[i] = asked{a, q.Answerable, q.Kind, q.documents()}
			out.rankings[i], err = rank(ctx, library, q)
			return err
		})
	}
	return out, group.Wait()
}

// path returns where the corpus of the set is, and what removes it again if it had to be written.
func (s set) path() (path string, clean func(), err error) {
	if s.lines == nil {
		return s.corpus, func() {}, nil
	}
	dir, err := os.MkdirTemp("", "fit")
	if err != nil {
		return "", nil, err
	}
	var text bytes.Buffer
	for _, l := range s.lines {
		text.Write(l.text)
	}
	path = filepath.Join(dir, "corpus.jsonl")
	return path, func() { os.RemoveAll(dir) }, os.WriteFile(path, text.Bytes(), 0o600)
}
