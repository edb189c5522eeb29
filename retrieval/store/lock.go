package store

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// takeLock locks a file, which is made if need be, and writes into it who has it. The system gives the lock back when the
// process ends, however it ends. It fails with ErrInUse when another Store has it.
func takeLock(path string) (*os.File, error) {
	f, taken, err := lockFile(path)
	if err != nil {
		return nil, err
	}
	if taken {
		const share = "give each process a folder of its own, or let the others only read this one"
		return nil, fmt.Errorf("%w by %s: %s", ErrInUse, holder(path), share)
	}
	sign(f)
	return f, nil
}

// sign writes into a lock who has it. It may fail, as on a full disk: all that depends on it is what others are told.
func sign(f *os.File) {
	host, err := os.Hostname()
	if err != nil {
		host = "an unknown host"
	}
	line := fmt.Sprintf("process %d on %s since %s\n", os.Getpid(), host, time.Now().UTC().Format(time.RFC3339))
	if n, err := f.WriteAt([]byte(line), 0); err == nil {
		_ = f.Truncate(int64(n))
	}
}

// holder returns who has a lock, as sign wrote it.
func holder(path string) string {
	data, err := os.ReadFile(path)
	line, _, complete := strings.Cut(string(data), "\n")
	if err != nil || !complete { // it is being written
		return "another process"
	}
	return line
}
