package discordtest_test

import (
	"fmt"
	"strings"
	"testing"

	"pullquote/bot/discordtest"
)

// limitCase is a body on one side of a limit: problem is a part of what is found, "" if it is fine.
type limitCase struct {
	name    string
	body    fields
	problem string
}

func row(components ...fields) fields { return fields{"type": 1, "components": components} }

func press(id string) fields {
	return fields{"type": 2, "style": 1, "label": "x", "custom_id": id}
}

func link(address string) fields {
	return fields{"type": 2, "style": 5, "label": "x", "url": address}
}

// with returns a copy of f with another value.
func with(f fields, name string, value any) fields {
	out := fields{}
	for k, v := range f {
		out[k] = v
	}
	out[name] = value
	return out
}

func repeat[T any](n int, each func(int) T) []T {
	out := []T{}
	for i := range n {
		out = append(out, each(i))
	}
	return out
}

func below(components ...fields) fields { return fields{"content": "x", "components": components} }

func buttons(n int) []fields {
	return repeat(n, func(i int) fields { return press(fmt.Sprint(i)) })
}

func menu(options int) fields {
	list := repeat(options, func(i int) fields { return fields{"label": "x", "value": fmt.Sprint(i)} })
	return fields{"type": 3, "custom_id": "menu", "options": list}
}

func embed(description int) fields { return fields{"description": strings.Repeat("x", description)} }

func text(n int) fields { return fields{"type": 10, "content": strings.Repeat("x", n)} }

func v2(components ...fields) fields { return fields{"flags": 1 << 15, "components": components} }

func messageLimits() []limitCase {
	x := func(n int) string { return strings.Repeat("x", n) }
	page := "https://example.org/"
	return []limitCase{
		{"content at the limit", fields{"content": x(2000)}, ""},
		{"content too long", fields{"content": x(2001)}, "content: Must be 2000"},
		{"content of surrogates at the limit", fields{"content": strings.Repeat("😀", 1000)}, ""},
		{"content of surrogates too long", fields{"content": strings.Repeat("😀", 1000) + "x"}, "content: Must be 2000"},
		{"nothing", fields{}, "empty"},
		{"empty content", fields{"content": ""}, "empty"},
		{"null poll", fields{"poll": nil}, "empty"},
		{"null content", fields{"content": nil, "embeds": []fields{}}, "empty"},
		{"embeds at the limit", fields{"embeds": []fields{embed(4000), embed(2000)}}, ""},
		{"embeds too long", fields{"embeds": []fields{embed(4000), embed(2001)}}, "6000"},
		{"an embed that is none", fields{"embeds": []int{1}}, "embeds.0"},
		{"components that are none", fields{"content": "x", "components": []int{1}}, "components"},
		{"embed too long", fields{"embeds": []fields{embed(4097)}}, "embeds.0.description"},
		{"eleven embeds", fields{"embeds": repeat(11, func(int) fields { return embed(1) })}, "embeds: Must be 10"},
		{"25 fields", fields{"embeds": []fields{{"fields": repeat(25, func(int) fields { return fields{"name": "x", "value": "y"} })}}}, ""},
		{"26 fields", fields{"embeds": []fields{{"fields": repeat(26, func(int) fields { return fields{"name": "x", "value": "y"} })}}}, "fields: Must be 25"},
		{"field without value", fields{"embeds": []fields{{"fields": []fields{{"name": "x"}}}}}, "fields.0.value"},
		{"nonce at the limit", fields{"content": "x", "nonce": x(25)}, ""},
		{"nonce too long", fields{"content": "x", "nonce": x(26)}, "nonce"},
		{"mentions null", fields{"content": "x", "allowed_mentions": nil}, "allowed_mentions: This"},
		{"mentions parse null", fields{"content": "x", "allowed_mentions": fields{"parse": nil}}, "allowed_mentions.parse"},
		{"mentions users null", fields{"content": "x", "allowed_mentions": fields{"parse": []string{}, "users": nil}}, "allowed_mentions.users"},
		{"mentions without lists", fields{"content": "x", "allowed_mentions": fields{"replied_user": false}}, "allowed_mentions.parse"},
		{"mentions as a text", fields{"content": "x", "allowed_mentions": fields{"parse": "users"}}, "allowed_mentions"},
		{"mentions parsed and listed", fields{"content": "x", "allowed_mentions": fields{"parse": []string{"users"}, "users": []string{"1"}}}, "exclusive"},
		{"five rows of five", below(row(buttons(5)...), row(press("a")), row(press("b")), row(press("c")), row(press("d"))), ""},
		{"six rows", below(repeat(6, func(i int) fields { return row(press(fmt.Sprint(i))) })...), "components: Must be 5"},
		{"six buttons", below(row(buttons(6)...)), "between 1 and 5"},
		{"an empty row", below(row()), "between 1 and 5"},
		{"a button without a row", below(press("a")), "components.0.type"},
		{"a text in a row", below(row(text(1))), "components.0.type"},
		{"the same id twice", below(row(press("a")), row(press("a"))), "duplicated"},
		{"id at the limit", below(row(press(x(100)))), ""},
		{"id too long", below(row(press(x(101)))), "custom_id"},
		{"no id", below(row(press(""))), "custom id"},
		{"label at the limit", below(row(with(press("a"), "label", x(80)))), ""},
		{"label too long", below(row(with(press("a"), "label", x(81)))), "label"},
		{"no label", below(row(with(press("a"), "label", ""))), "label or an emoji"},
		{"an emoji", below(row(with(with(press("a"), "label", ""), "emoji", fields{"name": "👍"}))), ""},
		{"no style", below(row(with(press("a"), "style", 0))), "style"},
		{"id and address", below(row(with(press("a"), "url", page))), "custom id"},
		{"link and id", below(row(with(link(page), "custom_id", "a"))), "url"},
		{"address at the limit", below(row(link(page + x(512-len(page))))), ""},
		{"address too long", below(row(link(page + x(513-len(page))))), "url"},
		{"address of another kind", below(row(link("ftp://example.org/"))), "URL"},
		{"25 options", below(row(menu(25))), ""},
		{"26 options", below(row(menu(26))), "options"},
		{"no options", below(row(menu(0))), "options"},
		{"a menu beside a button", below(row(menu(1), press("a"))), "whole width"},
		{"option twice", below(row(with(menu(1), "options", []fields{{"label": "x", "value": "a"}, {"label": "y", "value": "a"}}))), "already used"},
		{"option label too long", below(row(with(menu(1), "options", []fields{{"label": x(101), "value": "a"}}))), "options.0.label"},
		{"40 components", v2(repeat(40, func(int) fields { return text(1) })...), ""},
		{"41 components", v2(repeat(41, func(int) fields { return text(1) })...), "components: Must be 40"},
		{"41 components, nested", v2(fields{"type": 17, "components": repeat(39, func(int) fields { return text(1) })}, text(1)), "components: Must be 40"},
		{"component text at the limit", v2(text(2000), text(2000)), ""},
		{"component text too long", v2(text(2000), text(2001)), "4000"},
		{"components and content", with(v2(text(1)), "content", "x"), "neither content"},
		{"components and embeds", with(v2(text(1)), "embeds", []fields{embed(1)}), "neither content"},
		{"a text component without the flag", below(text(1)), "components.0.type"},
	}
}

