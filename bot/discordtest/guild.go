package discordtest

import (
	"time"
)

// Permissions that matter to a bot that answers, as bits of Discord's permission numbers.
const (
	Administrator      int64 = 1 << 3
	ManageGuild        int64 = 1 << 5
	ViewChannel        int64 = 1 << 10
	SendMessages       int64 = 1 << 11
	ManageMessages     int64 = 1 << 13
	EmbedLinks         int64 = 1 << 14
	AttachFiles        int64 = 1 << 15
	ReadMessageHistory int64 = 1 << 16
	UseCommands        int64 = 1 << 31
)

// everyday is what members and the bot may do where nothing else is said.
const everyday = ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | UseCommands

// User is somebody with an account: a person, or a bot.
type User struct {
	ID, Name string
	// Locale is the language of the user's client. Set it before the user does something.
	Locale string
	// Bot marks a bot's account. Set it before the user does something.
	Bot bool

	server *Server
}

// AddUser adds a person whose client speaks "en-US".
func (s *Server) AddUser(name string) *User {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := &User{ID: s.ids.next(s.Now()), Name: name, Locale: "en-US", server: s}
	s.users[u.ID] = u
	return u
}

// Mention returns what mentions the user in a message's content.
func (u *User) Mention() string { return "<@" + u.ID + ">" }

func (u *User) wire() object {
	return object{
		"id": u.ID, "username": u.Name, "global_name": u.Name, "discriminator": "0", "avatar": nil,
		"bot": u.Bot, "public_flags": 0,
	}
}

// Guild is a server in Discord's other sense: channels and their members.
type Guild struct {
	ID, Name string
	// Locale is the language that the guild prefers. Set it before the bot connects or anybody does something.
	Locale string

	server   *Server
	channels []*Channel
	roles    []*Role
	members  map[string]*member // by user id
}

// Role is a role in a guild.
type Role struct{ ID, Name string }

// Mention returns what mentions the role in a message's content.
func (r *Role) Mention() string { return "<@&" + r.ID + ">" }

// member is a user in a guild.
type member struct {
	user        *User
	permissions int64
	roles       []string
	joined      time.Time
}

// AddGuild founds a guild that the bot is in. Consecutive guilds fall to consecutive shards.
func (s *Server) AddGuild(name string) *Guild {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := &Guild{ID: s.ids.nextGuild(), Name: name, Locale: "en-US", server: s, members: map[string]*member{}}
	g.member(s.Bot)
	s.guilds = append(s.guilds, g)
	s.dispatch(event{name: "GUILD_CREATE", guild: g.ID, intent: intentGuilds, data: mustJSON(g.wire())})
	return g
}

// AddChannel adds a text channel where the bot may do all it needs.
func (g *Guild) AddChannel(name string) *Channel {
	s := g.server
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &Channel{ID: s.ids.next(s.Now()), Name: name, Guild: g, server: s}
	s.channels[c.ID] = c
	g.channels = append(g.channels, c)
	s.dispatch(event{name: "CHANNEL_CREATE", guild: g.ID, intent: intentGuilds, data: mustJSON(c.wire())})
	return c
}

// AddRole adds a role.
func (g *Guild) AddRole(name string) *Role {
	s := g.server
	s.mu.Lock()
	defer s.mu.Unlock()
	r := &Role{ID: s.ids.next(s.Now()), Name: name}
	g.roles = append(g.roles, r)
	data := mustJSON(object{"guild_id": g.ID, "role": r.wire()})
	s.dispatch(event{name: "GUILD_ROLE_CREATE", guild: g.ID, intent: intentGuilds, data: data})
	return r
}

// AddMember makes u a member with these permissions in every channel, or gives a member others. Somebody who does
// something in a guild without being a member of it becomes one, with what everybody may do.
func (g *Guild) AddMember(u *User, permissions int64, roles ...*Role) {
	g.server.mu.Lock()
	defer g.server.mu.Unlock()
	m := g.member(u)
	m.permissions = permissions
	m.roles = m.roles[:0:0]
	for _, r := range roles {
		m.roles = append(m.roles, r.ID)
	}
}

// member returns u as a member of the guild. server.mu is held.
func (g *Guild) member(u *User) *member {
	m := g.members[u.ID]
	if m == nil {
		m = &member{user: u, permissions: everyday, joined: g.server.Now()}
		g.members[u.ID] = m
	}
	return m
}

// wire returns the member without the user, as messages have it.
func (m *member) wire() object {
	return object{
		"roles": append([]string{}, m.roles...), "joined_at": timestamp(m.joined), "nick": nil, "avatar": nil,
		"deaf": false, "mute": false, "flags": 0, "premium_since": nil, "communication_disabled_until": nil,
	}
}

// wireFull returns the member as interactions have it.
func (m *member) wireFull() object {
	o := m.wire()
	o["user"], o["permissions"] = m.user.wire(), permissionString(m.permissions)
	return o
}

func (r *Role) wire() object {
	return object{
		"id": r.ID, "name": r.Name, "color": 0, "hoist": false, "position": 1, "permissions": "0", "managed": false,
		"mentionable": true, "flags": 0,
	}
}

func (g *Guild) wire() object {
	channels, roles := []object{}, []object{}
	for _, c := range g.channels {
		channels = append(channels, c.wire())
	}
	for _, r := range g.roles {
		roles = append(roles, r.wire())
	}
	bot := g.member(g.server.Bot)
	me := bot.wireFull()
	delete(me, "permissions")
	return object{
		"id": g.ID, "name": g.Name, "owner_id": g.ID, "preferred_locale": g.Locale, "joined_at": timestamp(bot.joined),
		"large": false, "unavailable": false, "member_count": len(g.members), "members": []object{me},
		"channels": channels, "roles": roles, "threads": []object{}, "emojis": []object{}, "features": []string{},
		"voice_states": []object{}, "presences": []object{}, "stickers": []object{}, "nsfw_level": 0, "icon": nil,
		"verification_level": 0, "default_message_notifications": 0, "explicit_content_filter": 0, "mfa_level": 0,
	}
}
