package store

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
			if out, err := alone(child(name, t.TempDir(), 0), user).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// TestFileSizeLimit has no need of rights: the limit on the size of a file stops the writing in the middle of it.
func TestFileSizeLimit(t *testing.T) {
	if out, err := child("filelimit", t.TempDir(), 0).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func systemChild(name, dir string) error {
	switch name {
	case "fulldisk":
		return errors.Join(mount(dir, 0), withOld(dir, checkFullDisk), openFullDisk(dir))
	case "readonlydisk":
		commitOnly := func(*Store) error { return nil }
		return errors.Join(mount(dir, 0), withOld(dir, commitOnly),
			mount(dir, syscall.MS_REMOUNT|syscall.MS_RDONLY), checkOnlyRead(dir))
	case "noright":
		return errors.Join(withOld(dir, func(s *Store) error {
			return errors.Join(os.Chmod(s.folder.generations(), 0o500), checkRefused(s))
		}), os.Chmod(filepath.Join(dir, "lock"), 0o400), checkOnlyRead(dir), os.Chmod(folder(dir).generations(), 0o700))
	case "filelimit":
		return withOld(dir, checkFileLimit)
	}
	return fmt.Errorf("no such task: %s", name)
}

// mount puts a small disk at a folder, or changes the one that is there.
func mount(dir string, flags uintptr) error {
	return syscall.Mount("tmpfs", dir, "tmpfs", flags, "size=512k")
}

// withOld opens a store and commits the generation "old".
func withOld(dir string, check func(s *Store) error) error {
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	if _, err := commit(s, "old"); err != nil {
		return err
	}
	return errors.Join(check(s), s.Close())
}

// checkRefused fails unless a commit fails for want of a right, says how to mend it and leaves the old generation.
func checkRefused(s *Store) error {
	_, err := commit(s, "new")
	if err == nil || !strings.Contains(err.Error(), "may not write to the folder "+string(s.folder)) {
		return fmt.Errorf("commit: %v, want one that says who may not write where", err)
	}
	return currentIs(s, "old")
}

func currentIs(from source, label string) error {
	g, err := from.Current(context.Background())
	if err == nil && g.Label != label {
		err = fmt.Errorf("current is %q, want %q", g.Label, label)
	}
	if err == nil {
		err = whole(g)
	}
	return err
}

// checkFullDisk fills the disk by what is in the draft, so that the manifest has no room.
func checkFullDisk(s *Store) error {
	d, err := s.Begin()
	if err != nil {
		return err
	}
	if err := fill(d, "new"); err != nil {
		return err
	}
	if err := fillDisk(d.Own()); err != nil {
		return err
	}
	_, err = d.Commit(context.Background(), "new")
	if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "free some space") {
		return fmt.Errorf("commit on a full disk: %v", err)
	}
	if err := currentIs(s, "old"); err != nil {
		return err
	}
	_, err = commit(s, "fits again")
	return errors.Join(err, currentIs(s, "fits again"))
}

// fillDisk writes to a new file until there is no room.
func fillDisk(dir string) error {
	f, err := os.Create(filepath.Join(dir, "much"))
	if err != nil {
		return err
	}
	defer f.Close()
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		return err
	}
	return nil
}

// openFullDisk opens and serves a store on a disk without any room.
func openFullDisk(dir string) error {
	if err := fillDisk(folder(dir).parts()); err != nil {
		return err
	}
	if err := os.Rename(folder(dir).part("much"), filepath.Join(dir, "much")); err != nil { // where it is not swept
		return err
	}
	s, err := Open(dir, Options{})
	if err != nil {
		return err
	}
	return errors.Join(currentIs(s, "fits again"), checkNoBegin(s), s.Close())
}

func checkNoBegin(s *Store) error {
	if _, err := commit(s, "new"); !errors.Is(err, syscall.ENOSPC) {
		return fmt.Errorf("commit on a full disk: %v", err)
	}
	return nil
}

// checkOnlyRead fails unless a store can be read but not opened to write.
func checkOnlyRead(dir string) error {
	s, err := Open(dir, Options{})
	if err == nil {
		return errors.Join(errors.New("a folder that nobody may write to was opened"), s.Close())
	}
	if !strings.Contains(err.Error(), "may not write to the folder "+dir) {
		return err
	}
	r, err := OpenReader(dir)
	if err != nil {
		return err
	}
	return currentIs(r, "old")
}

// checkFileLimit allows no file to be longer than its first bytes.
func checkFileLimit(s *Store) error {
	d, err := s.Begin()
	if err != nil {
		return err
	}
	if err := fill(d, "new"); err != nil {
		return err
	}
	signal.Ignore(syscall.SIGXFSZ)
	before := syscall.Rlimit{}
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		return err
	}
	small := syscall.Rlimit{Cur: 40, Max: before.Max}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &small); err != nil {
		return err
	}
	_, err = d.Commit(context.Background(), "new")
	if !errors.Is(err, syscall.EFBIG) || !strings.Contains(err.Error(), "raise the limits") {
		return fmt.Errorf("commit with a limit: %v", err)
	}
	if err := currentIs(s, "old"); err != nil {
		return err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		return err
	}
	_, err = commit(s, "next")
	return errors.Join(err, currentIs(s, "next"))
}
