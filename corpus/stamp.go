package corpus

import (
	"io/fs"
	"math"
	"time"
)

// stamp is what a file system says about a file without reading it. Two stamps of a file that differ mean that it may
// have changed; two that are equal mean that it has not, unless it changed within the grain of the file system's clock.
type stamp struct {
	size              int64
	modified, changed int64 // nanoseconds since 1970; changed is of the inode, 0 where the system does not tell
	inode             uint64
}

// unknownStamp is equal to that of no file.
var unknownStamp = stamp{modified: math.MinInt64}

// stampGrain is the coarsest clock of a file system in use, that of FAT. A file that was written so shortly before it was
// read may have been written again since, with the same stamp.
const stampGrain = 2 * time.Second

func stampOf(info fs.FileInfo) stamp {
	s := stamp{size: info.Size()}
	if t := info.ModTime(); !t.IsZero() {
		s.modified = t.UnixNano()
	}
	s.changed, s.inode = inodeOf(info)
	return s
}

// settled reports whether the stamp vouches for a file that was read at the time, in nanoseconds since 1970.
func (s stamp) settled(read int64) bool {
	return s != unknownStamp && max(s.modified, s.changed) < read-int64(stampGrain)
}
