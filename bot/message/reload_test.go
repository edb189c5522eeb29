package message

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pullquote/bot/phrases"
	"pullquote/corpus"
	"pullquote/retrieval"
)

// filesOf makes a snapshot of files.
func filesOf(t testing.TB, files map[string]string) *corpus.Snapshot {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := corpus.Load(context.Background(), fsys, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// yesterday and today are two versions of a corpus.
func yesterday(t testing.TB) *corpus.Snapshot { return filesOf(t, yesterdaysFiles()) }

func yesterdaysFiles() map[string]string {
	return map[string]string{
		"a.md": "---\ntitle: Harbour\ndate: 2031-03-02\n---\nThe port is closed.",
		"b.md": "---\ntitle: Ferries\ndate: 2031-03-03\n---\nFerries leave every forty minutes.",
		"c.md": "---\ntitle: Storm\n---\nThe storm has passed.",
		"e.md": "---\ntitle: Quay\n---\nThe council of the port voted on Tuesday to close the northern quay for the whole of the summer.",
	}
}

// worded is yesterday with the moderators' own words.
func worded(t testing.TB) *corpus.Snapshot {
	files := yesterdaysFiles()
	files["synonyms.txt"] = "quay, wharf\nport => harbour\n"
	return filesOf(t, files)
}

func today(t testing.TB) *corpus.Snapshot {
	const voted = "The council of the port voted on Tuesday to close the northern quay for the whole of the summer."
	return filesOf(t, map[string]string{
		"a.md":                       "---\ntitle: Harbour\ndate: 2031-03-03\n---\nThe port is open.",
		"b.md":                       "---\ntitle: Ferries\nauthor: J. Doe\ndate: 2031-03-03\n---\nFerries leave every forty minutes.",
		"d *new*.md":                 "---\ntitle: \"@everyone\"\n---\nSomething else is new.",
		"e.md":                       "---\ntitle: Quay\n---\n" + voted,
		"f.txt":                      voted,
		"old_report.xyz":             "?",
		"sums.xyz":                   "?",
		"tables.xyz":                 "?",
		"folder/x\u202ey [1].xyz":    "?",
		"folder/deeper/numbers.xyz":  "?",
		"folder/deeper/numbers2.xyz": "?",
		"broken.jsonl":               "{\"id\": \"1\"}\n{\n",
		"empty.txt":                  "",
	})
}

var started = time.Date(2026, 11, 22, 9, 6, 30, 0, time.UTC)

// check renders and checks what is true of every report.
func rendered(t testing.TB, reply Reply) string {
	t.Helper()
	if err := Verify(reply.Content, reply.Shown); err != nil {
		t.Errorf("%v:\n%s", err, reply.Content)
	}
	attached := inAny(func(say *phrases.Catalogue) bool { return strings.Contains(reply.Content, say.Reload.Attached) })
	if attached != (reply.Attachment != nil) {
		t.Errorf("attachment %v, message:\n%s", reply.Attachment, reply.Content)
	}
	out := reply.Content + "\n"
	if reply.Attachment != nil {
		out += "\n=== " + reply.Attachment.Name + "\n" + reply.Attachment.Text
	}
	return out
}

func TestRenderReloadGolden(t *testing.T) {
	before, after := yesterday(t), today(t)
	const took = 1240 * time.Millisecond
	tests := []struct {
		name   string
		render func(Reload) Reply
		reload Reload
	}{
		{"reload", english.RenderReload, Reload{Before: before, After: after, Started: started, Took: took}},
		{"reload-back", english.RenderReload, Reload{Before: after, After: before, Started: started, Took: took}},
		{"reload-same", english.RenderReload, Reload{Before: after, After: today(t), Started: started, Took: took}},
		{"reload-synonyms", english.RenderReload, Reload{Before: before, After: worded(t), Started: started, Took: took}},
		{"reload-failed", english.RenderReload, Reload{Before: before, Started: started, Took: took, Failure: CorpusForbidden}},
		{"reload-emptied", english.RenderReload, Reload{Before: before, After: filesOf(t, nil), Started: started, Took: took}},
		{"reload-full", english.RenderReload, Reload{Before: before, Started: started, Took: took, Failure: DiskFull}},
		{"rollback", unwatched, Reload{Before: after, After: before, Started: started, Took: took, RolledBack: true}},
		{"rollback-failed", unwatched, Reload{Before: after, Started: started, Took: took, RolledBack: true, Failure: Damaged}},
		{"check", english.RenderCheck, Reload{Before: before, After: after, Started: started, Took: took}},
		{"check-same", english.RenderCheck, Reload{Before: before, After: yesterday(t), Started: started, Took: took}},
		{"check-failed", english.RenderCheck, Reload{Before: before, Started: started, Took: took, Failure: CorpusGone}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			golden(t, test.name+".md", rendered(t, test.render(test.reload)))
		})
	}
}

func unwatched(r Reload) Reply { return english.RenderRollBack(r, false) }

// crowd has n documents and as many files that cannot be read.
func crowd(t testing.TB, n int) *corpus.Snapshot {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("doc-%05d.txt", i)] = fmt.Sprintf("It rained on %d days.", i)
		files[fmt.Sprintf("file-%05d.xyz", i)] = "?"
		files[fmt.Sprintf("many-%05d.jsonl", i)] = fmt.Sprintf("{\"id\": \"%d\", \"x\": ", i)
	}
	return filesOf(t, files)
}

