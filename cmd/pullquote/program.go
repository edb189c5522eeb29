package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"
)

// program is one run of the command: its settings and the streams it reads and writes.
type program struct {
	settings
	console
	// corpusPath and dataDir are the flags that stand before the subcommand.
	corpusPath, dataDir string
	// inMemory is true where no data folder is used, whatever names one.
	inMemory bool
}

// command is a subcommand.
type command struct {
	name string
	// args describes the arguments in the usage line, summary is its line in the list of commands, and details
	// the text below the usage line in its own help.
	args, summary, details string
	run                    func(p *program, ctx context.Context, c command, args []string) error
	// reads is true for a command that reads the corpus: the help of the others leaves out the flags that say which, though
	// they take them too.
	reads bool
}

// commands are the subcommands in the order of the help text. It is a function because help itself lists them.
func commands() []command {
	return []command{askCommand, checkCommand, textCommand, evalCommand, healthCommand, versionCommand, helpCommand()}
}

// Exit codes of the command.
const (
	exitFailure  = 1
	exitUsage    = 2
	exitNoAnswer = 3
)

// exit ends the command with a code when everything there is to say has been written.
type exit int

func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// usageError is a mistake in the command line. It is shown with the help to turn to.
type usageError struct{ text, help string }

func (e usageError) Error() string { return e.text }

// exitCode writes err for a person and returns the exit code for it.
func (p *program) exitCode(ctx context.Context, err error) int {
	var code exit
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &usage):
		fmt.Fprintf(p.err, "pullquote: %s\nSee: %s\n", harmless(usage.text), usage.help)
		return exitUsage
	case ctx.Err() != nil:
		fmt.Fprintln(p.err, "pullquote: interrupted")
		return exitFailure
	}
	p.complain(err)
	return exitFailure
}

// complain writes an error for a person, one line for each that was joined into it. The token is never shown, wherever
// a setting or a file name repeats it.
func (p *program) complain(err error) {
	for _, e := range joined(err) {
		fmt.Fprintf(p.err, "pullquote: %s\n", harmless(p.redacted(e.Error())))
	}
}

// remarkUnknown says which names in .env have no effect.
func (p *program) remarkUnknown() {
	for _, line := range p.unknown {
		p.remark(line)
	}
}

// remark says something beside the answer, in a line of its own: progress that stands in it is wiped.
func (p *program) remark(line string) {
	wipe := ""
	if p.watches {
		wipe = wipeLine
	}
	fmt.Fprintf(p.err, "%spullquote: %s\n", wipe, harmless(p.redacted(line)))
}

// joined returns the errors that errors.Join put together, in order; for any other error it returns that alone.
func joined(err error) []error {
	all, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var out []error
	for _, e := range all.Unwrap() {
		out = append(out, joined(e)...)
	}
	return out
}

// run finds the subcommand in args and runs it. The shared flags may stand before it too.
func (p *program) run(ctx context.Context, args []string) error {
	root := command{name: "", args: "[COMMAND]"}
	fs := p.flags(root)
	version := fs.Bool("version", false, "print the version")
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return helpCommand().run(p, ctx, helpCommand(), nil)
	case err != nil:
		return flagError(root, fs, err)
	}
	p.corpusPath, p.dataDir = value(fs, "corpus"), value(fs, "data")
	if *version {
		return versionCommand.run(p, ctx, versionCommand, nil)
	}
	if fs.NArg() == 0 {
		return p.converse(ctx)
	}
	c, err := findCommand(fs.Args())
	if err != nil {
		return err
	}
	return c.run(p, ctx, c, fs.Args()[len(strings.Fields(c.name)):])
}

// converse is the program without a subcommand: the bot where there is a token for it, else the prompt.
func (p *program) converse(ctx context.Context) error {
	if p.get("DISCORD_TOKEN") != "" {
		return p.serve(ctx)
	}
	return p.prompt(ctx)
}

// findCommand returns the command whose name args begin with.
func findCommand(args []string) (command, error) {
	names := make([]string, 0, len(commands()))
	for _, c := range commands() {
		words := strings.Fields(c.name)
		if len(args) >= len(words) && strings.Join(args[:len(words)], " ") == c.name {
			return c, nil
		}
		names = append(names, c.name)
	}
	if slices.Equal(args, []string{"corpus"}) || len(args) == 2 && args[0] == "corpus" && isHelp(args[1]) {
		return corpusCommand, nil
	}
	return command{}, unknownCommand(args, names)
}

func unknownCommand(args, names []string) error {
	said := args[0]
	if said == "corpus" {
		said = strings.Join(args[:min(2, len(args))], " ")
	}
	text := fmt.Sprintf("unknown command %q", said)
	switch near := nearest(said, names); {
	case len(near) > 0:
		text += fmt.Sprintf("; did you mean %q?", near[0])
	case strings.Contains(said, " ") || len(args) > 1:
		text += "; to ask a question: pullquote ask QUESTION"
	}
	return usageError{text, "pullquote help"}
}

// printHelp writes the help of one command.
func (p *program) printHelp(c command, fs *flag.FlagSet) error {
	text := fmt.Sprintf("usage: %s\n\n%s", c.usage(), p.page.indented("", "", c.details, plain))
	if c.reads {
		text += "\nFlags:\n" + p.page.flags(fs)
	}
	_, err := fmt.Fprint(p.out, text)
	return err
}

func (c command) usage() string {
	return strings.TrimSpace(fmt.Sprintf("pullquote %s %s", c.name, c.args))
}

// flags lists flags and what they do.
func (p page) flags(fs *flag.FlagSet) string {
	var b strings.Builder
	fs.VisitAll(func(f *flag.Flag) {
		arg, use := flag.UnquoteUsage(f)
		b.WriteString(p.entry(strings.TrimSpace("--"+f.Name+" "+arg), use))
	})
	return b.String()
}

// entry is a name and what it means, side by side; a long name has a line of its own.
func (p page) entry(name, meaning string) string {
	const column = 22
	rest := strings.Repeat(" ", column+3)
	if len(name) > column {
		return "  " + name + "\n" + p.indented(rest, rest, meaning, plain)
	}
	return p.indented(fmt.Sprintf("  %-*s ", column, name), rest, meaning, plain)
}
