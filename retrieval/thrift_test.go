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
		l.current.Store(&edition{segments: []*segment{
			{layout: layout{document: make([]uint32, c.passages/2)}},
			{layout: layout{document: make([]uint32, c.passages-c.passages/2)}},
		}})
		l.SaveMemory()
		if got := debug.SetGCPercent(usualPercent); got != c.want {
			t.Errorf("%d passages: the collector comes at %d %% where it came at %d %%, want %d %%", c.passages, got, c.before, c.want)
		}
	}
}
