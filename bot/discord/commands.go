package discord

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"slices"

	"github.com/bwmarrin/discordgo"
)

const routeCommands = "/applications/{application_id}/commands"

// SyncCommands makes the application's global commands these, by one bulk overwrite and only when they differ from what
// Discord has. It reports whether they did.
func (c *Client) SyncCommands(ctx context.Context, application string, commands []*discordgo.ApplicationCommand) (changed bool, err error) {
	registered, err := c.registered(ctx, application)
	if err != nil {
		return false, err
	}
	same, err := sameCommands(commands, registered)
	if same || err != nil {
		return false, err
	}
	_, err = c.do(ctx, request{method: http.MethodPut, route: routeCommands, ids: []string{application}, body: commands})
	return err == nil, err
}

// registered returns the commands that Discord has, none where what answers has no list of them, as some stand-ins for
// Discord do.
func (c *Client) registered(ctx context.Context, application string) ([]*discordgo.ApplicationCommand, error) {
	body, err := c.do(ctx, request{method: http.MethodGet, route: routeCommands, ids: []string{application}, query: "with_localizations=true"})
	switch {
	case StatusCode(err) == http.StatusNotFound:
		return nil, nil
	case err != nil:
		return nil, err
	}
	var registered []*discordgo.ApplicationCommand
	if err := json.Unmarshal(body, &registered); err != nil {
		return nil, fmt.Errorf("reading the registered commands: %w", err)
	}
	return registered, nil
}

// sameCommands says whether registered is what Discord makes of commands, in any order.
func sameCommands(commands, registered []*discordgo.ApplicationCommand) (bool, error) {
	if len(commands) != len(registered) {
		return false, nil
	}
	have := map[string]*discordgo.ApplicationCommand{}
	for _, r := range registered {
		have[commandKey(r)] = r
	}
	for _, c := range commands {
		r, ok := have[commandKey(c)]
		if !ok {
			return false, nil
		}
		if same, err := sameCommand(c, r); !same {
			return false, err
		}
	}
	return true, nil
}

// commandKey is what Discord keeps unique: a command's type and name.
func commandKey(c *discordgo.ApplicationCommand) string {
	return fmt.Sprintf("%d %s", cmp.Or(c.Type, discordgo.ChatApplicationCommand), c.Name)
}

func sameCommand(ours, theirs *discordgo.ApplicationCommand) (bool, error) {
	a, err := canonical(ours)
	if err != nil {
		return false, err
	}
	b, err := canonical(theirs)
	if err != nil {
		return false, err
	}
	// Discord fills these where they are not set.
	for _, field := range []string{"contexts", "integration_types", "dm_permission", "default_permission"} {
		if a[field] == nil {
			delete(b, field)
		}
	}
	return reflect.DeepEqual(a, b), nil
}

// canonical returns the parts of a command that its author decides, in a form that is equal where the commands are:
// without what Discord assigns and without empty values.
func canonical(command *discordgo.ApplicationCommand) (map[string]any, error) {
	c := *command
	c.ID, c.ApplicationID, c.GuildID, c.Version = "", "", "", ""
	c.Type = cmp.Or(c.Type, discordgo.ChatApplicationCommand)
	c.Contexts, c.IntegrationTypes = sorted(c.Contexts), sorted(c.IntegrationTypes)
	v, err := decoded(c)
	if err != nil {
		return nil, err
	}
	return pruned(v).(map[string]any), nil // it has a type at least
}

// sorted returns a sorted copy of a list whose order means nothing.
func sorted[T cmp.Ordered](list *[]T) *[]T {
	if list == nil {
		return nil
	}
	copied := slices.Sorted(slices.Values(*list))
	return &copied
}

// pruned removes nulls, false, empty texts, lists and maps, all of which mean "not set" in a command.
func pruned(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			if v[key] = pruned(inner); v[key] == nil {
				delete(v, key)
			}
		}
		if len(v) == 0 {
			return nil
		}
	case []any:
		if len(v) == 0 {
			return nil
		}
		for i, inner := range v {
			v[i] = pruned(inner)
		}
	case bool:
		if !v {
			return nil
		}
	case string:
		if v == "" {
			return nil
		}
	}
	return v
}
