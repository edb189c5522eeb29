package discordtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Types of commands.
const (
	CommandChatInput = 1
	CommandUser      = 2
	CommandMessage   = 3
)

// Types of options.
const (
	optionSubcommand      = 1
	optionSubcommandGroup = 2
	optionString          = 3
	optionInteger         = 4
	optionBoolean         = 5
	optionUser            = 6
	optionChannel         = 7
	optionRole            = 8
	optionNumber          = 10
)

// Command is a registered command.
type Command struct {
	ID          string   `json:"id"`
	Type        int      `json:"type"`
	Name        string   `json:"name"`
	Description string   `json:"description"`
	Options     []Option `json:"options"`
	// DefaultMemberPermissions says who sees the command, as a number in a string; "" is everybody.
	DefaultMemberPermissions string `json:"-"`
	// JSON is the command as Discord shows it.
	JSON json.RawMessage `json:"-"`
}

// Option is an option of a command, or a subcommand with options of its own.
type Option struct {
	Type         int      `json:"type"`
	Name         string   `json:"name"`
	Description  string   `json:"description"`
	Required     bool     `json:"required"`
	Autocomplete bool     `json:"autocomplete"`
	Choices      []Choice `json:"choices"`
	Options      []Option `json:"options"`
}

// Commands returns the registered global commands.
func (s *Server) Commands() []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.commands)
}

// command returns a registered command, or one with nothing but an id.
func (s *Server) command(name string, kind int) Command {
	for _, c := range s.commands {
		if c.Name == name && c.Type == kind {
			return c
		}
	}
	return Command{ID: s.ids.next(s.Now())}
}

// commandData returns the data of an interaction with a slash command. focused is the option that is typed into, "" if
// the command is given.
func (s *Server) commandData(name string, options Options, focused string) object {
	words := strings.Fields(name)
	command := s.command(words[0], CommandChatInput)
	if focused == "" && command.JSON != nil {
		mustFit(name, subcommand(words[1:], command.Options), options)
	}
	resolved := object{}
	data := object{"id": command.ID, "name": words[0], "type": CommandChatInput}
	data["options"] = nest(words[1:], command.Options, func(known []Option) []object {
		return givenOptions(known, options, focused, resolved)
	})
	if len(resolved) > 0 {
		data["resolved"] = resolved
	}
	return data
}

// subcommand returns the options of the subcommand that words name. It panics if there is none.
func subcommand(words []string, known []Option) []Option {
	if len(words) == 0 {
		return known
	}
	i := slices.IndexFunc(known, func(o Option) bool { return o.Name == words[0] })
	if i < 0 {
		panic(fmt.Sprintf("discordtest: no subcommand %q is registered", words[0]))
	}
	return subcommand(words[1:], known[i].Options)
}

// mustFit panics if a user could not give a command with these options: one is missing or not registered.
func mustFit(name string, known []Option, options Options) {
	left := maps.Clone(options)
	for _, o := range known {
		if _, given := options[o.Name]; o.Required && !given {
			panic(fmt.Sprintf("discordtest: /%s needs the option %q", name, o.Name))
		}
		delete(left, o.Name)
	}
	for unknown := range left {
		panic(fmt.Sprintf("discordtest: /%s has no option %q", name, unknown))
	}
}

// nest puts options into the subcommands that words name.
func nest(words []string, known []Option, options func([]Option) []object) []object {
	if len(words) == 0 {
		return options(known)
	}
	kind := optionSubcommand
	if len(words) > 1 {
		kind = optionSubcommandGroup
	}
	var inside []Option
	for _, o := range known {
		if o.Name == words[0] {
			inside = o.Options
		}
	}
	return []object{{"name": words[0], "type": kind, "options": nest(words[1:], inside, options)}}
}

func givenOptions(known []Option, options Options, focused string, resolved object) []object {
	names := slices.Sorted(maps.Keys(options))
	place := func(name string) int {
		return slices.IndexFunc(known, func(o Option) bool { return o.Name == name })
	}
	slices.SortStableFunc(names, func(a, b string) int { return place(a) - place(b) })
	out := []object{}
	for _, name := range names {
		kind, value := optionValue(options[name], resolved)
		if i := place(name); i >= 0 {
			kind = known[i].Type
		}
		o := object{"name": name, "type": kind, "value": value}
		if name == focused {
			o["focused"] = true
		}
		out = append(out, o)
	}
	return out
}

// optionValue returns the type that a value looks like, and its JSON form. Users, channels and roles are ids, told more
// of in resolved.
func optionValue(v any, resolved object) (kind int, value any) {
	switch v := v.(type) {
	case string:
		return optionString, v
	case bool:
		return optionBoolean, v
	case int:
		return optionInteger, v
	case float64:
		return optionNumber, v
	case *User:
		resolve(resolved, "users", v.ID, v.wire())
		return optionUser, v.ID
	case *Channel:
		resolve(resolved, "channels", v.ID, v.wire())
		return optionChannel, v.ID
	case *Role:
		resolve(resolved, "roles", v.ID, v.wire())
		return optionRole, v.ID
	}
	panic(fmt.Sprintf("discordtest: an option cannot be a %T", v))
}

func resolve(resolved object, kind, id string, o object) {
	if resolved[kind] == nil {
		resolved[kind] = object{}
	}
	resolved[kind].(object)[id] = o
}
