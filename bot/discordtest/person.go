package discordtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Options are the options of a command by name. A value is a string, a bool, an int, a float64, a *User, a *Channel or a
// *Role.
type Options map[string]any

// Say writes a message. Whom it mentions is read from the content.
func (u *User) Say(c *Channel, content string) *Message {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	return u.say(&Message{Channel: c, Content: content})
}

// Reply replies to a message; ping mentions its author.
func (u *User) Reply(to *Message, content string, ping bool) *Message {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	m := &Message{Channel: to.Channel, Content: content, Reference: to.ID, kind: messageReply}
	if ping {
		m.Mentions = []*User{to.Author}
	}
	return u.say(m)
}

func (u *User) say(m *Message) *Message {
	s := u.server
	m.Author = u
	for _, mentioned := range s.mentioned(m.Content) {
		if !slices.Contains(m.Mentions, mentioned) {
			m.Mentions = append(m.Mentions, mentioned)
		}
	}
	m.MentionsEveryone = mentionsEveryone(m.Content)
	if m.Channel.Guild != nil {
		m.Channel.Guild.member(u)
	}
	s.post(m)
	return m
}

// Command gives a slash command. A subcommand follows its command's name after a space: "corpus reload". Where the
// command is registered, its options have the registered types and order, and it panics if one is missing that is required
// or given that is not registered; otherwise the types are guessed from the values, and the order is by name.
func (u *User) Command(c *Channel, name string, options Options) *Interaction {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	data := u.server.commandData(name, options, "")
	return u.server.start(&Interaction{What: "/" + name, User: u, Channel: c, kind: interactionCommand, slash: true}, data)
}

// Autocomplete types into the option called focused.
func (u *User) Autocomplete(c *Channel, name string, options Options, focused string) *Interaction {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	data := u.server.commandData(name, options, focused)
	what := fmt.Sprintf("/%s, typing into %s", name, focused)
	return u.server.start(&Interaction{What: what, User: u, Channel: c, kind: interactionAutocomplete}, data)
}

// MessageCommand gives a command from a message's menu. The bot gets the message with its content.
func (u *User) MessageCommand(name string, m *Message) *Interaction {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	s := u.server
	registered := s.command(name, CommandMessage)
	now := s.messages[m.ID].now
	data := object{
		"id": registered.ID, "name": name, "type": CommandMessage, "target_id": m.ID,
		"resolved": object{"messages": object{m.ID: s.wireMessage(now, true)}},
	}
	return s.start(&Interaction{What: name, User: u, Channel: m.Channel, kind: interactionCommand}, data)
}

// Press presses the button of a message that has this label, else this custom id. It panics if the message has no such
// button, now or when m was taken, or if it cannot be pressed.
func (u *User) Press(m *Message, button string) *Interaction {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	b := u.server.findButton(m, button)
	if b.Disabled || b.CustomID == "" {
		panic(fmt.Sprintf("discordtest: button %q cannot be pressed: it is disabled or a link", button))
	}
	data := object{"component_type": b.Type, "custom_id": b.CustomID, "id": b.ID}
	return u.use(m, button, data)
}

// Select chooses values in the select menu of a message that has this custom id. It panics if the message has none, now
// or when m was taken.
func (u *User) Select(m *Message, customID string, values ...string) *Interaction {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	isMenu := func(c *Component) bool { return c.Type >= ComponentSelect && c.CustomID == customID }
	menu := u.server.findComponent(m, isMenu)
	if menu == nil {
		panic(fmt.Sprintf("discordtest: no select menu %q in message %q", customID, m.Content))
	}
	data := object{"component_type": menu.Type, "custom_id": customID, "id": menu.ID, "values": orEmpty(values)}
	return u.use(m, customID, data)
}

// Submit sends the form that an interaction opened, with a value for each input by custom id. It panics if there is no
// form.
func (u *User) Submit(i *Interaction, values map[string]string) *Interaction {
	u.server.mu.Lock()
	defer u.server.mu.Unlock()
	var form struct {
		CustomID string `json:"custom_id"`
	}
	if err := json.Unmarshal(i.modal, &form); err != nil {
		panic(fmt.Sprintf("discordtest: %s opened no form", i.What))
	}
	rows := []object{}
	for _, id := range slices.Sorted(maps.Keys(values)) {
		input := object{"type": ComponentTextInput, "custom_id": id, "value": values[id]}
		rows = append(rows, object{"type": ComponentActionRow, "components": []object{input}})
	}
	submitted := &Interaction{What: form.CustomID, User: u, Channel: i.Channel, kind: interactionModal, source: i.source}
	return u.server.start(submitted, object{"custom_id": form.CustomID, "components": rows})
}

func (u *User) use(m *Message, what string, data object) *Interaction {
	i := &Interaction{What: what, User: u, Channel: m.Channel, kind: interactionComponent, source: m.ID}
	return u.server.start(i, data)
}

func (s *Server) findButton(m *Message, button string) *Component {
	for _, field := range []func(*Component) string{
		func(c *Component) string { return c.Label },
		func(c *Component) string { return c.CustomID },
	} {
		is := func(c *Component) bool { return c.Type == ComponentButton && field(c) == button }
		if b := s.findComponent(m, is); b != nil {
			return b
		}
	}
	panic(fmt.Sprintf("discordtest: no button %q in message %q, which has %s", button, m.Content, labels(m)))
}

// findComponent finds a component in the message as it stands, else as it stood. s.mu is held.
func (s *Server) findComponent(m *Message, is func(*Component) bool) *Component {
	for _, each := range []*Message{s.messages[m.ID].now, m} {
		for c := range walk(each.Components) {
			if is(c) {
				return c
			}
		}
	}
	return nil
}

func labels(m *Message) string {
	var out []string
	for _, b := range m.Buttons() {
		out = append(out, strconv.Quote(b.Label))
	}
	if out == nil {
		return "none"
	}
	return strings.Join(out, ", ")
}
