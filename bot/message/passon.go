package message

import "strings"

// RenderQuestion lays out a question that was not answered, for moderators. address leads to the answer, "" for none.
func (in In) RenderQuestion(question, address string) Reply {
	say := in.say().Notices
	lines := []string{say.OpenQuestion, boldMark + oneLine(question, 2*questionLimit) + boldMark}
	if address != "" {
		lines = append(lines, maskedLink(say.OpenAnswer, address))
	}
	return Reply{Content: strings.Join(append(lines, smallMark+say.OpenMend), "\n")}
}
