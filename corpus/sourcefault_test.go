package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"testing/synctest"
)

// faulty is a file system that fails as it is told to.
type faulty struct {
	fstest.MapFS
	open   map[string]error  // by file
	midway map[string]error  // after half of the file
	grows  map[string]*int64 // how many more times the file grows while it is read
}

func (f faulty) Open(name string) (fs.File, error) {
	if err := f.open[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	file, err := f.MapFS.Open(name)
	if err != nil {
		return nil, err
	}
	if n := f.grows[name]; n != nil && *n > 0 {
		*n--
		data := f.MapFS[name].Data
		return &growing{file, strings.NewReader(string(data) + "And more.\n")}, nil
	}
	if err := f.midway[name]; err != nil {
		return &breaking{File: file, left: len(f.MapFS[name].Data) / 2, err: err}, nil
	}
	return file, nil
}

// growing is a file that has more bytes than it says.
type growing struct {
	fs.File
	io.Reader
}

func (g *growing) Read(b []byte) (int, error) { return g.Reader.Read(b) }

// breaking is a file of which so many bytes can be read.
type breaking struct {
	fs.File
	left int
	err  error
}

func (r *breaking) Read(b []byte) (int, error) {
	if r.left == 0 {
		return 0, r.err
	}
	n, err := r.File.Read(b[:min(len(b), r.left)])
	r.left -= n
	return n, err
}

var errDisk = errors.New("the disk is gone")

// shortProblems returns what problems say, without how to mend it.
func shortProblems(problems []Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s: %s (left out: %v)\n", p.Path, p.Reason, p.LeftOut)
	}
	return b.String()
}

// A file that cannot be read is tried again every time; one that is being written keeps its earlier documents.
func TestReadWithFaults(t *testing.T) {
	many := func(n int64) map[string]*int64 { return map[string]*int64{"a.md": &n} }
	lines := func(n int64) map[string]*int64 { return map[string]*int64{"b.jsonl": &n} }
	const whole = "a.md b.jsonl#1 b.jsonl#2 c.md"
	for _, tt := range []struct {
		name           string
		faults         faulty
		first, again   string // documents of a reading with nothing before it, and of one against a whole reading
		firstProblems  string
		againProblems  string
		keptBeforehand bool
	}{
		{"none", faulty{}, whole, whole, "", "", false},
		{"cannot be opened", faulty{open: map[string]error{"a.md": errDisk}}, "b.jsonl#1 b.jsonl#2 c.md", "b.jsonl#1 b.jsonl#2 c.md",
			"a.md: it cannot be read: the disk is gone (left out: true)\n", "a.md: it cannot be read: the disk is gone (left out: true)\n", false},
		{"may not be read", faulty{open: map[string]error{"b.jsonl": fs.ErrPermission}}, "a.md c.md", "a.md c.md",
			"b.jsonl: it may not be read (left out: true)\n", "b.jsonl: it may not be read (left out: true)\n", false},
		{"has gone", faulty{open: map[string]error{"a.md": fs.ErrNotExist, "b.jsonl": fs.ErrNotExist}}, "c.md", "c.md", "", "", false},
		{"breaks midway", faulty{midway: map[string]error{"a.md": errDisk}}, "b.jsonl#1 b.jsonl#2 c.md", "b.jsonl#1 b.jsonl#2 c.md",
			"a.md: it cannot be read: the disk is gone (left out: true)\n", "a.md: it cannot be read: the disk is gone (left out: true)\n", false},
		{"lines break midway", faulty{midway: map[string]error{"b.jsonl": errDisk}}, "a.md b.jsonl#1 c.md", "a.md b.jsonl#1 c.md",
			"b.jsonl: it cannot be read beyond line 1: the disk is gone (left out: true)\n", "b.jsonl: it cannot be read beyond line 1: the disk is gone (left out: true)\n", false},
		{"grows twice", faulty{grows: many(2)}, whole, whole, "", "", false},
		{"grows and grows", faulty{grows: many(9)}, "b.jsonl#1 b.jsonl#2 c.md", whole,
			"a.md: it changed each time while it was read (left out: true)\n",
			"a.md: it changed each time while it was read; 1 document stays as read before (left out: false)\n", true},
		{"lines grow twice", faulty{grows: lines(2)}, whole, whole, "", "", false},
		{"lines grow and grow", faulty{grows: lines(9)}, "a.md c.md", whole,
			"b.jsonl: it changed each time while it was read (left out: true)\n",
			"b.jsonl: it changed each time while it was read; 2 documents stay as read before (left out: false)\n", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			good := fstest.MapFS{"a.md": {Data: []byte("One.\n")}, "b.jsonl": {Data: []byte(line("1", "Two.") + line("2", "Three."))}, "c.md": {Data: []byte("Four.\n")}}
			tt.faults.MapFS = good
			refill := refiller(tt.faults)
			checkFaults(t, &tracker{T: t, source: SourceFS(tt.faults, Options{})}, tt.first, tt.firstProblems)
			refill()
			track := &tracker{T: t, source: SourceFS(good, Options{})}
			track.read()
			track.source = SourceFS(tt.faults, Options{})
			checkFaults(t, track, tt.again, tt.againProblems)
			track.source = SourceFS(good, Options{}) // all is well again
			if got, r := track.read(); strings.Join(got.order, " ") != whole || len(r.Problems) > 0 || tt.keptBeforehand && r.New > 0 {
				t.Errorf("afterwards documents %q, %d of them new, problems %v", got.order, r.New, r.Problems)
			}
		})
	}
}

