package retrieval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
	"pullquote/retrieval/postings"
)

// query is a question as one language of the corpus reads it.
type query struct {
	tongue *tongue
	words  []queryWord
	// pairs are positions i such that words[i] and words[i+1] stand side by side in the question.
	pairs []int
	// highest is the BM25 of a passage that holds all that is expected of one.
	highest float64
	// form is how many of the question's own words are stop words or question words of this language: the sign that
	// the question is written in it.
	form int
	// foreign is true where another language of the corpus has more of them.
	foreign bool
	// senses are the words of the question by the terms of sources that say them, in the order of the question.
	senses map[termID][]sense
	// crossings are where bridges lead from the question to other words.
	crossings []crossing
}

// queryWord is a word of the question that carries meaning.
type queryWord struct {
	corpus.Span // in the question
	surface     string
	term        string
	role        float64 // how much the word counts because of where it stands: 1, less for history
	idf         float64
	passages    int // of this language that hold the term
	kin         []kin
	phrases     []phrase
	absent      bool // neither the term nor a kin of it occurs
	history     bool
	name        bool // written like a name
	pair        bool // one or two characters of a script without spaces, perhaps no word at all
}

func (w queryWord) weight() float64 { return w.role * w.idf }

// expected is how much of its weight a passage that answers is taken to hold of the word.
func (w queryWord) expected() float64 {
	if w.history {
		return historyExpected * w.weight()
	}
	return w.weight()
}

const (
	// historyRole is what a word of the asker's previous turn counts, historyDecay what one of the turn before that counts
	// beside it, and so on. Measured on follow-up questions: the last turn alone finds the right passage first in .71 of
	// them, all turns in .75; a decay of .5 to .85 makes little difference.
	historyRole  = .35
	historyDecay = .7
	// historyExpected is the share of the earlier turns that a passage is expected to hold: what was spoken of before need
	// not all be spoken of in what answers now.
	historyExpected = .5
	// lightRole is what a word counts that says little of the subject, such as "people" or "become".
	lightRole = .5
	// absentPairRole is what two characters of a script without spaces count that stand nowhere side by side: most such
	// pairs are the end of one word and the beginning of the next, and no word of the question.
	absentPairRole = .25
	// titleWeight is what a match in the title adds to the same match in the text, which holds the title too.
	titleWeight = .5
	// mostWords bounds the words of a question that are searched for: cost grows with them, precision does not.
	mostWords = 64
)

// readQuestion analyses a question for one language and looks up the statistics of its words.
func readQuestion(t *tongue, q Question) *query {
	out := &query{tongue: t}
	out.add(uncapitalled(q.Text), 1, false)
	for i := range out.words {
		out.words[i].surface = q.Text[out.words[i].Start:out.words[i].End]
	}
	role := historyRole
	for _, turn := range slices.Backward(askersTurns(q.History)) {
		out.add(turn, role, true)
		role *= historyDecay
	}
	for i := range out.words {
		out.words[i].passages = t.frequency(out.words[i].term)
	}
	out.cross()
	for i := range out.words {
		out.weigh(&out.words[i])
	}
	out.indexTerms()
	return out
}

// weigh sets how much a word counts: by its own frequency, because common kin do not make it common, or by that of its
// commonest kin where the word itself occurs nowhere.
func (q *query) weigh(w *queryWord) {
	n := w.passages
	w.absent = n == 0
	say := func(term string, weight float64) {
		f := q.tongue.frequency(term)
		w.absent = w.absent && f == 0
		if w.passages == 0 {
			n = max(n, int(weight*float64(f)))
		}
	}
	for _, k := range w.kin {
		say(k.term, k.weight)
	}
	for _, p := range w.phrases {
		if p.sure {
			say(q.tongue.rarest(p), p.weight)
		}
	}
	if w.pair && w.absent {
		w.role *= absentPairRole
	}
	w.idf = idf(n, q.tongue.passages)
	q.highest += w.expected() * (bm25K1 + 1)
}

// uncapitalled returns a question that is written in capitals in small letters, with every letter in its place: such
// capitals tell neither names nor abbreviations.
func uncapitalled(text string) string {
	if text != strings.ToUpper(text) || !strings.Contains(strings.TrimSpace(text), " ") {
		return text
	}
	return strings.Map(func(r rune) rune {
		if low := unicode.ToLower(r); utf8.RuneLen(low) == utf8.RuneLen(r) {
			return low
		}
		return r
	}, text)
}

