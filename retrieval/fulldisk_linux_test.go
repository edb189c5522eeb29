package retrieval

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// alone lets a child run in a mount namespace of its own, as the user it appears to be there: 0 may mount, 1000 has no
// special rights.
func alone(cmd *exec.Cmd, user int) *exec.Cmd {
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: user, HostID: os.Geteuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: user, HostID: os.Getegid(), Size: 1}},
	}
	return cmd
}

// TestRealDisks runs each child below on a disk of its own, where the system lets it.
func TestRealDisks(t *testing.T) {
	for name, user := range map[string]int{"fulldisk": 0, "readonlydisk": 0, "noright": 1000} {
		t.Run(name, func(t *testing.T) {
			if err := alone(exec.Command("/proc/self/exe", "-test.run=^$"), user).Run(); err != nil {
				t.Skipf("this system gives a process no namespace of its own: %v", err)
			}
			runDiskChild(t, alone(child(name, t.TempDir(), 0), user))
		})
	}
}

// TestFileSizeLimit has no need of rights: the limit on the size of a file stops the writing in the middle of it.
func TestFileSizeLimit(t *testing.T) { runDiskChild(t, child("filelimit", t.TempDir(), 0)) }

func runDiskChild(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	cmd.Stderr = nil
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// trouble is what a disk can do to a library. From one level to the next it is less.
type trouble struct {
	begin func(level int) error
	end   func() error
	says  string // what the error says of the mend
}

// systemChild does a task in a folder, in which the library has a disk to itself.
func systemChild(name, dir string) error {
	if err := errors.Join(os.Mkdir(corpusIn(dir), 0o755), os.Mkdir(libraryIn(dir), 0o755)); err != nil {
		return err
	}
	switch name {
	case "fulldisk":
		return errors.Join(mount(dir), survive(dir, trouble{
			func(level int) error { return fillDisk(dir, int64(level)<<14) },
			func() error { return os.Remove(filepath.Join(libraryIn(dir), "much")) }, "free some space"}))
	case "readonlydisk":
		return errors.Join(mount(dir), survive(dir, trouble{
			once(func() error { return errors.Join(cover(dir, 0), cover(dir, syscall.MS_REMOUNT|syscall.MS_RDONLY)) }),
			func() error { return syscall.Unmount(libraryIn(dir), 0) }, "may not write to the folder"}))
	case "noright":
		parts := filepath.Join(libraryIn(dir), "parts")
		return survive(dir, trouble{
			once(func() error { return os.Chmod(parts, 0o500) }),
			func() error { return os.Chmod(parts, 0o700) }, "may not write to the folder"})
	case "filelimit":
		signal.Ignore(syscall.SIGXFSZ)
		return survive(dir, trouble{
			func(level int) error { return limitFiles(100 << level) },
			func() error { return limitFiles(1 << 30) }, "raise the limits"})
	}
	return fmt.Errorf("no such task: %s", name)
}

// once returns what makes trouble at the first level only.
func once(begin func() error) func(level int) error {
	return func(level int) error {
		if level > 0 {
			return nil
		}
		return begin()
	}
}

// mount puts a small disk at the library's folder.
func mount(dir string) error { return syscall.Mount("tmpfs", libraryIn(dir), "tmpfs", 0, "size=8m") }

// cover puts the disk over itself, or changes what was put there: a disk with an open file cannot be made read-only.
func cover(dir string, flags uintptr) error {
	return syscall.Mount(libraryIn(dir), libraryIn(dir), "", syscall.MS_BIND|flags, "")
}

// fillDisk writes to a new file until so many bytes are free.
func fillDisk(dir string, free int64) error {
	f, err := os.Create(filepath.Join(libraryIn(dir), "much"))
	if err != nil {
		return err
	}
	defer f.Close()
	size := int64(0)
	for block := make([]byte, 4096); err == nil; size += int64(len(block)) {
		_, err = f.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		return err
	}
	return f.Truncate(max(0, size-free))
}

func limitFiles(bytes uint64) error {
	limit := syscall.Rlimit{}
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	limit.Cur = min(bytes, limit.Max)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
}

// survive reloads a library while there is trouble, less each time, until it succeeds. Before that the library says what it
// said, and the error how to mend it.
func survive(dir string, x trouble) error {
	if err := stateOf(0).write(corpusIn(dir), nil); err != nil {
		return err
	}
	l, err := openOrReload(dir, nil)
	if err != nil {
		return err
	}
	for level := 0; ; level++ {
		next := stateOf(level + 1)
		if err := errors.Join(next.write(corpusIn(dir), stateOf(level)), x.begin(level)); err != nil {
			return err
		}
		_, failed := openOrReload(dir, l)
		switch {
		case failed == nil && level == 0:
			return errors.New("reloaded in spite of the trouble")
		case failed == nil:
			return errors.Join(saysWhat(l, next), l.Close(), opensAs(dir, next))
		case !strings.Contains(failed.Error(), x.says):
			return fmt.Errorf("at level %d the error does not say %q: %w", level, x.says, failed)
		}
		if err := errors.Join(saysWhat(l, stateOf(0)), knowsItIsStale(l), x.end()); err != nil {
			return fmt.Errorf("at level %d, after %w: %w", level, failed, err)
		}
		fmt.Println(level, failed)
	}
}

// knowsItIsStale fails where a library takes a corpus for read that it does not serve.
func knowsItIsStale(l *Library) error {
	stale, err := l.Stale(context.Background())
	if err == nil && !stale {
		err = errors.New("the library takes the change that was not filed for read")
	}
	return err
}

// opensAs fails unless a library can be opened and says what files hold.
func opensAs(dir string, want files) error {
	o, err := optionsIn(dir)
	if err != nil {
		return err
	}
	l, rebuilt, err := OpenSource(context.Background(), o)
	if err != nil || rebuilt != nil {
		return errors.Join(err, rebuilt)
	}
	return errors.Join(saysWhat(l, want), l.Close())
}

// saysWhat fails unless a library says what files hold.
func saysWhat(l *Library, want files) error {
	memory, _, err := OpenSource(context.Background(), Options{Source: want.source()})
	if err != nil {
		return err
	}
	got, err := saidBy(l, diskQuestions)
	if err != nil {
		return errors.Join(err, memory.Close())
	}
	expected, err := saidBy(memory, diskQuestions)
	if diff := cmp.Diff(expected, got, byContent); diff != "" {
		err = fmt.Errorf("it says something else (-want +got): %.3000s", diff)
	}
	return errors.Join(err, memory.Close())
}
