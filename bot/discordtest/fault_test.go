package discordtest_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"pullquote/bot/discordtest"
)

const messages = "/channels/{channel_id}/messages"

func TestFaultsChooseTheirRequests(t *testing.T) {
	srv := newServer(t)
	channel := srv.AddGuild("a").AddChannel("general")
	path := "/channels/" + channel.ID + "/messages"
	srv.Inject(discordtest.Fault{Method: "POST", Route: messages, Skip: 1, Times: 2, Status: 502})
	want := []int{200, 502, 502, 200}
	for i, status := range want {
		do(t, srv, "GET", path, nil).want(t, "another method", 200, 0)
		do(t, srv, "GET", "/users/@me", nil).want(t, "another route", 200, 0)
		if r := do(t, srv, "POST", path, fields{"content": "x"}); r.Status != status {
			t.Errorf("request %d: got %d, want %d", i, r.Status, status)
		}
	}
	if n := len(channel.Messages()); n != 2 {
		t.Errorf("channel has %d messages, want 2", n)
	}
	srv.Inject(discordtest.Fault{Times: -1, Status: 503})
	for range 3 {
		if r := do(t, srv, "GET", "/users/@me", nil); r.Status != 503 || !strings.Contains(r.Body, "<html>") {
			t.Errorf("got %d %s", r.Status, r.Body)
		}
	}
	srv.ClearFaults()
	do(t, srv, "GET", "/users/@me", nil).want(t, "cleared", 200, 0)
}

func TestFaultAnswers(t *testing.T) {
	srv := newServer(t)
	srv.Inject(discordtest.Fault{Status: 403, Code: 50001, Message: "Missing Access"})
	r := do(t, srv, "GET", "/users/@me", nil)
	r.want(t, "forbidden", 403, 50001)
	if r.JSON["message"] != "Missing Access" {
		t.Errorf("got %s", r.Body)
	}
	srv.Inject(discordtest.Fault{Status: 429, RetryAfter: 1500 * time.Millisecond, Scope: "global"})
	r = do(t, srv, "GET", "/users/@me", nil)
	h := r.Header
	if r.Status != 429 || r.JSON["retry_after"] != 1.5 || r.JSON["global"] != true || h.Get("Retry-After") != "2" ||
		h.Get("X-RateLimit-Global") != "true" || h.Get("X-RateLimit-Scope") != "global" {
		t.Errorf("got %d %s, %v", r.Status, r.Body, h)
	}
	srv.Inject(discordtest.Fault{Delay: time.Millisecond})
	do(t, srv, "GET", "/users/@me", nil).want(t, "only late", 200, 0)
	srv.Inject(discordtest.Fault{Delay: time.Millisecond, Status: 504})
	do(t, srv, "GET", "/users/@me", nil).want(t, "late and wrong", 504, 0)
}

func TestFaultsWithoutAnAnswer(t *testing.T) {
	srv := newServer(t)
	channel := srv.AddGuild("a").AddChannel("general")
	post := func(ctx context.Context) error {
		body := strings.NewReader(`{"content":"x"}`)
		r, err := http.NewRequestWithContext(ctx, "POST", srv.API()+"/channels/"+channel.ID+"/messages", body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bot "+srv.Token)
		r.Header.Set("Content-Type", "application/json")
		res, err := srv.Client().Do(r)
		if err == nil {
			res.Body.Close()
		}
		return err
	}
	for i, f := range []discordtest.Fault{{Drop: true}, {Drop: true, Done: true}, {Hang: true}, {Hang: true, Done: true}} {
		srv.Inject(f)
		want := []int{0, 1, 1, 2}[i]
		ctx, giveUp := context.WithCancel(deadline(t))
		ended := make(chan error, 1)
		go func() { ended <- post(ctx) }()
		arrived := func() bool { return len(srv.Requests()) == i+1 && len(channel.Messages()) == want }
		if err := srv.WaitFor(ctx, arrived); err != nil {
			t.Errorf("%+v: %v: %d messages, want %d", f, err, len(channel.Messages()), want)
		}
		if f.Hang {
			giveUp()
		}
		if err := <-ended; err == nil || f.Hang != errors.Is(err, context.Canceled) {
			t.Errorf("%+v: error is %v", f, err)
		}
		giveUp()
	}
	srv.Inject(discordtest.Fault{Status: 500, Done: true})
	if err := post(deadline(t)); err != nil || len(channel.Messages()) != 3 {
		t.Errorf("%v, %d messages", err, len(channel.Messages()))
	}
}

// TestCloseEndsWhatHangs would not end if the server waited for the client.
func TestCloseEndsWhatHangs(t *testing.T) {
	srv := discordtest.NewServer()
	srv.Inject(discordtest.Fault{Hang: true})
	failed := make(chan error)
	client := srv.Client()
	go func() {
		res, err := client.Get(srv.API() + "/gateway")
		if err == nil {
			res.Body.Close()
		}
		failed <- err
	}()
	if err := srv.WaitFor(deadline(t), func() bool { return len(srv.Requests()) == 1 }); err != nil {
		t.Fatal(err)
	}
	srv.Close()
	srv.Close()
	if err := <-failed; err == nil {
		t.Error("a request that hangs was answered")
	}
}

func TestRateLimit(t *testing.T) {
	clock := newClock()
	srv := newServer(t, func(s *discordtest.Server) { s.Now = clock.Now })
	guild := srv.AddGuild("a")
	a, b := "/channels/"+guild.AddChannel("a").ID+"/messages", "/channels/"+guild.AddChannel("b").ID+"/messages"
	srv.LimitRate(messages, 2, 10*time.Second)
	for _, remaining := range []string{"1", "0"} {
		r := do(t, srv, "GET", a, nil)
		h := r.Header
		if r.Status != 200 || h.Get("X-RateLimit-Remaining") != remaining || h.Get("X-RateLimit-Limit") != "2" ||
			h.Get("X-RateLimit-Reset-After") != "10.000" || h.Get("X-RateLimit-Bucket") == "" {
			t.Errorf("got %d, %v", r.Status, h)
		}
	}
	clock.Advance(4 * time.Second)
	r := do(t, srv, "GET", a, nil)
	if r.Status != 429 || r.JSON["retry_after"] != 6.0 || r.Header.Get("Retry-After") != "6" || r.Header.Get("X-RateLimit-Scope") != "user" {
		t.Errorf("got %d %s, %v", r.Status, r.Body, r.Header)
	}
	do(t, srv, "GET", b, nil).want(t, "another channel", 200, 0)
	clock.Advance(6 * time.Second)
	do(t, srv, "GET", a, nil).want(t, "the next window", 200, 0)
	if h := do(t, srv, "GET", "/users/@me", nil).Header; h.Get("X-RateLimit-Limit") != "" {
		t.Error("a route without a limit has its headers")
	}
}
