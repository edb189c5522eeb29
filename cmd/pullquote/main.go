// Command pullquote answers questions by quoting a corpus of documents.
//
// Without arguments it is the Discord bot when DISCORD_TOKEN is set and a question prompt when it is not. Its
// subcommands ask one question or a file of them, show what was read of a corpus, and measure the quality of answers.
// It owns nothing but the command line and what an operator sees: settings, flags, exit codes, the log, where metrics are
// served, and how an answer looks on a terminal. What an answer is is decided in package retrieval, what may be quoted in
// package corpus, and how Discord is spoken to in package bot.
//
// Exit codes: 0 answered, 1 failure, 2 wrong usage, 3 no answer in the corpus.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), stopSignals()...)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once
	settings, err := readSettings(".env", os.LookupEnv)
	p := &program{settings: settings, console: newConsole(os.Stdin, os.Stdout, os.Stderr, settings)}
	if err != nil {
		os.Exit(p.exitCode(ctx, err))
	}
	os.Exit(p.exitCode(ctx, p.run(ctx, os.Args[1:])))
}

// stopSignals are the signals that end the program cleanly. A terminal that closes sends SIGHUP; under nohup it is
// ignored and stays so.
func stopSignals() []os.Signal {
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM}
	if !signal.Ignored(syscall.SIGHUP) {
		signals = append(signals, syscall.SIGHUP)
	}
	return signals
}
