package contest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"pullquote/cmd/bench/passages"
)

// process is what a process was and took.
type process struct {
	lines     []Line
	wall, cpu time.Duration
	// peak is the most memory it had, in bytes; 0 where the operating system does not tell. It is at least what the
	// process that started it had then.
	peak int64
}

// call runs a program to its end.
func call(ctx context.Context, program []string, args ...string) (process, error) {
	argv := append(append([]string{}, program...), args...)
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	var out, failure bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &failure
	begun := time.Now()
	err := cmd.Run()
	p := process{wall: time.Since(begun)}
	if ctx.Err() != nil {
		return p, ctx.Err()
	}
	if err != nil {
		return p, fmt.Errorf("%s: %w: %s", strings.Join(argv, " "), err, lastLine(failure.String()))
	}
	p.cpu, p.peak = cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime(), peakOf(cmd.ProcessState)
	if p.lines, err = readLines(&out); err != nil {
		return p, fmt.Errorf("%s: %w", strings.Join(argv, " "), err)
	}
	return p, nil
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return lines[len(lines)-1]
}

// Call runs a program to its end, without measuring it.
func Call(ctx context.Context, program []string, args ...string) error {
	_, err := call(ctx, program, args...)
	return err
}

// Hits returns what a contender finds for each question of a file, as the ids of the documents of its ten best passages.
// The index lies in the folder dir; documents are those of the lines of the file of passages that it was made from.
func Hits(ctx context.Context, c Contender, dir, questions string, documents []string) ([][]string, error) {
	p, err := call(ctx, c.Program, "hits", dir, questions)
	if err != nil {
		return nil, err
	}
	out := make([][]string, len(p.lines))
	for i, l := range p.lines {
		out[i] = l.Documents
		for _, n := range l.Hits {
			if n < 0 || n >= len(documents) {
				return nil, fmt.Errorf("%s found passage %d of %d", c.Name, n, len(documents))
			}
			out[i] = append(out[i], documents[n])
		}
	}
	return out, nil
}

// BuildIndex builds the index of a contender anew in the folder dir, without measuring.
func BuildIndex(ctx context.Context, c Contender, of passages.Corpus, dir string) error {
	if len(c.Build) == 0 {
		return errors.New(c.Name + " builds no index of its own")
	}
	if err := emptied(dir); err != nil {
		return err
	}
	return Call(ctx, c.Program, c.Build[len(c.Build)-1], c.source(of.Docs(), of.Passages()), dir)
}

// emptied makes dir an empty folder.
func emptied(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return os.MkdirAll(dir, 0o777)
}
