package discordtest_test

import (
	"strings"
	"testing"

	"pullquote/bot/discordtest"
)

// tiny is a description of one operation.
const tiny = `{"openapi": "3.1.0", "paths": {"/channels/{channel_id}/messages": {"post": {"requestBody": {"content":
	{"application/json": {"schema": {"$ref": "#/components/schemas/Message"}}}}}}},
	"components": {"schemas": {"Message": {"type": "object", "required": ["content"], "properties":
	{"content": {"type": "string"}, "flags": {"type": "integer"}}}}}}`

func TestDescribe(t *testing.T) {
	srv := newServer(t)
	path := "/channels/" + srv.AddGuild("a").AddChannel("general").ID + "/messages"
	do(t, srv, "GET", "/users/@me", nil)
	if err := srv.Describe(strings.NewReader(tiny)); err != nil {
		t.Fatal(err)
	}
	do(t, srv, "POST", path, fields{"content": "x"}).want(t, "fine", 200, 0)
	noProblems(t, srv)
	do(t, srv, "POST", path, fields{"embeds": []fields{embed(1)}}).want(t, "content missing", 400, 50035)
	do(t, srv, "POST", path, fields{"content": 7}).want(t, "content a number", 400, 50035)
	do(t, srv, "GET", path, nil).want(t, "not described", 400, 50035)
	do(t, srv, "GET", "/nonsense", nil).want(t, "not there", 404, 0)
	got := strings.Join(srv.Problems(), "\n")
	for _, want := range []string{"missing property", "content: got number, want string", "no such method and path", "GET /api/v10/nonsense: the"} {
		if !strings.Contains(got, want) {
			t.Errorf("problems lack %q:\n%s", want, got)
		}
	}
}

func TestDescribeRefusesWhatIsNone(t *testing.T) {
	srv := discordtest.NewUnstartedServer()
	for _, bad := range []string{"", "{", "[]", "{}", `{"paths": []}`} {
		if err := srv.Describe(strings.NewReader(bad)); err == nil {
			t.Errorf("accepted %q", bad)
		}
	}
}

// TestDescriptionNamesTheMeantForm wants the problem, not that one of seven forms had to fit.
func TestDescriptionNamesTheMeantForm(t *testing.T) {
	p := newPlace(t)
	describe(t, p.Server)
	i := p.ada.Command(p.channel, "ask", nil)
	button := press("a")
	button["style"] = "blue"
	p.respond(t, i, 4, below(row(button))).want(t, "style", 400, 50035)
	if got := strings.Join(p.Problems(), "\n"); !strings.Contains(got, "data.components.0.components.0.style") {
		t.Errorf("problems are:\n%s", got)
	}
}
