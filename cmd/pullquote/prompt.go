package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"pullquote/retrieval"
)

// prompt answers the questions that a person types, or a program pipes in, one a line, until the input ends. An input
// that is no person's and holds no question is an error: it is that of a service that was meant to be the bot.
func (p *program) prompt(ctx context.Context) error {
	library, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer library.Close()
	p.greet(library)
	in := bufio.NewScanner(interruptible(ctx, p.in))
	in.Buffer(nil, longestQuestion)
	var last *reply
	asked := false
	for p.invite(); in.Scan(); p.invite() {
		question := strings.TrimSpace(in.Text())
		asked = asked || question != ""
		if question == "exit" || question == "quit" {
			return nil
		}
		if last, err = p.answerLine(ctx, library, question, last); err != nil {
			return err
		}
	}
	if p.asks {
		fmt.Fprintln(p.out)
	}
	if err := in.Err(); err != nil {
		return fmt.Errorf("read a question: %w", err)
	}
	if !p.asks && !asked {
		return errors.New("no question came in; to run the Discord bot, set DISCORD_TOKEN")
	}
	return nil
}

// invite asks a person for the next question.
func (p *program) invite() {
	if p.asks {
		fmt.Fprint(p.out, p.page.ink(strong, "? "))
	}
}

// greet says what the prompt answers from and how to become a Discord bot.
func (p *program) greet(library *retrieval.Library) {
	if !p.asks {
		return
	}
	documents := count(len(library.Snapshot().Documents()), "document", "documents")
	fmt.Fprint(p.out, p.page.indented("", "", fmt.Sprintf("Pullquote answers from %s in %s, by quoting them.", documents, p.describeCorpus()), strong))
	for _, line := range []string{
		"Your own documents: --corpus PATH, or CORPUS_DIR in .env.",
		"A Discord bot instead of this prompt: create an application at https://discord.com/developers/applications, " +
			"reset and copy the token under Bot, and put it into .env as DISCORD_TOKEN=… (pattern: .env.example).",
		"Type a question. \"more\" shows the other excerpts of the last answer; \"exit\" or Ctrl-D ends.",
	} {
		fmt.Fprint(p.out, p.page.indented("", "  ", line, faint))
	}
	fmt.Fprintln(p.out)
}

// answerLine answers a question, or shows the rest of the last answer, nil before the first, and returns the answer
// that is the last now.
func (p *program) answerLine(ctx context.Context, library *retrieval.Library, question string, last *reply) (*reply, error) {
	if question == "" {
		return last, nil
	}
	if question == "more" && last != nil {
		_, err := fmt.Fprintln(p.out, p.page.more(*last))
		return last, err
	}
	r, err := answer(ctx, library, retrieval.Question{Text: strings.ToValidUTF8(question, "\ufffd")})
	if err != nil {
		return last, err
	}
	_, err = fmt.Fprintln(p.out, p.page.reply(r, rest{hint: `type "more"`}))
	return &r, err
}
