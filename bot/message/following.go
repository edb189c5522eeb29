package message

import (
	"slices"
	"strings"
)

const (
	// followedListed is how many earlier questions an answer names at most, the latest ones.
	followedListed = 3
	// followedLimit is how many UTF-16 units they take at most, escaped and with what stands between them.
	followedLimit = 300
	// followedBetween stands between them. It has a character of markup, which has a backslash in escaped text.
	followedBetween = " | "
)

// following returns the small line that says which questions of the asker this one follows up, the earliest first; none
// where it follows no other.
func (w Wording) following() []string {
	shown := followed(w.answer.History)
	if len(shown) == 0 {
		return nil
	}
	return []string{smallMark + w.say.Answer.Following + strings.Join(shown, followedBetween)}
}

// followed returns the latest of the questions that there is room for, escaped, the earliest first.
func followed(questions []string) []string {
	var shown []string
	left := followedLimit
	for _, q := range slices.Backward(questions) {
		question := oneLine(q, followedLimit)
		if _, ok := readQuestion(question); !ok {
			continue
		}
		if left -= Units(question); left < 0 || len(shown) == followedListed {
			break
		}
		left -= Units(followedBetween)
		shown = append(shown, question)
	}
	slices.Reverse(shown)
	return shown
}

// HistoryIn returns the questions that the one of a message of ours follows up, the earliest first and as the message
// has them, at most three: as QuestionIn does, in plain text and without the ellipsis of a shortened one. It is nil for a
// message that names none.
func HistoryIn(content string) []string {
	if _, ok := QuestionIn(content); !ok {
		return nil
	}
	_, rest, _ := strings.Cut(content, "\n")
	line, _, _ := strings.Cut(rest, "\n")
	list, ok := afterFollowing(line)
	if !ok {
		return nil
	}
	var questions []string
	for _, escaped := range strings.Split(list, followedBetween) {
		question, ok := readQuestion(escaped)
		if !ok || len(questions) == followedListed {
			return nil
		}
		questions = append(questions, question)
	}
	return questions
}

// readQuestion returns the question that is written in a line of ours. It is not ok where none can be written so.
func readQuestion(escaped string) (question string, ok bool) {
	question = Unescape(escaped)
	if Escape(question) != escaped {
		return "", false
	}
	question = strings.TrimSpace(strings.TrimSuffix(question, ellipsis))
	return question, question != ""
}
