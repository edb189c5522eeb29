package message

import "strings"

// asked returns the line that repeats the question, none where it has no characters that can be seen, and the one that
// says which questions it follows up.
func (w Wording) asked() []string {
	if q := w.Question(); q != "" {
		return append([]string{boldMark + q + boldMark}, w.following()...)
	}
	return nil
}

// QuestionIn returns the question that a message of ours answers, from its first line: in plain text, with its white
// space squeezed and what cannot be seen left out, as the message has it. Of a question that the message shortens it
// returns what is left, without the ellipsis, because a beginning still says what a follow-up is about. It is not ok for
// a message whose first line is not a question as Render writes it.
func QuestionIn(content string) (question string, ok bool) {
	line, _, answered := strings.Cut(content, "\n")
	line, opened := strings.CutPrefix(line, boldMark)
	line, closed := strings.CutSuffix(line, boldMark)
	if !answered || !opened || !closed {
		return "", false
	}
	return readQuestion(line)
}
