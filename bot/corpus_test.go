package bot_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/bot"
	"pullquote/bot/discordtest"
)

// many is a corpus of n reports.
func many(n int) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := range n {
		text := fmt.Sprintf("---\ntitle: Report %02d\n---\nReport number %d says that the harbour holds %d boats this morning.\n", i+1, i+1, 10*i+7)
		fsys[fmt.Sprintf("report-%02d.md", i+1)] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestStatus(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	m := w.wait(w.mod.Command(w.channel, "corpus status", nil))
	contains(t, m, "5 documents", w.library.Snapshot().ID())
	if !m.Ephemeral() {
		t.Error("everybody sees it")
	}
	w.reload()
	contains(t, w.wait(w.mod.Command(w.channel, "corpus status", nil)), "othing changed")
}

func TestReload(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	before := w.library.Snapshot().ID()
	fsys := many(3)
	fsys["broken.pdf"] = &fstest.MapFile{Data: []byte("%PDF-1.7\x00")}
	w.files.set(fsys)
	m := w.reload()
	after := w.library.Snapshot().ID()
	if after == before {
		t.Fatal("the old corpus serves")
	}
	contains(t, m, before, after, "3", "5", "broken")
	if !m.Ephemeral() {
		t.Error("everybody sees it")
	}
	contains(t, w.ask("How many boats does the harbour hold?"), "boats")
	contains(t, w.reload(), "othing changed")
	if got := w.page("/metrics"); !strings.Contains(got, `pullquote_reloads_total{outcome="reloaded"} 1`) {
		t.Error("the metrics do not count the reload")
	}
}

// The moderators' words change answers, and no document.
func TestReloadOfSynonyms(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, line := range []string{"boat, vessel\n", "boat, vessel, ship\n"} {
		fsys := many(3)
		fsys["synonyms.txt"] = &fstest.MapFile{Data: []byte(line)}
		w.files.set(fsys)
		contains(t, w.report(w.mod.Command(w.channel, "corpus check", nil)), "would change the corpus", " · synonyms.txt changed")
		contains(t, w.reload(), " · synonyms.txt changed")
	}
	m := w.reload()
	contains(t, m, "othing changed")
	lacks(t, m, "synonyms")
}

// A list that does not fit a message is attached as a file.
func TestReloadAttachesLongLists(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.files.set(many(300))
	m := w.reload()
	if len(m.Files) != 1 {
		t.Fatalf("%d files are attached to\n%s", len(m.Files), m.Content)
	}
	list := string(m.Files[0].Data)
	for _, want := range []string{"report-01.md", "report-300.md"} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %s", want)
		}
	}
}

// A reload that fails changes nothing and says why.
func TestReloadFails(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	before := w.library.Snapshot()
	for _, c := range []struct {
		err  error
		want string
	}{
		{fmt.Errorf("CORPUS_DIR: open /srv/secret: %w", fs.ErrPermission), "it may not be read"},
		{fmt.Errorf("CORPUS_DIR: open /srv/secret: %w", fs.ErrNotExist), "is not there any more"},
		{errors.New("/srv/secret: too many open files"), "it could not be read"},
	} {
		w.files.fail(c.err)
		m := w.reload()
		contains(t, m, "failed", c.want)
		if strings.Contains(m.Content, "secret") {
			t.Errorf("the report names a folder of the machine:\n%s", m.Content)
		}
		w.logs("level=WARN", c.err.Error())
	}
	w.files.fail(nil)
	w.files.set(fstest.MapFS{"broken.pdf": {Data: []byte("%PDF")}})
	contains(t, w.reload(), "failed", "no document that can be read", "broken")
	if w.library.Snapshot() != before {
		t.Error("another corpus serves")
	}
	contains(t, w.ask(arrested), "**about 4,404**")
	contains(t, w.wait(w.mod.Command(w.channel, "corpus status", nil)), "failed")
}

// One reload runs at a time; the old corpus serves meanwhile, and status says how far it has come.
func TestReloadOneAtATime(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	release := w.files.hold()
	defer release()
	first := w.mod.Command(w.channel, "corpus reload", nil)
	contains(t, w.wait(first), "Reading the corpus")
	for _, name := range []string{"corpus reload", "corpus check"} {
		contains(t, w.wait(w.mod.Command(w.channel, name, nil)), "The corpus is being read already")
	}
	contains(t, w.ask(arrested), "**about 4,404**")
	contains(t, w.wait(w.mod.Command(w.channel, "corpus status", nil)), "Reading the corpus")
	release()
	contains(t, w.report(first), "othing changed")
}

func TestCheck(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	before := w.library.Snapshot()
	w.files.set(many(3))
	m := w.report(w.mod.Command(w.channel, "corpus check", nil))
	contains(t, m, "would", "3", "5")
	if w.library.Snapshot() != before {
		t.Error("the check reloaded the corpus")
	}
	if labels(m) != "Reload now" {
		t.Fatalf("buttons %q", labels(m))
	}
	w.report(w.mod.Press(m, "Reload now"))
	if got := len(w.library.Snapshot().Documents()); got != 3 {
		t.Errorf("%d documents serve, want 3", got)
	}
}

// Who may do what moderators do is in the interaction itself.
func TestModerators(t *testing.T) {
	t.Parallel()
	role := ""
	w := prepare(t, func(w *world, o *bot.Options) { o.ModeratorRoles = []string{"1"} })
	keepers := w.guild.AddRole("keepers")
	role = keepers.ID
	w.options.ModeratorRoles = []string{role}
	w.restart()
	bob, eve, admin := w.AddUser("bob"), w.AddUser("eve"), w.AddUser("admin")
	w.guild.AddMember(bob, 0, keepers)
	w.guild.AddMember(eve, discordtest.ManageMessages, w.guild.AddRole("readers"))
	w.guild.AddMember(admin, discordtest.Administrator)
	for _, c := range []struct {
		user *discordtest.User
		may  bool
	}{{w.ada, false}, {eve, false}, {bob, true}, {admin, true}, {w.mod, true}} {
		for _, name := range []string{"corpus status", "corpus reload", "corpus check"} {
			m := w.wait(c.user.Command(w.channel, name, nil))
			if refused := strings.Contains(m.Content, "Only moderators can do this"); refused == c.may {
				t.Errorf("%s for %s:\n%s", name, c.user.Name, m.Content)
			}
			if !m.Ephemeral() {
				t.Errorf("everybody sees %s of %s", name, c.user.Name)
			}
			w.idle()
		}
	}
	// A button that somebody made up is no way round it.
	contains(t, w.wait(w.ada.Forge(w.ask(arrested), "1r")), "Only moderators can do this")
}

func TestCommands(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.ask(arrested) // the bot knows who it is, and sees to its commands before it stops
	w.must(w.stop())
	var names []string
	for _, c := range w.Commands() {
		names = append(names, c.Name)
	}
	if got, want := strings.Join(names, ", "), "ask, sources, about, Find sources, Check quotes, corpus"; got != want {
		t.Errorf("registered %s, want %s", got, want)
	}
	puts := func() (n int) {
		for _, r := range w.Requests() {
			if r.Method == "PUT" {
				n++
			}
		}
		return n
	}
	if puts() != 1 {
		t.Errorf("%d overwrites at the first start, want 1", puts())
	}
	w.restart()
	w.ask(arrested)
	w.must(w.stop())
	if puts() != 1 {
		t.Errorf("the commands are registered again although nothing changed: %d overwrites", puts())
	}
}
