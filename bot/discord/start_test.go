package discord

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"pullquote/bot/discordtest"
)

const (
	someone  = `200 {"id":"1","username":"bot"}`
	noAnswer = "0"
)

// apiSaying returns the address of an API that gives these answers, each the status and the body after it.
func apiSaying(t *testing.T, me, gateway string) string {
	t.Helper()
	answers := map[string]string{routeMe: me, routeGateway: gateway}
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status, body, _ := strings.Cut(answers[strings.TrimPrefix(r.URL.Path, "/api")], " ")
		code, err := strconv.Atoi(status)
		if err != nil || code == 0 {
			panic(http.ErrAbortHandler)
		}
		w.WriteHeader(code)
		io.WriteString(w, body)
	}))
	t.Cleanup(api.Close)
	return api.URL + "/api"
}

func TestRunSaysWhyItCannotStart(t *testing.T) {
	tests := []struct{ name, me, gateway, want string }{
		{"wrong token", `401 {"message":"401: Unauthorized","code":0}`, "", "DISCORD_TOKEN is not accepted by Discord"},
		{"another site", "200 <html>", "", "is not Discord's API"},
		{"another API", `200 {"hello":"world"}`, "", "names no user"},
		{"not found", "404 page not found", "", "is not Discord's API"},
		{"no gateway", someone, `200 {"url":""}`, "no address of a gateway"},
		{"gateway of another kind", someone, `200 {"url":"https://h"}`, "no address of a gateway"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			wantStartError(t, apiSaying(t, tt.me, tt.gateway), tt.want)
		})
	}
}

// What may pass is told with the mend at once, and again after each attempt, and ends Run only with its context.
func TestRunTriesAgain(t *testing.T) {
	tests := []struct {
		name, me, gateway, want string
		again                   string // the wait in the log, "" for a short one
	}{
		{"out of order", "503 <html>", "", "there is a fault at Discord, ", ""},
		{"gateway out of order", someone, "502 <html>", "there is a fault at Discord, ", ""},
		{"no answer", noAnswer, "", "cannot reach Discord at ", ""},
		{"limited", `429 {"retry_after":3600}`, "", "too many requests for Discord at ", "1h0m0s"},
		{"no sessions left", someone,
			`200 {"url":"wss://h","session_start_limit":{"total":1000,"remaining":0,"reset_after":3600000,"max_concurrency":1}}`,
			"0 of 1000 connections are left and 1 needed", "1h0m0s"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			lines := make(logLines, 1000)
			r := runAt(t, apiSaying(t, tt.me, tt.gateway), lines)
			line := lines.next(t)
			if !strings.Contains(line, "level=WARN") || !strings.Contains(line, tt.want) || strings.Contains(line, "the-token") {
				t.Errorf("the log says %q, want a warning with %q and no token", line, tt.want)
			}
			if tt.again == "" {
				if second := lines.next(t); !strings.Contains(second, tt.want) || !strings.Contains(second, "again_in=") {
					t.Errorf("the second attempt is told as %q, want %q and when the next is", second, tt.want)
				}
			} else if !strings.Contains(line, "again_in="+tt.again) {
				t.Errorf("the log says %q, want a wait of %s", line, tt.again)
			}
			r.cancel()
			if err := r.wait(t); err != nil {
				t.Errorf("Run: %v, want nil when its context has ended", err)
			}
		})
	}
}

// A Discord that comes back is connected to, and the attempts before have cost no IDENTIFY.
func TestRunConnectsWhenDiscordIsBack(t *testing.T) {
	t.Parallel()
	srv := newServer(t)
	srv.Inject(discordtest.Fault{Route: routeMe, Status: 503, Times: 3})
	srv.Inject(discordtest.Fault{Route: routeGateway, Drop: true, Times: 2})
	c, log := newClient(t, srv)
	run(t, c, silent{})
	connected(t, srv, func() bool { return srv.Connections() == 1 })
	if n := srv.Identifies(); n != 1 {
		t.Errorf("%d IDENTIFYs, want 1", n)
	}
	if n := strings.Count(log.String(), "there is a fault at Discord"); n != 3 {
		t.Errorf("%d attempts are told, want 3:\n%s", n, log)
	}
}

func TestUnreachableAddress(t *testing.T) {
	t.Parallel()
	gone := httptest.NewServer(nil)
	gone.Close()
	lines := make(logLines, 1000)
	runAt(t, gone.URL, lines)
	if line := lines.next(t); !strings.Contains(line, "cannot reach Discord at "+gone.URL) || !strings.Contains(line, "check the network") {
		t.Errorf("the log says %q", line)
	}
}

// logLines are the lines of a log as they are written.
type logLines chan string

func (l logLines) Write(line []byte) (int, error) {
	l <- string(line)
	return len(line), nil
}

func (l logLines) next(t *testing.T) string {
	t.Helper()
	select {
	case line := <-l:
		return line
	case <-within(t).Done():
		t.Fatal("nothing is logged")
		return ""
	}
}

// runAt runs a quick client of api with the log.
func runAt(t *testing.T, api string, log io.Writer) *running {
	t.Helper()
	c, err := New(Config{Token: "the-token", API: api, Log: slog.New(slog.NewTextHandler(log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	c.timing = quick()
	return run(t, c, silent{})
}

// wantStartError runs a client and wants an error of one line that has want in it and no token.
func wantStartError(t *testing.T, api, want string) {
	t.Helper()
	err := runAt(t, api, io.Discard).wait(t)
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Fatalf("Run: %v, want an error with %q", err, want)
	}
	if strings.Contains(err.Error(), "the-token") || strings.Contains(err.Error(), "\n") {
		t.Errorf("the error has the token or a line break: %q", err)
	}
}

func TestRevokedTokenEndsRun(t *testing.T) {
	tests := []struct {
		name   string
		notice func(*testing.T, *Client, *discordtest.Server)
	}{
		{"by a lost connection", func(_ *testing.T, _ *Client, s *discordtest.Server) { s.DropGateway() }},
		{"by a request", func(t *testing.T, c *Client, s *discordtest.Server) {
			if _, err := c.SyncCommands(within(t), s.ApplicationID, nil); StatusCode(err) != http.StatusUnauthorized {
				t.Errorf("SyncCommands: %v, want 401", err)
			}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			srv := newServer(t)
			c, _ := newClient(t, srv)
			running := run(t, c, silent{})
			connected(t, srv, func() bool { return srv.Connections() == 1 })
			srv.RevokeToken()
			tt.notice(t, c, srv)
			if err := running.wait(t); err != errToken {
				t.Errorf("Run: %v, want %v", err, errToken)
			}
		})
	}
}
