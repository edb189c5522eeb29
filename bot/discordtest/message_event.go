package discordtest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// messageIntent returns the intent that a message's events need.
func (c *Channel) messageIntent() int {
	if c.Guild == nil {
		return intentDirectMessages
	}
	return intentGuildMessages
}

// dispatchMessage tells the bot of a message, if it can see the channel. s.mu is held.
func (s *Server) dispatchMessage(name string, m *Message) {
	if !m.Channel.botMay(ViewChannel) {
		return
	}
	e := event{name: name, guild: m.Channel.guildID(), intent: m.Channel.messageIntent(), data: s.messageEvent(m, true)}
	if to := s.message(m.Reference); s.withholds(m) || to != nil && s.withholds(to) {
		e.withheld = s.messageEvent(m, false)
	}
	s.dispatch(e)
}

// messageEvent returns a message as the gateway tells it to those who may read all content, or to others.
func (s *Server) messageEvent(m *Message, all bool) json.RawMessage {
	o := s.wireMessage(m, all)
	if g := m.Channel.Guild; g != nil {
		o["guild_id"], o["member"] = g.ID, g.member(m.Author).wire()
	}
	return mustJSON(o)
}

// withholds reports whether a bot needs the message content intent to read m.
func (s *Server) withholds(m *Message) bool {
	return m.Channel.Guild != nil && m.Author != s.Bot && !slices.Contains(m.Mentions, s.Bot)
}

var mentionPattern = regexp.MustCompile(`<@!?([0-9]+)>`)

// mentioned returns the users that content mentions, each once. s.mu is held.
func (s *Server) mentioned(content string) []*User {
	var out []*User
	for _, match := range mentionPattern.FindAllStringSubmatch(content, -1) {
		if u := s.users[match[1]]; u != nil && !slices.Contains(out, u) {
			out = append(out, u)
		}
	}
	return out
}

func mentionsEveryone(content string) bool {
	return strings.Contains(content, "@everyone") || strings.Contains(content, "@here")
}

// shown returns a message as the REST API shows it to the bot. s.mu is held.
func (s *Server) shown(m *Message) object {
	return s.wireMessage(m, s.PrivilegedIntents&intentMessageContent != 0)
}

// wireMessage returns a message as Discord shows it to a bot that may read all content, or to another. s.mu is held.
func (s *Server) wireMessage(m *Message, all bool) object {
	o := s.wireMessageAlone(m, all)
	if m.kind != messageReply && m.Reference == "" {
		return o
	}
	ref := object{"type": 0, "channel_id": m.Channel.ID, "message_id": m.Reference}
	if m.Channel.Guild != nil {
		ref["guild_id"] = m.Channel.Guild.ID
	}
	o["message_reference"], o["referenced_message"] = ref, nil
	if to := s.message(m.Reference); to != nil {
		o["referenced_message"] = s.wireMessageAlone(to, all)
	}
	return o
}

// wireMessageAlone leaves out what the message refers to.
func (s *Server) wireMessageAlone(m *Message, all bool) object {
	o := object{
		"id": m.ID, "channel_id": m.Channel.ID, "author": m.Author.wire(), "content": m.Content, "type": m.kind,
		"timestamp": timestamp(m.Sent), "edited_timestamp": nil, "tts": false, "pinned": false, "flags": m.Flags,
		"mention_everyone": m.MentionsEveryone, "mention_roles": []string{}, "mentions": wireUsers(m.Mentions),
		"attachments": wireFiles(m.Channel.ID, m.Files), "embeds": orEmpty(m.Embeds),
		"components": orEmpty(m.Components),
	}
	if !m.Edited.IsZero() {
		o["edited_timestamp"] = timestamp(m.Edited)
	}
	if m.nonce != nil {
		o["nonce"] = m.nonce
	}
	if i := m.interaction; i != nil {
		o["application_id"], o["webhook_id"] = s.ApplicationID, s.ApplicationID
		o["interaction_metadata"] = i.metadata()
	}
	if !all && s.withholds(m) {
		o["content"], o["embeds"], o["attachments"], o["components"] = "", []object{}, []object{}, []object{}
	}
	return o
}

func wireUsers(users []*User) []object {
	out := []object{}
	for _, u := range users {
		out = append(out, u.wire())
	}
	return out
}

func wireFiles(channel string, files []File) []object {
	out := []object{}
	for _, f := range files {
		address := fmt.Sprintf("https://cdn.discordapp.com/attachments/%s/%s/%s", channel, f.ID, f.Name)
		out = append(out, object{
			"id": f.ID, "filename": f.Name, "content_type": f.ContentType, "size": len(f.Data), "url": address, "proxy_url": address,
		})
	}
	return out
}
