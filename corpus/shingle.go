package corpus

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// shingle says that a document, by its number, has a run of words, by its hash. Whole, the hash would make it a third
// larger in memory.
type shingle struct{ high, low, doc uint32 }

func newShingle(hash uint64, doc uint32) shingle {
	return shingle{uint32(hash >> 32), uint32(hash), doc}
}

func (s shingle) hash() uint64 { return uint64(s.high)<<32 | uint64(s.low) }

func compareShingles(a, b shingle) int {
	if byHash := cmp.Compare(a.hash(), b.hash()); byHash != 0 {
		return byHash
	}
	return cmp.Compare(a.doc, b.doc)
}

// pile collects the shingles of documents. It keeps an even sample, the same in every document: one run of words in
// rate, which is the smallest power of two that leaves at most most of all runs. So it depends on the documents alone,
// not on their order. It is kept in chunks, sixteen when it is full, which spares the copies that a slice leaves behind
// when it grows.
type pile struct {
	most, runs uint64
	rate       uint64
	chunks     [][]shingle
	set        []uint64 // of the last document
}

func newPile(most int) *pile { return &pile{most: uint64(most), rate: 1} }

// room returns how many shingles a chunk holds.
func (p *pile) room() int { return int(max(1, p.most/16)) }

// add adds the shingles of a document and returns its number of runs of words.
func (p *pile) add(number uint32, b *body) (runs int) {
	p.set, runs = appendShingles(p.set[:0], b, p.rate)
	for _, h := range p.set {
		p.push(newShingle(h, number))
	}
	p.runs += uint64(runs)
	for p.runs > p.most*p.rate {
		p.rate *= 2
		p.thin()
	}
	return runs
}

func (p *pile) push(s shingle) {
	last := len(p.chunks) - 1
	if last < 0 || len(p.chunks[last]) == p.room() {
		p.chunks = append(p.chunks, p.chunk())
		last++
	}
	p.chunks[last] = append(p.chunks[last], s)
}

// chunk returns an empty chunk. The first grows, so that few shingles take little; the others are made for as many as they
// will hold.
func (p *pile) chunk() []shingle {
	if len(p.chunks) == 0 {
		return nil
	}
	return make([]shingle, 0, p.room())
}

// thin drops what the sample no longer holds, and moves the rest together.
func (p *pile) thin() {
	chunks := p.chunks
	p.chunks = chunks[:0:0]
	for _, chunk := range chunks {
		p.chunks = append(p.chunks, slices.DeleteFunc(chunk, func(s shingle) bool { return s.hash()&(p.rate-1) != 0 }))
		p.join()
	}
}

// join fills the last chunk but one from the last.
func (p *pile) join() {
	last := len(p.chunks) - 1
	if last < 1 {
		return
	}
	before, after := p.chunks[last-1], p.chunks[last]
	n := min(len(after), p.room()-len(before))
	p.chunks[last-1] = append(before, after[:n]...)
	if p.chunks[last] = slices.Delete(after, 0, n); len(after) == n {
		p.chunks = p.chunks[:last]
	}
}

// sorted returns what has been collected, for documents of these ranks. Nothing may be added afterwards.
func (p *pile) sorted(ranks []uint32) []*run {
	var runs []*run
	for _, chunk := range p.chunks {
		slices.SortFunc(chunk, compareShingles)
		runs = append(runs, &run{chunk: chunk, ranks: ranks, rate: p.rate})
	}
	return runs
}

// appendShingles appends the hashes of the runs of shingleWords words of the document's own text, one in rate, which is a
// power of two, each once. It also returns how many runs there are in all.
func appendShingles(set []uint64, b *body, rate uint64) (_ []uint64, runs int) {
	start := len(set)
	h := shingler{set: set, mask: rate - 1}
	for _, s := range b.sentences {
		h.read(b.text[s.Start:s.End])
	}
	slices.Sort(h.set[start:])
	return append(h.set[:start], slices.Compact(h.set[start:])...), max(0, h.words-shingleWords+1)
}

// shingler hashes runs of words.
type shingler struct {
	set   []uint64             // hashes of the runs that are in the sample
	mask  uint64               // bits that these hashes do not have
	last  [shingleWords]uint64 // hashes of the last words, the latest at the end
	words int
}

// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
const fnvOffset, fnvPrime = 14695981039346656037, 1099511628211

// read hashes the words of a text without regard to case, and the runs that end with them.
func (s *shingler) read(text string) {
	const none = fnvOffset
	h := uint64(none)
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		i += n
		if small := wordRune(r); small >= 0 {
			h = (h ^ uint64(small)) * fnvPrime
		} else if h != none {
			s.add(h)
			h = none
		}
	}
	if h != none {
		s.add(h)
	}
}

// add takes the hash of the next word.
func (s *shingler) add(word uint64) {
	copy(s.last[:], s.last[1:])
	s.last[shingleWords-1] = word
	if s.words++; s.words < shingleWords {
		return
	}
	if h := hashRun(&s.last); h&s.mask == 0 {
		s.set = append(s.set, h)
	}
}

// wordRune returns a letter or digit as a small letter, -1 for what is no part of a word.
func wordRune(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		return wordBytes[r]
	case isWordRune(r):
		return unicode.ToLower(r)
	}
	return -1
}

// wordBytes are what wordRune returns for ASCII.
var wordBytes = asciiWordRunes()

func asciiWordRunes() (out [utf8.RuneSelf]rune) {
	for r := range out {
		out[r] = -1
		if isWordRune(rune(r)) {
			out[r] = unicode.ToLower(rune(r))
		}
	}
	return out
}

// hashRun hashes a run of words.
func hashRun(words *[shingleWords]uint64) uint64 {
	h := uint64(fnvOffset)
	for _, w := range words {
		h = (h ^ w) * fnvPrime
		h ^= h >> 32
	}
	return h
}
