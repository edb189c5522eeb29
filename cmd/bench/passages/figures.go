package passages

import (
	"bufio"
	"hash/maphash"
	"io"
	"slices"
	"strings"
)

// Figures say how natural a text is, so that it can be told beside its source.
type Figures struct {
	Passages int
	// Words is the number of words, Vocabulary the number of different ones, whatever their case.
	Words, Vocabulary int
	// Once is the share of the vocabulary that stands in one place only, in [0, 1].
	Once float64
	// Frequent are the shares of all words that the 10, 100 and 1,000 most frequent take, in [0, 1].
	Frequent [3]float64
	// Repeated is the share of the runs of five words that have stood before, in [0, 1].
	Repeated float64
}

var frequentRanks = [3]int{10, 100, 1000}

// repeatedWords is how many words Repeated is measured over, from the beginning.
const repeatedWords = 2_000_000

// Measure reads the passages of a file that Export has written.
func Measure(r io.Reader) (Figures, error) {
	c := newCounter()
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 16<<20)
	for sc.Scan() {
		_, text, _ := strings.Cut(sc.Text(), "\t")
		_, text, _ = strings.Cut(text, "\t")
		c.text(text)
	}
	return c.figures(), sc.Err()
}

// Measure returns the figures of the source; its sentences count as passages.
func (s *Source) Measure() Figures {
	c := newCounter()
	for _, words := range s.Sentences {
		c.text(strings.Join(words, " "))
	}
	return c.figures()
}

type counter struct {
	f        Figures
	times    map[string]int
	seed     maphash.Seed
	runs     map[uint64]bool
	repeated int
	run      []string // the last words, up to five
}

func newCounter() *counter {
	return &counter{times: map[string]int{}, seed: maphash.MakeSeed(), runs: map[uint64]bool{}}
}

func (c *counter) text(text string) {
	c.f.Passages++
	c.run = c.run[:0]
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if w = strings.Trim(w, `.,;:!?"'()`); w != "" {
			c.f.Words++
			c.times[w]++
			c.follow(w)
		}
	}
}

// follow counts the run of five words that ends with w.
func (c *counter) follow(w string) {
	const length = 5
	if c.run = append(c.run, w); len(c.run) > length {
		c.run = slices.Delete(c.run, 0, 1)
	}
	if len(c.run) < length || c.f.Words > repeatedWords {
		return
	}
	h := maphash.String(c.seed, strings.Join(c.run, " "))
	if c.runs[h] {
		c.repeated++
	}
	c.runs[h] = true
}

func (c *counter) figures() Figures {
	f := c.f
	var times []int
	once := 0
	for _, n := range c.times {
		times = append(times, n)
		if n == 1 {
			once++
		}
	}
	slices.SortFunc(times, func(a, b int) int { return b - a })
	f.Vocabulary = len(times)
	f.Once = share(once, len(times))
	for i, rank := range frequentRanks {
		f.Frequent[i] = share(sum(times[:min(rank, len(times))]), f.Words)
	}
	f.Repeated = share(c.repeated, c.repeated+len(c.runs))
	return f
}

func sum(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
