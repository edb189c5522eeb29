package bot

import (
	"sync"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/bot/phrases"
)

// What language a response is in:
//
//   - that of its reader's client, which Discord sends with every interaction;
//   - for a message, which says nothing of it, that of its writer's last interaction, else that of the server, else
//     English;
//   - where it takes the place of a message of ours, that of the message;
//   - for the moderators' channel, that of the server.

const (
	// mostReaders and mostServers are how many members and servers are remembered with their language.
	mostReaders = 20_000
	mostServers = 20_000
)

// languages remembers which languages readers and servers use.
type languages struct{ readers, servers *remembered }

func newLanguages() languages {
	return languages{newRemembered(mostReaders), newRemembered(mostServers)}
}

// learn remembers the languages that an interaction tells.
func (l languages) learn(i *discordgo.Interaction, user string) {
	if i.Locale != "" {
		l.readers.put(user, phrases.OfLocale(string(i.Locale)))
	}
	if i.GuildID != "" && i.GuildLocale != nil {
		l.servers.put(i.GuildID, phrases.OfLocale(string(*i.GuildLocale)))
	}
}

// fill sets the languages of a request, as far as they are known.
func (l languages) fill(r *request) {
	r.serverLanguage, _ = l.servers.get(r.guild)
	r.language = r.serverLanguage
	if own, ok := l.readers.get(r.user); ok {
		r.language = own
	}
}

// in returns the language of what the reader sees, as package message takes it.
func (r *request) in() message.In { return message.In(r.language) }

// say returns the notices in the reader's language.
func (r *request) say() phrases.Notices { return r.language.Phrases().Notices }

// shownIn returns the language of the message that the pressed button stands on, as its label tells, else the reader's.
func (r *request) shownIn() phrases.Language {
	if l, ok := phrases.OfPageLabel(r.label); ok {
		return l
	}
	return r.language
}

// remembered keeps a language for each of the newest keys up to a number.
type remembered struct {
	mu     sync.Mutex
	values map[string]phrases.Language
	ring   []string
	at     int
}

func newRemembered(most int) *remembered {
	return &remembered{values: map[string]phrases.Language{}, ring: make([]string, most)}
}

// put remembers the language of a key, a new key in place of the oldest.
func (m *remembered) put(key string, l phrases.Language) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, known := m.values[key]; !known {
		delete(m.values, m.ring[m.at])
		m.ring[m.at] = key
		m.at = (m.at + 1) % len(m.ring)
	}
	m.values[key] = l
}

// get returns the language of a key, English and false where it is not remembered.
func (m *remembered) get(key string) (l phrases.Language, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	l, ok = m.values[key]
	return l, ok
}
