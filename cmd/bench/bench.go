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
}

func (b bench) progress(doing string) {
	fmt.Fprintf(os.Stderr, "%s %s\n", time.Now().Format(time.TimeOnly), doing)
}

func (b bench) run(ctx context.Context) error {
	var r report.Results
	if err := readJSON(b.results, &r); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("results: %w", err)
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

// measure measures all sizes and keeps the results after each.
func (b bench) measure(ctx context.Context, r *report.Results) error {
	entrants, absent, err := b.entrants(ctx)
	if err != nil {
		return err
	}
	for _, s := range b.sizes {
		measured, err := b.size(ctx, s, entrants)
		if err != nil {
			return fmt.Errorf("size %s: %w", s.name, err)
		}
		r.Put(measured)
		r.Date, r.Machine, r.Absent = time.Now().Format(time.DateOnly), machine(), absent
		r.Machine.Floor = residentKB() << 10
		if err := writeJSON(b.results, r); err != nil {
			return err
		}
	}
	return nil
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

// size measures everything with one corpus.
func (b bench) size(ctx context.Context, s size, entrants []contest.Contender) (report.Size, error) {
	out := report.Size{Name: s.name, Rounds: b.rounds}
	c, err := b.corpusOf(ctx, s)
	if err != nil {
		return out, err
	}
	if out.Corpus, err = described(c); err != nil {
		return out, err
	}
	docs := filepath.Join(c.Dir, "changed")
	if err := passages.Link(c.Docs(), docs); err != nil {
		return out, err
	}
	if out.Figures, err = b.contest(c, docs, entrants).Run(ctx); err != nil {
		return out, err
	}
	if b.profile && out.Corpus.Text.Passages >= leastProfiled {
		if out.Profiles, err = b.profiles(ctx, c, entrants[0]); err != nil {
			return out, err
		}
	}
	if b.sets != "" {
		out.Quality, err = b.quality(ctx, c, entrants)
	}
	return out, err
}

// leastProfiled is the number of passages from which on phases take long enough for a profile.
const leastProfiled = 10_000

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
