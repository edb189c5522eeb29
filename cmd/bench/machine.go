package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"

	"pullquote/cmd/bench/report"
)

// thisRun returns what measures now. The floor of the machine is that of now, too.
func thisRun() (report.Run, error) {
	program, err := fingerprint()
	r := report.Run{Date: time.Now().Format(time.DateOnly), Program: program, Machine: machine()}
	r.Machine.Floor = residentKB() << 10
	return r, err
}

// fingerprint returns the beginning of a hash of this program: another one for every version of it, and for every way in
// which it is compiled.
func fingerprint() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil))[:12], nil
}

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
