package corpus

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// shadow is a sink that holds the documents of one reading and takes those that stay from the one before.
type shadow struct {
	before map[string]*Document
	now    map[string]*Document
	order  []string
	kept   []string
}

func (s *shadow) Keep(id string) error {
	d := s.before[id]
	if d == nil {
		return fmt.Errorf("%s is to be kept and was not there", id)
	}
	s.kept = append(s.kept, id)
	return s.Put(d)
}

func (s *shadow) Put(d *Document) error {
	if s.now[d.ID()] != nil {
		return fmt.Errorf("%s comes twice", d.ID())
	}
	s.now[d.ID()] = d
	s.order = append(s.order, d.ID())
	return nil
}

// tracker reads a source again and again, each time against the reading before.
type tracker struct {
	*testing.T
	source    Source
	inventory *Inventory
	documents map[string]*Document
}

// read reads the source once more and returns what came, and the rest.
func (t *tracker) read() (*shadow, *Reading) {
	t.Helper()
	s := &shadow{before: t.documents, now: map[string]*Document{}}
	r, err := t.source.Read(context.Background(), t.inventory, s)
	if err != nil {
		t.Fatal(err)
	}
	if r.Kept != len(s.kept) || r.New != len(s.order)-len(s.kept) || r.Inventory.Documents() != len(s.order) {
		t.Fatalf("kept %d, new %d, %d in the inventory; the sink has %d of %d kept", r.Kept, r.New, r.Inventory.Documents(), len(s.kept), len(s.order))
	}
	t.inventory, t.documents = throughBytes(t, r.Inventory), s.now
	return s, r
}

