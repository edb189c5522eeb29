package pullquote_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// docs/operating.md is checked against the program here; cmd/pullquote checks that it names every setting.

func operating(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("docs/operating.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// permissions are those that the bot needs, by the bits of Discord's permission numbers.
var permissions = map[string]int64{
	"VIEW_CHANNEL":             1 << 10,
	"SEND_MESSAGES":            1 << 11,
	"EMBED_LINKS":              1 << 14,
	"READ_MESSAGE_HISTORY":     1 << 16,
	"SEND_MESSAGES_IN_THREADS": 1 << 38,
}

func TestInvitation(t *testing.T) {
	text := operating(t)
	var all int64
	for name, bit := range permissions {
		all |= bit
		if !strings.Contains(text, "(`"+name+"`)") {
			t.Errorf("the table of permissions lacks %s", name)
		}
	}
	if n := len(regexp.MustCompile("\\(`[A-Z_]+`\\) \\|").FindAllString(text, -1)); n != len(permissions) {
		t.Errorf("the table of permissions has %d, want %d", n, len(permissions))
	}
	want := fmt.Sprintf("https://discord.com/oauth2/authorize?client_id=APPLICATION_ID&scope=bot+applications.commands&permissions=%d\n", all)
	links := regexp.MustCompile(`https://discord\.com/oauth2/\S*\n`).FindAllString(text, -1)
	if len(links) != 1 || links[0] != want {
		t.Errorf("the invitations are %q, want %q alone", links, want)
	}
}

// source returns the Go source below the folders, without tests.
func source(t *testing.T, folders ...string) string {
	t.Helper()
	var all strings.Builder
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(name string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "discordtest") {
				return err
			}
			text, err := os.ReadFile(name)
			all.Write(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all.String()
}

func TestMetricsAreListed(t *testing.T) {
	name := regexp.MustCompile(`"(pullquote_[a-z_]+)"`)
	known := map[string]bool{}
	for _, m := range name.FindAllStringSubmatch(source(t, "bot"), -1) {
		known[m[1]] = true
	}
	if len(known) == 0 {
		t.Fatal("found no metric in the source")
	}
	listed := map[string]bool{}
	for _, m := range regexp.MustCompile("`(pullquote_[a-z_]+)`").FindAllStringSubmatch(operating(t), -1) {
		listed[m[1]] = true
		if !known[m[1]] {
			t.Errorf("docs/operating.md lists %s, which the bot does not count", m[1])
		}
	}
	for m := range known {
		if !listed[m] {
			t.Errorf("docs/operating.md does not list %s", m)
		}
	}
}

// What the table of troubles says that the program says stands in its source.
func TestTroublesAreReal(t *testing.T) {
	text, all := operating(t), source(t, "bot", "cmd", "corpus", "retrieval")
	_, table, found := strings.Cut(text, "| it says |")
	if !found {
		t.Fatal("docs/operating.md has no table of what the program says")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)`").FindAllStringSubmatch(table, -1)
	if len(rows) == 0 {
		t.Fatal("found no row in the table")
	}
	for _, m := range rows {
		if !strings.Contains(joinStrings(all), m[1]) {
			t.Errorf("nothing in the source says %q", m[1])
		}
	}
}

// joinStrings returns Go source with its string literals joined across lines, and their quotes unescaped.
func joinStrings(source string) string {
	joined := regexp.MustCompile(`" \+\s*"`).ReplaceAllString(source, "")
	return strings.ReplaceAll(joined, `\"`, `"`)
}

// The links of docs/operating.md lead to a file, or to a heading of its own.
func TestOperatingLinks(t *testing.T) {
	text := operating(t)
	headings := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^#+ (.+)$`).FindAllStringSubmatch(text, -1) {
		plain := regexp.MustCompile(`[^a-z0-9 -]`).ReplaceAllString(strings.ToLower(m[1]), "")
		headings["#"+strings.ReplaceAll(plain, " ", "-")] = true
	}
	for _, m := range regexp.MustCompile(`\]\(([^):]+)\)`).FindAllStringSubmatch(text, -1) {
		if strings.HasPrefix(m[1], "#") {
			if !headings[m[1]] {
				t.Errorf("no heading %s", m[1])
			}
			continue
		}
		if _, err := os.Stat(filepath.Join("docs", m[1])); err != nil {
			t.Errorf("docs/operating.md links to %s: %v", m[1], err)
		}
	}
}
