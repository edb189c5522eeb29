package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/pprof"
	"strings"
	"time"

	"pullquote/cmd/bench/contest"
	"pullquote/retrieval"
)

// The program takes part in the contest as a contender like any other: it calls itself, with ownCommand in front. Beside
// the commands of the protocol it has
//
//	read DOCUMENTS DIR    reads and splits the documents and indexes nothing
//	first DIR QUESTIONS   opens the index and answers the first question
//	answer DIR QUESTIONS  is query for whole answers, of which query measures the retrieval part
//	reload DOCUMENTS DIR  opens the index and reloads it from its documents as they are now
const ownCommand = "as-contender"

// ownName is what tables call the program.
const ownName = "pullquote"

// ourselves returns the program as a contender.
func ourselves() (contest.Contender, error) {
	program, err := self(ownCommand)
	return contest.Contender{
		Name: ownName, Program: program, Index: ownName, Documents: true,
		Build: []string{"read", "build"}, Open: []string{"first"}, Query: []string{"query", "answer"}, Reload: []string{"reload"},
	}, err
}

// self returns how the program calls itself with a command.
func self(command string) ([]string, error) {
	path, err := os.Executable()
	return []string{path, command}, err
}

// own runs a command of the program as a contender: [--cpuprofile FILE] COMMAND PATH PATH.
func own(ctx context.Context, args []string) error {
	f := flag.NewFlagSet(ownCommand, flag.ContinueOnError)
	o := entrant{out: os.Stdout}
	f.StringVar(&o.profile, "cpuprofile", "", "write a profile of the phase to `FILE`")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() != 3 {
		return fmt.Errorf("usage: %s [--cpuprofile FILE] COMMAND PATH PATH", ownCommand)
	}
	command, a, b := f.Arg(0), f.Arg(1), f.Arg(2)
	switch command {
	case "read":
		return o.read(ctx, a)
	case "build":
		return o.build(ctx, a, b)
	case "reload":
		return o.reload(ctx, b)
	case "first", "query", "answer", "hits":
		return o.asked(ctx, command, a, b)
	}
	return fmt.Errorf("%s knows no command %q", ownCommand, command)
}

// entrant carries the commands out.
type entrant struct {
	profile string // file for a profile; "" for none
	out     io.Writer
}

// phase measures what it is given and prints a line.
func (o entrant) phase(l contest.Line, measured func(*contest.Line) error) error {
	stop, err := o.profiled(l)
	if err != nil {
		return err
	}
	begun, used := time.Now(), cpuTime()
	err = measured(&l)
	l.WallUS, l.CPUUS = time.Since(begun).Microseconds(), (cpuTime() - used).Microseconds()
	if err := errors.Join(err, stop()); err != nil {
		return err
	}
	l.ResidentKB = residentKB()
	return json.NewEncoder(o.out).Encode(l)
}

// profiled begins a profile of a phase, if one is wanted, which ends with stop. Of questions that is the phase with one
// thread: a second one changes what it costs, not what it is spent on.
func (o entrant) profiled(l contest.Line) (stop func() error, err error) {
	if o.profile == "" || l.Threads > 1 {
		return func() error { return nil }, nil
	}
	f, err := os.Create(o.profile)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return func() error { pprof.StopCPUProfile(); return f.Close() }, nil
}

func (o entrant) read(ctx context.Context, docs string) error {
	return o.phase(contest.Line{Phase: "read"}, func(l *contest.Line) (err error) {
		l.Passages, err = readDocuments(ctx, docs)
		return err
	})
}

func (o entrant) build(ctx context.Context, docs, data string) error {
	return o.phase(contest.Line{Phase: "build"}, func(l *contest.Line) error {
		lib, err := buildLibrary(ctx, docs, data)
		if err != nil {
			return err
		}
		return lib.Close()
	})
}

func (o entrant) reload(ctx context.Context, data string) error {
	lib, err := openLibrary(ctx, data)
	if err != nil {
		return err
	}
	// A process that serves has long looked through the files that it left when it opened them; Stale waits for that.
	if _, err := lib.Stale(ctx); err != nil {
		return errors.Join(err, lib.Close())
	}
	err = o.phase(contest.Line{Phase: "reload"}, func(*contest.Line) error { return reloadLibrary(ctx, lib) })
	return errors.Join(err, lib.Close())
}

// asked carries out a command that answers questions.
func (o entrant) asked(ctx context.Context, command, data, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	questions := strings.Split(strings.TrimSpace(string(text)), "\n")
	if command == "first" {
		return o.phase(contest.Line{Phase: command}, func(*contest.Line) error { return first(ctx, data, questions[0]) })
	}
	lib, err := openLibrary(ctx, data)
	if err != nil {
		return err
	}
	switch command {
	case "query":
		err = o.rounds(ctx, command, questions, func(ctx context.Context, q string) error { return retrieve(ctx, lib, q) })
	case "answer":
		err = o.rounds(ctx, command, questions, func(ctx context.Context, q string) error { return answer(ctx, lib, q) })
	case "hits":
		err = o.hits(ctx, lib, questions)
	}
	return errors.Join(err, lib.Close())
}

// first opens the index and answers a question.
func first(ctx context.Context, data, question string) error {
	lib, err := openLibrary(ctx, data)
	if err != nil {
		return err
	}
	return errors.Join(answer(ctx, lib, question), lib.Close())
}

func answer(ctx context.Context, l *retrieval.Library, question string) error {
	_, err := l.Ask(ctx, retrieval.Question{Text: question})
	return err
}

func retrieve(ctx context.Context, l *retrieval.Library, question string) error {
	_, err := l.Retrieve(ctx, retrieval.Question{Text: question})
	return err
}
