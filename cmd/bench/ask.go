package main

import (
	"context"
	"encoding/json"
	"time"

	"golang.org/x/sync/errgroup"

	"pullquote/cmd/bench/contest"
	"pullquote/retrieval"
)

// rounds asks all questions in one thread and in two, after a round that only warms up.
func (o entrant) rounds(ctx context.Context, phase string, questions []string, ask func(context.Context, string) error) error {
	took := make([]int64, len(questions))
	if err := askAll(ctx, 1, questions, took, ask); err != nil {
		return err
	}
	for threads := 1; threads <= 2; threads++ {
		err := o.phase(contest.Line{Phase: phase, Threads: threads}, func(l *contest.Line) error {
			l.LatenciesUS = took
			return askAll(ctx, threads, questions, took, ask)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// askAll deals questions out among threads and notes how many microseconds each took.
func askAll(ctx context.Context, threads int, questions []string, took []int64, ask func(context.Context, string) error) error {
	g, ctx := errgroup.WithContext(ctx)
	for first := range threads {
		g.Go(func() error {
			for i := first; i < len(questions); i += threads {
				begun := time.Now()
				if err := ask(ctx, questions[i]); err != nil {
					return err
				}
				took[i] = time.Since(begun).Microseconds()
			}
			return nil
		})
	}
	return g.Wait()
}

// mostHits is how many passages a line of hits has.
const mostHits = 10

// hits prints the documents of the best passages of each question.
func (o entrant) hits(ctx context.Context, l *retrieval.Library, questions []string) error {
	out := json.NewEncoder(o.out)
	for _, q := range questions {
		found, err := l.Retrieve(ctx, retrieval.Question{Text: q})
		if err != nil {
			return err
		}
		line := contest.Line{Phase: "hits"}
		for _, r := range found[:min(mostHits, len(found))] {
			line.Documents = append(line.Documents, r.Passage.Document().ID())
		}
		if err := out.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
