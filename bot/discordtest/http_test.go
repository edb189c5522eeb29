package discordtest_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"testing"

	"pullquote/bot/discordtest"
)

// reply is what a request got.
type reply struct {
	Status int
	Header http.Header
	Body   string
	JSON   map[string]any // nil if the body is not an object
}

// code returns Discord's code of an error, 0 without one.
func (r reply) code() int {
	n, _ := r.JSON["code"].(float64)
	return int(n)
}

// do sends a request with the bot's token. body is sent as JSON; nil is no body.
func do(t testing.TB, srv *discordtest.Server, method, path string, body any) reply {
	t.Helper()
	var b io.Reader
	if raw, ok := body.(string); ok {
		b = bytes.NewReader([]byte(raw))
	} else if body != nil {
		encoded, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		b = bytes.NewReader(encoded)
	}
	r, err := http.NewRequestWithContext(deadline(t), method, srv.API()+path, b)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bot "+srv.Token)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	return send(t, srv, r)
}

func send(t testing.TB, srv *discordtest.Server, r *http.Request) reply {
	t.Helper()
	res, err := srv.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	out := reply{Status: res.StatusCode, Header: res.Header, Body: string(b)}
	_ = json.Unmarshal(b, &out.JSON) // nil where it is no object
	return out
}

type fields = map[string]any

// callbackPath returns where the first response to an interaction goes.
func callbackPath(i *discordtest.Interaction) string {
	return "/interactions/" + i.ID + "/" + i.Token + "/callback"
}

func webhookPath(srv *discordtest.Server, i *discordtest.Interaction) string {
	return "/webhooks/" + srv.ApplicationID + "/" + i.Token
}

// want fails the test if a reply has another status or code.
func (r reply) want(t testing.TB, what string, status, code int) {
	t.Helper()
	if r.Status != status || r.code() != code {
		t.Errorf("%s: got %d, code %d, want %d, code %d: %s", what, r.Status, r.code(), status, code, r.Body)
	}
}
