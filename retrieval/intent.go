package retrieval

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"pullquote/retrieval/analysis"
)

// Not every message is a question to the corpus. What is none is told by its form alone, in English, German, Spanish,
// French and Russian:
//
//   - chat: nothing but greetings, thanks and the like, or one of the sentences that people say to a machine;
//   - an instruction: an order, at the front, to write, to say, to play a part, to drop the rules, or to work on a text;
//   - noise: no word at all, a single word of form, or nothing but runs of the keyboard.
//
// "Tell me about the strike", "list the members", "visa fee" are questions, and so is everything in doubt: an answer that
// was not asked for costs less than a question that is brushed aside. Courtesies around a question are no part of it.

// Intent says what a message wants.
type Intent string

// The intents. Only a question is looked for in the corpus; the others are answered NotFound, without excerpts or
// documents to turn to.
const (
	IntentQuestion    Intent = "question"
	IntentChat        Intent = "chat"
	IntentInstruction Intent = "instruction"
	IntentNoise       Intent = "noise"
)

// readIntent returns what a message wants and the message with courtesies blanked out, so that places in it stay. isForm
// reports whether a word is one of form; followUp is true in a conversation, where one such word may ask.
func readIntent(text string, isForm func(string) bool, followUp bool) (Intent, string) {
	rest := withoutCourtesies(text)
	said := strings.TrimSuffix(strings.Join(spoken(rest), " "), " please")
	switch {
	case isNoise(spoken(text), isForm, followUp):
		return IntentNoise, text
	case said == "" || chat.MatchString(said):
		return IntentChat, text
	case instruction.MatchString(said):
		return IntentInstruction, text
	}
	return IntentQuestion, rest
}

// spoken returns the words of a text in lower case, with their apostrophes.
func spoken(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
	for i, w := range words {
		words[i] = strings.Trim(strings.ReplaceAll(w, "’", "'"), "'")
	}
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// isNoise reports whether words say nothing.
func isNoise(words []string, isForm func(string) bool, followUp bool) bool {
	switch {
	case len(words) == 0:
		return true
	case len(words) == 1 && !followUp && isForm(words[0]) && courtesies(words[0]) == 0:
		return true
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !isMashed(w) })
}

// keyboards are the rows of keys that idle hands run along.
var keyboards = []string{"qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"}

// isMashed reports whether a word is a run of the keyboard, either way, or one letter over and over.
func isMashed(word string) bool {
	letters := []rune(word)
	if len(letters) < 4 {
		return false
	}
	back := slices.Clone(letters)
	slices.Reverse(back)
	return len(slices.Compact(slices.Clone(letters))) == 1 && unicode.IsLetter(letters[0]) ||
		slices.ContainsFunc(keyboards, func(row string) bool {
			return strings.Contains(row+row, word) || strings.Contains(row, string(back))
		})
}

// withoutCourtesies blanks greetings and lead-ins before a question, and thanks behind it.
func withoutCourtesies(text string) string {
	if m := closing.FindStringIndex(text); m != nil {
		text = text[:m[0]] + strings.Repeat(" ", m[1]-m[0])
	}
	from := courtesies(text)
	return strings.Repeat(" ", from) + text[from:]
}

// courtesies returns the length in bytes of the courtesies that a text begins with. What looks like a greeting may be
// the beginning of a name: the last of them is one only if it is set apart.
func courtesies(text string) int {
	certain, end := 0, 0
	for {
		if m := leadIn.FindStringIndex(text[end:]); m != nil {
			end += m[1]
			certain = end
		} else if m := greeting.FindStringIndex(text[end:]); m == nil {
			return certain
		} else if end += m[1]; setApart(text, end) {
			certain = end
		}
	}
}

// setApart reports whether what ends at end is told from what follows: by a stop, because nothing follows, or because a
// question begins there.
func setApart(text string, end int) bool {
	said := strings.TrimRightFunc(text[:end], unicode.IsSpace)
	return end == len(text) || strings.ContainsAny(said[len(said)-1:], ",.!?:;") || opener.MatchString(text[end:])
}

// isFormWord reports whether a word is one of form in a language of the corpus, or in English.
func (e *edition) isFormWord(word string) bool {
	return analysis.For("en").IsForm(word) ||
		slices.ContainsFunc(e.tongues, func(t *tongue) bool { return t.analyzer.IsForm(word) })
}

// whole matches text that is one of the alternatives, begins one that of them if they stand at its front as words.
func whole(alternatives ...string) *regexp.Regexp {
	return regexp.MustCompile(`^(?:` + strings.Join(alternatives, "|") + `)$`)
}

func begins(alternatives ...string) *regexp.Regexp {
	return regexp.MustCompile(`^(?:` + strings.Join(alternatives, "|") + `)(?: |$)`)
}
