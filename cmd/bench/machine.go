package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"

	"pullquote/cmd/bench/report"
)

// machine returns what this machine is, as far as it tells.
func machine() report.Machine {
	m := report.Machine{Cores: runtime.NumCPU(), Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	m.Processor = valueIn("/proc/cpuinfo", "model name")
	if name := strings.Trim(valueIn("/etc/os-release", "PRETTY_NAME"), `"`); name != "" {
		m.System = name + ", " + m.System
	}
	if words := strings.Fields(valueIn("/proc/meminfo", "MemTotal")); len(words) > 0 {
		kb, _ := strconv.ParseInt(words[0], 10, 64) // 0 where it is not told
		m.Memory = kb << 10
	}
	return m
}

// valueIn returns what a file of lines "key: value" or "key=value" says of a key first; "" where it says nothing.
func valueIn(file, key string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if i := strings.IndexAny(line, ":="); i >= 0 && strings.TrimSpace(line[:i]) == key {
			return strings.TrimSpace(line[i+1:])
		}
	}
	return ""
}
