package retrieval

import (
	"runtime/debug"
	"testing"
)

func TestSaveMemory(t *testing.T) {
	const lavish = 123
	defer debug.SetGCPercent(debug.SetGCPercent(lavish))
	for _, c := range []struct {
		passages int
		gogc     string
		want     int
	}{
		{0, "", lavish}, {manyPassages, "", lavish}, {manyPassages + 1, "", servingPercent}, {manyPassages + 1, "200", lavish},
	} {
		t.Setenv("GOGC", c.gogc)
		l := &Library{}
		l.current.Store(&edition{segments: []*segment{
			{layout: layout{document: make([]uint32, c.passages/2)}},
			{layout: layout{document: make([]uint32, c.passages-c.passages/2)}},
		}})
		l.SaveMemory()
		if got := debug.SetGCPercent(lavish); got != c.want {
			t.Errorf("%d passages, GOGC=%q: the collector comes at %d %%, want %d", c.passages, c.gogc, got, c.want)
		}
	}
}
