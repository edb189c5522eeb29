package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
)

// size is a corpus that can be measured.
type size struct {
	name string
	passages.Size
}

func sizes() []size {
	return []size{
		{"5", passages.Size{Documents: 5}},
		{"20k", passages.Size{Passages: 20_000}},
		{"200k", passages.Size{Passages: 200_000}},
		{"1m", passages.Size{Passages: 1_000_000}},
	}
}

func sizeNames() []string {
	var out []string
	for _, s := range sizes() {
		out = append(out, s.name)
	}
	return out
}

// sizesOf returns the sizes that are named in a list with commas, the smallest first.
func sizesOf(names string) ([]size, error) {
	wanted := strings.Split(strings.ToLower(names), ",")
	for _, n := range wanted {
		if !slices.Contains(sizeNames(), n) {
			return nil, fmt.Errorf("there is no size %q: the sizes are %s", n, strings.Join(sizeNames(), ", "))
		}
	}
	return slices.DeleteFunc(sizes(), func(s size) bool { return !slices.Contains(wanted, s.name) }), nil
}

// askedQuestions is how many questions are asked of a corpus.
const askedQuestions = 1000

// makeCommand makes the corpus of a size in a folder. It is a command of its own because making one takes memory, and a
// process that is measured is told to have at least what its parent had.
const makeCommand = "make-corpus"

func makeCorpus(ctx context.Context, args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: %s SIZE DIR", makeCommand)
	}
	s, err := sizesOf(args[0])
	if err != nil {
		return err
	}
	source, err := passages.ReadDebian(os.DirFS("/"))
	if err != nil {
		return err
	}
	if _, err := passages.Write(ctx, source, args[1], s[0].Size, askedQuestions); err != nil {
		return err
	}
	return describe(source, args[1])
}

// corpusOf returns the corpus of a size in the folder of work, which is made if it is not there yet.
func (b bench) corpusOf(ctx context.Context, s size) (passages.Corpus, error) {
	c := passages.Corpus{Dir: filepath.Join(b.work, s.name)}
	if _, err := os.Stat(describedIn(c.Dir)); err == nil {
		return c, nil
	}
	b.progress("making the corpus of " + s.name)
	if err := os.RemoveAll(c.Dir); err != nil {
		return c, err
	}
	program, err := self(makeCommand)
	if err != nil {
		return c, err
	}
	return c, contest.Call(ctx, program, s.name, c.Dir)
}
