package discordtest

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// Types of interactions.
const (
	interactionCommand      = 2
	interactionComponent    = 3
	interactionAutocomplete = 4
	interactionModal        = 5
)

// Types of responses to interactions.
const (
	respondMessage        = 4
	respondDeferred       = 5
	respondDeferredUpdate = 6
	respondUpdate         = 7
	respondChoices        = 8
	respondModal          = 9
)

// Interaction is something that a user did with the bot: a command, a press of a button, a letter typed into an option.
// It is live: its methods say how things stand at the time of the call.
type Interaction struct {
	ID, Token string
	// What names the interaction in errors: "/ask", or the button's label.
	What    string
	User    *User
	Channel *Channel

	server  *Server
	kind    int
	created time.Time
	slash   bool   // whether it is a slash command
	source  string // the message whose component was used, "" without one

	// Guarded by server.mu.
	changed   signal
	response  int    // type of the first response, 0 before
	original  string // the message that @original is, "" without one
	edited    bool   // whether a deferred response has been followed by its message
	followups []string
	choices   []Choice
	modal     json.RawMessage
}

// Choice is what the bot offers while a user types into an option. Value is a string or a number.
type Choice struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
}

// Wait waits for the answer and returns its message: the first response, or the first edit after a deferred one. An
// autocompletion and a modal have no message: nil.
func (i *Interaction) Wait(ctx context.Context) (*Message, error) {
	if err := i.WaitFor(ctx, (*Interaction).settled); err != nil {
		return nil, err
	}
	return i.Message(), nil
}

// WaitFor waits until cond returns true. It is called again after every change of the interaction and its messages.
func (i *Interaction) WaitFor(ctx context.Context, cond func(*Interaction) bool) error {
	changed := func() <-chan struct{} {
		i.server.mu.Lock()
		defer i.server.mu.Unlock()
		return i.changed.wait()
	}
	if err := waitFor(ctx, i.What, changed, func() bool { return cond(i) }); err != nil {
		return fmt.Errorf("%w (%s)", err, i.state())
	}
	return nil
}

// settled reports whether the bot has given more than a sign of life.
func (i *Interaction) settled() bool {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	switch i.response {
	case 0:
		return false
	case respondDeferred, respondDeferredUpdate:
		return i.edited
	}
	return true
}

// state describes the interaction for an error.
func (i *Interaction) state() string {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	switch {
	case i.response == 0:
		return "not acknowledged"
	case i.edited:
		return "answered after a deferred response"
	default:
		return fmt.Sprintf("response of type %d", i.response)
	}
}

// Acknowledged reports whether there was a first response of any type.
func (i *Interaction) Acknowledged() bool {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	return i.response != 0
}

// Deferred reports whether the first response only promised a message or an update.
func (i *Interaction) Deferred() bool {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	return i.response == respondDeferred || i.response == respondDeferredUpdate
}

// Message returns the first response's message as it stands now: for a component that was answered by an update, the
// message it stands on. It is nil before there is one, while it is only promised, and when it is deleted.
func (i *Interaction) Message() *Message {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	m := i.server.message(i.original)
	if m == nil || m.Flags&FlagLoading != 0 {
		return nil
	}
	return m
}

// Followups returns the further messages that stand, the oldest first.
func (i *Interaction) Followups() []*Message {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	var out []*Message
	for _, id := range i.followups {
		if m := i.server.message(id); m != nil {
			out = append(out, m)
		}
	}
	return out
}

// Choices returns what the bot offered for an autocompletion, nil if it has not answered.
func (i *Interaction) Choices() []Choice {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	return i.choices
}

// Modal returns the form that the bot opened, as JSON with custom_id, title and components; nil without one.
func (i *Interaction) Modal() json.RawMessage {
	i.server.mu.Lock()
	defer i.server.mu.Unlock()
	return i.modal
}

// metadata returns what messages tell of the interaction they came from.
func (i *Interaction) metadata() object {
	return object{
		"id": i.ID, "type": i.kind, "user": i.User.wire(), "authorizing_integration_owners": i.owners(),
	}
}

func (i *Interaction) owners() object {
	if i.Channel.Guild == nil {
		return object{"0": "0"}
	}
	return object{"0": i.Channel.Guild.ID}
}

// start sends the interaction to the bot. s.mu is held.
func (s *Server) start(i *Interaction, data object) *Interaction {
	i.server, i.created = s, s.Now()
	i.ID = s.ids.next(i.created)
	i.Token = "interaction-token-" + i.ID
	s.interactions[i.Token] = i
	if stored := s.messages[i.source]; stored != nil {
		stored.watchers = append(stored.watchers, i)
	}
	s.dispatch(event{name: "INTERACTION_CREATE", guild: i.Channel.guildID(), data: mustJSON(s.wireInteraction(i, data))})
	return i
}

func (s *Server) wireInteraction(i *Interaction, data object) object {
	o := object{
		"id": i.ID, "application_id": s.ApplicationID, "type": i.kind, "token": i.Token, "version": 1, "data": data,
		"channel_id": i.Channel.ID, "channel": i.Channel.wire(), "app_permissions": i.Channel.appPermissions(),
		"locale": i.User.Locale, "authorizing_integration_owners": i.owners(), "entitlements": []object{},
		"attachment_size_limit": fileLimit,
	}
	if g := i.Channel.Guild; g != nil {
		o["guild_id"], o["guild_locale"], o["context"] = g.ID, g.Locale, 0
		o["guild"] = object{"id": g.ID, "locale": g.Locale, "features": []string{}}
		o["member"] = g.member(i.User).wireFull()
	} else {
		o["user"], o["context"] = i.User.wire(), 1
	}
	if m := s.messages[i.source]; m != nil {
		o["message"] = s.wireMessage(m.now, true)
	}
	return o
}
