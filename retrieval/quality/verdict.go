package quality

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// verdict is the judgement on one result. A pointer is nil where the figure does not apply to the question.
type verdict struct {
	kind       string
	answerable bool
	answered   bool
	graded     bool // there are gold spans to compare with
	confidence float64
	took       float64 // milliseconds
	words      int     // on the first screen
	// firstHit is the place of the first excerpt that shows a gold span, never where none does.
	firstHit int
	// rank is the place of the first gold document among the retrieved ones, never where there is none.
	rank *int
	ndcg *float64
	// coverage is the share of gold documents of which a gold span is on the first screen.
	coverage *float64
	// stated is the share of the distinct known answers that are on the first screen; twoSides is 1 where at least
	// two of them are, or all if there is only one.
	stated, twoSides *float64
}

const (
	never = math.MaxInt
	depth = 10 // of MRR and nDCG
)

func judge(q Question, r Result) verdict {
	v := verdict{
		kind: q.Kind, answerable: q.Answerable, answered: r.Outcome == answered, graded: len(q.Gold) > 0,
		confidence: r.Confidence, took: float64(r.Took.Nanoseconds()) / 1e6, firstHit: never,
	}
	var first []Excerpt
	for i, e := range r.Excerpts {
		if !e.More {
			first = append(first, e)
			v.words += len(strings.FieldsFunc(e.Text, isSpace))
		}
		if v.firstHit == never && slices.ContainsFunc(q.Gold, func(g Gold) bool { return shows(e, g) }) {
			v.firstHit = i
		}
	}
	if q.Answerable && v.graded && q.Need == "all" {
		v.judgeSides(q, first)
	}
	if docs := q.goldDocs(); q.Answerable && len(docs) > 0 && r.Retrieved != nil {
		v.judgeSearch(docs, r.Retrieved)
	}
	return v
}

// goldDocs returns the set of documents that answer.
func (q Question) goldDocs() map[string]bool {
	docs := map[string]bool{}
	for _, d := range q.GoldDocs {
		docs[d] = true
	}
	if len(docs) == 0 {
		for _, g := range q.Gold {
			docs[g.Doc] = true
		}
	}
	return docs
}

// judgeSides judges whether every source, and every answer known to be stated, is heard. A result that does not count
// itself as an answer lets none be heard.
func (v *verdict) judgeSides(q Question, first []Excerpt) {
	want, heard := map[string]bool{}, map[string]bool{}
	var screen strings.Builder
	for _, e := range first {
		screen.WriteString(e.Text + " ")
	}
	for _, g := range q.Gold {
		want[g.Doc] = true
		if v.answered && slices.ContainsFunc(first, func(e Excerpt) bool { return shows(e, g) }) {
			heard[g.Doc] = true
		}
	}
	v.coverage = ratio(len(heard), len(want))

	text := ""
	if v.answered {
		text = strings.ToLower(squash(screen.String()))
	}
	known, stated := map[string]bool{}, 0
	for _, s := range slices.Concat(q.GoldAnswers, q.WrongAnswers) {
		if s == "" || known[s] {
			continue
		}
		known[s] = true
		if strings.Contains(text, strings.ToLower(squash(s))) {
			stated++
		}
	}
	if len(known) > 0 {
		v.stated, v.twoSides = ratio(stated, len(known)), indicator(stated >= min(2, len(known)))
	}
}

// judgeSearch judges the order in which documents came up. The gain of a gold document is 1, discounted by the
// logarithm of its place: Järvelin and Kekäläinen, 2002.
func (v *verdict) judgeSearch(gold map[string]bool, retrieved []string) {
	rank, seen := never, map[string]bool{}
	gain, ideal := 0.0, 0.0
	for _, d := range retrieved {
		if seen[d] {
			continue
		}
		at := len(seen)
		seen[d] = true
		if !gold[d] {
			continue
		}
		rank = min(rank, at)
		if at < depth {
			gain += discount(at)
		}
	}
	for at := range min(depth, len(gold)) {
		ideal += discount(at)
	}
	ndcg := gain / ideal
	v.rank, v.ndcg = &rank, &ndcg
}

func discount(at int) float64 { return 1 / math.Log2(float64(at+2)) }

// shows reports whether an excerpt shows a gold span: the whole of it or, of a span longer than 80 bytes, 60 %.
func shows(e Excerpt, g Gold) bool {
	const long, percent = 80, 60
	if e.Doc != g.Doc {
		return false
	}
	if g.Start == nil || g.End == nil {
		return g.Text != "" && strings.Contains(squash(e.Text), squash(g.Text))
	}
	common, size := min(e.End, *g.End)-max(e.Start, *g.Start), *g.End-*g.Start
	return common >= size || size > long && 100*common >= percent*size
}

// squash makes every run of white space one space and drops it at the ends.
func squash(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), " ") }

// isSpace knows the separator controls as white space besides what Unicode does.
func isSpace(r rune) bool { return unicode.IsSpace(r) || '\x1c' <= r && r <= '\x1f' }

func ratio(a, b int) *float64 {
	v := float64(a) / float64(b)
	return &v
}

func indicator(b bool) *float64 {
	if b {
		return ratio(1, 1)
	}
	return ratio(0, 1)
}
