package discordtest

import (
	"net/http"
	"slices"
	"strconv"
)

// reachable returns the channel of a call, or the refusal if it does not exist or the bot cannot see it.
func (s *Server) reachable(c *call) (*Channel, *answer) {
	channel := s.channels[c.params["channel_id"]]
	switch {
	case channel == nil:
		return nil, refuse(http.StatusNotFound, codeUnknownChannel, "Unknown Channel")
	case !channel.botMay(ViewChannel):
		return nil, refuse(http.StatusForbidden, codeMissingAccess, "Missing Access")
	}
	return channel, nil
}

func (s *Server) getChannel(c *call) *answer {
	channel, refusal := s.reachable(c)
	if refusal != nil {
		return refusal
	}
	return ok(channel.wire())
}

// getMessages lists the newest messages first. Without permission to read the history there are none.
func (s *Server) getMessages(c *call) *answer {
	channel, refusal := s.reachable(c)
	if refusal != nil {
		return refusal
	}
	limit := 50
	if n, err := strconv.Atoi(c.query.Get("limit")); err == nil {
		limit = n
	}
	out := []object{}
	if !channel.botMay(ReadMessageHistory) {
		return ok(out)
	}
	for _, id := range slices.Backward(channel.messages) {
		if m := s.message(id); m != nil && len(out) < limit {
			out = append(out, s.shown(m))
		}
	}
	return ok(out)
}

// publicMessage returns the message of a call, or the refusal. Ephemeral messages cannot be reached by their channel.
func (s *Server) publicMessage(c *call) (*Message, *answer) {
	channel, refusal := s.reachable(c)
	if refusal != nil {
		return nil, refusal
	}
	m := s.message(c.params["message_id"])
	if m == nil || m.Channel != channel || m.Ephemeral() {
		return nil, refuse(http.StatusNotFound, codeUnknownMessage, "Unknown Message")
	}
	return m, nil
}

func (s *Server) getMessage(c *call) *answer {
	m, refusal := s.publicMessage(c)
	if refusal != nil {
		return refusal
	}
	if !m.Channel.botMay(ReadMessageHistory) {
		return refuse(http.StatusForbidden, codeMissingPermissions, "Missing Permissions")
	}
	return ok(s.shown(m))
}

func (s *Server) createMessage(c *call) *answer {
	b, refusal := s.decodeMessage(c, nil)
	if refusal != nil {
		return refusal
	}
	channel, refusal := s.reachable(c)
	if refusal != nil {
		return refusal
	}
	if refusal := s.mayNotSend(c, channel, b); refusal != nil {
		return refusal
	}
	if again := s.sameNonce(b); again != nil {
		return ok(s.shown(again))
	}
	m := &Message{Channel: channel, Author: s.Bot, nonce: b.Nonce}
	if refusal := s.refer(c, m, b.Reference); refusal != nil {
		return refusal
	}
	s.apply(b, m, c.Files)
	s.post(m)
	if key := b.nonceKey(); key != "" {
		s.nonces[key] = m.ID
	}
	return ok(s.shown(m))
}

// mayNotSend returns the refusal for a message that the bot lacks the permission for.
func (s *Server) mayNotSend(c *call, channel *Channel, b messageBody) *answer {
	switch {
	case channel.Guild == nil && !channel.botMay(SendMessages):
		return refuse(http.StatusForbidden, codeCannotMessageUser, "Cannot send messages to this user")
	case !channel.botMay(SendMessages), len(c.Files) > 0 && !channel.botMay(AttachFiles):
		return refuse(http.StatusForbidden, codeMissingPermissions, "Missing Permissions")
	case b.Reference != nil && !channel.botMay(ReadMessageHistory):
		return refuse(http.StatusForbidden, codeNoHistory, "Cannot reply without permission to read message history")
	}
	return nil
}

// sameNonce returns the message that was sent with the same enforced nonce, nil without one.
func (s *Server) sameNonce(b messageBody) *Message {
	if !b.EnforceNonce {
		return nil
	}
	return s.message(s.nonces[b.nonceKey()])
}

// refer makes m a reply. A reply to what does not exist is refused, unless the reference is soft: then it is a message
// like others.
func (s *Server) refer(c *call, m *Message, ref *messageReferenceBody) *answer {
	if ref == nil {
		return nil
	}
	to := s.message(ref.MessageID)
	if to != nil && to.Channel == m.Channel {
		m.Reference, m.kind = to.ID, messageReply
		return nil
	}
	if ref.FailIfNotExists != nil && !*ref.FailIfNotExists {
		return nil
	}
	return formError([]violation{{"message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message"}})
}

func (s *Server) editMessage(c *call) *answer {
	b, refusal := s.decodeMessage(c, s.message(c.params["message_id"]))
	if refusal != nil {
		return refusal
	}
	m, refusal := s.publicMessage(c)
	if refusal != nil {
		return refusal
	}
	if m.Author != s.Bot {
		return refuse(http.StatusForbidden, codeNotTheAuthor, "Cannot edit a message authored by another user")
	}
	return ok(s.shown(s.edit(b, m, c.Files)))
}

func (s *Server) deleteMessage(c *call) *answer {
	m, refusal := s.publicMessage(c)
	if refusal != nil {
		return refusal
	}
	if m.Author != s.Bot && (m.Channel.Guild == nil || !m.Channel.botMay(ManageMessages)) {
		return refuse(http.StatusForbidden, codeMissingPermissions, "Missing Permissions")
	}
	s.remove(m)
	return noContent()
}
