package message

import "strings"

// RenderQuestion lays out a question that was not answered, for moderators. address leads to the answer, "" for none.
func RenderQuestion(question, address string) Reply {
	lines := []string{phraseOpenQuestion, boldMark + oneLine(question, 2*questionLimit) + boldMark}
	if address != "" {
		lines = append(lines, maskedLink(phraseOpenAnswer, address))
	}
	return Reply{Content: strings.Join(append(lines, smallMark+phraseOpenMend), "\n")}
}
