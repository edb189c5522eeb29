package bot_test

import (
	"bufio"
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"pullquote/bot"
	"pullquote/bot/discordtest"
	"pullquote/internal/sharedtest"
)

// The tests of this file judge from outside: they share no code with what makes the messages. They read what Discord
// received as Discord shows it, and look for it in the files on disk.

// blockQuotes returns the block quotes of a message as a reader sees them.
func blockQuotes(content string) []string {
	var quotes []string
	var quote []string
	for _, line := range append(strings.Split(content, "\n"), "") {
		if rest, ok := strings.CutPrefix(line, "> "); ok {
			quote = append(quote, rest)
			continue
		}
		if quote != nil {
			quotes = append(quotes, readMarkdown(strings.Join(quote, "\n")))
			quote = nil
		}
	}
	return quotes
}

// readMarkdown returns text as Discord shows it: a backslash before a character that is neither a letter, a digit nor
// white space shows that character, and two stars begin or end bold. Everything else that could be markup is shown as
// an alarm that no file holds.
func readMarkdown(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case r == '\\' && i+1 < len(runes) && !unicode.IsLetter(runes[i+1]) && !unicode.IsDigit(runes[i+1]) && !unicode.IsSpace(runes[i+1]):
			i++
			b.WriteRune(runes[i])
		case r == '*' && i+1 < len(runes) && runes[i+1] == '*':
			i++
		case strings.ContainsRune("*_~|`<", r):
			b.WriteString("\x00live markup\x00")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// pages returns a message and all that its buttons More and Context lead to.
func (w *world) pages(m *discordtest.Message) []*discordtest.Message {
	w.t.Helper()
	all := []*discordtest.Message{m}
	for _, b := range m.Buttons() {
		switch {
		case strings.HasPrefix(b.Label, "More"):
			all = append(all, w.pages(w.wait(w.ada.Press(m, b.CustomID)))...)
		case strings.HasPrefix(b.Label, "Context"):
			page := w.wait(w.ada.Press(m, b.CustomID))
			all = append(all, page)
			for strings.Contains(labels(page), "Next") {
				page = w.wait(w.ada.Press(page, "Next"))
				all = append(all, page)
			}
		}
	}
	return all
}

// Every block quote of every answer to the acceptance questions stands in the files of the reports, byte for byte.
func TestVerbatim(t *testing.T) {
	t.Parallel()
	folder := sharedtest.Path(t, "acceptance/seeds")
	var sources []string
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(os.DirFS(folder), name)
		sources = append(sources, string(text))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, func(w *world, _ *bot.Options) { w.files.set(os.DirFS(folder)) })
	questions := acceptanceQuestions(t)
	quoted := 0
	for _, question := range questions {
		for _, m := range w.pages(w.ask(question)) {
			for _, quote := range blockQuotes(m.Content) {
				quoted++
				if !stands(quote, sources) {
					t.Errorf("%q: no source holds %q of the message\n%s", question, quote, m.Content)
				}
			}
		}
	}
	if len(questions) < 38 || quoted < 2*len(questions) {
		t.Errorf("%d questions and %d quotes are too few to judge by", len(questions), quoted)
	}
	t.Logf("%d questions, %d quotes", len(questions), quoted)
}

func stands(quote string, sources []string) bool {
	for _, s := range sources {
		if quote != "" && strings.Contains(s, quote) {
			return true
		}
	}
	return false
}

func acceptanceQuestions(t *testing.T) []string {
	t.Helper()
	f, err := os.Open(sharedtest.Path(t, "acceptance/seed-questions.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var questions []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var q struct{ Question string }
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		questions = append(questions, q.Question)
	}
	return questions
}

// nasty are sentences with everything in them that means something to Discord. Each speaks of the harbour.
var nasty = []string{
	"The harbour is open, @everyone and @here, <@&1> and <@2> and <#3> and </ask:4> and <t:5:R>, says the master.",
	"The harbour is at [this address](https://evil.example/harbour) and at <https://evil.example> and https://evil.example/x_y_z.",
	"The harbour `costs` **a lot** of __money__ and ~~time~~ and ||nerves|| and *more* and _less_ and ***all***.",
	"# The harbour is a heading, - a list, > a quote, >>> a longer one, -# small print and 1. a number.",
	"The harbour ends in a backslash \\ and \\\\ and \\*not bold\\* and ends here \\.",
	"The harbour has an emoji <:boat:123456789012345678> and <a:wave:123456789012345678> and :boat: and 🚤.",
	"The harbour says ```go\\nfmt.Println()``` and ``code ` in code`` in one line.",
	"The harbour has **unclosed bold and `unclosed code and ||an unclosed spoiler and [an unclosed link](.",
}

// What documents full of markup say is shown literally, pings nobody and links nowhere.
func TestNastyCorpus(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	fsys, sources := fstest.MapFS{}, []string{}
	for i, s := range nasty {
		name := string(rune('a'+i)) + ".txt"
		fsys[name] = &fstest.MapFile{Data: []byte(s + "\n")}
		sources = append(sources, s)
	}
	long := "The harbour is long, " + strings.Repeat("and the quay goes on and on, ", 180) + "until it ends."
	mark := "The harbour ma\u202ester turns \u2066things\u2069 round here.\nThe harbour master has a plain sentence too, without tricks."
	for name, s := range map[string]string{"long.txt": long, "bidi.txt": mark} {
		fsys[name] = &fstest.MapFile{Data: []byte(s + "\n")}
		sources = append(sources, s)
	}
	w.files.set(fsys)
	w.reload()
	seen := map[string]bool{}
	for _, question := range []string{"What about the harbour?", "harbour address", "harbour bold", "harbour heading list", "harbour backslash",
		"harbour emoji boat", "harbour code", "harbour everyone here", "harbour unclosed spoiler", "harbour master", "how long is the harbour quay",
		"@everyone <@&1> what about the harbour **bold** `code` [x](https://evil.example) ||y||?"} {
		for _, m := range append(w.pages(w.ask(question)), w.pages(w.mention(question))...) {
			for _, quote := range blockQuotes(m.Content) {
				seen[quote] = true
				if !stands(quote, sources) {
					t.Errorf("%q: no source holds %q of the message\n%s", question, quote, m.Content)
				}
			}
			if len(m.Mentions) > 0 || m.MentionsEveryone {
				t.Errorf("%q: the message pings somebody:\n%s", question, m.Content)
			}
			if strings.ContainsAny(m.Content, "\u202e\u2066") {
				t.Errorf("%q: the message can be turned round:\n%s", question, m.Content)
			}
		}
	}
	for _, s := range nasty {
		if !seen[s] {
			t.Errorf("never quoted: %q", s)
		}
	}
	chosen := w.mod.Say(w.channel, "\""+nasty[0]+"\" and \"the harbour is **nowhere** to be seen @everyone\" [x](https://evil.example)")
	for _, name := range []string{"Check quotes", "Find sources"} {
		m := w.wait(w.ada.MessageCommand(name, chosen))
		if len(m.Mentions) > 0 || m.MentionsEveryone {
			t.Errorf("%s: the message pings somebody:\n%s", name, m.Content)
		}
	}
	w.wait(w.ada.Command(w.channel, "sources", nil))
}
