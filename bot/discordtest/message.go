package discordtest

import (
	"context"
	"encoding/json"
	"fmt"
	"time"
)

// Flags of a message.
const (
	FlagSuppressEmbeds        = 1 << 2
	FlagEphemeral             = 1 << 6
	FlagLoading               = 1 << 7
	FlagSuppressNotifications = 1 << 12
	FlagComponentsV2          = 1 << 15
)

// Types of messages.
const (
	messagePlain       = 0
	messageReply       = 19
	messageCommand     = 20
	messageContextMenu = 23
)

// Message is a message as it stood at one time. It does not change: an edit makes a new one.
type Message struct {
	ID      string
	Channel *Channel
	Author  *User
	Content string
	// Flags are the message's flags, such as FlagEphemeral.
	Flags      int
	Components []Component
	Embeds     []json.RawMessage
	Files      []File
	// Reference is the id of the message that this one replies to, "" without one.
	Reference string
	// Mentions are the users who are mentioned and, as far as the message allows it, pinged.
	Mentions []*User
	// MentionsEveryone is true if the message pings everybody.
	MentionsEveryone bool
	Sent             time.Time
	// Edited is when it was last edited, zero if it never was.
	Edited time.Time
	// JSON is the message as Discord shows it to a bot that may read it.
	JSON json.RawMessage

	server      *Server
	kind        int
	nonce       json.RawMessage
	interaction *Interaction // whose response it is, or nil
}

// File is an attachment.
type File struct {
	ID, Name, ContentType string
	Data                  []byte
}

// Ephemeral reports whether only one user sees the message.
func (m *Message) Ephemeral() bool { return m.Flags&FlagEphemeral != 0 }

// Deleted reports whether the message has been deleted since.
func (m *Message) Deleted() bool {
	m.server.mu.Lock()
	defer m.server.mu.Unlock()
	return m.server.messages[m.ID].deleted
}

// Latest returns the message as it stands now, or stood last.
func (m *Message) Latest() *Message {
	m.server.mu.Lock()
	defer m.server.mu.Unlock()
	return m.server.messages[m.ID].now
}

// WaitAnswer waits for the first message that replies to m and returns it as it stands then.
func (m *Message) WaitAnswer(ctx context.Context) (*Message, error) {
	s := m.server
	s.mu.Lock()
	stored := s.messages[m.ID]
	s.mu.Unlock()
	select {
	case <-stored.answered:
	case <-ctx.Done():
		return nil, fmt.Errorf("no reply to %q: %w", m.Content, ctx.Err())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.messages[stored.answer].now, nil
}

// storedMessage is what the server keeps of a message.
type storedMessage struct {
	now     *Message
	deleted bool
	// answer is the first message that replies; answered is closed when there is one.
	answer   string
	answered chan struct{}
	// watchers are told when the message changes.
	watchers []*Interaction
}

// post puts a new message into its channel and tells the bot. s.mu is held.
func (s *Server) post(m *Message) {
	m.server, m.Sent = s, s.Now()
	if m.ID == "" {
		m.ID = s.ids.next(m.Sent)
	}
	m.JSON = mustJSON(s.wireMessage(m, true))
	stored := &storedMessage{now: m, answered: make(chan struct{})}
	s.messages[m.ID] = stored
	if m.interaction != nil {
		stored.watchers = append(stored.watchers, m.interaction)
	}
	if m.Ephemeral() {
		return
	}
	m.Channel.messages = append(m.Channel.messages, m.ID)
	s.dispatchMessage("MESSAGE_CREATE", m)
	if to := s.messages[m.Reference]; to != nil && to.answer == "" {
		to.answer = m.ID
		close(to.answered)
	}
}

// replace makes m what its message is now. s.mu is held.
func (s *Server) replace(m *Message) {
	m.JSON = mustJSON(s.wireMessage(m, true))
	stored := s.messages[m.ID]
	stored.now = m
	if !m.Ephemeral() {
		s.dispatchMessage("MESSAGE_UPDATE", m)
	}
	for _, i := range stored.watchers {
		i.changed.fire()
	}
}

// remove deletes a message. s.mu is held.
func (s *Server) remove(m *Message) {
	stored := s.messages[m.ID]
	stored.deleted = true
	if !m.Ephemeral() {
		data := object{"id": m.ID, "channel_id": m.Channel.ID}
		if m.Channel.Guild != nil {
			data["guild_id"] = m.Channel.Guild.ID
		}
		s.dispatch(event{name: "MESSAGE_DELETE", guild: m.Channel.guildID(), intent: m.Channel.messageIntent(), data: mustJSON(data)})
	}
	for _, i := range stored.watchers {
		i.changed.fire()
	}
}

// message returns a message that has not been deleted, nil without one. s.mu is held.
func (s *Server) message(id string) *Message {
	if m := s.messages[id]; m != nil && !m.deleted {
		return m.now
	}
	return nil
}
