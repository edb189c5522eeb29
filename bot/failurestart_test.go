package bot_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pullquote/bot"
	"pullquote/bot/discordtest"
)

// ending runs the bot and returns a channel that gets what Run returns, without anybody having told it to stop. When the
// test ends the bot is stopped at the latest.
func (w *world) ending() <-chan error {
	stop := w.run()
	w.t.Cleanup(func() { _ = stop() })
	return w.ended
}

// wantEnd waits until Run returns and checks that its error is one line, without the token, that holds want.
func (w *world) wantEnd(ended <-chan error, want string) {
	w.t.Helper()
	select {
	case err := <-ended:
		if err == nil || !strings.Contains(err.Error(), want) {
			w.t.Errorf("Run: %v, want an error with %q", err, want)
		} else if strings.Contains(err.Error(), w.Token) || strings.Contains(err.Error(), "\n") {
			w.t.Errorf("Run: %q has the token or more than one line", err)
		}
	case <-w.ctx.Done():
		w.t.Fatalf("Run has not ended; the log is\n%s", w.log)
	}
	w.audit()
}

// TestStartFails starts a bot that cannot be connected: Run ends with what the operator can do about it.
func TestStartFails(t *testing.T) {
	t.Parallel()
	html := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) { _, _ = rw.Write([]byte("<html>Hello")) }))
	t.Cleanup(html.Close)
	at := func(api string) func(*world, *bot.Options) { return func(_ *world, o *bot.Options) { o.API = api } }
	refuse := func(code int) func(*world) {
		return func(w *world) { w.OnConnect(discordtest.RefuseWith(code)) }
	}
	for _, c := range []struct {
		name   string
		change func(*world, *bot.Options)
		before func(*world)
		want   string
	}{
		{"wrong token", func(_ *world, o *bot.Options) { o.Token = "wrong" }, nil, "DISCORD_TOKEN is not accepted by Discord"},
		{"disallowed intents", nil, refuse(4014), "close code 4014"},
		{"sharding required", nil, refuse(4011), "raise the number of shards (close code 4011)"},
		{"invalid shard", nil, refuse(4010), "close code 4010"},
		{"token refused by the gateway", nil, refuse(4004), "DISCORD_TOKEN is not accepted by Discord"},
		{"not Discord", at(html.URL), nil, "is not Discord's API"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			w := prepare(t, func(w *world, o *bot.Options) {
				if c.change != nil {
					c.change(w, o)
				}
			})
			if c.before != nil {
				c.before(w)
			}
			w.wantEnd(w.ending(), c.want)
		})
	}
}

// TestStartWhenDiscordIsBack starts a bot while Discord fails: it says so, and answers once Discord is back.
func TestStartWhenDiscordIsBack(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(w *world, _ *bot.Options) {
		w.Inject(discordtest.Fault{Route: routeMe, Status: 503})
	})
	w.logs("level=WARN", "there is a fault at Discord", "again_in=")
	contains(t, w.mention("How many people were arrested?"), "more than 3,000")
}

// TestStartIsCalledOff stops a bot that cannot reach Discord: that is no failure.
func TestStartIsCalledOff(t *testing.T) {
	t.Parallel()
	w := prepare(t, func(_ *world, o *bot.Options) { o.API = "http://127.0.0.1:1/api/v10" })
	stop := w.run()
	w.logs("level=WARN", "cannot reach Discord at http://127.0.0.1:1/api/v10", "check the network")
	w.must(stop())
}

// TestStartWithMistakes makes a bot of options that cannot work: the error names all of them.
func TestStartWithMistakes(t *testing.T) {
	_, err := bot.New(bot.Options{Token: "Bot abc", API: "discord"})
	for _, want := range []string{"DISCORD_TOKEN", "DISCORD_API_URL"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("New: %v, want an error with %q", err, want)
		}
	}
}

// TestTokenRevoked takes the token away from a running bot: Run ends at the next request or connection.
func TestTokenRevoked(t *testing.T) {
	t.Parallel()
	for name, notice := range map[string]func(*world){
		"by a message":         func(w *world) { w.ada.Say(w.channel, w.Bot.Mention()+" How many people were arrested?") },
		"by a lost connection": func(w *world) { w.DropGateway() },
		"by a close":           func(w *world) { w.CloseGateway(4004) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := prepare(t)
			ended := w.ending()
			w.logs("commands")
			w.RevokeToken()
			notice(w)
			w.wantEnd(ended, "DISCORD_TOKEN is not accepted by Discord")
		})
	}
}

// TestCommandsNotRegistered starts while the commands cannot be registered: mentions are answered all the same.
func TestCommandsNotRegistered(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(w *world, _ *bot.Options) {
		w.Inject(discordtest.Fault{Method: "PUT", Route: "/applications/{application_id}/commands", Status: 400, Code: 50035})
	})
	contains(t, w.mention("How many people were arrested?"), "more than 3,000")
	w.logs("level=ERROR", "the commands could not be registered", "50035")
}
