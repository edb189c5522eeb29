package contest

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"pullquote/cmd/bench/passages"
)

// Contest is a comparison of contenders on one corpus.
type Contest struct {
	Contenders []Contender
	Corpus     passages.Corpus
	// Work is a folder for indexes, which are left there.
	Work string
	// Rounds is how often everything is measured.
	Rounds int
	// Docs is a copy of the documents of the corpus. Contenders that read documents read these.
	Docs string
	// Change changes one document in a hundred of Docs, others in every round. It is called before the reloads of a round.
	Change func(ctx context.Context, round int) error
	// Progress is told what is being done.
	Progress func(doing string)
}

// Run measures all contenders and returns the medians over the rounds, by name: of everything, and of the first Few
// questions by themselves. The first contender that fails ends it.
func (c Contest) Run(ctx context.Context) (all, first map[string]Figures, err error) {
	if err := os.MkdirAll(c.Work, 0o777); err != nil {
		return nil, nil, err
	}
	r := rounds{Contest: c, slow: map[string]bool{}, measured: map[string][]turn{}}
	if r.lists, err = readLists(c.Corpus.Questions(), c.Work); err != nil {
		return nil, nil, err
	}
	for _, stage := range []func(context.Context, Contender, turn) error{r.build, r.query, r.reload} {
		if err := r.all(ctx, stage); err != nil {
			return nil, nil, err
		}
	}
	all, first = r.medians()
	return all, first, nil
}

type rounds struct {
	Contest
	round    int
	lists    lists
	slow     map[string]bool   // by contender and command
	measured map[string][]turn // by contender, of every round
	changed  bool              // whether the documents were changed in this round
}

// turn is what was measured of a contender in one stage of a round: with all questions, and with the first by themselves.
type turn struct{ all, first Figures }

// all takes the contenders through one stage, in turn, round by round: what else the machine does meets all of them.
func (r *rounds) all(ctx context.Context, stage func(context.Context, Contender, turn) error) error {
	for r.round = range r.Rounds {
		r.changed = false
		for _, c := range r.Contenders {
			t := turn{Figures{}, Figures{}}
			if err := stage(ctx, c, t); err != nil {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
			r.measured[c.Name] = append(r.measured[c.Name], t)
		}
	}
	return nil
}

// medians returns the medians of all turns of every contender.
func (r *rounds) medians() (all, first map[string]Figures) {
	all, first = map[string]Figures{}, map[string]Figures{}
	for name, turns := range r.measured {
		var ofAll, ofFirst []Figures
		for _, t := range turns {
			ofAll, ofFirst = append(ofAll, t.all), append(ofFirst, t.first)
		}
		all[name], first[name] = medians(ofAll), medians(ofFirst)
	}
	return all, first
}

func (r *rounds) dir(c Contender) string { return filepath.Join(r.Work, c.Index) }

// call calls a contender with one of its commands.
func (r *rounds) call(ctx context.Context, c Contender, command string, args ...string) (process, error) {
	r.Progress(fmt.Sprintf("round %d of %d: %s %s", r.round+1, r.Rounds, c.Name, command))
	return call(ctx, c.Program, append([]string{command}, args...)...)
}

// phaseOf returns what a command does; what is behind a dash in it is how.
func phaseOf(command string) string {
	phase, _, _ := strings.Cut(command, "-")
	return phase
}

func (r *rounds) build(ctx context.Context, c Contender, t turn) error {
	for _, command := range c.Build {
		if err := emptied(r.dir(c)); err != nil {
			return err
		}
		p, err := r.call(ctx, c, command, c.source(r.Docs, r.Corpus.Passages()), r.dir(c))
		if err != nil {
			return err
		}
		t.all.add(phaseOf(command), p, nil)
		size, err := diskOf(r.dir(c))
		if err != nil {
			return err
		}
		t.all[Name(command, 1, Disk)] = float64(size) / megabyte
	}
	return nil
}

func (r *rounds) query(ctx context.Context, c Contender, t turn) error {
	for _, command := range c.Open {
		if err := r.askList(ctx, c, t.all, command, r.lists.all); err != nil {
			return err
		}
	}
	for _, command := range c.Query {
		if err := r.ask(ctx, c, t, command); err != nil {
			return err
		}
	}
	return nil
}

func (r *rounds) reload(ctx context.Context, c Contender, t turn) error {
	for _, command := range c.Reload {
		if !r.changed {
			if err := r.Change(ctx, r.round); err != nil {
				return err
			}
			r.changed = true
		}
		p, err := r.call(ctx, c, command, r.Docs, r.dir(c))
		if err != nil {
			return err
		}
		t.all.add(phaseOf(command), p, nil)
	}
	return nil
}

// diskOf returns the size of all files below a folder, in bytes.
func diskOf(dir string) (int64, error) {
	var sum int64
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		sum += info.Size()
		return nil
	})
	return sum, err
}