// sense is a word of the question that a term of a source says.
type sense struct {
	word   int      // index into query.words
	safety float64  // 1 for the word itself, less for its kin
	as     *pattern // what the term must be the beginning of; nil: the term alone says the word
}

// indexTerms makes senses. A term that is the word and its kin is the word; of two kin alike the first counts, which
// is the safer.
func (q *query) indexTerms() {
	q.senses = map[termID][]sense{}
	for i, w := range q.words {
		q.addSense(w.term, sense{word: i, safety: 1})
		for _, k := range w.kin {
			q.addSense(k.term, sense{word: i, safety: k.weight})
		}
		for _, p := range w.phrases {
			q.senses[p.first()] = append(q.senses[p.first()], sense{i, p.weight, p.pattern})
		}
	}
}

func (q *query) addSense(term string, s sense) {
	n := idOf(term)
	if s.safety <= 0 || slices.ContainsFunc(q.senses[n], func(x sense) bool { return x.word == s.word && x.as == nil }) {
		return
	}
	q.senses[n] = append(q.senses[n], s)
}

// askersTurns returns the asker's turns of a conversation that are not empty.
func askersTurns(history []string) []string {
	var turns []string
	for i, turn := range history {
		if i%2 == 0 && strings.TrimSpace(turn) != "" {
			turns = append(turns, turn)
		}
	}
	return turns
}

// add appends the words of text that carry meaning and are not there yet. If a question has none but stop words and
// question words, those are what it is about ("Who are The Who?"). Stop words are not indexed: they are found nowhere,
// which keeps the confidence of such a question low, as it should be, and are neither names nor unknown.
func (q *query) add(text string, role float64, history bool) {
	before := len(q.words)
	tokens := q.tongue.analyzer.Tokens(text)
	if !history {
		q.form = q.countForm(text, tokens)
		q.crossings = q.tongue.crossings(text, tokens)
	}
	for _, keepAll := range []bool{false, true} {
		previous := -2
		for i, tok := range tokens {
			surface := text[tok.Start:tok.End]
			if len(q.words) >= mostWords || !keepAll && q.isForm(surface, tok) && (history || !q.isExpressive(tok)) || q.has(tok.Term) {
				continue
			}
			if previous == i-1 {
				q.pairs = append(q.pairs, len(q.words)-1)
			}
			previous = i
			role := role
			if q.tongue.analyzer.IsLight(strings.ToLower(surface)) {
				role *= lightRole
			}
			q.words = append(q.words, queryWord{Span: tok.Span, surface: surface, term: tok.Term, role: role,
				history: history, name: i > 0 && !tok.Stop && isName(text, tok), pair: tok.Pair})
		}
		if len(q.words) > before || history {
			return
		}
	}
}

func (q *query) isForm(surface string, tok analysis.Token) bool {
	return tok.Stop || q.tongue.analyzer.IsForm(surface)
}

func (q *query) countForm(text string, tokens []analysis.Token) int {
	n := 0
	for _, tok := range tokens {
		if q.isForm(text[tok.Start:tok.End], tok) {
			n++
		}
	}
	return n
}

func (q *query) has(term string) bool {
	for _, w := range q.words {
		if w.term == term {
			return true
		}
	}
	return false
}

// isName reports whether a token that is not the first is written with a capital, as names are in most languages with
// capitals.
func isName(text string, tok analysis.Token) bool {
	r, _ := utf8.DecodeRuneInString(text[tok.Start:])
	return unicode.IsUpper(r)
}

// clauses returns what has to be looked for: the terms that some passage holds.
func (q *query) clauses() []postings.Clause {
	var out []postings.Clause
	add := func(field postings.Field, term string, weight float64) {
		if q.tongue.frequency(term) > 0 {
			out = append(out, postings.Clause{Field: field, Term: term, Weight: weight})
		}
	}
	for _, w := range q.words {
		add(postings.Text, w.term, w.weight())
		add(postings.Title, w.term, titleWeight*w.weight())
		for _, k := range w.kin {
			add(postings.Text, k.term, k.weight*w.weight())
		}
		for _, p := range w.phrases {
			if p.sure || w.passages == 0 {
				add(postings.Text, q.tongue.rarest(p), p.weight*w.weight())
			}
		}
	}
	return out
}