// refiller returns a function that makes the files grow as often again.
func refiller(f faulty) func() {
	before := map[string]int64{}
	for name, n := range f.grows {
		before[name] = *n
	}
	return func() {
		for name, n := range before {
			*f.grows[name] = n
		}
	}
}

func checkFaults(t *testing.T, track *tracker, documents, problems string) {
	t.Helper()
	got, r := track.read()
	if s := strings.Join(got.order, " "); s != documents {
		t.Errorf("documents %q, want %q", s, documents)
	}
	if s := shortProblems(r.Problems); s != problems {
		t.Errorf("problems\n%swant\n%s", s, problems)
	}
}

// rewritten is a file system whose file is another after it has been opened so often.
type rewritten struct {
	fstest.MapFS
	file   string
	opens  *int
	before int
	then   string
}

func (r rewritten) Open(name string) (fs.File, error) {
	if name == r.file {
		if *r.opens++; *r.opens > r.before {
			r.MapFS[name] = &fstest.MapFile{Data: []byte(r.then), Mode: 0o644}
		}
	}
	return r.MapFS.Open(name)
}

// A JSONL file that is written anew between the survey and the reading of its lines gives the lines that are still the
// same, and for the others the earlier documents.
func TestReadLinesWrittenAnewMeanwhile(t *testing.T) {
	old := line("1", "One.") + line("2", "Two.") + line("3", "Three.")
	surveyed := line("1", "One.") + line("4", "Four.") + line("2", "Two, changed.")
	then := line("1", "One.") + line("4", "Four.") + line("2", "Two, changed again.")
	files := fstest.MapFS{"a.jsonl": {Data: []byte(old)}}
	track := &tracker{T: t, source: SourceFS(files, Options{})}
	track.read()
	files["a.jsonl"] = &fstest.MapFile{Data: []byte(surveyed)}
	track.source = SourceFS(rewritten{files, "a.jsonl", new(int), 1, then}, Options{})
	checkFaults(t, track, "a.jsonl#1 a.jsonl#4 a.jsonl#2 a.jsonl#3",
		"a.jsonl: it changed each time while it was read; 2 documents stay as read before (left out: false)\n")
	if got := track.documents["a.jsonl#2"].Text(); got != "Two." {
		t.Errorf("document 2 says %q, want the earlier text", got)
	}
	if !track.changed() {
		t.Error("the file is not to be read again")
	}
	checkFaults(t, track, "a.jsonl#1 a.jsonl#4 a.jsonl#2", "")
	if got := track.documents["a.jsonl#2"].Text(); got != "Two, changed again." {
		t.Errorf("document 2 says %q, want the latest text", got)
	}
}

