package retrieval

import (
	"maps"
	"slices"

	"pullquote/corpus"
)

// Near-copies are one source in what they share and sources of their own in what they do not: a report that takes over
// the background of another may state another figure. So they are folded excerpt by excerpt, never as a whole.

// sayings are the sentences scored for a question, best first.
type sayings struct {
	all      []*sentence
	distinct []*sentence // without those of near-copies that another carries
}

func newSayings(sentences []*sentence, s *corpus.Snapshot) sayings {
	return sayings{all: sentences, distinct: withoutCopies(sentences, s)}
}

// withoutCopies leaves out the sentences of near-copies whose excerpt another of them carries: the one that stands for
// all, if it has a say, else one with a better sentence.
func withoutCopies(sentences []*sentence, s *corpus.Snapshot) []*sentence {
	speakers := speakersIn(sentences, s)
	if len(speakers) == 0 {
		return sentences
	}
	return slices.DeleteFunc(slices.Clone(sentences), func(x *sentence) bool {
		group, copied := speakers[s.Witness(x.Document())]
		if !copied || group[0] == x.Document() {
			return false
		}
		before, quote := group[:slices.Index(group, x.Document())], grow(x).quote()
		return slices.ContainsFunc(before, func(d *corpus.Document) bool { return carries(d, quote) })
	})
}

// speakersIn returns, by witness, the documents of the sentences that are near-copies of each other: the witness first, if
// it is among them, then those with the better sentences.
func speakersIn(sentences []*sentence, s *corpus.Snapshot) map[*corpus.Document][]*corpus.Document {
	out := map[*corpus.Document][]*corpus.Document{}
	for _, x := range sentences {
		d := x.Document()
		w := s.Witness(d)
		switch {
		case slices.Contains(out[w], d):
		case d == w:
			out[w] = slices.Insert(out[w], 0, d)
		default:
			out[w] = append(out[w], d)
		}
	}
	maps.DeleteFunc(out, func(_ *corpus.Document, group []*corpus.Document) bool { return len(group) == 1 })
	return out
}

func carries(d *corpus.Document, q corpus.Quote) bool {
	_, ok := d.Carries(q)
	return ok
}

// carriers returns the documents of the quotes and the near-copies that carry one.
func carriers(quotes []corpus.Quote, s *corpus.Snapshot) map[*corpus.Document]bool {
	out := map[*corpus.Document]bool{}
	for _, q := range quotes {
		out[q.Document()] = true
		for _, d := range s.Copies(q.Document()) {
			out[d] = out[d] || carries(d, q)
		}
	}
	return out
}

// oncePerWitness returns of the excerpts that state one value the first of every set of near-copies: a copy that says the
// same in other words is no second witness.
func oncePerWitness(group []stated, s *corpus.Snapshot) []stated {
	said := map[*corpus.Document]bool{}
	return slices.DeleteFunc(slices.Clone(group), func(x stated) bool {
		w := s.Witness(x.Document())
		again := said[w]
		said[w] = true
		return again
	})
}

// witnesses returns the number of documents in the scope with near-copies counted once, but for those quoted side by
// side: each of them says what the others do not.
func (a *Answer) witnesses(in scope) int {
	said := map[*corpus.Document]bool{}
	for _, src := range a.Sources {
		said[in.snapshot.Witness(src.Document)] = true
	}
	return len(in.speakers) + len(a.Sources) - len(said)
}
