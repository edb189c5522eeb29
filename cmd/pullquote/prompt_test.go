package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

// converseWith runs the prompt as a person sees it and returns what was shown.
func converseWith(ctx context.Context, in io.Reader) (string, error) {
	var out, errs bytes.Buffer
	p := &program{console: console{in: in, out: &out, err: &errs, asks: true, page: page{80, false}}}
	err := p.run(ctx, nil)
	return out.String() + errs.String(), err
}

func TestPromptForAPerson(t *testing.T) {
	got, err := converseWith(context.Background(), strings.NewReader("How many people were arrested?\n\nexit\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Pullquote answers from 5 documents in the built-in sample, by quoting them.\n", "--corpus PATH", "CORPUS_DIR",
		"https://discord.com/developers/applications", "DISCORD_TOKEN=…", "\"exit\" or\n  Ctrl-D ends.\n", "\n? How many people were arrested?\n", "\n\n? ? ",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the prompt does not show %q:\n%s", want, got)
		}
	}
	for _, figure := range []string{"4,404", "10,000", "3,000", "3,700"} {
		if !strings.Contains(got, figure) {
			t.Errorf("the answer does not show %s:\n%s", figure, got)
		}
	}
}

func TestPromptShowsMore(t *testing.T) {
	var out bytes.Buffer
	p := &program{console: console{out: &out, page: page{80, false}}}
	last := disagreement(t)
	if _, err := p.answerLine(context.Background(), nil, "more", &last); err != nil {
		t.Fatal(err)
	}
	last.message.More = nil
	if _, err := p.answerLine(context.Background(), nil, "more", &last); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); !strings.HasPrefix(got, "More:\n\nTwelve\n│ Twelve boats") || !strings.HasSuffix(got, "\n\n0 more excerpts\n\n") {
		t.Errorf("the rest of two answers, of which the second has none, is shown as:\n%s", got)
	}
	if got, _ := converseWith(context.Background(), strings.NewReader("more\n")); !strings.Contains(got, "? more\n") {
		t.Errorf("before any answer \"more\" is a question:\n%s", got)
	}
}

func TestPromptEnds(t *testing.T) {
	for _, in := range []string{"", "exit", "quit\n", "  exit  \n", "\n\n"} {
		if got, err := converseWith(context.Background(), strings.NewReader(in)); err != nil || strings.Contains(got, "answers this") {
			t.Errorf("input %q: %v, %s", in, err, got)
		}
	}
	if _, err := converseWith(context.Background(), strings.NewReader(strings.Repeat("x", longestQuestion+1))); err == nil {
		t.Error("a line without end was taken for a question")
	}
}

func TestPromptIsInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	waiting, typing := io.Pipe() // a person who types nothing
	defer typing.Close()
	p := &program{console: console{in: waiting, out: cancelOn{"? ", cancel}, err: io.Discard, asks: true, page: page{80, false}}}
	err := p.run(ctx, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want a cancelled context", err)
	}
	var errs bytes.Buffer
	p.err = &errs
	if code := p.exitCode(ctx, err); code != exitFailure || errs.String() != "pullquote: interrupted\n" {
		t.Errorf("exit code %d and %q, want %d and one line", code, errs.String(), exitFailure)
	}
}

// cancelOn calls cancel when the text is written.
type cancelOn struct {
	text   string
	cancel func()
}

func (c cancelOn) Write(p []byte) (int, error) {
	if string(p) == c.text {
		c.cancel()
	}
	return len(p), nil
}
