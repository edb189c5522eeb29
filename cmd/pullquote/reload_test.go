package main

import (
	"os"
	"strings"
	"testing"

	"pullquote/bot/discordtest"
)

// A member with a role of MODERATOR_ROLES makes the bot answer from files that were added since; another member may not.
func TestBotReloads(t *testing.T) {
	ctx := bounded(t)
	srv := discordtest.NewServer()
	defer srv.Close()
	guild := srv.AddGuild("Reading room")
	channel, role := guild.AddChannel("general"), guild.AddRole("librarians")
	ada, grace := srv.AddUser("ada"), srv.AddUser("grace")
	guild.AddMember(ada, discordtest.UseCommands, role)
	folder := t.TempDir()
	write(t, folder+"/harbour.txt", "Twelve boats sank in the harbour on Monday.\n")
	r := startBot(ctx, t, botEnv(srv, "CORPUS_DIR="+folder, "MODERATOR_ROLES="+role.ID)...)
	r.err.await(ctx, t, `(commands registered)`)
	answer := func(u *discordtest.User, command string, options discordtest.Options) string {
		t.Helper()
		m, err := u.Command(channel, command, options).Wait(ctx)
		if err != nil {
			t.Fatalf("/%s: %v\n%s", command, err, r.err.String())
		}
		return m.Content
	}
	question := discordtest.Options{"question": "How many roses bloom in the garden?"}
	if got := answer(ada, "ask", question); strings.Contains(got, "Forty") {
		t.Errorf("before the reload: %s", got)
	}
	write(t, folder+"/garden.txt", "Forty roses bloom in the garden this summer.\n")
	if got := answer(grace, "corpus reload", nil); !strings.Contains(got, "Only moderators") {
		t.Errorf("a reload by somebody: %s", got)
	}
	answer(ada, "corpus reload", nil)
	r.err.await(ctx, t, `msg=(reload) outcome=reloaded`)
	if got := answer(ada, "ask", question); !strings.Contains(got, "Forty") {
		t.Errorf("after the reload: %s", got)
	}
	r.interrupt(t)
	r.ends(t, 0, srv.Token)
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A corpus that is read anew is read from where the first was.
func TestLoadCorpusAnew(t *testing.T) {
	folder := t.TempDir()
	p := &program{corpusPath: folder}
	for n, name := range []string{"one.txt", "two.txt"} {
		write(t, folder+"/"+name, "Twelve boats sank in the harbour on Monday, says "+name+".\n")
		calls := 0
		s, err := p.loadCorpus(t.Context(), func(done, all int) { calls++ })
		if err != nil || len(s.Documents()) != n+1 || calls == 0 {
			t.Errorf("after %s: %d documents and %d calls of progress, %v", name, len(s.Documents()), calls, err)
		}
	}
}
