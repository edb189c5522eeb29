// Command bench measures how fast the program is, beside other search engines on the same passages and questions:
//
//	go run ./cmd/bench [flags]
//
// It makes corpora of several sizes (package passages), lets the program and its peers build, open, reload and answer in
// turn (package contest), and writes what came out to a file of results and, with --report, as a page (package report).
// What the file of results has already and that is not measured now stays on the page, which says so where it is of another
// version of the program.
//
// It needs a Debian machine with some packages; what is missing is named with the command that installs it. With the four
// sizes it takes an hour or two and 10 GB of disk.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run runs one of the commands that the program calls itself with, or the whole benchmark.
func run(ctx context.Context, args []string) error {
	if len(args) > 0 && args[0] == ownCommand {
		return own(ctx, args[1:])
	}
	if len(args) > 0 && args[0] == makeCommand {
		return makeCorpus(ctx, args[1:])
	}
	b, err := readFlags(args)
	if err != nil {
		return err
	}
	return b.run(ctx)
}

// readFlags reads the command line.
func readFlags(args []string) (bench, error) {
	b := bench{}
	var names string
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&names, "sizes", "5,20k,200k", "measure the `SIZES`, of "+strings.Join(sizeNames(), ", "))
	f.StringVar(&b.work, "work", defaultWork(), "keep corpora and indexes in `DIR`")
	f.StringVar(&b.results, "results", "", "the `FILE` of results; DIR/results.json of the flag work without it")
	f.StringVar(&b.report, "report", "", "write the page to `FILE`")
	f.StringVar(&b.sets, "sets", "", "measure the quality of ranking with the question sets in `DIR`")
	f.IntVar(&b.rounds, "rounds", 3, "measure speed `N` times; 0 to leave it, and measure what other flags ask for")
	f.BoolVar(&b.fresh, "fresh", false, "forget what is in the file of results")
	f.BoolVar(&b.profile, "profile", false, "tell where the time goes")
	f.BoolVar(&b.only, "page", false, "measure nothing, write the page from the file of results")
	if err := f.Parse(args); err != nil {
		return b, flag.ErrHelp
	}
	var err error
	if b.sizes, err = sizesOf(names); err != nil {
		return b, err
	}
	if f.NArg() > 0 || b.rounds < 0 || b.only && b.fresh {
		f.Usage()
		return b, flag.ErrHelp
	}
	if b.results == "" {
		b.results = filepath.Join(b.work, "results.json")
	}
	return b, nil
}

// defaultWork is a folder of the user's cache.
func defaultWork() string {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	return filepath.Join(cache, "pullquote-bench")
}
