package discordtest_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"pullquote/bot/discordtest"
)

// What becomes of interactions, by plain requests.

// place is a server with somebody in a channel, and a clock.
type place struct {
	*discordtest.Server
	clock   *clock
	channel *discordtest.Channel
	ada     *discordtest.User
}

func newPlace(t *testing.T) place {
	t.Helper()
	c := newClock()
	srv := newServer(t, func(s *discordtest.Server) { s.Now = c.Now })
	return place{srv, c, srv.AddGuild("a").AddChannel("general"), srv.AddUser("ada")}
}

func (p place) respond(t *testing.T, i *discordtest.Interaction, kind int, data any) reply {
	t.Helper()
	body := fields{"type": kind}
	if data != nil {
		body["data"] = data
	}
	return do(t, p.Server, "POST", callbackPath(i), body)
}

func TestAcknowledgement(t *testing.T) {
	p := newPlace(t)
	i := p.ada.Command(p.channel, "ask", nil)
	if i.Acknowledged() || i.Message() != nil {
		t.Error("acknowledged at once")
	}
	p.clock.Advance(3 * time.Second)
	p.respond(t, i, 4, fields{"content": "one"}).want(t, "at the limit", 204, 0)
	p.respond(t, i, 4, fields{"content": "two"}).want(t, "twice", 400, 40060)
	if m := i.Message(); m.Content != "one" || !i.Acknowledged() || i.Deferred() {
		t.Errorf("message is %+v", m)
	}
	late := p.ada.Command(p.channel, "ask", nil)
	p.clock.Advance(3*time.Second + time.Millisecond)
	p.respond(t, late, 4, fields{"content": "one"}).want(t, "late", 404, 10062)
	if late.Acknowledged() {
		t.Error("acknowledged too late")
	}
}

func TestDeferredResponse(t *testing.T) {
	p := newPlace(t)
	i := p.ada.Command(p.channel, "ask", nil)
	hook := webhookPath(p.Server, i)
	do(t, p.Server, "PATCH", hook+"/messages/@original", fields{"content": "x"}).want(t, "before", 404, 10015)
	p.respond(t, i, 5, fields{"flags": 64}).want(t, "defer", 204, 0)
	if i.Message() != nil || !i.Deferred() {
		t.Error("a promise is a message")
	}
	ctx, cancel := context.WithCancel(deadline(t))
	cancel()
	if _, err := i.Wait(ctx); err == nil || !strings.Contains(err.Error(), "/ask: context canceled (response of type 5)") {
		t.Errorf("waiting: %v", err)
	}
	do(t, p.Server, "PATCH", hook+"/messages/@original", fields{"content": "one", "flags": 4}).want(t, "edit", 200, 0)
	m, err := i.Wait(deadline(t))
	if err != nil || m.Content != "one" || !m.Ephemeral() || m.Flags != 64|4 {
		t.Errorf("got %+v, %v", m, err)
	}
	if len(p.channel.Messages()) != 0 {
		t.Error("everybody sees an ephemeral message")
	}
	r := do(t, p.Server, "GET", "/channels/"+p.channel.ID+"/messages/"+m.ID, nil)
	r.want(t, "an ephemeral message by its channel", 404, 10008)
	if r := do(t, p.Server, "GET", hook+"/messages/@original", nil); r.JSON["content"] != "one" {
		t.Errorf("original is %s", r.Body)
	}
	do(t, p.Server, "DELETE", hook+"/messages/@original", nil).want(t, "delete", 204, 0)
	if i.Message() != nil || !m.Deleted() {
		t.Error("not deleted")
	}
}

