package message

import (
	"slices"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// checkReport judges the checks and numbers the sources: those of the message keep their numbers, others get the
// next ones in the order in which they appear.
func (in In) checkReport(checks []Check, cited []Cited) *checkReport {
	numbers, last := map[*corpus.Document]int{}, 0
	for _, c := range cited {
		last = max(last, c.Source)
		if c.Document != nil {
			numbers[c.Document] = c.Source
		}
	}
	r := &checkReport{cited: cited}
	for _, c := range checks {
		s := in.checkSection(c)
		if s.place != nil {
			if numbers[s.place.Document] == 0 {
				last++
				numbers[s.place.Document] = last
			}
			s.source = numbers[s.place.Document]
		}
		r.sections = append(r.sections, s)
	}
	r.renderer = in.renderer(r.naming())
	return r
}

func (in In) checkSection(c Check) checkSection {
	s := checkSection{text: c.Quotation.Text, verdict: judge(c, in.say().Checks)}
	if s.place == nil {
		return s
	}
	d, at := s.place.Document, s.place.Span
	if s.quote, s.whole = d.QuoteAt(at); !s.whole {
		s.quote, _ = d.QuoteAt(corpus.Span{Start: at.Start, End: min(at.Start+1, at.End)})
	}
	return s
}

// naming returns an answer with what the report quotes, and the documents that it names.
func (r *checkReport) naming() (retrieval.Answer, names) {
	var a retrieval.Answer
	var docs []*corpus.Document
	for _, s := range r.sections {
		if s.quote.Document() != nil {
			a.Groups = append(a.Groups, retrieval.Group{Excerpts: []retrieval.Excerpt{s.excerpt()}})
		}
		if s.place != nil {
			docs = append(append(docs, s.place.Document), documentsOf(s.others)...)
		}
	}
	for _, c := range r.cited {
		if c.Document != nil {
			docs = append(docs, c.Document)
		}
	}
	return a, namesOf(a, distinct(docs))
}

// placeLine is the line about the source of a quotation: whose words they are, where they stand, and a link there.
func (r *checkReport) placeLine(s checkSection, named map[int]bool) string {
	if s.quote.Document() != nil {
		return r.sourceLine(s.excerpt(), named)
	}
	named[s.source] = true
	d := s.place.Document
	parts := []string{r.name(d, nameLimit), r.date(d.Metadata().Published), r.say.Checks.NotQuoted}
	if r.names.ambiguous(d) && r.names.of(d) != d.ID() {
		parts = append(parts, r.inline(d.ID(), idLimit))
	}
	if page := pageAddress(d.Metadata().URL.Value); page != "" {
		parts = append(parts, maskedLink(r.say.Source.Read, page))
	}
	return sourceMark(s.source) + strings.Join(parts, separator)
}

// also names the further places of a quotation, "" where there are none.
func (r *checkReport) also(v verdict) string {
	var here []string
	var elsewhere []*corpus.Document
	for _, f := range v.others {
		place := r.place(blockAt(f.Document, f.Span.Start))
		switch {
		case f.Document != v.place.Document:
			elsewhere = append(elsewhere, f.Document)
		case place != "" && !slices.Contains(here, place) && len(here) < placesListed:
			here = append(here, place)
		}
	}
	var parts []string
	if len(here) > 0 {
		parts = append(parts, r.say.Checks.At.With(strings.Join(here, comma)))
	}
	if elsewhere = distinct(elsewhere); len(elsewhere) > 0 {
		parts = append(parts, r.say.Checks.In.With(r.list(elsewhere)))
	}
	if len(parts) == 0 {
		return ""
	}
	return r.say.Checks.Also.With(strings.Join(parts, separator))
}

// aboutCited says whether the sources that a message of ours cites are still what they were.
func (r *checkReport) aboutCited() []string {
	intact, lines := 0, []string(nil)
	seen := map[int]bool{}
	for _, c := range r.cited {
		switch {
		case seen[c.Source]:
			continue
		case c.Standing == Intact:
			intact++
		case c.Standing == Changed && c.Document != nil:
			lines = append(lines, sourceMark(c.Source)+r.name(c.Document, nameLimit)+separator+r.say.Checks.CitedChanged)
		default:
			lines = append(lines, sourceMark(c.Source)+r.say.Checks.CitedGone)
		}
		seen[c.Source] = true
	}
	if more := len(lines) - citedListed; more > 1 { // one more line is as short as saying so
		lines = append(lines[:citedListed], r.say.Checks.CitedMore.Of(more))
	}
	if intact > 0 {
		lines = append(lines, r.say.Checks.CitedIntact.Of(intact))
	}
	return lines
}

// blockAt returns the block of d that holds a place, the zero Block where none does.
func blockAt(d *corpus.Document, at int) corpus.Block {
	for _, b := range d.Blocks() {
		if b.Start <= at && at < b.End {
			return b
		}
	}
	return corpus.Block{}
}

func documentsOf(findings []corpus.Finding) []*corpus.Document {
	var docs []*corpus.Document
	for _, f := range findings {
		docs = append(docs, f.Document)
	}
	return docs
}

// distinct returns docs without those that came before.
func distinct(docs []*corpus.Document) []*corpus.Document {
	var out []*corpus.Document
	seen := map[*corpus.Document]bool{}
	for _, d := range docs {
		if !seen[d] {
			out = append(out, d)
		}
		seen[d] = true
	}
	return out
}
