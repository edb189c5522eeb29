package retrieval

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// asks is the type of answer that a question expects.
type asks string

const (
	asksFigure     asks = "figure"
	asksPerson     asks = "person"
	asksPlace      asks = "place"
	asksReason     asks = "reason"
	asksDefinition asks = "definition"
	asksOther      asks = "other"
)

// askPatterns recognise the type by the question's first words, in the languages whose question words are known.
// The first that matches decides.
var askPatterns = []struct {
	asks asks
	form *regexp.Regexp
}{
	{asksPerson, form(`who|whom|whose|by whom|which (?:person|man|woman|politician|author|president|leader)`,
		`wer|wem|wen|wessen`, `qui|de qui`, `quién|quiénes|quien`, `кто|кого|кому|кем`, `chi`, `quem`, `cine`, `wie`)},
	{asksPlace, form(`where|in (?:which|what) (?:country|city|town|place|state|region)|(?:which|what) (?:country|city|town|place)`,
		`wo|woher|wohin`, `où|d'où`, `dónde|donde|adónde`, `где|куда|откуда`, `dove`, `onde`, `unde`)},
	{asksReason, form(`why|how come|what (?:caused|causes|triggered|sparked|started|provoked|prompted|led to|leads to|is the reason|was the reason|are the reasons)|for what reason`,
		`warum|wieso|weshalb`, `pourquoi`, `por qué`, `почему|зачем`, `perché`, `por que`, `de ce`)},
	{asksDefinition, form(`what (?:is|are|was|were) (?:an? |the )?[\p{L}\d-]+(?: [\p{L}\d-]+)?\s*\??$|what does .* (?:mean|stand for)|define`,
		`was (?:ist|sind|war)`, `qu'est-ce que?`, `qué es`, `что такое`)},
}

// form matches a question that begins with one of the alternatives as whole words.
func form(alternatives ...string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\W*(?:` + strings.Join(alternatives, "|") + `)(?:\P{L}|$)`)
}

// readAsks returns the type of answer that a question expects by its first words.
func readAsks(question string) asks {
	for _, p := range askPatterns {
		if p.form.MatchString(strings.TrimSpace(question)) {
			return p.asks
		}
	}
	return asksOther
}

// cues are signs in a sentence that it states the type of answer asked for.
var (
	reasonCue     = regexp.MustCompile(`(?i)\b(?:because|due to|owing to|as a result|caused|causes|led to|triggered|sparked|in order to|reason|so that|thanks to|after|over)\b`)
	definitionCue = regexp.MustCompile(`(?i)\b(?:is|are|was|were) (?:an?|the|one of)\b|\b(?:known as|refers? to|means|defined as|called)\b|, (?:an?|the) `)
	placeAfter    = regexp.MustCompile(`^(?:\p{Ll}+ ){0,3}\p{Lu}\p{Ll}+`)
	personCue     = regexp.MustCompile(`\p{Lu}[\p{L}'’.-]+ (?:(?:de|van|von|bin|al|der) )?\p{Lu}[\p{L}'’-]+`)
)

// cue reports whether a sentence shows the type of answer. Names that the question holds already are no sign.
func (a asks) cue(sentence string, isAsked func(string) bool) bool {
	switch a {
	case asksReason:
		return reasonCue.MatchString(sentence)
	case asksDefinition:
		return definitionCue.MatchString(sentence)
	case asksPlace:
		return newPlace(sentence, isAsked)
	case asksPerson:
		return newName(personCue, sentence, isAsked)
	}
	return false
}

// placeCues stand before a place, with up to three small words between.
var placeCues = []string{"in ", "at ", "near ", "outside ", "inside ", "across ", "around "}

// newPlace reports whether a sentence names a place that the question does not. Only behind a cue is anything matched:
// they are soon found, and few.
func newPlace(sentence string, isAsked func(string) bool) bool {
	for _, cue := range placeCues {
		before, rest, found := strings.Cut(sentence, cue)
		for found {
			m := placeAfter.FindString(rest)
			if m != "" && !endsInWord(before) && !isAsked(m[strings.LastIndexByte(m, ' ')+1:]) {
				return true
			}
			before, rest, found = strings.Cut(rest, cue)
		}
	}
	return false
}

// endsInWord reports whether a text ends with an ASCII letter or digit, so that what follows continues a word.
func endsInWord(text string) bool {
	if text == "" {
		return false
	}
	c := text[len(text)-1]
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// newName reports whether a match of the pattern holds a capitalised word that the question does not.
func newName(pattern *regexp.Regexp, sentence string, isAsked func(string) bool) bool {
	for _, m := range pattern.FindAllString(sentence, -1) {
		for _, w := range strings.Fields(m) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && !isAsked(w) {
				return true
			}
		}
	}
	return false
}