// A file that was refused, and then could not be read in peace, is refused again.
func TestReadRefusedThenUnsteady(t *testing.T) {
	files := fstest.MapFS{"a.md": {Data: []byte(" \n")}}
	n := int64(9)
	calm, restless := SourceFS(files, Options{}), SourceFS(faulty{MapFS: files, grows: map[string]*int64{"a.md": &n}}, Options{})
	const refusal = "a.md: it holds no text that can be quoted (left out: true)\n"
	track := &tracker{T: t, source: calm}
	checkFaults(t, track, "", refusal)
	track.source = restless
	checkFaults(t, track, "", "a.md: it changed each time while it was read (left out: true)\n")
	track.source = calm
	checkFaults(t, track, "", refusal)
}

// A reader that panics costs its own document only, and that is said.
func TestBuildSurvivesAPanic(t *testing.T) {
	p := past{loader: newLoader(fstest.MapFS{}, Options{})}
	it, doc := p.build(item{id: "a.md"}, "a.md", func() (string, draft, []remark, error) { panic("out of range") })
	if doc != nil || it.state != refused || len(it.notes) != 1 || it.notes[0].reason != "reading it failed: out of range" {
		t.Errorf("document %v, item %+v", doc, it)
	}
}

// fussy is a sink that takes no more than so many documents.
type fussy struct {
	shadow
	most int
}

var errFull = errors.New("no space left")

func (f *fussy) Put(d *Document) error {
	if len(f.order) == f.most {
		return errFull
	}
	return f.shadow.Put(d)
}

func TestReadStopsWithItsSink(t *testing.T) {
	d := newDisk(1)
	for i := range 500 {
		d.write(fmt.Sprintf("%03d.md", i), "A text.")
	}
	sink := &fussy{shadow: shadow{now: map[string]*Document{}}, most: 3}
	if _, err := d.source(Options{}).Read(context.Background(), nil, sink); err != errFull {
		t.Errorf("Read = %v, want the sink's error", err)
	}
}

// openCount counts the files that are opened.
type openCount struct {
	fs.FS
	files *atomic.Int64
}

func (o openCount) Open(name string) (fs.File, error) {
	if path.Ext(name) == ".html" {
		o.files.Add(1)
	}
	return o.FS.Open(name)
}

// waiting is a sink that takes nothing until it is told to.
type waiting struct {
	shadow
	proceed chan struct{}
}

func (w *waiting) Put(d *Document) error {
	<-w.proceed
	return w.shadow.Put(d)
}

// While the sink does not take documents, only a few are read.
func TestReadIsBounded(t *testing.T) {
	for name, tt := range map[string]struct {
		size int
		most int64
	}{
		"many": {10, mostWaiting + 2}, "large": {mostBytesWaiting / 4, 4 + 1}, "larger than the bound": {mostBytesWaiting + 1, 1 + 1},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				files, page := fstest.MapFS{}, &fstest.MapFile{Data: []byte("<p>One.<!--" + strings.Repeat("-", tt.size))}
				for i := range 200 {
					files[fmt.Sprintf("%03d.html", i)] = page
				}
				opened := new(atomic.Int64)
				sink := &waiting{shadow{now: map[string]*Document{}}, make(chan struct{})}
				ctx, cancel := context.WithCancel(t.Context())
				ended := make(chan error)
				go func() {
					_, err := SourceFS(openCount{files, opened}, Options{}).Read(ctx, nil, sink)
					ended <- err
				}()
				synctest.Wait()
				if n := opened.Load(); n > tt.most || n == 0 {
					t.Errorf("%d files were opened, want 1 to %d", n, tt.most)
				}
				cancel()
				close(sink.proceed)
				if err := <-ended; !errors.Is(err, context.Canceled) {
					t.Errorf("Read = %v", err)
				}
			})
		})
	}
}
