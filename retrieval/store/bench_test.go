package store

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// The benchmarks work on 20 files of 5 MB.
const benchFiles, benchBytes = 20, 5_000_000

func fillMuch(b *testing.B, d *Draft) {
	b.Helper()
	_, dir, err := d.Part()
	if err != nil {
		b.Fatal(err)
	}
	data := make([]byte, benchBytes)
	for i := range benchFiles {
		data[0] = byte(i)
		if err := os.WriteFile(filepath.Join(dir, strconv.Itoa(i)), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
}

func begin(b *testing.B, s *Store) *Draft {
	b.Helper()
	d, err := s.Begin()
	if err != nil {
		b.Fatal(err)
	}
	fillMuch(b, d)
	return d
}

// BenchmarkCurrent verifies files that the system has in memory.
func BenchmarkCurrent(b *testing.B) {
	s := mustOpen(b, b.TempDir(), Options{})
	if _, err := begin(b, s).Commit(context.Background(), ""); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(benchFiles * benchBytes)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Current(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCommit commits files that have just been written: what is measured is the disk, mostly.
func BenchmarkCommit(b *testing.B) {
	s := mustOpen(b, b.TempDir(), Options{KeepGenerations: -1})
	b.SetBytes(benchFiles * benchBytes)
	for b.Loop() {
		b.StopTimer()
		d := begin(b, s)
		b.StartTimer()
		if _, err := d.Commit(context.Background(), ""); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCommitOfLittle commits two small files beside a large part that is reused.
func BenchmarkCommitOfLittle(b *testing.B) {
	s := mustOpen(b, b.TempDir(), Options{KeepGenerations: -1})
	g, err := begin(b, s).Commit(context.Background(), "")
	for b.Loop() {
		if err == nil {
			_, err = commit(s, "little", g.Parts...)
		}
	}
	if err != nil {
		b.Fatal(err)
	}
}
