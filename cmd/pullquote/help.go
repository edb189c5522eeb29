package main

import (
	"context"
	"fmt"
	"strings"
)

func helpCommand() command {
	return command{
		name: "help", args: "[COMMAND]", run: (*program).runHelp,
		summary: "show this text, or the help of one command",
		details: "Shows all commands, or the help of one.",
	}
}

func (p *program) runHelp(ctx context.Context, c command, args []string) error {
	words, err := p.parse(c, p.flags(c), args)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return p.overview()
	}
	topic, err := findCommand(words)
	if err != nil {
		return err
	}
	return topic.run(p, ctx, topic, []string{"--help"})
}

// overview writes the help of the whole program.
func (p *program) overview() error {
	var b strings.Builder
	b.WriteString("Pullquote answers questions by quoting a corpus of documents.\n\n")
	b.WriteString("usage: pullquote [--corpus PATH] [--data DIR] [COMMAND]\n\n")
	b.WriteString(p.page.indented("", "", "Without a command: the Discord bot where DISCORD_TOKEN is set, else a question prompt on the terminal.", plain))
	b.WriteString("\nFor example:\n  pullquote ask \"How many people were arrested?\"\n  pullquote ask --corpus docs \"How long does delivery take?\"\n")
	b.WriteString("\nCommands:\n")
	for _, c := range commands() {
		b.WriteString(p.page.entry(strings.TrimSpace(c.name+" "+strings.TrimPrefix(c.args, "[flags] ")), c.summary))
	}
	b.WriteString("\nFlags of every command:\n" + p.page.flags(p.flags(command{})))
	b.WriteString("\nSettings, from the environment or a .env file in the working directory:\n")
	for _, v := range variables {
		b.WriteString(p.page.entry(v.name, v.use))
	}
	b.WriteString("\n" + p.page.indented("", "", "Exit codes: 0 answered, 1 failure, 2 wrong usage, 3 no answer in the corpus.", plain))
	_, err := fmt.Fprint(p.out, b.String())
	return err
}
