//go:build !linux

package main

import "time"

// cpuTime returns 0: the benchmark needs Debian's packages, so only Linux is measured.
func cpuTime() time.Duration { return 0 }

// residentKB returns 0, as cpuTime does.
func residentKB() int64 { return 0 }
