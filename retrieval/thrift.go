package retrieval

import "runtime/debug"

// Indexing makes much that is needed for a moment only. Where the collector waits, as it does unless told otherwise, until
// that is as much again as what is kept, a million passages take a gigabyte; so it is told to come sooner. That costs a
// twentieth of the time of a build.
const thriftyPercent = 50

// thrifty makes the collector come sooner, unless it comes sooner still, until lavish is called.
func thrifty() (lavish func()) {
	before := debug.SetGCPercent(thriftyPercent)
	if before >= 0 && before < thriftyPercent {
		debug.SetGCPercent(before)
	}
	return func() { debug.SetGCPercent(before) }
}

// giveBack collects what is not needed any more and gives its memory back at once. It is called before something else
// begins that takes much memory.
func giveBack() { debug.FreeOSMemory() }
