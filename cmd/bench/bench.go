package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
	"pullquote/cmd/bench/peers"
	"pullquote/cmd/bench/report"
)

// bench is one run of the benchmark.
type bench struct {
	sizes         []size
	work          string // folder for corpora, programs and indexes
	results       string // file
	report        string // file; "" for none
	sets          string // folder of question sets; "" for none
	rounds        int
	profile, only bool
	fresh         bool // without what was measured before
}

func (b bench) progress(doing string) {
	fmt.Fprintf(os.Stderr, "%s %s\n", time.Now().Format(time.TimeOnly), doing)
}

func (b bench) run(ctx context.Context) error {
	r, err := b.kept()
	if err != nil {
		return err
	}
	if !b.only {
		if err := b.measure(ctx, &r); err != nil {
			return err
		}
	}
	if b.report == "" {
		return nil
	}
	f, err := os.Create(b.report)
	if err != nil {
		return err
	}
	return errors.Join(r.Write(f), f.Close())
}

// kept returns what was measured before.
func (b bench) kept() (r report.Results, err error) {
	if b.fresh {
		return r, nil
	}
	if err := readJSON(b.results, &r); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return r, fmt.Errorf("results: %w", err)
	}
	return r, nil
}

// stage measures something with the corpus of a size.
type stage func(ctx context.Context, c passages.Corpus, entrants []contest.Contender, into *report.Size) error

// stages are what is to be measured. Speed comes first, with all sizes: a process that is measured is told to have at
// least the memory that this one has, which other stages need more of.
func (b bench) stages() []stage {
	var out []stage
	if b.rounds > 0 {
		out = append(out, b.speed)
	}
	if b.profile {
		out = append(out, b.profiles)
	}
	if b.sets != "" {
		out = append(out, b.quality)
	}
	return out
}

// measure goes through all stages with all sizes and keeps the results after each.
func (b bench) measure(ctx context.Context, r *report.Results) error {
	entrants, absent, err := b.entrants(ctx)
	if err != nil {
		return err
	}
	r.Absent = absent
	if r.Run, err = thisRun(); err != nil {
		return err
	}
	for _, measured := range b.stages() {
		for _, s := range b.sizes {
			if err := b.size(ctx, s, entrants, measured, r); err != nil {
				return fmt.Errorf("size %s: %w", s.name, err)
			}
		}
	}
	return nil
}

// size takes a size through a stage.
func (b bench) size(ctx context.Context, s size, entrants []contest.Contender, measured stage, r *report.Results) error {
	c, err := b.corpusOf(ctx, s)
	if err != nil {
		return err
	}
	into, _ := r.Size(s.name)
	into.Name = s.name
	if into.Corpus, err = described(c); err != nil {
		return err
	}
	if err := measured(ctx, c, entrants, &into); err != nil {
		return err
	}
	r.Put(into)
	return writeJSON(b.results, r)
}

// entrants returns all who take part: we and the peers that this machine has.
func (b bench) entrants(ctx context.Context) ([]contest.Contender, []contest.Absent, error) {
	b.progress("compiling the peers")
	us, err := ourselves()
	if err != nil {
		return nil, nil, err
	}
	ready, absent, err := peers.Prepare(ctx, filepath.Join(b.work, "programs"))
	for _, a := range absent {
		fmt.Fprintf(os.Stderr, "%s does not take part: %s (%s)\n", a.Name, a.Reason, a.Mend)
	}
	return append([]contest.Contender{us}, ready...), absent, err
}

// speed lets the entrants take turns.
func (b bench) speed(ctx context.Context, c passages.Corpus, entrants []contest.Contender, into *report.Size) error {
	docs, err := changing(c)
	if err != nil {
		return err
	}
	if into.Figures, into.First, err = b.contest(c, docs, entrants).Run(ctx); err != nil {
		return err
	}
	into.Rounds = b.rounds
	into.Measured, err = thisRun()
	return err
}

// changing returns a folder with the documents of a corpus as they are at first, which may be changed.
func changing(c passages.Corpus) (docs string, err error) {
	docs = filepath.Join(c.Dir, "changed")
	return docs, passages.Link(c.Docs(), docs)
}

// contest compares the entrants on a corpus, whose documents may be changed in the folder docs.
func (b bench) contest(c passages.Corpus, docs string, entrants []contest.Contender) contest.Contest {
	return contest.Contest{
		Contenders: entrants, Corpus: c, Docs: docs, Work: filepath.Join(c.Dir, "indexes"), Rounds: b.rounds, Progress: b.progress,
		Change: func(_ context.Context, round int) error {
			_, err := passages.Change(docs, changedEvery, round%changedEvery)
			return err
		},
	}
}

// changedEvery is one over the share of the documents that a reload finds changed.
const changedEvery = 100
