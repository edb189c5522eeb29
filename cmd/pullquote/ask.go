package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"pullquote/bot/message"
	"pullquote/bot/phrases"
	"pullquote/retrieval"
)

var askCommand = command{
	name: "ask", args: "[flags] QUESTION", run: (*program).runAsk, reads: true,
	summary: "answer one question, or a file of questions with --batch",
	details: "Answers QUESTION with quotes from the corpus. \"-\" reads the question from standard input. Shown is what fits one " +
		"screen and comes near the question; --more shows the rest.\n\n" +
		"Exit code 0: answered; 3: the corpus has no answer (nothing found, or the subject is only mentioned) " +
		"or was asked nothing. " +
		"With --batch it is 0 when every question was dealt with, whatever the answers.",
}

// longestQuestion is the size in bytes from which on a text is not taken for a question.
const longestQuestion = 16 << 10

// askFlags are the flags of ask.
type askFlags struct {
	json, more, explain bool
	batch               string
}

func (p *program) runAsk(ctx context.Context, c command, args []string) error {
	var flags askFlags
	fs := p.flags(c)
	fs.BoolVar(&flags.json, "json", false, "write the answer as JSON, for programs")
	fs.BoolVar(&flags.more, "more", false, "show all excerpts; JSON always has them")
	fs.BoolVar(&flags.explain, "explain", false, "add how the answer came about")
	fs.StringVar(&flags.batch, "batch", "", "answer the questions in `FILE` (\"-\": standard input), one JSON object with \"id\", \"question\" and perhaps \"history\" a line, as one JSON answer a line in the same order")
	words, err := p.parse(c, fs, args)
	switch {
	case err != nil:
		return err
	case flags.batch != "" && len(words) > 0:
		return c.misuse("ask takes a QUESTION or --batch FILE, not both")
	case flags.batch != "":
		return p.askBatch(ctx, flags)
	}
	question, err := p.question(ctx, c, words)
	if err != nil {
		return err
	}
	return p.askOne(ctx, question, flags)
}

// question returns the question that the arguments or, for "-", standard input hold.
func (p *program) question(ctx context.Context, c command, words []string) (string, error) {
	text := strings.Join(words, " ")
	if text == "-" {
		data, err := io.ReadAll(io.LimitReader(interruptible(ctx, p.in), longestQuestion+1))
		if err != nil {
			return "", fmt.Errorf("read the question from standard input: %w", err)
		}
		text = string(data)
	}
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return "", c.misuse("ask needs a QUESTION")
	case len(text) > longestQuestion:
		return "", c.misuse("the question is longer than %d bytes", longestQuestion)
	case !utf8.ValidString(text):
		return "", c.misuse("the question is not valid UTF-8 text")
	}
	return text, nil
}

func (p *program) askOne(ctx context.Context, question string, flags askFlags) error {
	library, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer library.Close()
	r, err := answer(ctx, library, retrieval.Question{Text: question})
	if err != nil {
		return err
	}
	if err := p.writeReply(r, flags); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	if r.Outcome != retrieval.Answered {
		return exit(exitNoAnswer)
	}
	return nil
}

func (p *program) writeReply(r reply, flags askFlags) error {
	var text []byte
	if flags.json {
		line, err := r.json(nil, flags.explain)
		if err != nil {
			return err
		}
		text = line
	} else {
		text = []byte(p.page.reply(r, rest{flags.more, "add --more"}))
		if flags.explain {
			text = append(text, p.page.explanation(r.Answer)...)
		}
	}
	_, err := p.out.Write(text)
	return err
}

// reply is an answer, how Discord would show it, and how long it took.
type reply struct {
	retrieval.Answer
	message message.Reply
	took    time.Duration
}

// onScreen reports whether excerpt j of group i is on the first screen.
func (r reply) onScreen(i, j int) bool {
	return !slices.Contains(r.message.More, message.Place{Group: i, Excerpt: j})
}

// answer asks the library and renders what it says, which also checks every quote of the first screen against its
// source.
func answer(ctx context.Context, library *retrieval.Library, q retrieval.Question) (reply, error) {
	began := time.Now()
	a, err := library.Ask(ctx, q)
	if err != nil {
		return reply{}, fmt.Errorf("answer %q: %w", shorten(harmless(q.Text), usualWidth), err)
	}
	took := time.Since(began)
	message, err := message.In(phrases.English).Render(a)
	if err != nil {
		return reply{}, fmt.Errorf("lay out the answer to %q: %w", shorten(harmless(q.Text), usualWidth), err)
	}
	return reply{a, message, took}, nil
}
