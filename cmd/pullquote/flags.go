package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// flags returns a flag set with the flags that all commands share.
func (p *program) flags(c command) *flag.FlagSet {
	fs := flag.NewFlagSet(c.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard) // errors are worded by flagError, help by printHelp
	fs.String("corpus", p.corpusPath, "answer from the folder or .jsonl file `PATH` (default: CORPUS_DIR, else the built-in sample)")
	fs.String("data", p.dataDir, "folder `DIR` that keeps what was read of the corpus, so that only changes are read next time (default: DATA_DIR, else memory alone)")
	return fs
}

// value returns the value of a string flag.
func value(fs *flag.FlagSet, name string) string { return fs.Lookup(name).Value.String() }

// parse reads flags wherever they stand among the arguments, up to a "--", and returns the arguments. It prints the
// help of c when that is asked for.
func (p *program) parse(c command, fs *flag.FlagSet, args []string) (arguments []string, err error) {
	for {
		err := fs.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			return nil, cmp.Or[error](p.printHelp(c, fs), exit(0))
		}
		if err != nil {
			return nil, flagError(c, fs, err)
		}
		read := len(args) - fs.NArg()
		if fs.NArg() == 0 || read > 0 && args[read-1] == "--" {
			p.corpusPath, p.dataDir = value(fs, "corpus"), value(fs, "data")
			return append(arguments, fs.Args()...), nil
		}
		arguments = append(arguments, fs.Arg(0))
		args = fs.Args()[1:]
	}
}

// flagError words a mistake in the flags of c.
func flagError(c command, fs *flag.FlagSet, err error) error {
	text := err.Error()
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		text = "unknown flag --" + name
		var names []string
		fs.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		if near := nearest(name, names); len(near) > 0 {
			text += fmt.Sprintf("; did you mean --%s?", near[0])
		}
	}
	return c.misuse("%s", text)
}

// misuse returns the error for a command line that c cannot follow.
func (c command) misuse(format string, args ...any) error {
	help := "pullquote " + c.name + " --help"
	if c.name == "" {
		help = "pullquote help"
	}
	return usageError{fmt.Sprintf(format, args...), help}
}
