package message

import (
	"slices"
	"unicode/utf8"

	"pullquote/corpus"
)

// claimSet has the hashes of the publishers and titles of all documents. Of a name it keeps 8 bytes: what a message may name
// is found by looking every stretch of the message up, not every name. That a stretch has the hash of a name and is none
// happens once in some hundred million messages.
type claimSet struct {
	hashes  []uint64 // ordered once sort was called
	longest int      // of the names, in bytes
}

// longestClaim is how long a name may be, in bytes, for a message to name it.
const longestClaim = 512

func (c *claimSet) add(m corpus.Metadata) {
	for _, name := range [...]string{m.Publisher.Value, m.Title.Value} {
		if name == "" || len(name) > longestClaim {
			continue
		}
		h := claimHash(claimOffset)
		for i := range len(name) {
			h = h.with(name[i])
		}
		c.hashes = append(c.hashes, uint64(h))
		c.longest = max(c.longest, len(name))
	}
}

func (c *claimSet) sort() {
	slices.Sort(c.hashes)
	c.hashes = slices.Clip(slices.Compact(c.hashes))
}

// claimHash is a FNV-1a hash.
type claimHash uint64

const claimOffset claimHash = 14695981039346656037

func (h claimHash) with(c byte) claimHash { return (h ^ claimHash(c)) * 1099511628211 }

// namesIn returns the names that parts of a message may give: stretches from the beginning of a word to the end of one.
func (c *claimSet) namesIn(parts []part) (names []string) {
	seen := map[string]bool{}
	for _, p := range parts {
		if p.quoted {
			continue
		}
		for at := range wordEdges(p.text) {
			for _, name := range c.namesAt(p.text[at:]) {
				if !seen[name] {
					seen[name], names = true, append(names, name)
				}
			}
		}
	}
	return names
}

// namesAt returns the names that a text begins with.
func (c *claimSet) namesAt(text string) (names []string) {
	text = text[:min(len(text), c.longest+utf8.UTFMax)]
	h, hashed := claimOffset, 0
	for end := range wordEdges(text) {
		for ; hashed < end; hashed++ {
			h = h.with(text[hashed])
		}
		if _, found := slices.BinarySearch(c.hashes, uint64(h)); found && end > 0 {
			names = append(names, text[:end])
		}
	}
	return names
}

// wordEdges yields the places of a text, its beginning and end among them, that are not inside a word.
func wordEdges(text string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		inWord := false
		for at, r := range text {
			word := isWordRune(r)
			if !(word && inWord) && !yield(at) {
				return
			}
			inWord = word
		}
		yield(len(text))
	}
}
