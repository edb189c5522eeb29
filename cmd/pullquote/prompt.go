package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"pullquote/retrieval"
)

// prompt answers the questions that a person types, or a program pipes in, one a line, until the input ends.
func (p *program) prompt(ctx context.Context) error {
	library, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer library.Close()
	p.greet(library)
	lines, readErr := p.lines(ctx)
	var last *reply
	for {
		if p.asks {
			fmt.Fprint(p.out, p.page.ink(strong, "? "))
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case line, open := <-lines:
			question := strings.TrimSpace(line)
			if !open || question == "exit" || question == "quit" {
				return p.farewell(open, readErr)
			}
			if last, err = p.answerLine(ctx, library, question, last); err != nil {
				return err
			}
		}
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

// lines reads the input line by line, so that waiting for a line can be given up. The error is set when the channel
// closes.
func (p *program) lines(ctx context.Context) (<-chan string, *error) {
	out, failed := make(chan string), new(error)
	go func() {
		defer close(out)
		in := bufio.NewScanner(p.in)
		in.Buffer(nil, longestQuestion)
		for in.Scan() {
			select {
			case out <- in.Text():
			case <-ctx.Done():
				return
			}
		}
		*failed = in.Err()
	}()
	return out, failed
}

// farewell ends the prompt after its last line.
func (p *program) farewell(open bool, readErr *error) error {
	if open {
		return nil
	}
	if p.asks {
		fmt.Fprintln(p.out)
	}
	if *readErr != nil {
		return fmt.Errorf("read a question: %w", *readErr)
	}
	return nil
}

// answerLine answers a question, or shows the rest of the last answer, nil before the first, and returns the answer
// that is the last now.
func (p *program) answerLine(ctx context.Context, library *retrieval.Library, question string, last *reply) (*reply, error) {
	if question == "" {
		return last, nil
	}
	if question == "more" && last != nil && len(last.message.More) > 0 {
		_, err := fmt.Fprint(p.out, p.page.more(*last), "\n")
		return last, err
	}
	r, err := answer(ctx, library, retrieval.Question{Text: strings.ToValidUTF8(question, "\ufffd")})
	if err != nil {
		return last, err
	}
	_, err = fmt.Fprint(p.out, p.page.reply(r, rest{hint: `type "more"`}), "\n")
	return &r, err
}