func TestFollowups(t *testing.T) {
	p := newPlace(t)
	i := p.ada.Command(p.channel, "ask", nil)
	hook := webhookPath(p.Server, i)
	p.respond(t, i, 5, fields{"flags": 64})
	do(t, p.Server, "POST", hook, fields{"content": "one"}).want(t, "first", 200, 0)
	if m := i.Message(); m == nil || m.Content != "one" || !m.Ephemeral() || len(i.Followups()) != 0 {
		t.Errorf("the first followup does not take the promised message's place: %+v", m)
	}
	r := do(t, p.Server, "POST", hook, fields{"content": "two"})
	id, _ := r.JSON["id"].(string)
	do(t, p.Server, "PATCH", hook+"/messages/"+id, fields{"content": "three"}).want(t, "edit", 200, 0)
	if f := i.Followups(); len(f) != 1 || f[0].Content != "three" || f[0].Ephemeral() {
		t.Errorf("followups are %+v", f)
	}
	do(t, p.Server, "GET", hook+"/messages/"+id, nil).want(t, "get", 200, 0)
	do(t, p.Server, "DELETE", hook+"/messages/"+id, nil).want(t, "delete", 204, 0)
	do(t, p.Server, "GET", hook+"/messages/"+id, nil).want(t, "get deleted", 404, 10008)
	p.clock.Advance(15*time.Minute + time.Second)
	do(t, p.Server, "POST", hook, fields{"content": "four"}).want(t, "an old token", 401, 50027)
}

// answered returns a message with a button and a menu, as the bot sent it.
func (p place) answered(t *testing.T) *discordtest.Message {
	t.Helper()
	i := p.ada.Command(p.channel, "ask", nil)
	p.respond(t, i, 4, fields{"content": "one", "components": []fields{
		{"type": 1, "components": []fields{{"type": 2, "style": 1, "label": "More", "custom_id": "m"}, {"type": 2, "style": 1, "label": "m", "custom_id": "n"}}},
		{"type": 1, "components": []fields{{"type": 3, "custom_id": "s", "options": []fields{{"label": "A", "value": "a"}}}}},
	}}).want(t, "answer", 204, 0)
	return i.Message()
}

func TestComponents(t *testing.T) {
	p := newPlace(t)
	m := p.answered(t)
	s, _ := identify(t, p.Server, nil)
	var got struct {
		Type    int
		Message struct{ ID, Content string }
		Data    struct {
			CustomID string `json:"custom_id"`
			Type     int    `json:"component_type"`
			Values   []string
		}
	}
	update := p.ada.Press(m, "More")
	s.expect(0, "INTERACTION_CREATE", &got)
	if got.Type != 3 || got.Data.CustomID != "m" || got.Data.Type != 2 || got.Message.ID != m.ID || got.Message.Content != "one" {
		t.Errorf("pressed %+v", got)
	}
	p.respond(t, update, 7, fields{"content": "two"}).want(t, "update", 204, 0)
	if now := update.Message(); now.ID != m.ID || now.Content != "two" || len(now.Buttons()) != 2 || m.Content != "one" {
		t.Errorf("updated to %+v", now)
	}
	s.expect(0, "MESSAGE_UPDATE", nil)
	later := p.ada.Select(m, "s", "a")
	s.expect(0, "INTERACTION_CREATE", &got)
	if got.Data.CustomID != "s" || got.Data.Type != 3 || got.Message.Content != "two" || len(got.Data.Values) != 1 {
		t.Errorf("selected %+v", got)
	}
	p.respond(t, later, 6, nil).want(t, "defer the update", 204, 0)
	do(t, p.Server, "PATCH", webhookPath(p.Server, later)+"/messages/@original", fields{"components": []fields{}}).want(t, "edit", 200, 0)
	if now, err := later.Wait(deadline(t)); err != nil || now.ID != m.ID || len(now.Components) != 0 {
		t.Errorf("updated to %+v, %v", now, err)
	}
	reply := p.ada.Press(m, "n")
	p.respond(t, reply, 4, fields{"content": "three", "flags": 64}).want(t, "reply", 204, 0)
	if now := reply.Message(); now.ID == m.ID || now.Reference != m.ID || !now.Ephemeral() {
		t.Errorf("replied %+v", now)
	}
	gone := p.ada.Press(m, "More")
	p.respond(t, gone, 6, nil)
	do(t, p.Server, "DELETE", webhookPath(p.Server, gone)+"/messages/@original", nil).want(t, "delete", 204, 0)
	if !m.Deleted() || update.Message() != nil {
		t.Error("the message with the button still stands")
	}
}

