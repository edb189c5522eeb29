//go:build darwin || freebsd || netbsd

package corpus

import (
	"io/fs"
	"syscall"
)

// inodeOf returns when the inode of a file was changed, which nobody can set, and its number.
func inodeOf(info fs.FileInfo) (changed int64, inode uint64) {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctimespec.Nano(), s.Ino
	}
	return 0, 0
}
