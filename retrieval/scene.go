package retrieval

import (
	"regexp"
	"slices"
	"strings"

	"pullquote/corpus"
	"pullquote/retrieval/figure"
)

// A report may recall what happened years before: "In 2003 the old bridge fell. Nine were killed." A figure of
// that year is none of the event asked about. The year that a sentence speaks of is the one that it names, else that of
// the sentence before it in its paragraph, unless a weekday or a word such as "now" leads back, else that of the
// document's publication. "Since 2003" names no year that a sentence speaks of, but what goes on to tell of it does: "the
// worst since the fire of 2003, in which nine died".
//
// The year asked about is the one in the question, else that in which the sources were published. Of what cannot be
// told nothing is claimed.

// scene is the time that a sentence speaks of: the dates that it or the text before it names, and where none are named
// the day of publication, which may be unknown.
type scene struct {
	named     []figure.Figure
	recalled  []figure.Figure // those of which the rest of the sentence tells, with places in the document
	published corpus.Date
}

// scene returns the time that sentence at of the passage speaks of.
func (c *candidate) scene(at int) scene {
	out := scene{published: c.Document().Metadata().Published}
	out.named, out.recalled = c.years(at)
	if len(out.named) > 0 || c.isOfToday(at) {
		return out
	}
	for i := at - 1; i >= 0 && c.Block(i) == c.Block(at) && len(out.named) == 0; i-- {
		out.named, _ = c.years(i)
	}
	return out
}

// years returns the dates with a year in sentence i: those that it names for what it tells, and those from which it only
// counts, but of which it goes on to tell, with places in the document.
func (c *candidate) years(i int) (named, recalled []figure.Figure) {
	span := c.Sentence(i)
	text := c.Document().Text()[span.Start:span.End]
	for _, f := range figure.Find(text, c.Document().Metadata().Language.Value, corpus.Date{}) {
		switch {
		case f.Kind != figure.Date || f.Date.Year == 0:
		case !isMark(text[:f.Start]):
			named = append(named, f)
		case goesOn.MatchString(text[f.End:]):
			f.Span = f.Shift(span.Start)
			recalled = append(recalled, f)
		}
	}
	return named, recalled
}

// goesOn matches what tells of the date before it.
var goesOn = regexp.MustCompile(`^[^.;:,]*, (?:in which|during which|when|which|where) `)

// of returns the time that a figure of the sentence is said of.
func (s scene) of(f figure.Figure) scene {
	for _, d := range s.recalled {
		if d.End <= f.Start {
			s.named = []figure.Figure{d}
		}
	}
	return s
}

// names reports whether one of the dates named fits one of those asked about.
func (s scene) names(asked []figure.Figure) bool {
	return slices.ContainsFunc(s.named, func(f figure.Figure) bool {
		return slices.ContainsFunc(asked, f.Compatible)
	})
}

// isAfter reports whether the scene, of which no date is named, is the present of a report that was published too late to
// speak of one of those asked about as such.
func (s scene) isAfter(asked []figure.Figure) bool {
	return s.published.Year != 0 && !slices.ContainsFunc(asked, func(f figure.Figure) bool { return f.Date.Year >= firstOf(s.published) })
}

// latest returns the last year that the scene names, or that of publication; 0 if neither is known.
func (s scene) latest() int {
	year := s.published.Year
	for i, f := range s.named {
		if i == 0 || f.Date.Year > year {
			year = f.Date.Year
		}
	}
	return year
}

// isMark reports whether a date behind a text is only one from which or to which something is counted.
func isMark(before string) bool {
	const clause = 8 // words
	words := strings.Fields(strings.ToLower(before))
	for k := len(words) - 1; k >= 0 && k >= len(words)-clause; k-- {
		if markWords[words[k]] {
			return true
		}
		if strings.ContainsAny(words[k], ",;:.") {
			return false
		}
	}
	return false
}

var markWords = wordSet("since until till before after from than depuis avant après seit bis vor nach desde hasta с до после")

// isOfToday reports whether sentence i leads back to the days of the report by a word of its own.
func (c *candidate) isOfToday(i int) bool {
	span := c.Sentence(i)
	for _, w := range lowerWords(c.Document().Text()[span.Start:span.End]) {
		if todayWords[w] {
			return true
		}
	}
	return false
}

var todayWords = wordSet(`today yesterday tonight now currently current ongoing monday tuesday wednesday thursday friday
	saturday sunday week heute gestern aujourd'hui hier hoy ayer сегодня вчера`)

// split divides what sources state into what is said of the subject and the time asked about and what of others. Where
// nothing is said of that time, all that is said of the subject is returned as if it were.
func (p *plan) split(found []stated) (home, foreign []stated) {
	now := present(found)
	about, astray := bySubject(found)
	for _, f := range about {
		if p.isForeign(f, now) {
			foreign = append(foreign, f)
		} else {
			home = append(home, f)
		}
	}
	if len(home) == 0 {
		return about, astray
	}
	return home, append(foreign, astray...)
}

// present returns the latest day on which a source of found was published, zero if none is known.
func present(found []stated) corpus.Date {
	var latest corpus.Date
	for _, f := range found {
		if d := f.Document().Metadata().Published; d.Compare(latest) > 0 {
			latest = d
		}
	}
	return latest
}

// isForeign reports whether a figure is said of another time than the one asked about. Dates are asked for, not told
// apart by themselves.
func (p *plan) isForeign(f stated, now corpus.Date) bool {
	if p.asks != asksFigure || p.figure.Kinds[0] == figure.Date {
		return false
	}
	said := f.scene(f.at).of(f.value.figures[0])
	if len(p.dates) > 0 {
		return len(said.named) > 0 && !said.names(p.dates) || len(said.named) == 0 && said.isAfter(p.dates)
	}
	if !said.published.IsZero() {
		now = said.published
	}
	year := said.latest()
	return now.Year != 0 && year != 0 && year < firstOf(now)
}

// firstOf returns the first year that a report of a day may speak of as the present: at the beginning of a year the last
// is not over.
func firstOf(d corpus.Date) int {
	const fresh = 3 // months
	if d.Month <= fresh {
		return d.Year - 1
	}
	return d.Year
}
