package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// running is the command running as a bot.
type running struct {
	cmd      *exec.Cmd
	out, err transcript
}

// transcript is what a process wrote so far. A transcript may be read while the process runs.
type transcript struct {
	mu    sync.Mutex
	text  bytes.Buffer
	grown chan struct{}
}

func (w *transcript) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.text.Write(p)
	select {
	case w.grown <- struct{}{}:
	default: // whoever waits will look again anyway
	}
	return len(p), nil
}

func (w *transcript) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.text.String()
}

// await waits until what was written matches, and returns what the first group matches.
func (w *transcript) await(ctx context.Context, t *testing.T, pattern string) string {
	t.Helper()
	for {
		if m := regexp.MustCompile(pattern).FindStringSubmatch(w.String()); m != nil {
			return m[1]
		}
		select {
		case <-w.grown:
		case <-ctx.Done():
			t.Fatalf("waited in vain for %s in:\n%s", pattern, w.String())
		}
	}
}

// startBot runs the command with an environment of its own, where there is no .env. The first use of the command line
// is by testscript, which puts it into PATH.
func startBot(ctx context.Context, t *testing.T, env ...string) *running {
	t.Helper()
	r := prepareBot(ctx, t, env...)
	r.start(t)
	return r
}

// prepareBot is startBot without starting it, so that files can be put where it runs.
func prepareBot(ctx context.Context, t *testing.T, env ...string) *running {
	t.Helper()
	r := &running{cmd: exec.CommandContext(ctx, "pullquote")}
	r.out.grown, r.err.grown = make(chan struct{}, 1), make(chan struct{}, 1)
	r.cmd.Stdout, r.cmd.Stderr, r.cmd.Dir, r.cmd.Env = &r.out, &r.err, t.TempDir(), env
	return r
}

func (r *running) start(t *testing.T) {
	t.Helper()
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if r.cmd.ProcessState == nil {
			r.cmd.Process.Kill()
			r.cmd.Wait()
		}
	})
}

// ends waits for the end of the command and checks its exit code, and that it has not told the token to anybody.
func (r *running) ends(t *testing.T, code int, token string) {
	t.Helper()
	err := r.cmd.Wait()
	if got := r.cmd.ProcessState.ExitCode(); got != code {
		t.Errorf("exit code %d (%v), want %d; it wrote:\n%s", got, err, code, r.err.String())
	}
	if strings.Contains(r.out.String()+r.err.String(), token) {
		t.Errorf("the output holds the token:\n%s%s", r.out.String(), r.err.String())
	}
	if r.out.String() != "" {
		t.Errorf("standard output is %q, want nothing", r.out.String())
	}
}

func (r *running) interrupt(t *testing.T) {
	t.Helper()
	r.signal(t, syscall.SIGTERM)
}

func (r *running) signal(t *testing.T, sig os.Signal) {
	t.Helper()
	if err := r.cmd.Process.Signal(sig); err != nil {
		t.Fatal(err)
	}
}
