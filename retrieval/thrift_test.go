package retrieval

import (
	"runtime/debug"
	"testing"
)

func TestSaveMemory(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(usualPercent))
	for _, c := range []struct{ passages, before, want int }{
		{0, usualPercent, usualPercent},
		{manyPassages, usualPercent, usualPercent},
		{manyPassages + 1, usualPercent, servingPercent},
		{manyPassages + 1, 200, 200},
		{manyPassages + 1, -1, -1},
	} {
		debug.SetGCPercent(c.before)
		l := &Library{}
		l.current.Store(ofPassages(c.passages))
		l.SaveMemory()
		if got := debug.SetGCPercent(usualPercent); got != c.want {
			t.Errorf("%d passages: the collector comes at %d %% where it came at %d %%, want %d %%", c.passages, got, c.before, c.want)
		}
	}
}

// TestSaveMemoryOfWhatGrows lets a library grow by a reload.
func TestSaveMemoryOfWhatGrows(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(usualPercent))
	for save, want := range map[bool]int{true: servingPercent, false: usualPercent} {
		l := &Library{}
		l.current.Store(ofPassages(1))
		if save {
			l.SaveMemory()
		}
		l.current.Store(ofPassages(manyPassages + 1))
		l.afterReload()
		if got := debug.SetGCPercent(usualPercent); got != want {
			t.Errorf("memory is saved: %t, the collector comes at %d %%, want %d %%", save, got, want)
		}
	}
}

// ofPassages returns an edition of two segments that have n passages together.
func ofPassages(n int) *edition {
	of := func(n int) *segment { return &segment{layout: layout{document: make([]uint32, n)}} }
	return &edition{segments: []*segment{of(n / 2), of(n - n/2)}}
}
