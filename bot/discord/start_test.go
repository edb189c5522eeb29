package discord

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pullquote/bot/discordtest"
)

func TestRunSaysWhyDiscordCannotBeReached(t *testing.T) {
	me := `{"id":"1","username":"bot"}`
	tests := []struct {
		name        string
		me, gateway string // the answers' bodies, after "status "
		want        string
	}{
		{"wrong token", `401 {"message":"401: Unauthorized","code":0}`, "", "DISCORD_TOKEN is not accepted by Discord"},
		{"out of order", "503 <html>", "", "there is a fault at Discord"},
		{"limited", `429 {"retry_after":3600}`, "", "too many requests"},
		{"another site", "200 <html>", "", "is not Discord's API"},
		{"another API", `200 {"hello":"world"}`, "", "names no user"},
		{"not found", "404 page not found", "", "is not Discord's API"},
		{"no gateway", "200 " + me, `200 {"url":""}`, "no address of a gateway"},
		{"gateway of another kind", "200 " + me, `200 {"url":"https://h"}`, "no address of a gateway"},
		{"no sessions left", "200 " + me,
			`200 {"url":"wss://h","session_start_limit":{"total":1000,"remaining":0,"reset_after":3600000,"max_concurrency":1}}`, "start it again in 1h0m0s"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				said := map[string]string{routeMe: tt.me, routeGateway: tt.gateway}[strings.TrimPrefix(r.URL.Path, "/api")]
				var status int
				fmt.Sscan(said, &status)
				w.WriteHeader(status)
				io.WriteString(w, said[4:])
			}))
			defer api.Close()
			wantStartError(t, api.URL+"/api", tt.want)
		})
	}
	t.Run("nobody there", func(t *testing.T) {
		t.Parallel()
		gone := httptest.NewServer(nil)
		gone.Close()
		wantStartError(t, gone.URL, "cannot reach Discord at "+gone.URL)
	})
}

// wantStartError runs a client and wants an error of one line that has want in it and no token.
func wantStartError(t *testing.T, api, want string) {
	t.Helper()
	c, err := New(Config{Token: "the-token", API: api})
	if err != nil {
		t.Fatal(err)
	}
	c.timing = quick()
	err = run(t, c, silent{}).wait(t)
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