// What does not fit the message is in the file, every name of it.
func TestReloadAttachesWhatDoesNotFit(t *testing.T) {
	none := filesOf(t, nil)
	for _, n := range []int{0, 1, 2, 20, 50, 2000} {
		after := crowd(t, n)
		for _, render := range []func(Reload) Reply{english.RenderReload, english.RenderCheck} {
			reply := render(Reload{Before: none, After: after, Started: started, Took: time.Second})
			all := rendered(t, reply)
			for i := range n {
				for _, name := range []string{"doc-%05d.txt", "file-%05d.xyz", "many-%05d.jsonl"} {
					if name := fmt.Sprintf(name, i); !strings.Contains(all, name) && !strings.Contains(all, Escape(name)) {
						t.Fatalf("%d: %s is not named", n, name)
					}
				}
			}
		}
	}
}

// The file has an end, and says what it leaves out.
func TestReloadAttachmentIsBounded(t *testing.T) {
	r := report{say: english.say(), lines: []string{boldMark + "Head" + boldMark + separator + Escape("a.b")}}
	line := strings.Repeat("x", 1023-len(bullet))
	for _, size := range []int{1000, 600} {
		r.add(list{"List:", size, func(w Wording, i int) string { return w.inline(line, 30) }})
	}
	text := r.text()
	if !strings.HasPrefix(text, "Head · a.b\n\nList:\n- xxx") || strings.Count(text, line) != 1023 || len(text) > attachmentLimit+100 {
		t.Errorf("%d bytes with %d entries, begins %q", len(text), strings.Count(text, line), text[:40])
	}
	if want := "\n\n577 more entries are left out, the list is too long.\n"; !strings.HasSuffix(text, want) {
		t.Errorf("ends %q, want %q", text[len(text)-80:], want)
	}
}

func TestReportFits(t *testing.T) {
	for size := range 60 {
		r := report{say: english.say(), lines: []string{"Head"}}
		for range 3 {
			r.add(list{"List:", size, func(w Wording, i int) string { return w.inline(strings.Repeat("*😀", 10+i), 60) }})
		}
		r.add(list{"Empty:", 0, nil})
		reply := r.reply("x.txt")
		rendered(t, reply)
		if named := strings.Count(reply.Content, "😀\\*"); size > 0 && named == 0 {
			t.Errorf("%d entries a list: none is named", size)
		}
	}
}

func last(r Reload) *LastReload {
	l := r.Last()
	return &l
}

func TestRenderStatusGolden(t *testing.T) {
	before, after := yesterday(t), today(t)
	tests := []struct {
		name   string
		status Status
	}{
		{"status-fresh", Status{Snapshot: before}},
		{"status-reloaded", Status{Snapshot: after, Last: last(Reload{Before: before, After: after, Started: started, Took: 90 * time.Second})}},
		{"status-same", Status{Snapshot: after, Last: last(Reload{Before: after, After: after, Started: started, Took: 90 * time.Millisecond})}},
		{"status-by-itself", Status{Snapshot: after, RolledBack: true, Last: last(Reload{Before: before, After: after, Started: started, Took: time.Second, ByItself: true})}},
		{"status-failed", Status{Snapshot: before, Last: last(Reload{Before: before, Started: started, Took: time.Second, Failure: CorpusUnreadable}), Running: Progress{Stage: ReadingFiles, Done: 40, All: 100}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			golden(t, test.name+".md", withoutTimes(english, rendered(t, english.RenderStatus(test.status)), test.status.Snapshot))
		})
	}
}

// keptVersions are two earlier snapshots.
func keptVersions() []retrieval.Version {
	return []retrieval.Version{{Number: 7, Snapshot: "0123456789ab", Documents: 1204, Filed: started}, {Number: 5, Snapshot: "ba9876543210", Documents: 1, Filed: started.AddDate(0, -1, 0)}}
}

func TestRenderVersionsGolden(t *testing.T) {
	s := today(t)
	for name, v := range map[string]Versions{
		"versions": {Current: s, Filed: true, Kept: keptVersions()}, "versions-none": {Current: s, Filed: true}, "versions-in-memory": {Current: s},
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, name+".md", withoutTimes(english, rendered(t, english.RenderVersions(v)), s))
		})
	}
}

func TestProblemsNameFiles(t *testing.T) {
	r := report{say: english.say()}
	for n, want := range map[int]struct{ message, file int }{1: {1, 1}, 4: {4, 4}, 5: {3, 5}, pathsInFile + 1: {3, pathsInFile + 1}, pathsInFile + 2: {3, pathsInFile}} {
		g := corpus.ProblemGroup{Problem: corpus.Problem{Reason: "it is empty"}, Paths: slices.Repeat([]string{"x.txt"}, n)}
		message, file := problemEntry(r.inMessage(), g), problemEntry(r.inFile(), g)
		if got := strings.Count(message, `x\.txt`); got != want.message {
			t.Errorf("%d files: a message names %d, want %d", n, got, want.message)
		}
		if got := strings.Count(file, "x.txt"); got != want.file {
			t.Errorf("%d files: a file names %d, want %d", n, got, want.file)
		}
	}
}
