package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"hash/fnv"
	"io"
	"slices"
)

// Changed reports whether a reading would find another corpus than the one that made the inventory. It looks at names and
// stamps only, and reads a file where they do not tell: one that was written within two seconds of that reading, one that
// could not be read then, and all files of a source that SourceFS has made.
func (s Source) Changed(ctx context.Context, before *Inventory) (bool, error) {
	seen, err := s.look(ctx, before, false)
	return seen.differs, err
}

// sight is what a look at the files has shown.
type sight struct {
	differs bool   // from the inventory
	state   uint64 // equal for equal names and stamps
}

// look compares the files with an inventory. With trust, a stamp that is equal to the recorded one is believed even where
// it is too new to vouch for the file.
func (s Source) look(ctx context.Context, before *Inventory, trust bool) (sight, error) {
	l, err := s.open()
	if err != nil {
		return sight{}, err
	}
	defer l.close()
	found, err := l.list(ctx)
	if err != nil {
		return sight{}, s.named(err)
	}
	known := before.matching(l)
	if known == nil {
		known = &Inventory{}
	}
	v := viewer{loader: l, known: known, trust: trust, state: fnv.New64a()}
	v.sight.differs = known != before || digestProblems(found.problems) != known.listing
	for n, f := range slices.Concat(found.rules, found.files) {
		if err := ctx.Err(); err != nil {
			return sight{}, err
		}
		v.see(n, f)
	}
	v.sight.differs = v.sight.differs || len(found.rules)+len(found.files) != len(known.files)
	v.sight.state = v.state.Sum64()
	return v.sight, nil
}

// viewer looks at one file after another.
type viewer struct {
	*loader
	known *Inventory
	trust bool
	state hash.Hash64
	sight sight
}

// see looks at file n.
func (v *viewer) see(n int, f file) {
	v.note([]byte(f.path), f.stamp.size, f.stamp.modified, f.stamp.changed, int64(f.stamp.inode))
	if n >= len(v.known.files) || v.known.files[n].path != f.path {
		v.sight.differs = true
		return
	}
	old := &v.known.files[n]
	switch {
	case v.stamped && f.stamp != old.stamp:
		v.sight.differs = true
	case old.state&isUnread == 0 && (v.trust && v.stamped || v.vouches(f, old, v.known.began)):
	default:
		v.compare(f, old)
	}
}

// compare reads the file. One that could not be read, and still cannot, is unchanged.
func (v *viewer) compare(f file, old *record) {
	sum, err := v.hash(f.path)
	if err == nil {
		v.note(sum[:])
	}
	couldNot := old.state&isUnread != 0
	v.sight.differs = v.sight.differs || couldNot != (err != nil) || !couldNot && sum != old.hash
}

// hash returns the hash of a file's bytes.
func (l *loader) hash(path string) (sum [sha256.Size]byte, err error) {
	f, _, err := l.open(path)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return sum, err
	}
	h.Sum(sum[:0])
	return sum, nil
}

// note adds to the state.
func (v *viewer) note(name []byte, numbers ...int64) {
	b := binary.AppendUvarint(nil, uint64(len(name)))
	b = append(b, name...)
	for _, n := range numbers {
		b = binary.LittleEndian.AppendUint64(b, uint64(n))
	}
	v.state.Write(b)
}