func TestMistakesPanic(t *testing.T) {
	p := newPlace(t)
	m := p.answered(t)
	do(t, p.Server, "PUT", "/applications/"+p.ApplicationID+"/commands", []fields{{
		"name": "ask", "description": "Ask", "options": []fields{{"type": 3, "name": "question", "description": "What", "required": true}},
	}})
	dead := p.ada.Command(p.channel, "ask", discordtest.Options{"question": "x"})
	p.respond(t, dead, 4, below(row(with(press("off"), "disabled", true), link("https://example.org/")))).want(t, "answer", 204, 0)
	tests := map[string]func(){
		"a disabled button": func() { p.ada.Press(dead.Message(), "off") },
		"a link":            func() { p.ada.Press(dead.Message(), "x") },
		"no such button":    func() { p.ada.Press(m, "Less") },
		"no such menu":      func() { p.ada.Select(m, "m") },
		"no form":           func() { p.ada.Submit(p.ada.Press(m, "More"), nil) },
		"option missing":    func() { p.ada.Command(p.channel, "ask", nil) },
		"option unknown":    func() { p.ada.Command(p.channel, "ask", discordtest.Options{"question": "x", "wuestion": "y"}) },
		"no subcommand":     func() { p.ada.Command(p.channel, "ask me", nil) },
		"odd option":        func() { p.ada.Command(p.channel, "other", discordtest.Options{"x": []int{1}}) },
		"started twice":     func() { p.Start() },
	}
	for name, do := range tests {
		if !panics(do) {
			t.Errorf("%s: no panic", name)
		}
	}
}

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

func TestAutocompleteAndModal(t *testing.T) {
	p := newPlace(t)
	s, _ := identify(t, p.Server, nil)
	i := p.ada.Autocomplete(p.channel, "ask", discordtest.Options{"source": "ky", "private": true}, "source")
	var got struct {
		Type int
		Data struct {
			Name    string
			Options []struct {
				Name    string
				Type    int
				Value   any
				Focused bool
			}
		}
	}
	s.expect(0, "INTERACTION_CREATE", &got)
	if o := got.Data.Options; got.Type != 4 || len(o) != 2 || o[0].Name != "private" || o[0].Type != 5 || !o[1].Focused || o[1].Value != "ky" {
		t.Errorf("got %+v", got)
	}
	p.respond(t, i, 4, fields{"content": "x"}).want(t, "a message", 400, 50035)
	if i.Choices() != nil {
		t.Error("choices before the answer")
	}
	p.respond(t, i, 8, fields{"choices": []fields{{"name": "Kyiv Post", "value": "kyivpost.txt"}}}).want(t, "choices", 204, 0)
	if m, err := i.Wait(deadline(t)); err != nil || m != nil || len(i.Choices()) != 1 || i.Choices()[0].Name != "Kyiv Post" {
		t.Errorf("message %v, choices %v, %v", m, i.Choices(), err)
	}

	form := p.ada.Command(p.channel, "feedback", nil)
	input := fields{"type": 4, "custom_id": "text", "label": "What is wrong?", "style": 2}
	p.respond(t, form, 9, fields{"custom_id": "f", "title": "Feedback", "components": []fields{{"type": 1, "components": []fields{input}}}}).
		want(t, "modal", 204, 0)
	if form.Modal() == nil {
		t.Fatal("no form")
	}
	submitted := p.ada.Submit(form, map[string]string{"text": "all of it"})
	p.respond(t, submitted, 4, fields{"content": "thanks"}).want(t, "submission", 204, 0)
}

