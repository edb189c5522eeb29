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

// Run measures all contenders and returns the medians over the rounds, by name. The first contender that fails ends it.
func (c Contest) Run(ctx context.Context) (map[string]Figures, error) {
	text, err := os.ReadFile(c.Corpus.Questions())
	if err != nil {
		return nil, err
	}
	r := rounds{Contest: c, questions: strings.Split(strings.TrimSpace(string(text)), "\n"), measured: map[string][]Figures{}}
	for _, stage := range []func(context.Context, Contender, Figures) error{r.build, r.query, r.reload} {
		if err := r.all(ctx, stage); err != nil {
			return nil, err
		}
	}
	out := map[string]Figures{}
	for name, rounds := range r.measured {
		out[name] = medians(rounds)
	}
	return out, nil
}

type rounds struct {
	Contest
	round     int
	questions []string
	measured  map[string][]Figures // by contender, of every round
	changed   bool                 // whether the documents were changed in this round
}

// all takes the contenders through one stage, in turn, round by round: what else the machine does meets all of them.
func (r *rounds) all(ctx context.Context, stage func(context.Context, Contender, Figures) error) error {
	for r.round = range r.Rounds {
		r.changed = false
		for _, c := range r.Contenders {
			f := Figures{}
			if err := stage(ctx, c, f); err != nil {
				return fmt.Errorf("%s: %w", c.Name, err)
			}
			r.measured[c.Name] = append(r.measured[c.Name], f)
		}
	}
	return nil
}

func (r *rounds) dir(c Contender) string { return filepath.Join(r.Work, c.Index) }

// run runs one command of a contender. What is behind a dash in a command is how it does what is before.
func (r *rounds) run(ctx context.Context, c Contender, f Figures, command string, args ...string) error {
	r.Progress(fmt.Sprintf("round %d of %d: %s %s", r.round+1, r.Rounds, c.Name, command))
	p, err := call(ctx, c.Program, append([]string{command}, args...)...)
	if err != nil {
		return err
	}
	plain, _, _ := strings.Cut(command, "-")
	f.add(plain, p, r.questions)
	return nil
}

func (r *rounds) build(ctx context.Context, c Contender, f Figures) error {
	for _, command := range c.Build {
		if err := emptied(r.dir(c)); err != nil {
			return err
		}
		if err := r.run(ctx, c, f, command, c.source(r.Docs, r.Corpus.Passages()), r.dir(c)); err != nil {
			return err
		}
		size, err := diskOf(r.dir(c))
		if err != nil {
			return err
		}
		f[Name(command, 1, Disk)] = float64(size) / megabyte
	}
	return nil
}

func (r *rounds) query(ctx context.Context, c Contender, f Figures) error {
	for _, command := range c.Query {
		if err := r.run(ctx, c, f, command, r.dir(c), r.Corpus.Questions()); err != nil {
			return err
		}
	}
	return nil
}

func (r *rounds) reload(ctx context.Context, c Contender, f Figures) error {
	for _, command := range c.Reload {
		if !r.changed {
			if err := r.Change(ctx, r.round); err != nil {
				return err
			}
			r.changed = true
		}
		if err := r.run(ctx, c, f, command, r.Docs, r.dir(c)); err != nil {
			return err
		}
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