func TestMessageLimits(t *testing.T) {
	srv := newServer(t)
	channel := srv.AddGuild("a").AddChannel("general")
	for _, test := range messageLimits() {
		before := len(srv.Problems())
		r := do(t, srv, "POST", "/channels/"+channel.ID+"/messages", test.body)
		checkProblem(t, test, r, srv.Problems()[before:])
	}
}

// checkProblem compares what was found in a body, and how it was answered, with what a test wants.
func checkProblem(t *testing.T, test limitCase, r reply, problems []string) {
	t.Helper()
	found := strings.Join(problems, "; ")
	if test.problem == "" {
		if r.Status >= 300 || found != "" {
			t.Errorf("%s: got %d %s, problems %q", test.name, r.Status, r.Body, found)
		}
		return
	}
	if r.Status != 400 || !strings.Contains(found, test.problem) {
		t.Errorf("%s: got %d, problems %q, want %q", test.name, r.Status, found, test.problem)
	}
}

// TestLimitsWithResponses says that responses, edits and followups are checked like messages.
func TestLimitsWithResponses(t *testing.T) {
	p := newPlace(t)
	long := fields{"content": strings.Repeat("x", 2001)}
	check := func(name string, r reply) {
		t.Helper()
		r.want(t, name, 400, 50035)
		if !strings.Contains(r.Body, "BASE_TYPE_MAX_LENGTH") {
			t.Errorf("%s: got %s", name, r.Body)
		}
	}
	i := p.ada.Command(p.channel, "ask", nil)
	r := p.respond(t, i, 4, long)
	check("response", r)
	if !strings.Contains(r.Body, `"errors":{"data":{"content":{"_errors":`) {
		t.Errorf("response: got %s", r.Body)
	}
	p.respond(t, i, 5, nil)
	check("edit", do(t, p.Server, "PATCH", webhookPath(p.Server, i)+"/messages/@original", long))
	check("followup", do(t, p.Server, "POST", webhookPath(p.Server, i), long))
	check("update", p.respond(t, p.ada.Press(p.answered(t), "More"), 7, long))
	if n := len(p.Problems()); n != 4 {
		t.Errorf("%d problems: %q", n, p.Problems())
	}
	m := p.answered(t)
	path := "/channels/" + p.channel.ID + "/messages/" + m.ID
	do(t, p.Server, "PATCH", path, fields{"content": ""}).want(t, "content beside components", 200, 0)
	do(t, p.Server, "PATCH", path, fields{"components": []fields{}}).want(t, "the last of it", 400, 50006)
}

