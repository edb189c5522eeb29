package discordtest_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pullquote/bot/discordtest"
)

// given is an option as the bot gets it.
type given struct {
	Name    string
	Type    int
	Value   any
	Options []given
}

func TestOptionsByTheirValues(t *testing.T) {
	p := newPlace(t)
	role := p.channel.Guild.AddRole("moderators")
	s, _ := identify(t, p.Server, nil)
	p.ada.Command(p.channel, "all", discordtest.Options{
		"a": "text", "b": 7, "c": true, "d": p.ada, "e": p.channel, "f": role, "g": 1.5,
	})
	var got struct {
		Data struct {
			Options  []given
			Resolved map[string]map[string]json.RawMessage
		}
	}
	s.expect(0, "INTERACTION_CREATE", &got)
	want := []given{
		{Name: "a", Type: 3, Value: "text"}, {Name: "b", Type: 4, Value: 7.0}, {Name: "c", Type: 5, Value: true},
		{Name: "d", Type: 6, Value: p.ada.ID}, {Name: "e", Type: 7, Value: p.channel.ID}, {Name: "f", Type: 8, Value: role.ID},
		{Name: "g", Type: 10, Value: 1.5},
	}
	if diff := cmp.Diff(want, got.Data.Options); diff != "" {
		t.Error(diff)
	}
	for kind, id := range map[string]string{"users": p.ada.ID, "channels": p.channel.ID, "roles": role.ID} {
		if got.Data.Resolved[kind][id] == nil {
			t.Errorf("%s are resolved to %s", kind, got.Data.Resolved[kind])
		}
	}
}

// TestOptionsAsRegistered wants the registered order and types, also inside subcommands, and the registered id.
func TestOptionsAsRegistered(t *testing.T) {
	p := newPlace(t)
	option := func(kind int, name string) fields { return fields{"type": kind, "name": name, "description": "x"} }
	reload := with(option(1, "reload"), "options", []fields{option(5, "wait"), option(10, "limit")})
	do(t, p.Server, "PUT", "/applications/"+p.ApplicationID+"/commands", []fields{{
		"name": "corpus", "description": "x", "options": []fields{
			reload, with(option(2, "source"), "options", []fields{with(option(1, "add"), "options", []fields{option(3, "name")})}),
		},
	}}).want(t, "register", 200, 0)
	s, _ := identify(t, p.Server, nil)
	var got struct {
		Data struct {
			ID      string
			Options []given
		}
	}
	p.ada.Command(p.channel, "corpus reload", discordtest.Options{"limit": 5, "wait": true})
	s.expect(0, "INTERACTION_CREATE", &got)
	want := []given{{Name: "reload", Type: 1, Options: []given{{Name: "wait", Type: 5, Value: true}, {Name: "limit", Type: 10, Value: 5.0}}}}
	if diff := cmp.Diff(want, got.Data.Options); diff != "" || got.Data.ID != p.Commands()[0].ID {
		t.Errorf("command %s: %s", got.Data.ID, diff)
	}
	p.ada.Command(p.channel, "corpus source add", discordtest.Options{"name": "x"})
	got.Data.Options = nil
	s.expect(0, "INTERACTION_CREATE", &got)
	want = []given{{Name: "source", Type: 2, Options: []given{{Name: "add", Type: 1, Options: []given{{Name: "name", Type: 3, Value: "x"}}}}}}
	if diff := cmp.Diff(want, got.Data.Options); diff != "" {
		t.Error(diff)
	}
}
