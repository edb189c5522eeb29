package retrieval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
)

// query is a question as one language of the corpus reads it.
type query struct {
	tongue *tongue
	words  []queryWord
	// pairs are positions i such that words[i] and words[i+1] stand side by side in the question.
	pairs []int
	// highest is the largest BM25 that a passage could reach.
	highest float64
	// form is how many of the question's own words are stop words or question words of this language: the sign that
	// the question is written in it.
	form int
	// foreign is true where another language of the corpus has more of them.
	foreign bool
	// senses are the words of the question by the terms of sources that say them, in the order of the question.
	senses map[uint32][]sense
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
	absent      bool // neither the term nor a kin of it occurs
	history     bool
	name        bool // written like a name
	pair        bool // one or two characters of a script without spaces, perhaps no word at all
}

func (w queryWord) weight() float64 { return w.role * w.idf }

const (
	// historyRole is what a word of the asker's previous turn counts. Measured on follow-up questions: .3 to .4.
	historyRole = .35
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
	out.add(q.Text, 1, false)
	if turn := lastTurn(q.History); turn != "" {
		out.add(turn, historyRole, true)
	}
	for i := range out.words {
		w := &out.words[i]
		if !w.history {
			w.kin = t.kinOf(*w)
		}
		w.passages = t.vocabulary.frequency(w.term)
		n := w.passages
		w.absent = n == 0
		for _, k := range w.kin {
			f := t.vocabulary.frequency(k.term)
			n = max(n, int(k.weight*float64(f)))
			w.absent = w.absent && f == 0
		}
		if w.pair && w.absent {
			w.role *= absentPairRole
		}
		w.idf = idf(n, t.passages)
		out.highest += w.weight() * (bm25K1 + 1)
	}
	out.indexTerms()
	return out
}

// sense is a word of the question that a term of a source says.
type sense struct {
	word   int     // index into query.words
	safety float64 // 1 for the word itself, less for its kin
}

// indexTerms makes senses. A term that is the word and its kin is the word; of two kin alike the first counts, which
// is the safer.
func (q *query) indexTerms() {
	q.senses = map[uint32][]sense{}
	for i, w := range q.words {
		q.addSense(w.term, sense{i, 1})
		for _, k := range w.kin {
			q.addSense(k.term, sense{i, k.weight})
		}
	}
}

func (q *query) addSense(term string, s sense) {
	n, known := q.tongue.vocabulary.numbers[term]
	if !known || s.safety <= 0 || slices.ContainsFunc(q.senses[n], func(x sense) bool { return x.word == s.word }) {
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

// lastTurn returns the asker's last turn, whoever had the last word: turns alternate, and the asker begins.
func lastTurn(history []string) string {
	if len(history) == 0 {
		return ""
	}
	return history[(len(history)-1)&^1]
}

// add appends the words of text that carry meaning and are not there yet. If a question has none but stop words and
// question words, those are what it is about ("Who are The Who?"). Stop words are not indexed: they are found nowhere,
// which keeps the confidence of such a question low, as it should be, and are neither names nor unknown.
func (q *query) add(text string, role float64, history bool) {
	before := len(q.words)
	tokens := q.tongue.analyzer.Tokens(text)
	if !history {
		q.form = q.countForm(text, tokens)
	}
	for _, keepAll := range []bool{false, true} {
		previous := -2
		for i, tok := range tokens {
			surface := text[tok.Start:tok.End]
			if len(q.words) >= mostWords || !keepAll && q.isForm(surface, tok) || q.has(tok.Term) {
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

// clauses returns what the engine has to look for: the terms that some passage holds.
func (q *query) clauses() []clause {
	var out []clause
	add := func(field, term string, weight float64) {
		if q.tongue.vocabulary.frequency(term) > 0 {
			out = append(out, clause{field, term, weight})
		}
	}
	for _, w := range q.words {
		add(q.tongue.text, w.term, w.weight())
		add(q.tongue.title, w.term, titleWeight*w.weight())
		for _, k := range w.kin {
			add(q.tongue.text, k.term, k.weight*w.weight())
		}
	}
	return out
}
