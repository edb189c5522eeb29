package bot_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"pullquote/bot"
	"pullquote/bot/discordtest"
)

// harbour is a corpus of one report, which says how many boats there are.
func harbour(boats string) fstest.MapFS {
	return fstest.MapFS{"report.md": {Data: []byte("---\ntitle: Report\n---\nThe harbour holds " + boats + " boats this morning.\n")}}
}

const howManyBoats = "How many boats does the harbour hold?"

// filed makes the library keep its snapshots in a folder, of a corpus that says twelve.
func filed(w *world, _ *bot.Options) {
	w.data = w.t.TempDir()
	w.files.set(harbour("twelve"))
}

func (w *world) rollBack() *discordtest.Message {
	w.t.Helper()
	return w.wait(w.mod.Command(w.channel, "corpus rollback", nil))
}

// TestRollBack returns to an earlier snapshot, which serves over a restart until the next reload.
func TestRollBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t, filed)
	first := w.library.Snapshot().ID()
	contains(t, w.rollBack(), "1 document", first, "There is no earlier snapshot to return to yet.")
	w.files.set(harbour("thirteen"))
	w.reload()
	second := w.library.Snapshot().ID()
	m := w.rollBack()
	contains(t, m, second, "Earlier snapshots:\n- snapshot "+first+" · 1 document · kept since ")
	if !m.Ephemeral() || labels(m) != "Return to "+first {
		t.Errorf("the list has the buttons %q", labels(m))
	}
	done := w.wait(w.mod.Press(m, "Return to "+first))
	contains(t, done, "**Returned to an earlier snapshot** · snapshot "+second+" → "+first, "1 changed", "or until the bot starts anew after they have changed")
	contains(t, w.ask(howManyBoats), "twelve")
	w.logs("msg=reload ", "outcome=\"rolled back\"", "after="+first)
	w.counts(`pullquote_reloads_total{outcome="rolled back"}`, 1)

	w.must(w.stop())
	w.must(w.library.Close())
	w.openLibrary()
	w.options.Library = w.library
	w.restart()
	contains(t, w.ask(howManyBoats), "twelve")
	contains(t, w.wait(w.mod.Command(w.channel, "corpus status", nil)), first, "A moderator returned to this earlier snapshot.")
	contains(t, w.reload(), first+" → "+second)
	contains(t, w.ask(howManyBoats), "thirteen")
	lacks(t, w.wait(w.mod.Command(w.channel, "corpus status", nil)), "earlier snapshot")
}

// TestRollBackFails presses buttons for snapshots that cannot be returned to.
func TestRollBackFails(t *testing.T) {
	t.Parallel()
	w := newWorld(t, filed)
	for _, boats := range []string{"thirteen", "fourteen"} {
		w.files.set(harbour(boats))
		w.reload()
	}
	m := w.rollBack()
	serves := w.library.Snapshot().ID()
	kept := w.library.Versions()
	w.must(os.Truncate(filepath.Join(w.data, "generations", "1", "own", "snapshot"), 1))
	contains(t, w.wait(w.mod.Press(m, "Return to "+kept[1].Snapshot)), "failed", serves, "a file in the folder for snapshots is damaged")
	contains(t, w.wait(w.mod.Forge(m, "1b7 "+kept[0].Snapshot)), "failed", "that snapshot is not kept any more")
	contains(t, w.wait(w.ada.Forge(m, "1b2 "+kept[0].Snapshot)), "Only moderators can do this")
	contains(t, w.ask(howManyBoats), "fourteen")
}

// TestRollBackInMemory asks for earlier snapshots where none are kept.
func TestRollBackInMemory(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	contains(t, w.rollBack(), "No earlier snapshots are kept")
}

// TestReloadOfAFolderThatIsGone loses the folder for snapshots: the old snapshot serves on, and the reason is not the corpus.
func TestReloadOfAFolderThatIsGone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, filed)
	w.must(os.RemoveAll(filepath.Join(w.data, "generations")))
	w.must(os.WriteFile(filepath.Join(w.data, "generations"), nil, 0o600))
	w.files.set(harbour("thirteen"))
	contains(t, w.reload(), "The reload failed", "could not be")
	contains(t, w.ask(howManyBoats), "twelve")
	w.logs("level=WARN", "the corpus could not be loaded", w.data)
}

// TestWatch changes the corpus of a bot that watches it; a return to an earlier snapshot is no change.
func TestWatch(t *testing.T) {
	t.Parallel()
	w := newWorld(t, filed, func(_ *world, o *bot.Options) { o.Watch = time.Millisecond })
	first := w.library.Snapshot().ID()
	w.files.set(harbour("thirteen"))
	w.logs("msg=reload ", "outcome=reloaded", "by_itself=true")
	contains(t, w.ask(howManyBoats), "thirteen")
	contains(t, w.wait(w.mod.Command(w.channel, "corpus status", nil)), " · by itself")
	contains(t, w.wait(w.mod.Press(w.rollBack(), "Return to "+first)), "or until one of them changes")
	contains(t, w.ask(howManyBoats), "twelve")
	w.files.set(harbour("fourteen"))
	w.logsTimes(2, "msg=reload ", "outcome=reloaded", "by_itself=true")
	contains(t, w.ask(howManyBoats), "fourteen")
	if n := len(w.lines("msg=reload ")); n != 3 {
		t.Errorf("the log has %d reloads, want two and a return", n)
	}
}

// TestStartWithAChangedCorpus starts the bot with a snapshot that is older than the corpus.
func TestStartWithAChangedCorpus(t *testing.T) {
	t.Parallel()
	w := prepare(t, filed)
	w.files.set(harbour("thirteen"))
	release := w.files.hold()
	defer release()
	w.start()
	contains(t, w.ask(howManyBoats), "twelve")
	contains(t, w.wait(w.mod.Command(w.channel, "corpus status", nil)), "Reading the corpus")
	release()
	w.logs("msg=reload ", "outcome=reloaded", "by_itself=true")
	contains(t, w.ask(howManyBoats), "thirteen")
}
