package message

import "fmt"

// Everything the bot says in its own words stands here and, about checks, the corpus and itself, in phrasescorpus.go.
// A phrase speaks about the excerpts, the sources and the search, never about the world. %s and %d stand for names that
// are escaped already and for counts.
const (
	phraseFiguresDiffer = "Sources give different figures"
	phraseDatesDiffer   = "Sources give different dates"
	phraseFiguresAgree  = "Sources give the same figure"
	phraseDatesAgree    = "Sources give the same date"
	phraseQuoted        = "Quoted from %s"
	phraseMentioned     = "I found only text near this; it may not answer."
	phraseClosest       = "Closest text:"
	phraseNotFound      = "I found nothing in the corpus that answers this."
	phraseUnknownWords  = "Words that appear nowhere in the corpus: %s"
	phraseCovers        = "It covers:"
	phraseCoversAmong   = "It covers, for example:"
	phraseUnvalued      = "Related text:"
	phraseMore          = "More excerpts"
	phraseContext       = "In context"
	phraseCounted       = "%d of %d"
	phrasePassages      = "Passages that speak of this message"
	phraseClosePassages = "Closest passages found"
	phraseNoPassages    = "I found nothing in the corpus that speaks of this message."
	phraseNoneOfRead    = "I found nothing in the corpus that speaks of what was looked for."
	phraseLong          = longMark + ": of its %d sentences the %d longest were looked for"
	phraseCitedHere     = "What this message of mine quotes:"
	phraseCitedFirst    = "only the first %d of its %d quotes can be traced"
	phraseChanged       = "%s changed since this answer; ask again."
	phraseGone          = "%s left the corpus since this answer."

	phraseOpen     = "open at this passage"
	phraseRead     = "open the source"
	phraseTooLong  = "The passage is too long for a message."
	phraseNumbered = "[%d] "
	phraseNoDate   = "no date"
	phraseHeading  = "heading"
	phraseCaption  = "caption"
	phraseTable    = "table"
	phraseNumber   = "¶%d"
	phrasePage     = "p. %d"
	phraseCopies   = "also carried by %s"

	phraseSilent      = "nothing found in %s"
	phraseSilentCount = "nothing found in %d of them"
	phraseAtLeast     = "at least %s"
	phraseBestRead    = "read the best %d passages"
	phraseChecked     = "quotes checked against their sources"
	phraseAndMore     = "%s and %d more"

	// phraseFollowing, searchedMark and longMark begin small lines of ours.
	phraseFollowing = "following: "
	searchedMark    = "searched "
	longMark        = "the message is long"

	separator = " · "
	ellipsis  = "…"
	phraseGap = smallMark + ellipsis
	bullet    = "- "
	comma     = ", "
)

// counted is a phrase in its singular and its plural.
type counted struct{ one, many string }

var (
	phraseSources   = counted{"%d source", "%d sources"}
	phraseOfSources = counted{"%d of %d source", "%d of %d sources"}
	phraseSearched  = counted{searchedMark + "%d document", searchedMark + "%d documents"}
	phraseVerbatim  = counted{"%d sentence or quotation of the message stands in the corpus word for word", "%d sentences or quotations of the message stand in the corpus word for word"}
	phraseExcerpts  = counted{"%d more excerpt", "%d more excerpts"}
)

// of fills in the numbers; the last one decides between singular and plural.
func (c counted) of(numbers ...any) string {
	if numbers[len(numbers)-1] == 1 {
		return fmt.Sprintf(c.one, numbers...)
	}
	return fmt.Sprintf(c.many, numbers...)
}

// months are written out for people; the index is time.Month.
var months = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
