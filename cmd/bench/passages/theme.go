package passages

import "math/rand/v2"

// subject is what a text is about: words that it prefers to others of their kind, the preferred first.
type subject struct{ nouns, adjectives, names []string }

// extent is how many words of each kind a subject has.
type extent struct{ nouns, adjectives, names int }

var (
	themeExtent    = extent{nouns: 24, adjectives: 10, names: 8}
	documentExtent = extent{nouns: 4, adjectives: 1, names: 3}
)

// vocabulary gives subjects their words.
type vocabulary struct{ nouns, adjectives, names *urn }

func newVocabulary(rng *rand.Rand, l Lexicon) *vocabulary {
	of := func(list []string) *urn { return newUrn(rng, newMint(rng, list).word) }
	return &vocabulary{nouns: of(l.Nouns), adjectives: of(l.Adjectives), names: of(l.Names)}
}

func (v *vocabulary) subject(e extent) subject {
	return subject{draws(v.nouns, e.nouns), draws(v.adjectives, e.adjectives), draws(v.names, e.names)}
}

func draws(u *urn, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = u.draw()
	}
	return out
}

// themes are shared by documents: the more documents a theme has the likelier the next one has it too.
type themes struct {
	rng   *rand.Rand
	words *vocabulary
	taken []*subject // the theme of every document so far
	count int        // different themes
}

// themeStrength and themeDiscount are for themes what those of an urn are for words.
const (
	themeStrength = 20
	themeDiscount = .7
)

func (t *themes) next() *subject {
	n, k := float64(len(t.taken)), float64(t.count)
	var s *subject
	if t.rng.Float64()*(themeStrength+n) < themeStrength+themeDiscount*k {
		drawn := t.words.subject(themeExtent)
		s = &drawn
		t.count++
	} else {
		s = t.taken[t.rng.IntN(len(t.taken))]
	}
	t.taken = append(t.taken, s)
	return s
}

// favourite draws a word, the first of them more often than the last.
func favourite(rng *rand.Rand, words []string) string {
	u := rng.Float64()
	return words[int(u*u*float64(len(words)))]
}
