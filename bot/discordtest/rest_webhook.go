package discordtest

import (
	"net/http"
	"slices"
)

// responding returns the interaction of a call to its webhook, or the refusal if its token is unknown or too old, or if
// there was no first response yet.
func (s *Server) responding(c *call) (*Interaction, *answer) {
	i := s.interactions[c.params["webhook_token"]]
	switch {
	case i == nil, i.response == 0, c.params["webhook_id"] != s.ApplicationID:
		return nil, refuse(http.StatusNotFound, codeUnknownWebhook, "Unknown Webhook")
	case s.Now().Sub(i.created) > s.TokenLife:
		return nil, refuse(http.StatusUnauthorized, codeInvalidToken, "Invalid Webhook Token")
	}
	return i, nil
}

// createFollowup posts a further message. The first one after a deferred response takes that one's place and keeps its
// being ephemeral or not.
func (s *Server) createFollowup(c *call) *answer {
	b, refusal := s.decodeMessage(c, nil)
	if refusal != nil {
		return refusal
	}
	i, refusal := s.responding(c)
	if refusal != nil {
		return refusal
	}
	if m := s.message(i.original); m != nil && m.Flags&FlagLoading != 0 {
		return ok(s.shown(s.changeResponse(i, b, m, c.Files)))
	}
	m := s.postResponse(i, b, c.Files, 0)
	i.followups = append(i.followups, m.ID)
	i.changed.fire()
	return ok(s.shown(m))
}

// responseMessage returns the message of a call to an interaction's webhook, or the refusal.
func (s *Server) responseMessage(c *call) (*Interaction, *Message, *answer) {
	i, refusal := s.responding(c)
	if refusal != nil {
		return nil, nil, refusal
	}
	id, named := c.params["message_id"]
	if !named {
		id = i.original
	}
	m := s.message(id)
	if m == nil || id != i.original && !slices.Contains(i.followups, id) {
		return nil, nil, refuse(http.StatusNotFound, codeUnknownMessage, "Unknown Message")
	}
	return i, m, nil
}

func (s *Server) getResponse(c *call) *answer {
	_, m, refusal := s.responseMessage(c)
	if refusal != nil {
		return refusal
	}
	return ok(s.shown(m))
}

func (s *Server) editResponse(c *call) *answer {
	var before *Message
	if i := s.interactions[c.params["webhook_token"]]; i != nil {
		before = s.message(i.original)
	}
	if id, named := c.params["message_id"]; named {
		before = s.message(id)
	}
	b, refusal := s.decodeMessage(c, before)
	if refusal != nil {
		return refusal
	}
	i, m, refusal := s.responseMessage(c)
	if refusal != nil {
		return refusal
	}
	return ok(s.shown(s.changeResponse(i, b, m, c.Files)))
}

// changeResponse edits a message that an interaction has made or stands on.
func (s *Server) changeResponse(i *Interaction, b messageBody, m *Message, files []File) *Message {
	if m.ID == i.original {
		i.edited = true
	}
	m = s.edit(b, m, files)
	i.changed.fire()
	return m
}

func (s *Server) deleteResponse(c *call) *answer {
	i, m, refusal := s.responseMessage(c)
	if refusal != nil {
		return refusal
	}
	s.remove(m)
	i.changed.fire()
	return noContent()
}
