// Command fit learns the weights of the program from question sets and writes them to the files that are compiled in:
//
//	go run ./cmd/fit --sets DIR
//
// DIR holds the sets as sets.go says. The weights of the confidence go to retrieval/confidence.txt; what is written is to
// be reviewed. Printed, and kept in the file's comment, is how well weights do on each set that was learnt from all sets
// but it and its kin.
//
// Nothing of a set but numbers goes into the project.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
)

func main() {
	sets := flag.String("sets", "", "the `DIR` of the question sets")
	var out files
	flag.StringVar(&out.ranking, "ranking", "retrieval/weights.txt", "write the weights of sentences to `FILE`")
	flag.StringVar(&out.confidence, "confidence", "retrieval/confidence.txt", "write the weights of the confidence to `FILE`")
	flag.Parse()
	if *sets == "" || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "usage: fit --sets DIR [--ranking FILE] [--confidence FILE]")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *sets, out); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

// files are where the weights are written.
type files struct{ ranking, confidence string }

func run(ctx context.Context, sets string, out files) error {
	all, err := readSets(sets)
	if err != nil {
		return err
	}
	var groups []evidence
	for _, s := range all {
		g, err := gather(ctx, s)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		fmt.Fprintf(os.Stderr, "asked %d questions of %s\n", len(g.cases), s.name)
		groups = append(groups, g)
	}
	if err := writeRanking(out.ranking, groups); err != nil {
		return err
	}
	return writeConfidence(out.confidence, groups)
}
