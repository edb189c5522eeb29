package bot

import (
	"fmt"
	"strings"

	"pullquote/retrieval"
)

// The lines above and below the excerpts.

// status says what the sources have to do with the question.
func (r *renderer) status() []string {
	switch r.answer.Outcome {
	case retrieval.Answered:
		return []string{r.agreement()}
	case retrieval.Mentioned:
		return append(append([]string{phraseMentioned}, r.unknownWords()...), phraseClosest)
	}
	return append(append([]string{phraseNotFound}, r.unknownWords()...), r.covers()...)
}

func (r *renderer) agreement() string {
	dates := r.statesDates()
	values, sources := r.valueGroups(), len(r.answer.Sources)
	switch {
	case r.answer.Disagreement && dates:
		return phraseDatesDiffer + separator + r.share()
	case r.answer.Disagreement:
		return phraseFiguresDiffer + separator + r.share()
	case values == 1 && len(r.answer.Groups) == 1 && sources > 1 && dates:
		return phraseDatesAgree + separator + r.share()
	case values == 1 && len(r.answer.Groups) == 1 && sources > 1:
		return phraseFiguresAgree + separator + r.share()
	}
	return fmt.Sprintf(phraseQuoted, r.share())
}

// statesDates reports whether all values stated are dates.
func (r *renderer) statesDates() bool {
	n := 0
	for _, e := range excerpts(r.answer) {
		if e.Value != nil && e.Value.Kind != "date" {
			return false
		}
		if e.Value != nil {
			n++
		}
	}
	return n > 0
}

// share says how many of the sources searched are quoted; near-copies are one source.
func (r *renderer) share() string {
	quoted, all := len(r.answer.Sources), r.answer.Witnesses
	if all == 0 {
		all = r.answer.Searched
		for _, s := range r.answer.Sources {
			all -= len(s.Copies)
		}
	}
	if all < 2 || all > countedSources || all < quoted {
		return phraseSources.of(quoted)
	}
	return phraseOfSources.of(quoted, all)
}

func (r *renderer) unknownWords() []string {
	words := r.answer.UnknownWords
	if len(words) == 0 {
		return nil
	}
	var shown []string
	for _, w := range words[:min(len(words), wordsListed)] {
		shown = append(shown, oneLine(w, wordLimit))
	}
	list := strings.Join(shown, ", ")
	if more := len(words) - len(shown); more > 0 {
		list = fmt.Sprintf(phraseAndMore, list, more)
	}
	return []string{fmt.Sprintf(phraseUnknownWords, list)}
}

func (r *renderer) covers() []string {
	docs := r.answer.Covers
	if len(docs) == 0 {
		return nil
	}
	lines := []string{phraseCovers}
	for _, d := range docs[:min(len(docs), documentsListed)] {
		lines = append(lines, bullet+oneLine(d.Label(), nameLimit))
	}
	return lines
}

// footer is the small line at the end: what was searched, what is silent, what is still to be seen.
func (r *renderer) footer(blocks []block) string {
	parts := []string{phraseSearched.of(r.answer.Searched)}
	if silent := r.answer.Silent; len(silent) > 0 {
		names := fmt.Sprint(len(silent))
		if !r.terse {
			names = r.names.list(silent)
		}
		parts = append(parts, fmt.Sprintf(phraseSilent, names))
	}
	quoted := 0
	for _, b := range blocks {
		if b.quoted {
			quoted++
		}
	}
	if more := len(excerpts(r.answer)) - quoted; more > 0 {
		parts = append(parts, phraseExcerpts.of(more))
	}
	if quoted > 0 {
		parts = append(parts, phraseChecked)
	}
	return "-# " + strings.Join(parts, separator)
}
