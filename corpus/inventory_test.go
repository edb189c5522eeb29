package corpus

import (
	"bytes"
	"context"
	"fmt"
	"testing"
)

// smallInventory returns an inventory with items of every kind.
func smallInventory(t testing.TB) *Inventory {
	t.Helper()
	d := newDisk(1)
	d.write(sidecarName, "sub/:\n  title: A title")
	d.write("a.txt", "The ferry leaves\u200b at nine.")
	d.write("empty.md", "")
	d.write("sub/b.md", "The ferry leaves at ten.")
	d.write("sub/c.jsonl", line("1", "One.")+"{\n\n"+line("1", "Two.")+line("2", "Three\\u200b."))
	d.locked["empty.md"] = true
	r, err := d.source(Options{}).Read(context.Background(), nil, &collection{})
	if err != nil {
		t.Fatal(err)
	}
	return r.Inventory
}

func TestReadInventoryRefuses(t *testing.T) {
	whole := inventoryBytes(smallInventory(t))
	for n := range whole {
		if _, err := ReadInventory(whole[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are an inventory", n, len(whole))
		}
	}
	if _, err := ReadInventory(append(bytes.Clone(whole), 0)); err == nil {
		t.Error("one byte more is an inventory")
	}
	if _, err := ReadInventory([]byte("pullquote inventory 2\n")); err == nil {
		t.Error("another format is an inventory")
	}
}

// What another version has read, or the same with other limits, is read anew.
func TestReadAnew(t *testing.T) {
	d := newDisk(1)
	d.write("a.txt", "The ferry leaves at nine.")
	track := &tracker{T: t, source: d.source(Options{})}
	track.read()
	older := *track.inventory
	older.made.version++
	for name, other := range map[string]struct {
		source    Source
		inventory *Inventory
	}{
		"no inventory": {track.source, nil}, "another version": {track.source, &older}, "other limits": {d.source(Options{Limits: Limits{Depth: 3}}), track.inventory},
	} {
		again := &tracker{T: t, source: other.source, inventory: other.inventory}
		if !again.changed() {
			t.Errorf("%s: nothing has changed", name)
		}
		if _, r := again.read(); r.New != 1 || r.Kept != 0 {
			t.Errorf("%s: %d new, %d kept", name, r.New, r.Kept)
		}
	}
	d.clock = d.clock.Add(stampGrain + 1)
	track.read()
	if _, r := track.read(); r.New != 0 || r.Kept != 1 || r.Bytes != 0 || track.changed() {
		t.Errorf("%d new, %d kept, %d bytes read, changed: %v", r.New, r.Kept, r.Bytes, track.changed())
	}
}

func FuzzReadInventory(f *testing.F) {
	f.Add(inventoryBytes(smallInventory(f)))
	f.Add(inventoryBytes(nil))
	f.Fuzz(func(t *testing.T, data []byte) {
		i, err := ReadInventory(data)
		if err != nil {
			return
		}
		documents := 0
		for n := range i.files {
			for at, it := range i.itemsOf(&i.files[n]) {
				if again := i.itemAt(&i.files[n], at); again.id != it.id || again.state != it.state {
					t.Fatalf("item %+v is %+v at its place", it, again)
				}
				if it.state == accepted {
					documents++
				}
			}
		}
		if documents != i.Documents() {
			t.Fatalf("%d documents, counted %d", documents, i.Documents())
		}
		if again := throughBytes(t, i); !bytes.Equal(inventoryBytes(again), inventoryBytes(i)) {
			t.Fatal("it is another when it is written and read")
		}
		r, err := newDisk(1).source(Options{}).Read(context.Background(), i, &collection{})
		if err != nil || r.Inventory.Documents() != 0 {
			t.Fatalf("an empty corpus is read as %+v, %v", r, err)
		}
	})
}

func BenchmarkReadInventory(b *testing.B) {
	w := newInventoryWriter(making{version: readerVersion}, 0)
	for n := range 100_000 {
		path := fmt.Sprintf("folder-%03d/document-%06d.txt", n/1000, n)
		w.open(path)
		w.add(item{id: path})
		w.close(stamp{1000, 1_700_000_000_000_000_000 + int64(n), 1_700_000_000_000_000_000, uint64(n)}, [32]byte{byte(n)}, 0)
	}
	data := inventoryBytes(w.finish())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := ReadInventory(data); err != nil {
			b.Fatal(err)
		}
	}
}
