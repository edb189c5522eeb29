package message

import "pullquote/retrieval"

// RenderPassages lays out what speaks of a chosen message: an answer to the message's text as a question.
func RenderPassages(a retrieval.Answer) (Reply, error) { panic("not written yet") }

// QuestionIn returns the question that a message of ours answers, unescaped, from its first line.
func QuestionIn(content string) (question string, ok bool) { panic("not written yet") }