func TestErrorsLieAtTheirPlace(t *testing.T) {
	srv := newServer(t)
	channel := srv.AddGuild("a").AddChannel("general")
	r := do(t, srv, "POST", "/channels/"+channel.ID+"/messages", below(row(with(press("a"), "label", strings.Repeat("x", 81)))))
	want := `"errors":{"components":{"0":{"components":{"0":{"label":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH",`
	if !strings.Contains(r.Body, want) {
		t.Errorf("got %s, want %s", r.Body, want)
	}
}

func TestChoiceLimits(t *testing.T) {
	p := newPlace(t)
	choices := func(n, name int) fields {
		return fields{"choices": repeat(n, func(i int) fields { return fields{"name": strings.Repeat("x", name), "value": i} })}
	}
	tests := []limitCase{
		{"none", choices(0, 1), ""},
		{"25", choices(25, 100), ""},
		{"26", choices(26, 100), "data.choices: Must be 25"},
		{"name too long", choices(1, 101), "data.choices.0.name"},
		{"no name", choices(1, 0), "data.choices.0.name"},
		{"value too long", fields{"choices": []fields{{"name": "x", "value": strings.Repeat("x", 101)}}}, "data.choices.0.value"},
		{"empty value", fields{"choices": []fields{{"name": "x", "value": ""}}}, "data.choices.0.value"},
		{"no value", fields{"choices": []fields{{"name": "x"}}}, "data.choices.0.value"},
		{"null", fields{"choices": nil}, "data.choices: This"},
	}
	for _, test := range tests {
		i := p.ada.Autocomplete(p.channel, "ask", discordtest.Options{"source": ""}, "source")
		before := len(p.Problems())
		checkProblem(t, test, p.respond(t, i, 8, test.body), p.Problems()[before:])
	}
}

func TestCommandLimits(t *testing.T) {
	srv := newServer(t)
	option := fields{"type": 3, "name": "question", "description": "x"}
	command := func(name string, value any) fields {
		return with(fields{"name": "ask", "description": "x"}, name, value)
	}
	named := func(i int) fields { return with(option, "name", fmt.Sprint("o", i)) }
	choice := func(i int) fields { return fields{"name": fmt.Sprint(i), "value": fmt.Sprint(i)} }
	tests := []limitCase{
		{"plain", command("name", "ask"), ""},
		{"name at the limit", command("name", strings.Repeat("x", 32)), ""},
		{"name too long", command("name", strings.Repeat("x", 33)), "0.name"},
		{"upper case", command("name", "Ask"), "0.name"},
		{"a space", command("name", "ask me"), "0.name"},
		{"no name", command("name", ""), "0.name"},
		{"description at the limit", command("description", strings.Repeat("x", 100)), ""},
		{"description too long", command("description", strings.Repeat("x", 101)), "0.description"},
		{"no description", command("description", ""), "0.description"},
		{"menu command", fields{"name": "Find sources", "type": 3}, ""},
		{"menu command with description", fields{"name": "Find sources", "type": 3, "description": "x"}, "0.description"},
		{"25 options", command("options", repeat(25, named)), ""},
		{"26 options", command("options", repeat(26, named)), "0.options: Must be 25"},
		{"option twice", command("options", []fields{option, option}), "already exists"},
		{"required after optional", command("options", []fields{named(0), with(named(1), "required", true)}), "before non-required"},
		{"subcommand beside option", command("options", []fields{option, with(named(1), "type", 1)}), "mutually exclusive"},
		{"25 choices", command("options", []fields{with(option, "choices", repeat(25, choice))}), ""},
		{"26 choices", command("options", []fields{with(option, "choices", repeat(26, choice))}), "choices: Must be 25"},
		{"choices and autocomplete", command("options", []fields{with(with(option, "choices", repeat(1, choice)), "autocomplete", true)}), "autocomplete"},
	}
	for _, test := range tests {
		before := len(srv.Problems())
		r := do(t, srv, "PUT", "/applications/"+srv.ApplicationID+"/commands", []fields{test.body})
		checkProblem(t, test, r, srv.Problems()[before:])
	}
	ask := command("name", "ask")
	do(t, srv, "PUT", "/applications/"+srv.ApplicationID+"/commands", []fields{ask, ask}).want(t, "twice", 400, 50035)
}

func TestAllowedMentionsCanBeRequired(t *testing.T) {
	srv := newServer(t, func(s *discordtest.Server) { s.RequireAllowedMentions = true })
	path := "/channels/" + srv.AddGuild("a").AddChannel("general").ID + "/messages"
	do(t, srv, "POST", path, fields{"content": "x", "allowed_mentions": fields{"parse": []string{}}})
	noProblems(t, srv)
	do(t, srv, "POST", path, fields{"content": "x"}).want(t, "sent", 200, 0)
	if n := len(srv.Problems()); n != 1 {
		t.Errorf("%d problems", n)
	}
}
