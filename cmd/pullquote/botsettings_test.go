package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pullquote/bot"
	"pullquote/bot/discord"
)

const someToken = "someSecretToken.of.aBot"

// environment returns settings as the environment gives them, with a token.
func environment(t *testing.T, values map[string]string) settings {
	t.Helper()
	s, err := readSettings(t.TempDir()+"/.env", func(name string) (string, bool) {
		if name == "DISCORD_TOKEN" && values[name] == "" {
			return someToken, true
		}
		value, ok := values[name]
		return value, ok
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReadBotSettings(t *testing.T) {
	for _, c := range []struct {
		name string
		env  map[string]string
		want botSettings
	}{
		{"defaults", nil, botSettings{token: someToken}},
		{"all empty", map[string]string{"SHARD_COUNT": "", "SHARD_IDS": " ", "LOG_LEVEL": "", "LOG_FORMAT": "", "QUEUE": "", "METRICS_ADDR": " "},
			botSettings{token: someToken}},
		{"numbers", map[string]string{"USER_QUESTIONS_PER_MINUTE": "1", "SERVER_QUESTIONS_PER_MINUTE": " 600000 ", "WORKERS": "1024", "QUEUE": "100000"},
			botSettings{token: someToken, limits: bot.Limits{UserPerMinute: 1, ServerPerMinute: 600000, Workers: 1024, Queue: 100000}}},
		{"log", map[string]string{"LOG_LEVEL": "DEBUG", "LOG_FORMAT": "json", "LOG_QUESTIONS": "yes"},
			botSettings{token: someToken, logLevel: slog.LevelDebug, logJSON: true, logQuestions: true}},
		{"quiet log", map[string]string{"LOG_LEVEL": "error", "LOG_FORMAT": "Text", "LOG_QUESTIONS": "0"},
			botSettings{token: someToken, logLevel: slog.LevelError}},
		{"roles", map[string]string{"MODERATOR_ROLES": "123456789012345678, 223456789012345678\t323456789012345678,"},
			botSettings{token: someToken, moderatorRoles: []string{"123456789012345678", "223456789012345678", "323456789012345678"}}},
		{"shards", map[string]string{"SHARD_COUNT": "8", "SHARD_IDS": "7, 0-3,2-2"},
			botSettings{token: someToken, shards: discord.Shards{Count: 8, IDs: []int{0, 1, 2, 3, 7}}}},
		{"all shards", map[string]string{"SHARD_COUNT": "65536"}, botSettings{token: someToken, shards: discord.Shards{Count: 65536}}},
		{"addresses", map[string]string{"METRICS_ADDR": "[::1]:0", "DISCORD_API_URL": " http://127.0.0.1:8080/api/v10 "},
			botSettings{token: someToken, metricsAddr: "[::1]:0", api: "http://127.0.0.1:8080/api/v10"}},
	} {
		got, err := readBotSettings(environment(t, c.env))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(botSettings{}), sameIfEmpty); diff != "" {
			t.Errorf("%s: %v gives (-want +got):\n%s", c.name, c.env, diff)
		}
	}
}

// sameIfEmpty takes no list and an empty one for the same.
var sameIfEmpty = cmp.FilterValues(func(a, b []string) bool { return len(a) == 0 && len(b) == 0 }, cmp.Ignore())

// Every wrong value is named with its variable and what to write instead; the token is not repeated.
func TestWrongBotSettings(t *testing.T) {
	for _, c := range []struct{ name, value, mend string }{
		{"DISCORD_TOKEN", "Bot " + someToken, `begins with "Bot "`},
		{"DISCORD_TOKEN", someToken + " x", "copy it again"},
		{"DISCORD_API_URL", "discord.com", "write one like https://discord.com/api/v10"},
		{"QUESTION_CHANNELS", "123456789012345678", "a colon between them"},
		{"QUESTION_CHANNELS", "123456789012345678:desk", "a colon between them"},
		{"QUESTION_CHANNELS", "123456789012345678:223456789012345678,123456789012345678:323456789012345678", "two channels"},
		{"MODERATOR_ROLES", "mods", "Copy Role ID"},
		{"MODERATOR_ROLES", "1234567890123456", "17 to 20 digits"},
		{"MODERATOR_ROLES", "99999999999999999999", "17 to 20 digits"},
		{"LOG_QUESTIONS", "on", "write false, true, 0, 1, no or yes"},
		{"LOG_LEVEL", "INFO+2", "write info, debug, warn or error"},
		{"LOG_FORMAT", "xml", "write text or json"},
		{"METRICS_ADDR", "9090", "such as 127.0.0.1:9090"},
		{"METRICS_ADDR", "localhost:http", "such as 127.0.0.1:9090"},
		{"METRICS_ADDR", ":65536", "a port from 0 to 65535"},
		{"USER_QUESTIONS_PER_MINUTE", "0", "from 1 to 6000"},
		{"USER_QUESTIONS_PER_MINUTE", "6001", "from 1 to 6000"},
		{"SERVER_QUESTIONS_PER_MINUTE", "-1", "from 1 to 600000"},
		{"WORKERS", "2.5", "from 1 to 1024"},
		{"WORKERS", "1025", "from 1 to 1024"},
		{"QUEUE", "many", "from 1 to 100000"},
		{"SHARD_COUNT", "65537", "from 1 to 65536"},
		{"SHARD_IDS", "0", "set SHARD_COUNT too"},
	} {
		_, err := readBotSettings(environment(t, map[string]string{c.name: c.value}))
		switch {
		case err == nil:
			t.Errorf("%s=%q is taken", c.name, c.value)
		case !strings.Contains(err.Error(), c.name) || !strings.Contains(err.Error(), c.mend) || strings.Contains(err.Error(), someToken):
			t.Errorf("%s=%q: error %q, want one that names the variable and %q", c.name, c.value, err, c.mend)
		case c.name != "DISCORD_TOKEN" && !strings.Contains(err.Error(), `"`+c.value+`"`):
			t.Errorf("%s=%q: error %q does not name the value", c.name, c.value, err)
		}
	}
}

func TestWrongShards(t *testing.T) {
	for _, ids := range []string{"4", "0-4", "3-2", "-1", "1-", "a", "0-1-2", "0x1", "0-99999999999"} {
		_, err := readBotSettings(environment(t, map[string]string{"SHARD_COUNT": "4", "SHARD_IDS": ids}))
		if err == nil || !strings.Contains(err.Error(), "shard or range of shards from 0 to 3") {
			t.Errorf("SHARD_IDS=%q of 4: error %v", ids, err)
		}
	}
}

// One run names all mistakes, a line each.
func TestAllWrongSettingsAtOnce(t *testing.T) {
	wrong := map[string]string{"LOG_LEVEL": "loud", "QUEUE": "x", "SHARD_IDS": "1", "METRICS_ADDR": "x", "DISCORD_API_URL": "x", "MODERATOR_ROLES": "a,b"}
	_, err := readBotSettings(environment(t, wrong))
	if err == nil {
		t.Fatal("no error")
	}
	var shown bytes.Buffer
	p := &program{console: console{err: &shown}}
	p.complain(err)
	lines := strings.Split(strings.TrimSpace(shown.String()), "\n")
	if len(lines) != len(wrong)+1 { // two roles
		t.Errorf("%d lines, want %d:\n%s", len(lines), len(wrong)+1, shown.String())
	}
	for _, line := range lines {
		if !strings.HasPrefix(line, "pullquote: ") {
			t.Errorf("line %q does not say who speaks", line)
		}
	}
}

func TestComplain(t *testing.T) {
	one, two := errors.New("one"), errors.New("two\nlines")
	for _, c := range []struct {
		err  error
		want string
	}{
		{one, "pullquote: one\n"},
		{errors.Join(one, two), "pullquote: one\npullquote: two lines\n"},
		{errors.Join(errors.Join(two, one), one), "pullquote: two lines\npullquote: one\npullquote: one\n"},
		{errors.New("open /" + someToken), "pullquote: open /[redacted]\n"},
	} {
		var shown bytes.Buffer
		p := &program{settings: environment(t, nil), console: console{err: &shown}}
		p.complain(c.err)
		if shown.String() != c.want {
			t.Errorf("%v is shown as %q, want %q", c.err, shown.String(), c.want)
		}
	}
}

func TestLogger(t *testing.T) {
	var out bytes.Buffer
	s := botSettings{token: someToken, logJSON: true, logLevel: slog.LevelWarn}
	log := s.logger(&out)
	log.Info("not shown")
	log.Warn("with "+someToken, "token", someToken, slog.Group("deeper", "err", errors.New(someToken)))
	var record map[string]any
	if err := json.Unmarshal(out.Bytes(), &record); err != nil || record["level"] != "WARN" || strings.Contains(out.String(), someToken) {
		t.Errorf("log is %q, want one JSON record without the token (%v)", out.String(), err)
	}
	out.Reset()
	s.logJSON = false
	s.logger(&out).Warn(someToken)
	if got := out.String(); !strings.Contains(got, "level=WARN msg=") || strings.Contains(got, someToken) {
		t.Errorf("text log is %q", got)
	}
}

// FuzzShards reads any list of shards without a panic, and gives none beyond the number of shards.
func FuzzShards(f *testing.F) {
	for _, list := range []string{"", "0-3,7", "1 2", "3-1", "-", "--", "0-0", ",", "99999999999999999999"} {
		f.Add(list)
	}
	f.Fuzz(func(t *testing.T, list string) {
		c := &checker{settings: settings{values: map[string]string{"SHARD_IDS": list}, origin: map[string]string{}}}
		for i, id := range c.shards("SHARD_IDS", 8) {
			if id < i || id > 7 {
				t.Errorf("%q gives shard %d at %d", list, id, i)
			}
		}
	})
}
