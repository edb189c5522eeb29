package message

import (
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// Check is what a corpus has to say about a quotation.
type Check struct {
	Quotation Quotation
	// Findings are the places where it stands, the best first. Empty: it was not found.
	Findings []corpus.Finding
	// Searched is the number of documents that were searched, 0 where it is not to be said.
	Searched int
}

// RenderChecks says of every quotation of a message where it stands: found, found elsewhere than claimed, found with
// small differences, or not found. cited are the quotes of one of our own messages, read from its buttons; of those it
// says also whether the document has changed or gone, and their sources keep their numbers. short is the number of
// quotations that were too short to be checked; where it is not 0 the reply says so.
func (in In) RenderChecks(checks []Check, cited []Cited, short int) (Reply, error) {
	r := in.checkReport(checks, cited)
	r.short = short
	forms := r.fit()
	blocks := r.blocks(forms)
	reply := Reply{Content: r.message(forms), Shown: quotedIn(blocks), Sources: r.sourceLinks(blocks)}
	return reply.verified("render checks")
}

// form is how much is said of one quotation; each says what the one before says and more.
type form uint8

// The verdict alone; where the quotation stands; the sentences around it as a block quote.
const (
	verdictOnly form = iota
	withPlace
	withQuote
)

const (
	quotationLimit = 100
	placesListed   = 4
	citedListed    = 4
)

// checkReport lays out checks as a message.
type checkReport struct {
	*renderer
	sections []checkSection
	cited    []Cited
	short    int
}

// checkSection is a quotation, what was decided about it, and where it stands.
type checkSection struct {
	text string
	verdict
	source int
	// quote are the sentences that hold the place. If they do not hold all of it, whole is false and they only say
	// where it begins; the zero Quote if nothing there may be withQuote.
	quote corpus.Quote
	whole bool
}

// fit decides how much is said of each quotation. A verdict on each comes before the place of any, the places before
// the quotes; quotations beyond those that have a form do not fit.
func (r *checkReport) fit() []form {
	var forms []form
	for range r.sections {
		forms = append(forms, verdictOnly)
		if Units(r.message(forms)) > Limit {
			forms = forms[:len(forms)-1]
			break
		}
	}
	for _, fuller := range []form{withPlace, withQuote} {
		for i := range forms {
			if before := forms[i]; before == fuller-1 && r.sections[i].has(fuller) {
				forms[i] = fuller
				if Units(r.message(forms)) > Limit {
					forms[i] = before
				}
			}
		}
	}
	return forms
}

// has reports whether there is something to say in a form.
func (s checkSection) has(f form) bool {
	return f == verdictOnly || s.place != nil && (f == withPlace || s.whole)
}

// blocks returns the block quotes of a message.
func (r *checkReport) blocks(forms []form) []block {
	var out []block
	for i, f := range forms {
		if s := r.sections[i]; f == withQuote {
			shown := Shown{Place{Group: i}, s.excerpt()}
			out = append(out, block{Shown: shown, text: blockQuote(quoteText(s.quote, s.place.Span)), quoted: true})
		}
	}
	return out
}

func (s checkSection) excerpt() retrieval.Excerpt {
	e := retrieval.Excerpt{Source: s.source, Quote: s.quote}
	if s.whole {
		e.Matches = []corpus.Span{s.place.Span}
	}
	return e
}

// message writes the message with the given form of each quotation.
func (r *checkReport) message(forms []form) string {
	lines := r.tally()
	named := map[int]bool{}
	for i, f := range forms {
		lines = append(append(lines, ""), r.section(r.sections[i], f, named)...)
	}
	if more := len(r.sections) - len(forms); more > 0 {
		lines = append(lines, "", r.say.Checks.NotShown.Of(more))
	}
	if about := r.aboutCited(); len(about) > 0 {
		lines = append(append(lines, ""), about...)
	}
	if r.short > 0 {
		lines = append(lines, smallMark+r.say.Checks.TooShort.Of(r.short))
	}
	if len(r.blocks(forms)) > 0 {
		lines = append(lines, smallMark+r.say.Answer.Checked)
	}
	return strings.TrimPrefix(strings.Join(lines, "\n"), "\n")
}

// tally says how many quotations were checked and how many of them were found. Of a message of ours whose sources are
// told of there is nothing to say but that.
func (r *checkReport) tally() []string {
	switch {
	case len(r.sections) == 0 && len(r.cited) > 0:
		return nil
	case len(r.sections) == 0:
		return []string{r.say.Checks.NothingQuoted}
	}
	found := 0
	for _, s := range r.sections {
		if s.place != nil {
			found++
		}
	}
	parts := []string{boldMark + r.say.Checks.Checked.Of(len(r.sections)) + boldMark}
	if found > 0 {
		parts = append(parts, r.say.Checks.Found.Of(found))
	}
	if missed := len(r.sections) - found; missed > 0 {
		parts = append(parts, r.say.Checks.Missed.Of(missed))
	}
	return []string{strings.Join(parts, separator)}
}

func (r *checkReport) section(s checkSection, f form, named map[int]bool) []string {
	lines := []string{r.say.Checks.Quotation.With(r.inline(s.text, quotationLimit)) + separator + s.phrase}
	if f == withQuote {
		lines = append(lines, blockQuote(quoteText(s.quote, s.place.Span)))
	}
	if f >= withPlace {
		lines = append(lines, r.placeLine(s, named))
		if also := r.also(s.verdict); also != "" {
			lines = append(lines, also)
		}
	}
	return lines
}
