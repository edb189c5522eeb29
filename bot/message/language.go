package message

import (
	"strings"

	"pullquote/bot/phrases"
)

// In is the language in which messages are laid out: In(phrases.German).Render(a). What the messages quote, and the names
// of its sources, stay as they are.
type In phrases.Language

// say returns the phrases of the language.
func (in In) say() *phrases.Catalogue { return phrases.Language(in).Phrases() }

// inAny reports whether is holds for the phrases of some language: a message is read back whatever language it is in.
func inAny(is func(*phrases.Catalogue) bool) bool {
	for _, l := range phrases.Languages() {
		if is(l.Phrases()) {
			return true
		}
	}
	return false
}

// afterFollowing returns what stands in a small line behind the words that begin a list of earlier questions.
func afterFollowing(line string) (list string, ok bool) {
	for _, l := range phrases.Languages() {
		if list, ok = strings.CutPrefix(line, smallMark+l.Phrases().Answer.Following); ok {
			return list, true
		}
	}
	return "", false
}
