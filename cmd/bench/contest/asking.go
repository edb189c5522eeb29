package contest

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// All contenders are asked the same questions in the same order, but a round must not wait for the slowest. So everyone is
// first asked the first Few by themselves. One that is so slow that all of them would take it longer than Patience is asked
// no more of them than these, and the long ones by themselves; the others are asked all. To compare with a slow one there
// are then figures of everyone over the same few questions.

const (
	// Few is how many questions a slow contender is asked.
	Few = 100
	// Patience is how long a contender may take over all questions in one thread.
	Patience = 30 * time.Second
)

// list is a file of questions.
type list struct {
	file      string
	questions []string
}

// lists are the questions that are asked together.
type lists struct{ all, first, long list }

// readLists reads the questions of a file, and writes those that are asked apart into a folder.
func readLists(file, dir string) (lists, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return lists{}, err
	}
	all := strings.Split(strings.TrimSpace(string(text)), "\n")
	l := lists{all: list{file, all}}
	if l.first, err = writeList(filepath.Join(dir, "first.txt"), all[:min(Few, len(all))]); err != nil {
		return l, err
	}
	l.long, err = writeList(filepath.Join(dir, "long.txt"), slices.DeleteFunc(slices.Clone(all), func(q string) bool { return !isLong(q) }))
	return l, err
}

func writeList(file string, questions []string) (list, error) {
	return list{file, questions}, os.WriteFile(file, []byte(strings.Join(questions, "\n")+"\n"), 0o666)
}

// ask asks a contender what is right for it, with one of its commands.
func (r *rounds) ask(ctx context.Context, c Contender, t turn, command string) error {
	if len(r.lists.all.questions) > Few {
		if err := r.askList(ctx, c, t.first, command, r.lists.first); err != nil {
			return err
		}
		if r.isSlow(c, t.first, command) {
			return r.askLong(ctx, c, t.all, command)
		}
	}
	return r.askList(ctx, c, t.all, command, r.lists.all)
}

func (r *rounds) askList(ctx context.Context, c Contender, f Figures, command string, l list) error {
	p, err := r.call(ctx, c, command, r.dir(c), l.file)
	if err != nil {
		return err
	}
	f.add(phaseOf(command), p, l.questions)
	return nil
}

// askLong asks the long questions by themselves, and keeps of their figures what is said of them among others.
func (r *rounds) askLong(ctx context.Context, c Contender, f Figures, command string) error {
	if len(r.lists.long.questions) == 0 {
		return nil
	}
	alone := Figures{}
	if err := r.askList(ctx, c, alone, command, r.lists.long); err != nil {
		return err
	}
	for name, v := range alone {
		if strings.HasSuffix(name, "/"+Long) {
			f[name] = v
		}
	}
	return nil
}

// isSlow reports whether all questions would take a contender longer than it may, by what the first took it in the first
// round: it is the same in all rounds.
func (r *rounds) isSlow(c Contender, first Figures, command string) bool {
	key := c.Name + " " + command
	if _, known := r.slow[key]; !known {
		rate, ok := first.Get(phaseOf(command), 1, PerSecond)
		r.slow[key] = ok && float64(len(r.lists.all.questions)) > rate*Patience.Seconds()
	}
	return r.slow[key]
}
