package message

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// RenderMore shows the citations as block quotes, each with its source as in the answer, as many of the first ones as
// fit; Hidden of the reply holds the others. Citations whose document has changed or gone are named and not shown. The
// finished message has been read back by Verify. It fails where the citations cannot come from one answer.
func (in In) RenderMore(question string, cited []Cited) (Reply, error) {
	return citationList{in: in, question: question, heading: in.say().FollowUp.More}.reply(cited, "render more")
}

// RenderCited shows what one of our own messages quotes, as RenderMore does. quotes is the number of block quotes in that
// message: where it is more than the citations that its buttons hold, the reply says so.
func (in In) RenderCited(cited []Cited, quotes int) (Reply, error) {
	list := citationList{in: in, heading: in.say().Passages.Cited}
	if quotes > len(cited) {
		list.notes = []string{in.say().Passages.CitedFirst.With(len(cited), quotes)}
	}
	return list.reply(cited, "render cited")
}

// citationList is what stands around citations: the question above, "" for none, the heading below it, and notes in the
// last line.
type citationList struct {
	in                In
	question, heading string
	notes             []string
}

func (l citationList) reply(cited []Cited, doing string) (Reply, error) {
	if err := checkCited(cited); err != nil {
		return Reply{}, fmt.Errorf("%s: %w", doing, err)
	}
	r := l.in.citedRenderer(l.question, cited)
	all, lost := excerpts(r.answer), r.lostNotes(cited)
	r.head = func(blocks []block) []string { return r.headed(l.heading, blocks) }
	r.foot = func(blocks []block) []string { return r.moreFoot(blocks, len(all)-len(blocks), lost, l.notes) }
	blocks := r.leading(all)
	reply := Reply{Content: r.compose(blocks), Shown: quotedIn(blocks), Sources: r.sourceLinks(blocks)}
	for _, s := range all[len(blocks):] {
		reply.Hidden = append(reply.Hidden, Citation{Source: s.Source, Quote: s.Quote})
	}
	return reply.verified(doing)
}

// citedRenderer returns a renderer of the citations that are intact, each of which is a group of its own.
func (in In) citedRenderer(question string, cited []Cited) *renderer {
	a := retrieval.Answer{Question: question}
	var docs []*corpus.Document
	for _, c := range cited {
		if c.Standing != Intact {
			continue
		}
		a.Groups = append(a.Groups, retrieval.Group{Excerpts: []retrieval.Excerpt{{Source: c.Source, Quote: c.Quote}}})
		if d := c.Quote.Document(); !slices.Contains(docs, d) {
			docs = append(docs, d)
		}
	}
	return in.renderer(a, namesOf(a, docs))
}

// headed returns the question and, above blocks, a heading.
func (r *renderer) headed(heading string, blocks []block) []string {
	if len(blocks) == 0 {
		return r.asked()
	}
	return append(r.asked(), heading)
}

// moreFoot says which sources are lost and, behind the notes, how many excerpts are left and that those shown were
// checked.
func (r *renderer) moreFoot(blocks []block, left int, lost, notes []string) []string {
	var lines []string
	small := slices.Clone(notes)
	if len(blocks) > 0 && len(lost) > 0 {
		lines = append(lines, "")
	}
	if left > 0 {
		small = append(small, r.More(left))
	}
	if len(quotedIn(blocks)) > 0 {
		small = append(small, r.say.Answer.Checked)
	}
	lines = append(lines, lost...)
	if len(small) > 0 {
		lines = append(lines, smallMark+strings.Join(small, separator))
	}
	return lines
}

// leading returns the blocks of the first excerpts, in order, as many as fit but at least one.
func (r *renderer) leading(all []Shown) []block {
	r.settle(all)
	var picked []block
	for _, s := range all {
		next := append(slices.Clone(picked), r.begin(s))
		if len(picked) > 0 && Units(r.compose(next)) > Limit {
			break
		}
		picked = next
	}
	return picked
}

// begin is shorten for an excerpt of which it is not known which sentences are best: the first ones are taken.
func (r *renderer) begin(s Shown) block {
	b := r.shorten(s)
	if b.quoted {
		return b
	}
	cut, ok := opening(s.Quote, func(q corpus.Quote) bool { return r.alone(r.block(s.cutTo(q))) })
	if !ok {
		return b
	}
	return r.block(s.cutTo(cut))
}

// cutTo returns s with another quote.
func (s Shown) cutTo(q corpus.Quote) Shown {
	s.Quote = q
	return s
}

// lostNotes says which sources have changed and which have gone, a line each.
func (w Wording) lostNotes(cited []Cited) []string {
	var lines []string
	if numbers := w.numbersOf(cited, Changed); numbers != "" {
		lines = append(lines, w.say.FollowUp.Changed.With(numbers))
	}
	if numbers := w.numbersOf(cited, Gone); numbers != "" {
		lines = append(lines, w.say.FollowUp.Gone.With(numbers))
	}
	return lines
}

// numbersOf lists the numbers of the sources with the standing, "" for none.
func (w Wording) numbersOf(cited []Cited, is Standing) string {
	const listed = 20
	var numbers []string
	for _, c := range cited {
		number := "[" + strconv.Itoa(c.Source) + "]"
		if c.Standing == is && !slices.Contains(numbers, number) {
			numbers = append(numbers, number)
		}
	}
	list := strings.Join(numbers[:min(len(numbers), listed)], comma)
	if more := len(numbers) - listed; more > 0 {
		return w.say.Answer.AndMore.With(list, more)
	}
	return list
}