func TestInteractionInAGuildAndDirectly(t *testing.T) {
	p := newPlace(t)
	p.ada.Locale = "de"
	role := p.channel.Guild.AddRole("moderators")
	p.channel.Guild.AddMember(p.ada, discordtest.ManageGuild, role)
	s, _ := identify(t, p.Server, nil)
	type interaction struct {
		GuildID        string `json:"guild_id"`
		Locale         string
		GuildLocale    string `json:"guild_locale"`
		AppPermissions string `json:"app_permissions"`
		Context        int
		Member         *struct {
			Permissions string
			Roles       []string
			User        struct{ ID string }
		}
		User *struct{ ID string }
		Data struct {
			TargetID string `json:"target_id"`
			Options  []struct {
				Name    string
				Type    int
				Options []struct{ Name string }
			}
			Resolved struct {
				Messages map[string]struct{ Content string }
			}
		}
	}
	var got interaction
	p.ada.Command(p.channel, "corpus reload", discordtest.Options{"check": true})
	s.expect(0, "INTERACTION_CREATE", &got)
	if got.Member == nil || got.Member.Permissions != "32" || len(got.Member.Roles) != 1 || got.Member.Roles[0] != role.ID ||
		got.Member.User.ID != p.ada.ID || got.User != nil || got.Locale != "de" || got.GuildLocale != "en-US" || got.GuildID != p.channel.Guild.ID {
		t.Errorf("in the guild: %+v", got)
	}
	if o := got.Data.Options; len(o) != 1 || o[0].Name != "reload" || o[0].Type != 1 || len(o[0].Options) != 1 {
		t.Errorf("options are %+v", o)
	}
	p.channel.Deny(discordtest.SendMessages)
	said := srvSay(p, s)
	got = interaction{}
	p.ada.MessageCommand("Find sources", said)
	s.expect(0, "INTERACTION_CREATE", &got)
	if got.Data.TargetID != said.ID || got.Data.Resolved.Messages[said.ID].Content != "a claim" {
		t.Errorf("on a message: %+v", got.Data)
	}
	got = interaction{}
	p.ada.Command(p.DM(p.ada), "ask", nil)
	s.expect(0, "INTERACTION_CREATE", &got)
	if got.Member != nil || got.User == nil || got.User.ID != p.ada.ID || got.Context != 1 || got.GuildID != "" {
		t.Errorf("directly: %+v", got)
	}
}

// srvSay says something that the bot cannot read in its event.
func srvSay(p place, s *socket) *discordtest.Message {
	m := p.ada.Say(p.channel, "a claim")
	s.expect(0, "MESSAGE_CREATE", nil)
	return m
}

func TestWithResponse(t *testing.T) {
	p := newPlace(t)
	i := p.ada.Command(p.channel, "ask", nil)
	r := do(t, p.Server, "POST", callbackPath(i)+"?with_response=true", fields{"type": 4, "data": fields{"content": "one"}})
	var got struct {
		Interaction struct {
			MessageID string `json:"response_message_id"`
		}
		Resource struct {
			Type    int
			Message struct{ Content string }
		}
	}
	if err := json.Unmarshal([]byte(r.Body), &got); err != nil {
		t.Fatal(err)
	}
	if r.Status != 200 || got.Interaction.MessageID != i.Message().ID || got.Resource.Type != 4 || got.Resource.Message.Content != "one" {
		t.Errorf("got %d %s", r.Status, r.Body)
	}
}

// TestMentionsOfTheBot says whom a message of the bot pings.
func TestMentionsOfTheBot(t *testing.T) {
	p := newPlace(t)
	said := p.ada.Say(p.channel, "hello")
	ben := p.AddUser("ben")
	content := ben.Mention() + " @everyone"
	tests := []struct {
		name     string
		allowed  any
		want     []string
		everyone bool
	}{
		{"not said", nil, []string{"ben", "ada"}, true},
		{"none", fields{"parse": []string{}}, nil, false},
		{"users", fields{"parse": []string{"users"}}, []string{"ben"}, false},
		{"everyone", fields{"parse": []string{"everyone"}}, nil, true},
		{"listed", fields{"parse": []string{}, "users": []string{ben.ID}}, []string{"ben"}, false},
		{"replied", fields{"parse": []string{}, "replied_user": true}, []string{"ada"}, false},
	}
	for _, test := range tests {
		body := fields{"content": content, "message_reference": fields{"message_id": said.ID}}
		if test.allowed != nil {
			body["allowed_mentions"] = test.allowed
		}
		do(t, p.Server, "POST", "/channels/"+p.channel.ID+"/messages", body).want(t, test.name, 200, 0)
		all := p.channel.Messages()
		m := all[len(all)-1]
		var got []string
		for _, u := range m.Mentions {
			got = append(got, u.Name)
		}
		if diff := cmp.Diff(test.want, got); diff != "" || m.MentionsEveryone != test.everyone {
			t.Errorf("%s: everyone %v, %s", test.name, m.MentionsEveryone, diff)
		}
	}
}
