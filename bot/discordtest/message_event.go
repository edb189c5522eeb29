package discordtest

import (
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
	o := s.wireMessage(m)
	if g := m.Channel.Guild; g != nil {
		o["guild_id"], o["member"] = g.ID, g.member(m.Author).wire()
	}
	e := event{name: name, guild: m.Channel.guildID(), intent: m.Channel.messageIntent(), data: mustJSON(o)}
	if s.withholds(m) {
		o["content"], o["embeds"], o["attachments"], o["components"] = "", []object{}, []object{}, []object{}
		e.withheld = mustJSON(o)
	}
	s.dispatch(e)
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

// wireMessage returns a message as the REST API shows it. s.mu is held.
func (s *Server) wireMessage(m *Message) object {
	o := s.wireMessageAlone(m)
	if m.kind != messageReply && m.Reference == "" {
		return o
	}
	ref := object{"type": 0, "channel_id": m.Channel.ID, "message_id": m.Reference}
	if m.Channel.Guild != nil {
		ref["guild_id"] = m.Channel.Guild.ID
	}
	o["message_reference"], o["referenced_message"] = ref, nil
	if to := s.message(m.Reference); to != nil {
		o["referenced_message"] = s.wireMessageAlone(to)
	}
	return o
}

// wireMessageAlone leaves out what the message refers to.
func (s *Server) wireMessageAlone(m *Message) object {
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
