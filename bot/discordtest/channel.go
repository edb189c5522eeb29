package discordtest

// Channel is a place for messages: a text channel of a guild, or the direct messages of a user and the bot.
type Channel struct {
	ID, Name string
	// Guild is nil for direct messages.
	Guild *Guild

	server   *Server
	with     *User // the other end of direct messages, else nil
	denied   int64
	messages []string
}

// Types of channels.
const (
	channelText   = 0
	channelDirect = 1
)

// DM returns the direct messages of u and the bot.
func (s *Server) DM(u *User) *Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dm(u)
}

func (s *Server) dm(u *User) *Channel {
	for _, c := range s.channels {
		if c.with == u {
			return c
		}
	}
	c := &Channel{ID: s.ids.next(s.Now()), server: s, with: u}
	s.channels[c.ID] = c
	return c
}

// Deny takes permissions in the channel from the bot, until Allow. In direct messages, denying SendMessages is a user who
// takes no messages from the bot.
func (c *Channel) Deny(permissions int64) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.denied |= permissions
}

// Allow gives back what Deny took.
func (c *Channel) Allow(permissions int64) {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	c.denied &^= permissions
}

// Messages returns the messages that stand in the channel, the oldest first. Those that only one user sees are not
// among them.
func (c *Channel) Messages() []*Message {
	c.server.mu.Lock()
	defer c.server.mu.Unlock()
	var out []*Message
	for _, id := range c.messages {
		if m := c.server.messages[id]; !m.deleted {
			out = append(out, m.now)
		}
	}
	return out
}

// guildID returns the guild's id, "" for direct messages.
func (c *Channel) guildID() string {
	if c.Guild == nil {
		return ""
	}
	return c.Guild.ID
}

// botMay reports whether the bot has all these permissions. server.mu is held.
func (c *Channel) botMay(permissions int64) bool {
	has := everyday
	if c.Guild != nil {
		has = c.Guild.member(c.server.Bot).permissions
	}
	if has&Administrator != 0 {
		return true
	}
	return has&^c.denied&permissions == permissions
}

// appPermissions returns the bot's permissions as interactions have them.
func (c *Channel) appPermissions() string {
	has := everyday
	if c.Guild != nil {
		has = c.Guild.member(c.server.Bot).permissions
	}
	return permissionString(has &^ c.denied)
}

func (c *Channel) wire() object {
	if c.Guild == nil {
		return object{"id": c.ID, "type": channelDirect, "recipients": []object{c.with.wire()}, "flags": 0, "last_message_id": nil}
	}
	return object{
		"id": c.ID, "type": channelText, "guild_id": c.Guild.ID, "name": c.Name, "topic": nil, "position": 0, "flags": 0,
		"parent_id": nil, "nsfw": false, "rate_limit_per_user": 0, "permission_overwrites": []object{}, "last_message_id": nil,
	}
}
