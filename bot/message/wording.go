package message

import (
	"cmp"
	"slices"
	"strings"

	"pullquote/bot/phrases"
	"pullquote/corpus"
	"pullquote/retrieval"
)

// Wording is what is said around the quotes of one answer, line by line and without markup. It is the same in Discord
// and on a terminal; only how text that is not ours is made safe differs.
type Wording struct {
	say    *phrases.Catalogue
	answer retrieval.Answer
	names  names
	// write makes one line of at most limit UTF-16 units of text that is not ours.
	write func(s string, limit int) string
	// plain is true where there is no markup. Without links to click every source is named with its document's id,
	// and the terminal, not we, sees to the direction of text.
	plain bool
	// terse leaves out the names of other sources, to make room for a long quote.
	terse bool
}

// PlainWording words an answer for places that show plain text.
func (in In) PlainWording(a retrieval.Answer) Wording {
	return Wording{say: in.say(), answer: a, names: newNames(a), write: plainLine, plain: true}
}

const (
	// questionLimit leaves room for a question of 300 characters and the backslashes that most have.
	questionLimit = 340
	headingLimit  = 100
	idLimit       = 200
	wordLimit     = 40

	wordsListed     = 8
	documentsListed = 5
	// countedSources is the size of corpus up to which "3 of 5 sources" says more than "3 sources".
	countedSources = 100
)

// Question returns the question, shortened to one line.
func (w Wording) Question() string { return w.write(w.answer.Question, questionLimit) }

// Status says what the sources have to do with the question, in one line or several, given the excerpts that are
// shown below it.
func (w Wording) Status(shown []Shown) []string {
	switch {
	case NotAsked(w.answer):
		return []string{w.say.Notices.NotAQuestion}
	case w.answer.Outcome == retrieval.Answered:
		return []string{w.agreement(shown)}
	case w.answer.Outcome == retrieval.Mentioned:
		return append(append([]string{w.say.Answer.Mentioned}, w.unknownWords()...), w.say.Answer.Closest)
	}
	return append(append([]string{w.say.Answer.NotFound}, w.unknownWords()...), w.covers()...)
}

func (w Wording) unknownWords() []string {
	words := w.answer.UnknownWords
	if len(words) == 0 {
		return nil
	}
	var shown []string
	for _, word := range words[:min(len(words), wordsListed)] {
		shown = append(shown, w.inline(word, wordLimit))
	}
	list := strings.Join(shown, ", ")
	if more := len(words) - len(shown); more > 0 {
		list = w.say.Answer.AndMore.With(list, more)
	}
	return []string{w.say.Answer.UnknownWords.With(list)}
}

func (w Wording) covers() []string {
	docs := w.answer.Covers
	if len(docs) == 0 {
		return nil
	}
	listed := docs[:min(len(docs), documentsListed)]
	lines := []string{w.say.Answer.CoversAmong}
	if len(listed) >= cmp.Or(w.answer.Witnesses, w.answer.Searched) {
		lines[0] = w.say.Answer.Covers
	}
	for _, d := range listed {
		lines = append(lines, bullet+w.inline(d.Label(), nameLimit))
	}
	return lines
}

// Heading returns what stands above the excerpts of a group, of which those given are shown: where several values
// are stated, this one, in the words of the first excerpt that states it, and how many sources do. Names have none.
func (w Wording) Heading(shown []Shown) (value, sources string) {
	if len(shown) == 0 || w.valueGroups() < 2 || w.severalNames() {
		return "", ""
	}
	group := w.answer.Groups[shown[0].Group]
	for _, s := range shown {
		words := squeeze(statedValue(s.Excerpt))
		if words == "" || words != plainLine(words, headingLimit) {
			continue
		}
		if n := sourcesOf(group); n > 1 {
			sources = w.say.Answer.Stated.Sources.Of(n)
		}
		return w.write(words, 2*headingLimit), sources
	}
	return "", ""
}

// sourcesOf returns the number of sources that a group quotes.
func sourcesOf(g retrieval.Group) int {
	seen := map[int]bool{}
	for _, e := range g.Excerpts {
		seen[e.Source] = true
	}
	return len(seen)
}

// valueGroups returns the number of groups that state a value.
func (w Wording) valueGroups() int {
	n := 0
	for _, g := range w.answer.Groups {
		if g.Value != "" && w.answer.Outcome == retrieval.Answered {
			n++
		}
	}
	return n
}

// Unvalued is the heading of excerpts that state no value below others that do; without it they would seem to belong
// to the value above them.
func (w Wording) Unvalued() string { return w.say.Answer.Unvalued }

// Source says whose words an excerpt is and where they stand. named are the sources named above, which takes up this
// one; of a source named above only the place is said.
func (w Wording) Source(e retrieval.Excerpt, named map[int]bool) string {
	number, place := sourceMark(e.Source), w.place(e.Quote.Block())
	if named[e.Source] && place != "" {
		return number + place
	}
	named[e.Source] = true
	d := e.Quote.Document()
	parts := []string{w.name(d, nameLimit), w.date(d.Metadata().Published)}
	if place != "" {
		parts = append(parts, place)
	}
	if (w.plain || w.names.ambiguous(d)) && w.names.of(d) != d.ID() {
		parts = append(parts, w.inline(d.ID(), idLimit))
	}
	if copies := w.copies(e); len(copies) > 0 && !w.terse {
		parts = append(parts, w.say.Source.Copies.With(w.list(copies)))
	}
	return number + strings.Join(parts, separator)
}

// copies returns the near-copies of an excerpt's source in which the very words of the excerpt stand.
func (w Wording) copies(e retrieval.Excerpt) []*corpus.Document {
	if e.Source < 1 || e.Source > len(w.answer.Sources) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(w.answer.Sources[e.Source-1].Copies), func(d *corpus.Document) bool {
		exact, _ := d.Carries(e.Quote)
		return !exact
	})
}

// Footer says what was searched, what is silent and whether all that matters was read and, of the excerpts shown, that they were checked.
func (w Wording) Footer(shown, more int) string {
	parts := []string{w.say.Answer.Searched.Of(w.answer.Searched)}
	if sourcesIn(w.values()) > 1 {
		parts = append(parts, w.coverage()...)
	}
	if more > 0 {
		parts = append(parts, w.More(more))
	}
	if shown > 0 {
		parts = append(parts, w.say.Answer.Checked)
	}
	return strings.Join(parts, separator)
}

// coverage names the silent sources, or counts them where they are many, and says that others were not read to the end,
// of which nothing else is known. It belongs where sources are set side by side; elsewhere how many are quoted says
// enough.
func (w Wording) coverage() []string {
	var parts []string
	switch silent := w.answer.Silent; {
	case len(silent) == 0:
	case w.terse || len(silent) > namesListed+1:
		parts = append(parts, w.say.Answer.SilentCount.With(len(silent)))
	default:
		parts = append(parts, w.say.Answer.Silent.With(w.list(silent)))
	}
	if w.answer.Unread {
		parts = append(parts, w.say.Answer.BestRead.With(w.answer.Read))
	}
	return parts
}

// More says that n excerpts are not shown.
func (w Wording) More(n int) string { return w.say.Answer.MoreExcerpts.Of(n) }
