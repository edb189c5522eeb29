package main

import (
	"context"
	"errors"
	"slices"
)

// corpusCommand is the word that two commands begin with. By itself it has nothing but their help, and it is not one of
// commands.
var corpusCommand = command{name: "corpus", run: (*program).runCorpus}

func (p *program) runCorpus(ctx context.Context, c command, args []string) error {
	if len(args) == 0 {
		return c.misuse("corpus needs a word more: corpus check [DIR] or corpus text DOC")
	}
	for i, topic := range []command{checkCommand, textCommand} {
		if i > 0 {
			if _, err := p.out.Write([]byte("\n")); err != nil {
				return err
			}
		}
		var written exit
		if err := topic.run(p, ctx, topic, []string{"--help"}); !errors.As(err, &written) {
			return err
		}
	}
	return nil
}

// isHelp reports whether an argument asks for help as package flag takes it.
func isHelp(arg string) bool { return slices.Contains([]string{"-h", "--h", "-help", "--help"}, arg) }
