// Package report writes docs/performance.md: what the benchmark measured, as ratios to the other engines, how it grows with
// the corpus, and what an operator needs to know to choose a machine.
package report

import (
	"slices"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
)

// Results are what was measured.
type Results struct {
	// Run is what measured the last of it.
	Run
	// Absent are engines that could not take part in the last measurement.
	Absent []contest.Absent `json:"absent,omitempty"`
	// Sizes are the corpora, the smallest first.
	Sizes []Size `json:"sizes"`
}

// Run is what measured something, and when.
type Run struct {
	// Date is such as 2026-11-22.
	Date string `json:"date"`
	// Program tells versions of the program apart; it is empty in results of versions that did not say.
	Program string  `json:"program"`
	Machine Machine `json:"machine"`
}

// like reports whether what two runs measured may stand side by side: by one version of the program on one machine.
func (r Run) like(o Run) bool {
	return r.Program == o.Program && r.Machine.bare() == o.Machine.bare()
}

// Machine is what it was measured on.
type Machine struct {
	Processor string `json:"processor"`
	Cores     int    `json:"cores"`
	// Memory is that of the machine, in bytes.
	Memory int64 `json:"memory"`
	// Floor is what every process is told to have had at its peak at least, in bytes: the memory of the one that starts it.
	Floor int64 `json:"floor"`
	// System and Go name the operating system and the version of Go.
	System string `json:"system"`
	Go     string `json:"go"`
}

// bare returns m without its floor, which is of the moment.
func (m Machine) bare() Machine {
	m.Floor = 0
	return m
}

// Size is what was measured with one corpus.
type Size struct {
	Name   string `json:"name"`
	Rounds int    `json:"rounds"`
	Corpus Corpus `json:"corpus"`
	// Figures are the medians of the rounds, by contender, and First those of the first few questions by themselves. A
	// contender that is slow has figures of questions in First alone.
	Figures map[string]contest.Figures `json:"figures"`
	First   map[string]contest.Figures `json:"first"`
	// Quality is how well each contender ranks, in the order of the page; empty where it was not measured.
	Quality []Quality `json:"quality,omitempty"`
	// Profiles say where the time of our phases goes; empty where it was not told.
	Profiles []Profile `json:"profiles,omitempty"`
	// Measured, Judged and Profiled are what measured the figures, the quality and the profiles.
	Measured Run `json:"measured"`
	Judged   Run `json:"judged"`
	Profiled Run `json:"profiled"`
}

// Corpus is what a generated corpus is like.
type Corpus struct {
	// Origin and SHA256 name the source and the hash of its text.
	Origin string `json:"origin"`
	SHA256 string `json:"sha256"`
	// Source are the figures of the source's text, Text those of the passages.
	Source    passages.Figures `json:"source"`
	Text      passages.Figures `json:"text"`
	Documents int              `json:"documents"`
	// Bytes is the size of all documents.
	Bytes int64 `json:"bytes"`
}

// Quality is how well a contender ranks documents of a set with known answers among those of a corpus.
type Quality struct {
	Contender string `json:"contender"`
	Questions int    `json:"questions"`
	// First and Five are the shares of the questions of which a right document is the first, or among the first five.
	First float64 `json:"s1"`
	Five  float64 `json:"s5"`
}

// Profile says where the processor time of a phase goes.
type Profile struct {
	Phase string `json:"phase"`
	// Seconds are the processor time that the phase took, all the times that it was profiled.
	Seconds float64 `json:"seconds"`
	Times   int     `json:"times"`
	// Parts are the shares, the largest first.
	Parts []Part `json:"parts"`
}

// Part is a share of a phase, in [0, 1].
type Part struct {
	Name  string  `json:"name"`
	Share float64 `json:"share"`
}

// Size returns what there is of a size; it is not ok where there is nothing.
func (r Results) Size(name string) (s Size, ok bool) {
	for _, s := range r.Sizes {
		if s.Name == name {
			return s, true
		}
	}
	return Size{}, false
}

// Put puts a size in its place among the sizes, which are told apart by their names.
func (r *Results) Put(s Size) {
	for i, old := range r.Sizes {
		switch {
		case old.Name == s.Name:
			r.Sizes[i] = s
			return
		case old.passages() > s.passages():
			r.Sizes = slices.Insert(r.Sizes, i, s)
			return
		}
	}
	r.Sizes = append(r.Sizes, s)
}

func (s Size) passages() float64 { return float64(s.Corpus.Text.Passages) }
