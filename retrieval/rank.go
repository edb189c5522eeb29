package retrieval

import (
	"cmp"
	"context"
	"math"
	"slices"

	"pullquote/corpus"
	"pullquote/retrieval/postings"
)

// candidate is a retrieved passage, read for the question.
type candidate struct {
	passage
	query *query
	score float64 // BM25 over the highest possible, see weigh
	// found holds for each sentence of the passage the places of the question's words.
	found []matches
	// inTitle holds the matches in the document's title, without their places.
	inTitle matches
	// terms is the number of terms of the text, titleTerms that of the title.
	terms, titleTerms int
	// stands is true if the passage can bring its document in: kin of the question's words alone cannot.
	stands bool
}

const (
	// pairBonus is what a pair of neighbouring words of the question adds when the passage has it too, relative to
	// the lighter of the two words.
	pairBonus = .3
	// foreignFactor is what a passage counts that is not in the language of the question: names match everywhere, but
	// who asks in Turkish reads Turkish.
	foreignFactor = .75
	// safeKin is how safely kin must say a word to bring a document in that the word itself cannot.
	safeKin = .7
	// kinAloneFactor is what a passage counts that holds only kin of the question's words, where the corpus uses the
	// words themselves elsewhere.
	kinAloneFactor = .6
)

// retrieve returns the best passages over all languages of the corpus, best first. The index only proposes; the
// order comes from the passages themselves, as they are read for the question. Only passages of the documents
// in the scope of d are returned; d learns which others match.
func (e *edition) retrieve(ctx context.Context, queries []*query, d *depth) ([]*candidate, error) {
	for _, q := range queries {
		if q.highest == 0 {
			continue
		}
		hits, err := e.propose(ctx, q, d.scope, d.most())
		if err != nil {
			return nil, err
		}
		n := min(retrieveDepth, len(hits))
		for _, i := range hits[:n] {
			c, err := e.newCandidate(i, q)
			if err != nil {
				return nil, err
			}
			d.candidates = append(d.candidates, c)
		}
		d.leave(q, hits[n:])
	}
	out := ranked(d.candidates)
	d.read = min(retrieveDepth, len(out))
	for _, c := range out[d.read:] {
		d.left[c.index.document()] = true
	}
	return out[:d.read], nil
}

// newCandidate reads a passage, which is one of the edition's, for a question. It fails when the index cannot be read.
func (e *edition) newCandidate(i passageIndex, q *query) (*candidate, error) {
	c := &candidate{passage: e.passage(i, q.tongue), query: q}
	text, title, err := e.termsOf(i)
	if err != nil {
		return nil, err
	}
	c.read(text, title)
	c.score = c.weigh()
	if q.foreign {
		c.score *= foreignFactor
	}
	c.stands = c.isExact() || c.isForAbsent()
	if !c.stands {
		c.score *= kinAloneFactor
	}
	c.score = rounded(c.score)
	return c, nil
}

// ranked returns the candidates that are admitted, best first.
func ranked(candidates []*candidate) []*candidate {
	out := admit(slices.Clone(candidates))
	slices.SortStableFunc(out, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.index, b.index))
	})
	return out
}

// rounded drops the digits in which machines that fuse multiplication and addition differ from others, so that an
// order never hangs on them.
func rounded(score float64) float64 { return math.Round(score*1e9) / 1e9 }

// admit keeps the candidates of documents in which some candidate holds a word of the question itself: kin alone
// brings no document in, unless it is safe and the corpus has no other word for it.
func admit(candidates []*candidate) []*candidate {
	admitted := map[*corpus.Document]bool{}
	for _, c := range candidates {
		if c.stands {
			admitted[c.Document()] = true
		}
	}
	return slices.DeleteFunc(candidates, func(c *candidate) bool { return !admitted[c.Document()] })
}

// isExact reports whether the passage or its title holds a word of the question itself.
func (c *candidate) isExact() bool {
	for w := range c.query.words {
		if c.safety(w) == 1 {
			return true
		}
	}
	return false
}

// isForAbsent reports whether the passage has a safe kin of a word that the corpus itself never uses.
func (c *candidate) isForAbsent() bool {
	for i, w := range c.query.words {
		if w.passages == 0 && !w.history && c.safety(i) >= safeKin {
			return true
		}
	}
	return false
}

// weigh returns the BM25 of the passage with its title, plus that of the title alone at titleWeight, plus pairs, over
// the highest BM25 possible. Of a word and its kin the one counts that is worth more.
func (c *candidate) weigh() float64 {
	t := c.query.tongue
	length, field := float64(c.terms+c.titleTerms), append(c.found, c.inTitle)
	titleLength, titleField := float64(c.titleTerms), field[len(c.found):]
	sum := pairBonus * (bm25K1 + 1) * c.pairs()
	for w, word := range c.query.words {
		text := c.worth(w, field, length, t.textStats.average())
		title := c.worth(w, titleField, titleLength, t.titleStats.average())
		sum += word.weight() * (text + titleWeight*title)
	}
	return sum / c.query.highest
}

// worth returns what the mentions of a word in a field are worth, between 0 and bm25K1+1. Mentions are counted apart
// by safety, and the best counts: many kin are not the word itself.
func (c *candidate) worth(word int, field []matches, length, average float64) float64 {
	type mentions struct{ safety, count float64 }
	var all []mentions
	for _, found := range field {
		for _, m := range found {
			if m.word != word {
				continue
			}
			i := slices.IndexFunc(all, func(x mentions) bool { return x.safety == m.safety })
			if i < 0 {
				i = len(all)
				all = append(all, mentions{safety: m.safety})
			}
			all[i].count++
		}
	}
	most := 0.0
	for _, x := range all {
		most = max(most, x.safety*postings.Saturation(x.count, length, average))
	}
	return most
}

// safety returns how safely the passage or its title says a word of the question, 0 if it does not.
func (c *candidate) safety(word int) float64 { return c.safetyIn(word, 0, len(c.found)) }

// safetyIn returns how safely the sentences [first, last) or the title say a word of the question, 0 if they do not.
func (c *candidate) safetyIn(word, first, last int) float64 {
	most := c.inTitle.safety(word)
	for _, s := range c.found[first:last] {
		most = max(most, s.safety(word))
	}
	return most
}

// pairs returns the summed weight of the question's neighbouring words that are neighbours in the passage too.
func (c *candidate) pairs() float64 {
	sum := 0.0
	for _, p := range c.query.pairs {
		if slices.ContainsFunc(c.found, func(m matches) bool { return m.hasPair(p) }) {
			sum += min(c.query.words[p].weight(), c.query.words[p+1].weight())
		}
	}
	return sum
}
