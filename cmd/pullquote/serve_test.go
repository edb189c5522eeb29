package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"pullquote/bot/discordtest"
)

// bounded returns a context for a whole test.
func bounded(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	return ctx
}

func contentOf(m *discordtest.Message) string {
	if m == nil {
		return "nothing"
	}
	return strconv.Quote(m.Content)
}

func botEnv(srv *discordtest.Server, more ...string) []string {
	return append([]string{"DISCORD_TOKEN=" + srv.Token, "DISCORD_API_URL=" + srv.API(), "LOG_LEVEL=debug"}, more...)
}

func TestBotAnswers(t *testing.T) {
	ctx := bounded(t)
	srv := discordtest.NewServer()
	defer srv.Close()
	channel := srv.AddGuild("Reading room").AddChannel("general")
	ada := srv.AddUser("ada")
	r := startBot(ctx, t, botEnv(srv, "METRICS_ADDR=127.0.0.1:0", "LOG_FORMAT=json")...)
	addr := r.err.await(ctx, t, `"addr":"(127\.0\.0\.1:[1-9][0-9]*)"`)
	r.err.await(ctx, t, `(commands registered)`)

	mention, err := ada.Say(channel, srv.Bot.Mention()+" How many people were arrested?").WaitAnswer(ctx)
	if err != nil || !strings.Contains(mention.Content, "3,000") {
		t.Errorf("a mention is answered by %s, %v", contentOf(mention), err)
	}
	reply, err := ada.Command(channel, "ask", discordtest.Options{"question": "How many people were arrested?"}).Wait(ctx)
	if err != nil || !strings.Contains(reply.Content, "Sources give different figures") {
		t.Errorf("/ask is answered by %s, %v", contentOf(reply), err)
	}
	r.err.await(ctx, t, `("request":"ask",.*"outcome":"answered")`) // it is counted by then
	for page, want := range map[string]string{"/healthz": "ok\n", "/readyz": "ok\n", "/metrics": `pullquote_requests_total{outcome="answered",request="ask"} 1`} {
		if status, body := get(t, "GET", "http://"+addr+page); status != 200 || !strings.Contains(body, want) {
			t.Errorf("%s: %d %s, want %q", page, status, body, want)
		}
	}
	if status, _ := get(t, "POST", "http://"+addr+"/metrics"); status != http.StatusMethodNotAllowed {
		t.Errorf("POST /metrics: status %d", status)
	}
	health := exec.CommandContext(ctx, "pullquote", "health", addr)
	if out, err := health.CombinedOutput(); err != nil || string(out) != "ok\n" {
		t.Errorf("pullquote health: %q, %v", out, err)
	}
	r.interrupt(t)
	r.ends(t, 0, srv.Token)
	for line := range strings.Lines(r.err.String()) {
		if !strings.HasPrefix(line, "{") || strings.Contains(line, "arrested") {
			t.Errorf("the log has a line that is not JSON, or a question: %s", line)
		}
	}
	if !strings.HasSuffix(r.err.String(), `"msg":"stopped"}`+"\n") {
		t.Errorf("the log does not end with the end:\n%s", r.err.String())
	}
	if problems := srv.Problems(); len(problems) > 0 {
		t.Errorf("Discord would not have accepted: %s", strings.Join(problems, "; "))
	}
}

// A question that is under way when the bot is told to stop is answered before it does. The bot reaches Discord by way
// of a proxy here, which holds the answer back until the bot has begun to stop.
func TestBotDrains(t *testing.T) {
	ctx := bounded(t)
	srv := discordtest.NewServer()
	defer srv.Close()
	channel := srv.AddGuild("Reading room").AddChannel("general")
	ada := srv.AddUser("ada")
	answering, goOn := make(chan struct{}), make(chan struct{})
	proxy := proxyTo(t, srv.API(), func(r *http.Request) {
		if r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/messages") {
			close(answering)
			<-goOn
		}
	})
	r := startBot(ctx, t, "DISCORD_TOKEN="+srv.Token, "DISCORD_API_URL="+proxy+"/api/v10", "LOG_QUESTIONS=true")
	r.err.await(ctx, t, `(commands registered)`)
	question := ada.Say(channel, srv.Bot.Mention()+" How many people were arrested?")
	select {
	case <-answering:
	case <-ctx.Done():
		t.Fatalf("the bot does not answer:\n%s", r.err.String())
	}
	r.interrupt(t)
	r.err.await(ctx, t, `msg=(stopping)`)
	close(goOn)
	if answer, err := question.WaitAnswer(ctx); err != nil || !strings.Contains(answer.Content, "3,000") {
		t.Errorf("the answer is %s, %v", contentOf(answer), err)
	}
	r.ends(t, 0, srv.Token)
	if !strings.Contains(r.err.String(), `question="How many people were arrested?"`) {
		t.Errorf("the log has no question though it should:\n%s", r.err.String())
	}
}

