package retrieval

import (
	"cmp"
	"context"
	"slices"

	"golang.org/x/sync/errgroup"

	"pullquote/corpus"
)

// The documents of a reload become a segment of their own. So that there are never many, it takes up the smaller ones of
// those that are there, and those of which much is dead: a segment is at least twice as large as all that are smaller
// together, and every document is written again about as often as the corpus doubles.

// fold writes the live documents of the segments that the new one takes up, and leaves nothing of them.
func (f *filing) fold(ctx context.Context) error {
	e := f.now.edition
	if e == nil {
		return nil
	}
	size := 0
	if f.writer != nil {
		size = len(f.writer.builder.document)
	}
	for _, i := range f.bySize() {
		live, dead := f.passagesOf(i)
		if live > 0 && (live < 2*size || dead > live || f.isMisread(i)) {
			if err := f.refill(ctx, i); err != nil {
				return err
			}
			size += live
		}
	}
	return nil
}

// bySize returns the numbers of the segments that are there, the smallest first.
func (f *filing) bySize() []int {
	numbers := make([]int, len(f.live))
	for i := range numbers {
		numbers[i] = i
	}
	slices.SortStableFunc(numbers, func(a, b int) int {
		x, _ := f.passagesOf(a)
		y, _ := f.passagesOf(b)
		return cmp.Compare(x, y)
	})
	return numbers
}

// passagesOf returns how many passages of a segment are of documents that stay, and how many are not.
func (f *filing) passagesOf(segment int) (live, dead int) {
	s := f.now.edition.segments[segment]
	for _, document := range s.document {
		if f.live[segment][document] {
			live++
		}
	}
	return live, len(s.document) - live
}

// isMisread reports whether a segment has documents that were read in a language that is not the usual one any more.
func (f *filing) isMisread(segment int) bool {
	return f.next.usual != f.now.usual && len(f.now.edition.segments[segment].assumed) > 0
}

// refill writes the live documents of a segment once more, which then has none.
func (f *filing) refill(ctx context.Context, segment int) error {
	e := f.now.edition
	for n, live := range f.live[segment] {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !live {
			continue
		}
		if err := f.write(e.snapshot.Documents()[e.places[segment][n]]); err != nil {
			return err
		}
	}
	clear(f.live[segment])
	return nil
}

// usualLanguage returns the language of most documents of the next snapshot that tell theirs.
func (f *filing) usualLanguage() string {
	count := map[string]int{}
	if f.writer != nil {
		for _, code := range f.writer.builder.language {
			count[code]++
		}
	}
	for i, live := range f.live {
		s := f.now.edition.segments[i]
		for n, code := range s.language {
			if live[n] {
				count[code]++
			}
		}
		for _, n := range s.assumed {
			if live[n] {
				count[s.language[n]]--
			}
		}
	}
	return mostUsual(count)
}

// assembly is an edition that is put together of the segment that was written and of those that stay.
type assembly struct {
	*filing
	parts    corpus.SnapshotParts
	segments []*segment
	kept     []int // the numbers of the segments that stay
	snapshot *corpus.Snapshot
}

// assemble makes the next edition. Segments must be closed when it fails.
func (b *assembly) assemble(ctx context.Context) error {
	if err := b.gather(ctx); err != nil {
		return err
	}
	e := openEdition(b.snapshot, b.segments, byLanguage(b.next.lost))
	if err := e.measureChance(ctx); err != nil {
		return err
	}
	b.next.edition = e
	return nil
}

// gather finishes the segment that was written, makes the snapshot and counts what is lost: at the same time, unless that
// takes much memory.
func (b *assembly) gather(ctx context.Context) error {
	var fresh *segment
	group, ctx := errgroup.WithContext(ctx)
	if b.writer != nil {
		shelf, written, err := b.writer.end()
		if err != nil {
			return err
		}
		if len(written.document) > manyPassages {
			group.SetLimit(1)
		}
		b.hold(corpus.Holding{Shelf: shelf})
		group.Go(func() (err error) {
			defer recoverRead(&err)
			fresh, err = written.finish(ctx, b.next.usual, shelf.Document)
			return err
		})
	}
	b.keep()
	group.Go(func() (err error) {
		defer recoverRead(&err)
		b.snapshot, err = corpus.SnapshotOf(ctx, b.parts)
		return err
	})
	group.Go(b.lose)
	err := group.Wait()
	if fresh != nil {
		b.segments = slices.Insert(b.segments, 0, fresh)
	}
	return err
}

// hold adds the documents of a segment.
func (b *assembly) hold(h corpus.Holding) {
	b.parts.Holdings = append(b.parts.Holdings, h)
	b.next.lost = append(b.next.lost, nil)
}

// keep adds the segments that stay.
func (b *assembly) keep() {
	now := b.now.edition
	for i, live := range b.live {
		if slices.Contains(live, true) {
			b.hold(corpus.Holding{Shelf: now.snapshot.Shelves()[i], Live: live})
			b.segments = append(b.segments, now.segments[i].share())
			b.next.parts = append(b.next.parts, b.now.parts[i])
			b.kept = append(b.kept, i)
		}
	}
}

// lose counts what is lost of the segments that stay.
func (b *assembly) lose() (err error) {
	defer recoverRead(&err)
	if b.losses == nil {
		return nil
	}
	b.losses.end()
	first := len(b.next.lost) - len(b.kept)
	for n, i := range b.kept {
		b.next.lost[first+n] = b.losses.with(b.now.lost[i], i, b.live[i])
	}
	return nil
}
