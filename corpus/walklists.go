package corpus

import (
	"io/fs"
	"path"
)

// To list a folder is to ask the system about every file in it, which is most of the time that a reload takes to find that
// little has changed. So folders are listed side by side, a few ahead of the walk that goes through them in their order.

// listsAhead is how many folders are listed at a time.
const listsAhead = 4

// lists are what the folders of one folder hold.
type lists struct {
	fsys  fs.FS
	paths []string // of those that next has not returned yet
	begun []chan list
}

// list is what a folder holds, as fs.ReadDir returns it.
type list struct {
	entries []fs.DirEntry
	err     error
}

// listsIn returns the lists of the folders among the entries of a folder, at this depth. They must be waited for.
func (w *walker) listsIn(dir string, entries []fs.DirEntry, depth int) *lists {
	l := &lists{fsys: w.fsys}
	if depth > w.limits.Depth {
		return l
	}
	for _, e := range entries {
		if isWalked(dir, e) {
			l.paths = append(l.paths, path.Join(dir, e.Name()))
		}
	}
	return l
}

// next returns what the next folder holds, of which there must be one.
func (l *lists) next() ([]fs.DirEntry, error) {
	for len(l.begun) < min(listsAhead, len(l.paths)) {
		l.begin(l.paths[len(l.begun)])
	}
	first := <-l.begun[0]
	l.paths, l.begun = l.paths[1:], l.begun[1:]
	return first.entries, first.err
}

func (l *lists) begin(path string) {
	done := make(chan list, 1)
	l.begun = append(l.begun, done)
	go func() {
		entries, err := fs.ReadDir(l.fsys, path)
		done <- list{entries, err}
	}()
}

// wait waits until no folder is being listed.
func (l *lists) wait() {
	for _, done := range l.begun {
		<-done
	}
}
