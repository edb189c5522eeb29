package discordtest_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pullquote/bot/discordtest"
)

func TestApplication(t *testing.T) {
	srv := newServer(t, func(s *discordtest.Server) { s.Shards, s.MaxConcurrency = 3, 2 })
	describe(t, srv)
	for _, prefix := range []string{"/api/v10", "/api/v9", "/api", "/v6", ""} {
		r, err := http.NewRequest("GET", strings.TrimSuffix(srv.API(), "/api/v10")+prefix+"/users/@me", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bot "+srv.Token)
		if got := send(t, srv, r); got.JSON["id"] != srv.Bot.ID || got.JSON["bot"] != true {
			t.Errorf("%s: the bot is %s", prefix, got.Body)
		}
	}
	for _, path := range []string{"/applications/@me", "/oauth2/applications/@me"} {
		if r := do(t, srv, "GET", path, nil); r.JSON["id"] != srv.ApplicationID {
			t.Errorf("%s: the application is %s", path, r.Body)
		}
	}
	r := do(t, srv, "GET", "/gateway/bot", nil)
	limit, _ := r.JSON["session_start_limit"].(fields)
	if r.JSON["shards"] != 3.0 || limit["max_concurrency"] != 2.0 || limit["remaining"] != 1000.0 {
		t.Errorf("gateway: %s", r.Body)
	}
	noProblems(t, srv)
}

func TestAuthorization(t *testing.T) {
	srv := newServer(t)
	ada := srv.AddUser("ada")
	i := ada.Command(srv.DM(ada), "ask", nil)
	for _, token := range []string{"", srv.Token, "Bot nonsense", "Bearer " + srv.Token} {
		r, err := http.NewRequest("GET", srv.API()+"/users/@me", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", token)
		send(t, srv, r).want(t, token, 401, 0)
	}
	do(t, srv, "GET", "/users/@me", nil).want(t, "the token", 200, 0)
	srv.RevokeToken()
	do(t, srv, "GET", "/users/@me", nil).want(t, "a revoked token", 401, 0)
	do(t, srv, "GET", "/gateway", nil).want(t, "gateway", 200, 0)
	do(t, srv, "POST", callbackPath(i), fields{"type": 5}).want(t, "callback", 204, 0)
	do(t, srv, "POST", webhookPath(srv, i), fields{"content": "hello"}).want(t, "followup", 200, 0)
}

func TestUnknownThings(t *testing.T) {
	srv := newServer(t)
	channel := srv.AddGuild("a").AddChannel("general").ID
	body := fields{"content": "hello"}
	do(t, srv, "GET", "/nonsense", nil).want(t, "route", 404, 0)
	do(t, srv, "GET", "/channels/1", nil).want(t, "channel", 404, 10003)
	do(t, srv, "POST", "/channels/1/messages", body).want(t, "channel", 404, 10003)
	do(t, srv, "GET", "/channels/"+channel+"/messages/1", nil).want(t, "message", 404, 10008)
	do(t, srv, "PATCH", "/channels/"+channel+"/messages/1", body).want(t, "message", 404, 10008)
	do(t, srv, "POST", "/interactions/1/x/callback", fields{"type": 5}).want(t, "interaction", 404, 10062)
	do(t, srv, "POST", "/webhooks/"+srv.ApplicationID+"/x", body).want(t, "webhook", 404, 10015)
	do(t, srv, "POST", "/users/@me/channels", fields{"recipient_id": "1"}).want(t, "user", 404, 10013)
	do(t, srv, "PUT", "/applications/1/commands", []fields{}).want(t, "application", 404, 10002)
	noProblems(t, srv)
}

func TestMessages(t *testing.T) {
	srv := newServer(t)
	describe(t, srv)
	ada := srv.AddUser("ada")
	channel := srv.AddGuild("a").AddChannel("general")
	path := "/channels/" + channel.ID + "/messages"
	said := ada.Say(channel, "hello")
	r := do(t, srv, "POST", path, fields{"content": "one", "flags": 4})
	id, _ := r.JSON["id"].(string)
	if r.JSON["content"] != "one" || r.JSON["flags"] != 4.0 {
		t.Errorf("created %s", r.Body)
	}
	do(t, srv, "PATCH", path+"/"+id, fields{"content": "two"}).want(t, "edit", 200, 0)
	if r := do(t, srv, "GET", path+"/"+id, nil); r.JSON["content"] != "two" || r.JSON["edited_timestamp"] == nil {
		t.Errorf("edited to %s", r.Body)
	}
	if r := do(t, srv, "GET", path+"?limit=1", nil); strings.Contains(r.Body, said.ID) || !strings.Contains(r.Body, id) {
		t.Errorf("the newest message is %s", r.Body)
	}
	do(t, srv, "PATCH", path+"/"+said.ID, fields{"content": "x"}).want(t, "edit another's", 403, 50005)
	all := channel.Messages()
	if len(all) != 2 || all[1].Content != "two" || all[1].Edited.IsZero() || all[1].Flags != 4 {
		t.Fatalf("channel has %+v", all)
	}
	do(t, srv, "DELETE", path+"/"+id, nil).want(t, "delete", 204, 0)
	do(t, srv, "GET", path+"/"+id, nil).want(t, "get deleted", 404, 10008)
	if !all[1].Deleted() || len(channel.Messages()) != 1 || all[1].Latest().Content != "two" {
		t.Error("the message was not deleted")
	}
	noProblems(t, srv)
}

func TestReplies(t *testing.T) {
	srv := newServer(t)
	ada := srv.AddUser("ada")
	channel := srv.AddGuild("a").AddChannel("general")
	path := "/channels/" + channel.ID + "/messages"
	said := ada.Say(channel, "hello")
	answer := func(id string, soft bool) reply {
		ref := fields{"message_id": id, "fail_if_not_exists": !soft}
		return do(t, srv, "POST", path, fields{"content": "yes", "message_reference": ref})
	}
	r := answer(said.ID, false)
	if to, _ := r.JSON["referenced_message"].(fields); r.JSON["type"] != 19.0 || to["id"] != said.ID || to["content"] != "" {
		t.Errorf("reply is %s", r.Body)
	}
	first, err := said.WaitAnswer(deadline(t))
	if err != nil || first.Reference != said.ID || len(first.Mentions) != 1 || first.Mentions[0] != ada {
		t.Errorf("answer is %+v, %v", first, err)
	}
	answer("1", false).want(t, "a reply to nothing", 400, 50035)
	if r := answer("1", true); r.Status != 200 || r.JSON["type"] != 0.0 {
		t.Errorf("a soft reply to nothing: %s", r.Body)
	}
}

func TestNonce(t *testing.T) {
	srv := newServer(t)
	channel := srv.AddGuild("a").AddChannel("general")
	path := "/channels/" + channel.ID + "/messages"
	first := do(t, srv, "POST", path, fields{"content": "one", "nonce": "n", "enforce_nonce": true})
	again := do(t, srv, "POST", path, fields{"content": "two", "nonce": "n", "enforce_nonce": true})
	if first.JSON["id"] != again.JSON["id"] || again.JSON["content"] != "one" || again.JSON["nonce"] != "n" {
		t.Errorf("the same nonce gives %s", again.Body)
	}
	do(t, srv, "POST", path, fields{"content": "three", "nonce": "n"})
	do(t, srv, "POST", path, fields{"content": "four", "nonce": "m", "enforce_nonce": true})
	if n := len(channel.Messages()); n != 3 {
		t.Errorf("channel has %d messages, want 3", n)
	}
}

func TestPermissions(t *testing.T) {
	srv := newServer(t)
	ada := srv.AddUser("ada")
	channel := srv.AddGuild("a").AddChannel("general")
	said := ada.Say(channel, "hello")
	path := "/channels/" + channel.ID + "/messages"
	plain := fields{"content": "x"}
	ref := fields{"content": "x", "message_reference": fields{"message_id": said.ID}}
	tests := []struct {
		name         string
		deny         int64
		method, path string
		body         any
		status, code int
	}{
		{"send unseen", discordtest.ViewChannel, "POST", path, plain, 403, 50001},
		{"get unseen", discordtest.ViewChannel, "GET", path + "/" + said.ID, nil, 403, 50001},
		{"send", discordtest.SendMessages, "POST", path, plain, 403, 50013},
		{"send without history", discordtest.ReadMessageHistory, "POST", path, plain, 200, 0},
		{"reply without history", discordtest.ReadMessageHistory, "POST", path, ref, 403, 160002},
		{"get without history", discordtest.ReadMessageHistory, "GET", path + "/" + said.ID, nil, 403, 50013},
		{"delete another's", 0, "DELETE", path + "/" + said.ID, nil, 403, 50013},
	}
	for _, test := range tests {
		channel.Deny(test.deny)
		do(t, srv, test.method, test.path, test.body).want(t, test.name, test.status, test.code)
		channel.Allow(test.deny)
	}
	dm := srv.DM(ada)
	if r := do(t, srv, "POST", "/users/@me/channels", fields{"recipient_id": ada.ID}); r.JSON["id"] != dm.ID {
		t.Errorf("direct messages are %s, want channel %s", r.Body, dm.ID)
	}
	do(t, srv, "POST", "/channels/"+dm.ID+"/messages", plain).want(t, "direct", 200, 0)
	dm.Deny(discordtest.SendMessages)
	do(t, srv, "POST", "/channels/"+dm.ID+"/messages", plain).want(t, "direct, not wanted", 403, 50007)
	channel.Guild.AddMember(srv.Bot, discordtest.Administrator)
	channel.Deny(discordtest.SendMessages)
	do(t, srv, "POST", path, plain).want(t, "administrator", 200, 0)
}

func TestFiles(t *testing.T) {
	srv := newServer(t)
	describe(t, srv)
	channel := srv.AddGuild("a").AddChannel("general")
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	for name, content := range map[string]string{"payload_json": `{"content":"see below","allowed_mentions":{"parse":[]}}`} {
		if err := form.WriteField(name, content); err != nil {
			t.Fatal(err)
		}
	}
	w, err := form.CreateFormFile("files[0]", "list.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("one\ntwo\n")); err != nil {
		t.Fatal(err)
	}
	form.Close()
	r, err := http.NewRequest("POST", srv.API()+"/channels/"+channel.ID+"/messages", &b)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bot "+srv.Token)
	r.Header.Set("Content-Type", form.FormDataContentType())
	send(t, srv, r).want(t, "form", 200, 0)
	m := channel.Messages()[0]
	if len(m.Files) != 1 || m.Files[0].Name != "list.txt" || string(m.Files[0].Data) != "one\ntwo\n" || m.Content != "see below" {
		t.Errorf("message is %+v", m)
	}
	last := srv.Requests()[0]
	if json, _ := last.JSON.(fields); json["content"] != "see below" || len(last.Files) != 1 {
		t.Errorf("recorded %+v", last)
	}
	path := "/channels/" + channel.ID + "/messages/" + m.ID
	do(t, srv, "PATCH", path, fields{"content": "still there"})
	if m := m.Latest(); len(m.Files) != 1 {
		t.Error("an edit that does not mention the files removes them")
	}
	do(t, srv, "PATCH", path, fields{"attachments": []fields{{"id": m.Files[0].ID}}})
	if m := m.Latest(); len(m.Files) != 1 {
		t.Error("an edit that names the file removes it")
	}
	do(t, srv, "PATCH", path, fields{"attachments": []fields{}})
	if m := m.Latest(); len(m.Files) != 0 || m.Content != "still there" {
		t.Errorf("an edit without files leaves %+v", m)
	}
	noProblems(t, srv)
}

func TestCommands(t *testing.T) {
	srv := newServer(t)
	describe(t, srv)
	path := "/applications/" + srv.ApplicationID + "/commands"
	ask := fields{
		"name": "ask", "description": "Ask the corpus", "name_localizations": fields{"de": "frage"},
		"options": []fields{{"type": 3, "name": "question", "description": "What to ask", "required": true, "choices": nil, "autocomplete": false}},
	}
	sources := fields{"name": "Find sources", "type": 3, "default_member_permissions": "32"}
	do(t, srv, "PUT", path, []fields{ask, sources}).want(t, "put", 200, 0)
	commands := srv.Commands()
	if len(commands) != 2 || commands[0].Options[0].Name != "question" || commands[1].DefaultMemberPermissions != "32" {
		t.Fatalf("commands are %+v", commands)
	}
	if r := do(t, srv, "GET", path+"?with_localizations=true", nil); !strings.Contains(r.Body, "frage") || strings.Contains(r.Body, "autocomplete") {
		t.Errorf("with localizations: %s", r.Body)
	}
	if r := do(t, srv, "GET", path, nil); strings.Contains(r.Body, "frage") {
		t.Errorf("without localizations: %s", r.Body)
	}
	do(t, srv, "PUT", path, []fields{sources})
	if after := srv.Commands(); len(after) != 1 || after[0].ID != commands[1].ID {
		t.Errorf("commands are %+v", after)
	}
	noProblems(t, srv)
}

func TestRequestsAreRecorded(t *testing.T) {
	srv := newServer(t)
	channel := srv.AddGuild("a").AddChannel("general")
	do(t, srv, "POST", "/channels/"+channel.ID+"/messages", fields{"content": "hello"})
	do(t, srv, "POST", "/channels/"+channel.ID+"/messages", `{"content":`).want(t, "half a body", 400, 50109)
	type row struct {
		Method, Route string
		Status        int
		JSON          any
		Problems      int
	}
	var got []row
	for _, r := range srv.Requests() {
		got = append(got, row{r.Method, r.Route, r.Status, r.JSON, len(r.Problems)})
	}
	want := []row{
		{"POST", "/channels/{channel_id}/messages", 200, fields{"content": "hello"}, 0},
		{"POST", "/channels/{channel_id}/messages", 400, nil, 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(srv.Problems()) != 1 {
		t.Errorf("problems are %q", srv.Problems())
	}
}
