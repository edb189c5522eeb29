package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
	"pullquote/cmd/bench/report"
)

// profiles tells where the time of our phases goes. It needs an index of its own, which is removed at the end.
func (b bench) profiles(ctx context.Context, c passages.Corpus, entrants []contest.Contender, into *report.Size) error {
	docs, err := changing(c)
	if err != nil {
		return err
	}
	index := filepath.Join(c.Dir, "profiled")
	if err := os.MkdirAll(index, 0o777); err != nil {
		return err
	}
	into.Profiles = nil
	for _, run := range [][3]string{
		{"read", docs, index}, {"build", docs, index},
		{"first", index, c.Questions()}, {"query", index, c.Questions()}, {"answer", index, c.Questions()},
		{"reload", docs, index},
	} {
		if run[0] == "reload" {
			if _, err := passages.Change(docs, changedEvery, 0); err != nil {
				return err
			}
		}
		b.progress("profile of " + run[0])
		p, err := profiled(ctx, entrants[0].Program, filepath.Join(index, "profile"), run)
		if err != nil {
			return fmt.Errorf("profile of %s: %w", run[0], err)
		}
		into.Profiles = append(into.Profiles, p)
	}
	into.Profiled, err = thisRun()
	return errors.Join(err, os.RemoveAll(index))
}

// firstTimes is how often the first answer is profiled: one takes too short a time to tell much.
const firstTimes = 10

// profiled runs a command of ours, with its paths behind it, and returns its profile. Files of profiles lie beside file.
func profiled(ctx context.Context, program []string, file string, run [3]string) (report.Profile, error) {
	p := report.Profile{Phase: run[0], Times: 1}
	if p.Phase == "first" {
		p.Times = firstTimes
	}
	var files []string
	for i := range p.Times {
		files = append(files, fmt.Sprint(file, i))
		if err := contest.Call(ctx, append(program[:len(program):len(program)], "--cpuprofile", files[i]), run[:]...); err != nil {
			return p, err
		}
	}
	var err error
	p.Seconds, p.Parts, err = profileOf(ctx, files)
	return p, err
}

// profileOf reads profiles, as one, with the tool that comes with Go.
func profileOf(ctx context.Context, files []string) (seconds float64, parts []report.Part, err error) {
	cmd := exec.CommandContext(ctx, "go", append([]string{"tool", "pprof", "-traces", "-lines"}, files...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, nil, err
	}
	if err := cmd.Start(); err != nil {
		return 0, nil, err
	}
	sums, err := readTraces(out)
	if werr := cmd.Wait(); err == nil {
		err = werr
	}
	seconds, parts = shares(sums)
	return seconds, parts, err
}
