package passages

import (
	"math/rand/v2"
	"strings"
)

// mint gives the words of a list, in a shuffled order, and when they run out coins words that look like them.
type mint struct {
	rng    *rand.Rand
	list   []string
	follow map[string][]byte // what follows two letters; 0 is the end of a word
}

// newMint shuffles a copy of list.
func newMint(rng *rand.Rand, list []string) *mint {
	m := &mint{rng: rng, list: append([]string(nil), list...), follow: map[string][]byte{}}
	rng.Shuffle(len(m.list), func(i, j int) { m.list[i], m.list[j] = m.list[j], m.list[i] })
	for _, w := range m.list {
		for i := 0; i+coinContext < len(w); i++ {
			m.follow[key(w[i:i+coinContext])] = append(m.follow[key(w[i:i+coinContext])], w[i+coinContext])
		}
		if len(w) >= coinContext {
			last := key(w[len(w)-coinContext:])
			m.follow[last] = append(m.follow[last], 0)
		}
	}
	return m
}

// coinContext is how many letters decide on the next one. A coined word begins as a word of the list does.
const (
	coinContext = 3
	coinShort   = 5
	coinLong    = 14
)

func key(s string) string { return strings.ToLower(s) }

// word returns the k-th word, from 0.
func (m *mint) word(k int) string {
	if k < len(m.list) {
		return m.list[k]
	}
	return m.coin()
}

// coin draws a word letter by letter. It may be one of the list.
func (m *mint) coin() string {
	for {
		w := []byte(m.list[m.rng.IntN(len(m.list))])
		if len(w) < coinContext {
			continue
		}
		w = w[:coinContext]
		for len(w) <= coinLong {
			follow := m.follow[key(string(w[len(w)-coinContext:]))]
			letter := follow[m.rng.IntN(len(follow))]
			if letter == 0 {
				break
			}
			w = append(w, letter)
		}
		if len(w) >= coinShort && len(w) <= coinLong {
			return string(w)
		}
	}
}