// throughBytes writes and reads an inventory.
func throughBytes(t testing.TB, i *Inventory) *Inventory {
	t.Helper()
	again, err := ReadInventory(inventoryBytes(i))
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func inventoryBytes(i *Inventory) []byte {
	b, _ := i.AppendBinary(nil)
	return b
}

// changed returns what Changed says.
func (t *tracker) changed() bool {
	t.Helper()
	changed, err := t.source.Changed(context.Background(), t.inventory)
	if err != nil {
		t.Fatal(err)
	}
	return changed
}

// sameReading fails unless a reading against an earlier one has found what a fresh one finds.
func sameReading(t *testing.T, got, want *shadow, r, fresh *Reading) {
	t.Helper()
	if !slices.Equal(got.order, want.order) {
		t.Fatalf("documents %q, want %q", got.order, want.order)
	}
	for id, d := range want.now {
		if o := got.now[id]; o.Text() != d.Text() || o.Metadata() != d.Metadata() || !reflect.DeepEqual(o.Blocks(), d.Blocks()) {
			t.Fatalf("%s is %q with %+v, want %q with %+v", id, o.Text(), o.Metadata(), d.Text(), d.Metadata())
		}
	}
	if !slices.Equal(r.Problems, fresh.Problems) {
		t.Fatalf("problems\n%+v\nwant\n%+v", r.Problems, fresh.Problems)
	}
	if !reflect.DeepEqual(r.Synonyms, fresh.Synonyms) {
		t.Fatalf("synonyms %q, want %q", r.Synonyms, fresh.Synonyms)
	}
}

// disk is a file system whose clock stands still between edits and whose files can be made unreadable.
type disk struct {
	fstest.MapFS
	clock  time.Time
	locked map[string]bool
	rnd    *rand.Rand
}

func newDisk(seed uint64) *disk {
	return &disk{MapFS: fstest.MapFS{}, clock: time.Unix(1_700_000_000, 0), locked: map[string]bool{}, rnd: rand.New(rand.NewPCG(seed, 1))}
}

func (d *disk) Open(name string) (fs.File, error) {
	if d.locked[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.MapFS.Open(name)
}

func (d *disk) source(opts Options) Source {
	s := SourceFS(d, opts)
	s.stamped, s.now = true, func() time.Time { return d.clock }
	return s
}

func (d *disk) write(name, content string) {
	delete(d.locked, name)
	d.MapFS[name] = &fstest.MapFile{Data: []byte(content), Mode: 0o644, ModTime: d.clock}
}

// name returns the name of a file, mostly of one that is there.
func (d *disk) name() string {
	if names := slices.Sorted(maps.Keys(d.MapFS)); len(names) > 0 && d.rnd.IntN(4) > 0 {
		return names[d.rnd.IntN(len(names))]
	}
	return []string{"a.txt", "b.md", "c.html", "sub/d.txt", "sub/e.md", "f.jsonl", "g.jsonl", "sub/h.jsonl", "f.jsonl#1.txt", "picture.png"}[d.rnd.IntN(10)]
}

// content returns what may stand in a file of the name; the same length comes often.
func (d *disk) content(name string) string {
	switch {
	case name == sidecarName:
		return d.pick("", "a.txt:\n  title: "+d.word(), "'**':\n  publisher: "+d.word(), "f.jsonl:\n  author: "+d.word()+"\nnone.txt:\n  title: A", "f.jsonl#1:\n  title: "+d.word(), "[bad", "sub/:\n  lang: de")
	case name == synonymsName:
		return d.pick("", "ferry, boat", "ferry", d.word()+" => pier")
	case isJSONL(name):
		return d.jsonLines()
	}
	return d.pick("", "  ", "\x00\x01\x02\x03\x04", "The "+d.word()+" leaves at nine.", "# "+d.word()+"\n\nThe "+d.word()+" leaves\u200b at ten.\n\nIt is late.")
}

func (d *disk) jsonLines() string {
	var b strings.Builder
	for range d.rnd.IntN(6) {
		b.WriteString(d.pick("\n", "{bad\n", strings.Repeat("too long ", 30)+"\n", `{"id":"x"}`+"\n", line(fmt.Sprint(d.rnd.IntN(5)), "The "+d.word()+" leaves at nine."),
			line(fmt.Sprint(d.rnd.IntN(5)), "The "+d.word()+" \\u0000leaves."), line("1.txt", "The pier."), strings.TrimSpace(line("7", "No end."))))
	}
	return b.String()
}

func (d *disk) pick(from ...string) string { return from[d.rnd.IntN(len(from))] }

func (d *disk) word() string { return d.pick("ferry", "train", "coach", "plane") }

// edit changes one thing, or nothing. A file that is renamed or locked gets another stamp, as it does where the time of the
// inode's change is known; one that becomes readable again does not.
func (d *disk) edit() {
	name := d.name()
	f := d.MapFS[name]
	switch n := d.rnd.IntN(10); {
	case n == 0:
		d.write(sidecarName, d.content(sidecarName))
	case n == 1:
		d.write(synonymsName, d.content(synonymsName))
	case f == nil || n < 5:
		d.write(name, d.content(name))
	case n == 5:
		delete(d.MapFS, name)
	case n == 6: // rename
		delete(d.MapFS, name)
		d.write(d.name(), string(f.Data))
	case n == 7: // touch
		d.write(name, string(f.Data))
	case n == 8: // lines change their places
		lines := strings.SplitAfter(string(f.Data), "\n")
		d.rnd.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		d.write(name, strings.Join(lines, ""))
	case d.locked[name]:
		delete(d.locked, name)
	default:
		d.write(name, string(f.Data))
		d.locked[name] = true
	}
}

// A reading against an earlier one finds what a fresh one finds, whatever has happened in between.
func TestReadAgainstAnEarlierReading(t *testing.T) {
	for seed := range uint64(60) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			d := newDisk(seed)
			opts := Options{Limits: Limits{Documents: []int{0, 0, 6}[seed%3], TotalBytes: []int64{0, 300}[seed%2], FileBytes: 200}}
			track := tracker{T: t, source: d.source(opts)}
			var last *Reading
			for range 60 {
				for range d.rnd.IntN(3) {
					d.edit()
				}
				said := track.changed()
				got, r := track.read()
				fresh := tracker{T: t, source: track.source}
				want, all := fresh.read()
				sameReading(t, got, want, r, all)
				if !bytes.Equal(inventoryBytes(track.inventory), inventoryBytes(fresh.inventory)) {
					t.Fatal("the inventories differ")
				}
				if !said && (r.New > 0 || last.Inventory.Documents() != r.Kept || !slices.Equal(last.Problems, r.Problems) || !reflect.DeepEqual(last.Synonyms, r.Synonyms)) {
					t.Fatal("the change is not seen")
				}
				last = r
				d.clock = d.clock.Add([]time.Duration{0, time.Second, 5 * time.Second}[d.rnd.IntN(3)])
			}
		})
	}
}

// A file that is touched is not replayed where other files leave no room for it.
func TestReadWithoutRoom(t *testing.T) {
	d := newDisk(1)
	d.write("b.jsonl", line("1", "One.")+line("2", "Two.")+line("3", "Three."))
	track := &tracker{T: t, source: d.source(Options{Limits: Limits{Documents: 3}})}
	checkFaults(t, track, "b.jsonl#1 b.jsonl#2 b.jsonl#3", "")
	d.write("a.md", "First.")
	const left = "b.jsonl: from line 3 on it is left out: the corpus already has 3 documents, the most that are loaded (left out: true)\n"
	for range 3 {
		d.clock = d.clock.Add(time.Minute)
		checkFaults(t, track, "a.md b.jsonl#1 b.jsonl#2", left)
		d.write("b.jsonl", string(d.MapFS["b.jsonl"].Data))
	}
	delete(d.MapFS, "a.md")
	checkFaults(t, track, "b.jsonl#1 b.jsonl#2 b.jsonl#3", "")
	d.write("a.md", "First.")
	d.write("b.jsonl", string(d.MapFS["b.jsonl"].Data))
	checkFaults(t, track, "a.md b.jsonl#1 b.jsonl#2", left)
}
