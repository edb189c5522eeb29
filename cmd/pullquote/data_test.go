package main

import (
	"context"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"pullquote/bot/discordtest"
)

// keeping is a bot that keeps snapshots of a folder.
type keeping struct {
	*discordtest.Server
	channel      *discordtest.Channel
	ada          *discordtest.User
	folder, data string
}

func newKeeping(t *testing.T) *keeping {
	srv := discordtest.NewServer()
	t.Cleanup(srv.Close)
	guild := srv.AddGuild("Reading room")
	k := &keeping{Server: srv, channel: guild.AddChannel("general"), ada: srv.AddUser("ada"), folder: t.TempDir(), data: t.TempDir()}
	guild.AddMember(k.ada, discordtest.ManageGuild)
	write(t, k.folder+"/harbour.txt", "Twelve boats sank in the harbour on Monday.\n")
	write(t, k.folder+"/garden.txt", "Forty roses bloom in the garden this summer.\n")
	return k
}

func (k *keeping) start(ctx context.Context, t *testing.T, more ...string) *running {
	t.Helper()
	r := startBot(ctx, t, botEnv(k.Server, append(more, "CORPUS_DIR="+k.folder, "DATA_DIR="+k.data)...)...)
	r.err.await(ctx, t, `(connected to Discord)`)
	return r
}

// asks fails unless the bot's answer has some words.
func (k *keeping) asks(ctx context.Context, t *testing.T, question, want string) {
	t.Helper()
	m, err := k.ada.Command(k.channel, "ask", discordtest.Options{"question": question}).Wait(ctx)
	if err != nil || !strings.Contains(m.Content, want) {
		t.Errorf("%q is answered by %s, %v, want %q", question, contentOf(m), err, want)
	}
}

// pullquote runs the command on the same corpus and data and returns what it writes, and its exit code.
func (k *keeping) pullquote(ctx context.Context, args ...string) (out, complaints string, code int) {
	var o, e strings.Builder
	c := exec.CommandContext(ctx, "pullquote", append([]string{"--corpus", k.folder, "--data", k.data}, args...)...)
	c.Stdout, c.Stderr = &o, &e
	_ = c.Run() // the exit code tells
	return o.String(), e.String(), c.ProcessState.ExitCode()
}

// TestBotKeepsItsData kills the bot and starts it again: it serves what it has read, and reads what has changed since.
func TestBotKeepsItsData(t *testing.T) {
	ctx := bounded(t)
	k := newKeeping(t)
	r := k.start(ctx, t)
	r.err.await(ctx, t, `msg=("corpus read") documents=2`)
	r.signal(t, syscall.SIGKILL)
	_ = r.cmd.Wait()

	r = k.start(ctx, t)
	r.err.await(ctx, t, `msg=("the snapshot in the data folder serves") documents=2`)
	k.asks(ctx, t, "How many roses bloom in the garden?", "Forty")
	r.interrupt(t)
	r.ends(t, 0, k.Token)

	write(t, k.folder+"/garden.txt", "Fifty roses bloom in the garden this summer.\n")
	r = k.start(ctx, t)
	r.err.await(ctx, t, `msg=("the corpus has changed, or its snapshot is damaged; reading the changes")`)
	r.err.await(ctx, t, `msg=(reload) outcome=reloaded .*by_itself=true`)
	k.asks(ctx, t, "How many roses bloom in the garden?", "Fifty")
	r.interrupt(t)
	r.ends(t, 0, k.Token)
}

// TestDataInUse starts a second bot on the folder of one, and asks there on the command line.
func TestDataInUse(t *testing.T) {
	ctx := bounded(t)
	k := newKeeping(t)
	r := k.start(ctx, t)
	second := startBot(ctx, t, botEnv(k.Server, "CORPUS_DIR="+k.folder, "DATA_DIR="+k.data)...)
	second.ends(t, 1, k.Token)
	second.err.await(ctx, t, `(pullquote: the environment variable DATA_DIR: .*`+k.data+`: in use by process \d+ on .*: give each process a folder of its own)`)

	const question = "How many roses bloom in the garden?"
	out, complaints, code := k.pullquote(ctx, "ask", question)
	if code != 0 || !strings.Contains(out, "Forty") || complaints != "" {
		t.Errorf("asked beside the bot: exit code %d\n%s%s", code, out, complaints)
	}
	write(t, k.folder+"/garden.txt", "Fifty roses bloom in the garden this summer.\n")
	out, complaints, code = k.pullquote(ctx, "ask", question)
	if code != 0 || !strings.Contains(out, "Forty") || !strings.Contains(complaints, "will read the changes") || strings.Count(complaints, "\n") != 1 {
		t.Errorf("asked of a changed corpus: exit code %d\n%s%s", code, out, complaints)
	}
	_, complaints, code = k.pullquote(ctx, "ask", "--corpus", t.TempDir(), question)
	if code != 1 || !strings.Contains(complaints, "another process keeps the folder") {
		t.Errorf("asked of another corpus: exit code %d\n%s", code, complaints)
	}
	r.interrupt(t)
	r.ends(t, 0, k.Token)
	if out, complaints, _ = k.pullquote(ctx, "ask", question); !strings.Contains(out, "Fifty") || complaints != "" {
		t.Errorf("asked after the bot:\n%s%s", out, complaints)
	}
}

// TestBotWatches changes the corpus of a bot that watches it.
func TestBotWatches(t *testing.T) {
	ctx := bounded(t)
	k := newKeeping(t)
	r := k.start(ctx, t, "CORPUS_WATCH=true")
	write(t, k.folder+"/garden.txt", "Fifty roses bloom in the garden this summer.\n")
	r.err.await(ctx, t, `msg=(reload) outcome=reloaded .*by_itself=true`)
	k.asks(ctx, t, "How many roses bloom in the garden?", "Fifty")
	r.interrupt(t)
	r.ends(t, 0, k.Token)
}
