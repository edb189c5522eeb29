package corpus

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// watched is a disk under watch, with what the watch has reported.
type watched struct {
	*disk
	*tracker
	reports, failures int
	reload            bool // a report makes the corpus be read
	broken            bool // the folder cannot be listed
	opened            atomic.Int64
	edits             atomic.Int64 // orders what the test does before what the looks see
}

func (w *watched) Open(name string) (fs.File, error) {
	if w.broken {
		return nil, errDisk
	}
	if name != "." {
		w.opened.Add(1)
	}
	return w.disk.Open(name)
}

func (w *watched) ReadDir(name string) ([]fs.DirEntry, error) {
	if w.broken {
		return nil, errDisk
	}
	return w.disk.ReadDir(name)
}

// pass lets so many looks pass.
func (w *watched) pass(looks int) {
	for range looks {
		w.edits.Add(1)
		time.Sleep(5 * time.Second)
		synctest.Wait()
		w.clock = w.clock.Add(5 * time.Second)
	}
}

// expect fails unless there have been so many reports since the last time.
func (w *watched) expect(what string, reports int) {
	w.Helper()
	if w.reports != reports {
		w.Errorf("%s: %d reports, want %d", what, w.reports, reports)
	}
	w.reports = 0
}

// underWatch calls test with a disk that is watched and has been read.
func underWatch(t *testing.T, test func(*watched)) {
	synctest.Test(t, func(t *testing.T) {
		w := &watched{disk: newDisk(1), reload: true}
		w.write("a.md", "The ferry leaves at nine.")
		source := w.disk.source(Options{})
		source.fsys = w
		w.tracker = &tracker{T: t, source: source}
		w.read()
		ctx, cancel := context.WithCancel(t.Context())
		go w.tracker.source.Watch(ctx, func() *Inventory {
			w.edits.Load()
			return w.inventory
		}, WatchOptions{Failed: func(error) { w.failures++ }}, func() {
			if w.reports++; w.reload {
				w.read()
			}
		})
		synctest.Wait()
		w.clock = w.clock.Add(time.Second) // the looks are between the edits
		test(w)
		cancel()
	})
}

func TestWatch(t *testing.T) {
	underWatch(t, func(w *watched) {
		w.pass(10)
		w.expect("nothing changes", 0)
		w.write("b.md", "The train leaves at ten.")
		w.pass(1)
		w.expect("a new file, seen once", 0)
		w.pass(1)
		w.expect("a new file, seen twice", 1)
		w.pass(10)
		w.expect("nothing changes any more", 0)
		for range 10 {
			w.write("b.md", "The train leaves at "+w.clock.String())
			w.pass(1)
		}
		w.expect("a file that is being written", 0)
		w.pass(2)
		w.expect("a file that was written", 1)
		delete(w.MapFS, "a.md")
		w.pass(2)
		w.expect("a file that is deleted", 1)
		w.write("c.md", "The coach leaves at ten.")
		w.pass(1)
		delete(w.MapFS, "c.md")
		w.pass(10)
		w.expect("a file that comes and goes", 0)
		w.write("picture.png", "")
		w.pass(10)
		w.expect("a file that cannot be a document", 1)
	})
}

// A change that could not be reloaded is reported again, less and less often.
func TestWatchReportsAgain(t *testing.T) {
	underWatch(t, func(w *watched) {
		w.reload = false
		w.write("b.md", "The train leaves at ten.")
		w.pass(2)
		w.expect("at first", 1)
		w.pass(2 + 4 + 8)
		w.expect("after 2, 4 and 8 looks", 3)
		w.write("b.md", "The train leaves at eleven.")
		w.pass(2)
		w.expect("another change", 1)
		w.pass(4000)
		if most := 4000/mostPatience + 6; w.reports > most || w.reports < most-8 {
			t.Errorf("%d reports in 4000 looks, want about %d", w.reports, most)
		}
	})
}

func TestWatchFails(t *testing.T) {
	underWatch(t, func(w *watched) {
		w.broken = true
		w.pass(10)
		w.broken = false
		w.pass(10)
		w.expect("a folder that was away for a while", 0)
		if w.failures != 1 {
			t.Errorf("%d failures are reported, want 1", w.failures)
		}
		w.broken = true
		w.pass(1)
		if w.failures != 2 {
			t.Errorf("%d failures are reported, want 2", w.failures)
		}
	})
}

// A file that is too new for its stamp is read by the looks until it is not.
func TestWatchReadsLittle(t *testing.T) {
	underWatch(t, func(w *watched) {
		w.pass(3)
		before := w.opened.Load()
		w.pass(100)
		if n := w.opened.Load() - before; n != 0 {
			t.Errorf("%d files are opened though nothing changes", n)
		}
	})
}

// A folder on a real disk, whose stamps have all there is.
func TestReadFolder(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a.md", "The ferry leaves at nine.")
	write("b.jsonl", line("1", "One.")+line("2", "Two."))
	source, err := SourceAt(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	source.now = func() time.Time { return time.Now().Add(time.Minute) } // the files are a minute old
	track := &tracker{T: t, source: source}
	if _, r := track.read(); r.New != 3 || r.Bytes == 0 {
		t.Errorf("%d new documents, %d bytes, want 3 and some", r.New, r.Bytes)
	}
	if _, r := track.read(); r.Kept != 3 || r.Bytes != 0 || track.changed() {
		t.Errorf("%d documents kept, %d bytes, changed: %v; want 3, none and false", r.Kept, r.Bytes, track.changed())
	}
	info, err := os.Stat(filepath.Join(dir, "a.md"))
	if err != nil {
		t.Fatal(err)
	}
	replaceLikeness(t, filepath.Join(dir, "a.md"), "The train leaves at nine.", info.ModTime())
	if changed, _ := inodeOf(info); changed != 0 && !track.changed() {
		t.Error("a file of the same size and time is not seen to be another")
	}
	write("b.jsonl", line("2", "Two.")+line("3", "Three."))
	if got, r := track.read(); r.Kept != 1 || strings.Join(got.order, " ") != "a.md b.jsonl#2 b.jsonl#3" {
		t.Errorf("documents %q, %d of them kept, want b.jsonl#2 kept", got.order, r.Kept)
	}
}

// replaceLikeness puts another file in the place of one, with the same time.
func replaceLikeness(t *testing.T, path, content string, modified time.Time) {
	t.Helper()
	other := path + ".new"
	err := errors.Join(os.WriteFile(other, []byte(content), 0o644), os.Chtimes(other, modified, modified), os.Rename(other, path))
	if err != nil {
		t.Fatal(err)
	}
}

func TestReadSingleFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "faq.jsonl")
	if err := os.WriteFile(path, []byte(line("1", "One.")), 0o644); err != nil {
		t.Fatal(err)
	}
	source, err := SourceAt(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	track := &tracker{T: t, source: source}
	track.read()
	if got, r := track.read(); r.Kept != 1 || strings.Join(got.order, " ") != "1" || track.changed() || source.Name() != path {
		t.Errorf("documents %q, %d kept, changed: %v, of %s", got.order, r.Kept, track.changed(), source.Name())
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := source.Changed(context.Background(), track.inventory); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Changed without the file = %v", err)
	}
	if _, err := source.Read(context.Background(), track.inventory, &collection{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Read without the file = %v", err)
	}
}
