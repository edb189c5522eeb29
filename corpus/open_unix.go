//go:build unix

package corpus

import "syscall"

// withoutWaiting lets a pipe be opened that nobody writes to.
const withoutWaiting = syscall.O_NONBLOCK
