package retrieval

import (
	"runtime/debug"
	"runtime/metrics"
)

// Indexing makes much that is needed for a moment only. Where the collector waits, as it does unless told otherwise, until
// that is as much again as what is kept, a million passages take a gigabyte; so it is told to come sooner once much is
// kept. That costs a twentieth of the time of a build, and would cost a tenth of that of a small reload.
const (
	thriftyPercent = 50
	thriftyFrom    = 96 << 20 // bytes that are kept
)

// thrift makes the collector come sooner, unless it comes sooner still. The zero thrift has not begun to.
type thrift struct {
	begun  bool
	before int // the percentage that was set
}

// look begins if much is kept.
func (t *thrift) look() {
	if t.begun || kept() < thriftyFrom {
		return
	}
	t.begun, t.before = true, debug.SetGCPercent(thriftyPercent)
	if t.before >= 0 && t.before < thriftyPercent {
		debug.SetGCPercent(t.before)
	}
}

// end lets the collector come as it did before.
func (t *thrift) end() {
	if t.begun {
		debug.SetGCPercent(t.before)
	}
}

// kept returns how many bytes the collector found in use when it last came.
func kept() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// A large library that only answers makes little, but where the collector waits for as much again as what is kept, it takes
// twice what it needs.
const (
	servingPercent = 50
	usualPercent   = 100 // where nobody says otherwise
)

// SaveMemory makes the collector come sooner while the library is large, now or after a reload, for as long as the process
// runs. It is for a process that does hardly anything but answer from it: of a million passages a third less memory is taken
// then, and a question costs up to a tenth more. It changes nothing where the process was told another pace of the
// collector than the usual one (GOGC).
func (l *Library) SaveMemory() {
	l.saving.Store(true)
	l.save()
}

func (l *Library) save() {
	if !l.saving.Load() || !l.isLarge() {
		return
	}
	if before := debug.SetGCPercent(servingPercent); before != usualPercent {
		debug.SetGCPercent(before)
	}
}

// afterReload gives the memory of a reload back at once, if the library is large.
func (l *Library) afterReload() {
	l.save()
	if l.isLarge() {
		giveBack()
	}
}

// isLarge reports whether the library has so many passages that it pays to care for memory.
func (l *Library) isLarge() bool {
	e := l.current.Load()
	if e == nil {
		return false
	}
	passages := 0
	for _, s := range e.segments {
		passages += len(s.document)
	}
	return passages > manyPassages
}

// giveBack collects what is not needed any more and gives its memory back at once. It is called when much has been let go of.
func giveBack() { debug.FreeOSMemory() }