// proxyTo returns the address of a proxy for the host of api that calls seen before it passes a request on.
func proxyTo(t *testing.T, api string, seen func(*http.Request)) string {
	t.Helper()
	target, err := url.Parse(api)
	if err != nil {
		t.Fatal(err)
	}
	target.Path = "/"
	reverse := httputil.NewSingleHostReverseProxy(target)
	reverse.ErrorLog = log.New(io.Discard, "", 0) // a client that gives up is part of the tests
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen(r)
		reverse.ServeHTTP(w, r)
	}))
	t.Cleanup(proxy.Close)
	return proxy.URL
}

func TestBotIsStoppedWhileItConnects(t *testing.T) {
	ctx := bounded(t)
	srv := discordtest.NewServer()
	defer srv.Close()
	srv.Inject(discordtest.Fault{Hang: true, Times: -1})
	asked, once := make(chan struct{}), sync.Once{}
	proxy := proxyTo(t, srv.API(), func(*http.Request) { once.Do(func() { close(asked) }) })
	r := startBot(ctx, t, "DISCORD_TOKEN="+srv.Token, "DISCORD_API_URL="+proxy+"/api/v10")
	select {
	case <-asked:
	case <-ctx.Done():
		t.Fatalf("the bot does not connect:\n%s", r.err.String())
	}
	r.interrupt(t)
	r.ends(t, 0, srv.Token)
}

// A Discord that cannot be reached is told in one line with the mend, and ends nothing: every signal to stop is
// obeyed meanwhile.
func TestBotWaitsForDiscord(t *testing.T) {
	const token = "aSecret.token.ofABot"
	for _, sig := range stopSignals() {
		t.Run(sig.String(), func(t *testing.T) {
			t.Parallel()
			ctx := bounded(t)
			r := startBot(ctx, t, "DISCORD_TOKEN="+token, "DISCORD_API_URL=http://127.0.0.1:1/api/v10", "LOG_LEVEL=warn")
			r.err.await(ctx, t, `level=WARN msg="(cannot reach Discord at http://127\.0\.0\.1:1/api/v10: .*check the network.*)" again_in=`)
			r.signal(t, sig)
			r.ends(t, 0, token)
		})
	}
}

// In a log of JSON there is nothing but JSON: names in .env that have no effect, files that were left out, and why the
// bot ended.
func TestBotLogsJSON(t *testing.T) {
	ctx := bounded(t)
	srv := discordtest.NewServer()
	defer srv.Close()
	const token = "another.token.ofABot"
	r := prepareBot(ctx, t, "DISCORD_TOKEN="+token, "DISCORD_API_URL="+srv.API(), "LOG_FORMAT=json", "LOG_LEVEL=warn", "CORPUS_DIR=half")
	for name, text := range map[string]string{"half/good.txt": "Twelve boats sank.", "half/bad.pdf": "?", ".env": "QUEEU=5\n"} {
		file := filepath.Join(r.cmd.Dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	r.start(t)
	r.ends(t, exitFailure, token)
	lines := strings.Split(strings.TrimSpace(r.err.String()), "\n")
	wants := []string{
		`"level":"WARN","msg":".env sets QUEEU, which is no setting and has no effect; did you mean QUEUE?"`,
		`"level":"WARN","msg":"1 document was left out","see":"pullquote corpus check"`,
		`"level":"ERROR","msg":"DISCORD_TOKEN is not accepted by Discord`,
	}
	if len(lines) != len(wants) {
		t.Fatalf("the log has %d lines, want %d:\n%s", len(lines), len(wants), r.err.String())
	}
	for i, want := range wants {
		if !json.Valid([]byte(lines[i])) || !strings.Contains(lines[i], want) {
			t.Errorf("line %d is %s, want JSON with %s", i+1, lines[i], want)
		}
	}
}

// What ends the bot is told in one line, which is the last, without the token.
func TestBotFails(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*discordtest.Server)
		token string // where it is not the server's
		want  string
	}{
		{"wrong token", nil, "another.token.ofABot", "DISCORD_TOKEN is not accepted by Discord"},
		{"too many shards asked for", func(s *discordtest.Server) { s.OnConnect(discordtest.RefuseWith(4011)) }, "", "too many servers"},
		{"intents not allowed", func(s *discordtest.Server) { s.OnConnect(discordtest.RefuseWith(4014)) }, "", "intents"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			ctx := bounded(t)
			srv := discordtest.NewServer()
			defer srv.Close()
			if c.spoil != nil {
				c.spoil(srv)
			}
			env := botEnv(srv)
			if c.token != "" {
				env = append(env, "DISCORD_TOKEN="+c.token) // the last one counts
			}
			r := startBot(ctx, t, env...)
			token := srv.Token
			if c.token != "" {
				token = c.token
			}
			r.ends(t, exitFailure, token)
			lines := strings.Split(strings.TrimSpace(r.err.String()), "\n")
			if last := lines[len(lines)-1]; !strings.HasPrefix(last, "pullquote: ") || !strings.Contains(last, c.want) {
				t.Errorf("the last line is %q, want one with %q", last, c.want)
			}
			if n := strings.Count(r.err.String(), "pullquote: "); n != 1 {
				t.Errorf("%d lines say why it ended, want 1:\n%s", n, r.err.String())
			}
		})
	}
}
