package bot

import (
	"slices"
	"testing"

	"github.com/bwmarrin/discordgo"
)

func TestFromMessage(t *testing.T) {
	const self = "42"
	me, other := &discordgo.User{ID: self}, &discordgo.User{ID: "7"}
	ask := func(change func(*discordgo.Message)) *discordgo.Message {
		m := &discordgo.Message{ID: "1", GuildID: "9", Author: other, Content: "<@42> how many?", Mentions: []*discordgo.User{me}}
		change(m)
		return m
	}
	for name, c := range map[string]struct {
		message *discordgo.Message
		want    string // the question; "-" for no request
	}{
		"a mention":             {ask(func(*discordgo.Message) {}), "how many?"},
		"a mention by nickname": {ask(func(m *discordgo.Message) { m.Content = "how <@!42> many?" }), "how   many?"},
		"somebody else's too":   {ask(func(m *discordgo.Message) { m.Content = "<@42> who is <@7>?" }), "who is <@7>?"},
		"nothing but a mention": {ask(func(m *discordgo.Message) { m.Content = "<@42>" }), ""},
		"no mention":            {ask(func(m *discordgo.Message) { m.Mentions = nil }), "-"},
		"a broken mention":      {ask(func(m *discordgo.Message) { m.Mentions = []*discordgo.User{nil} }), "-"},
		"everyone":              {ask(func(m *discordgo.Message) { m.Mentions, m.MentionEveryone = nil, true }), "-"},
		"a role":                {ask(func(m *discordgo.Message) { m.Mentions, m.MentionRoles = nil, []string{self} }), "-"},
		"in private":            {ask(func(m *discordgo.Message) { m.GuildID, m.Mentions, m.Content = "", nil, "how many?" }), "how many?"},
		"a bot":                 {ask(func(m *discordgo.Message) { m.Author = &discordgo.User{ID: "8", Bot: true} }), "-"},
		"a webhook":             {ask(func(m *discordgo.Message) { m.WebhookID = "8" }), "-"},
		"itself":                {ask(func(m *discordgo.Message) { m.Author = me }), "-"},
		"nobody":                {ask(func(m *discordgo.Message) { m.Author = nil }), "-"},
		"a pin":                 {ask(func(m *discordgo.Message) { m.Type = discordgo.MessageTypeChannelPinnedMessage }), "-"},
		"a reply":               {ask(func(m *discordgo.Message) { m.Type = discordgo.MessageTypeReply }), "how many?"},
	} {
		r := fromMessage(c.message, self)
		switch {
		case c.want == "-" && r != nil:
			t.Errorf("%s: taken for the question %q", name, r.question)
		case c.want != "-" && (r == nil || r.question != c.want):
			t.Errorf("%s: %+v, want the question %q", name, r, c.want)
		}
	}
}

func TestFromInteraction(t *testing.T) {
	member := &discordgo.Member{User: &discordgo.User{ID: "7"}}
	text := func(name, value string) *discordgo.ApplicationCommandInteractionDataOption {
		return &discordgo.ApplicationCommandInteractionDataOption{Name: name, Type: discordgo.ApplicationCommandOptionString, Value: value}
	}
	command := func(name string, options ...*discordgo.ApplicationCommandInteractionDataOption) *discordgo.Interaction {
		return &discordgo.Interaction{Type: discordgo.InteractionApplicationCommand, Member: member,
			Data: discordgo.ApplicationCommandInteractionData{Name: name, Options: options}}
	}
	r := fromInteraction(command("ask", text("question", "who?"), nil, text("source", "#1"),
		&discordgo.ApplicationCommandInteractionDataOption{Name: "private", Value: true}))
	if r.name != "ask" || r.question != "who?" || r.source != "#1" || !r.private || r.user != "7" {
		t.Errorf("/ask is read as %+v", r)
	}
	r = fromInteraction(command("corpus", &discordgo.ApplicationCommandInteractionDataOption{
		Name: "reload", Type: discordgo.ApplicationCommandOptionSubCommand}))
	if r.name != commandReload {
		t.Errorf("/corpus reload is read as %q", r.name)
	}
	if r = fromInteraction(command("ask", &discordgo.ApplicationCommandInteractionDataOption{Name: "question", Value: 7.0})); r.question != "" {
		t.Errorf("a number is read as the question %q", r.question)
	}
	for name, i := range map[string]*discordgo.Interaction{
		"no user":      {Data: discordgo.ApplicationCommandInteractionData{Name: "ask"}},
		"empty member": {Member: &discordgo.Member{}, Data: discordgo.ApplicationCommandInteractionData{Name: "ask"}},
		"no data":      {Member: member},
	} {
		if r := fromInteraction(i); r != nil {
			t.Errorf("%s: read as %+v", name, r)
		}
	}
}

func TestHistoryOf(t *testing.T) {
	if h := historyOf(&discordgo.Message{Author: &discordgo.User{ID: "7"}, Content: "**How many?**"}, "42"); h != nil {
		t.Errorf("somebody else's message gives the history %q", h)
	}
	if h := historyOf(nil, "42"); !slices.Equal(h, nil) {
		t.Errorf("no message gives the history %q", h)
	}
	own := &discordgo.Message{Author: &discordgo.User{ID: "42"}, Content: "**How many?**\n-# following: Where? | When\\?\n> x"}
	if h := historyOf(own, "42"); !slices.Equal(h, []string{"How many?"}) {
		t.Errorf("a line that is not ours gives the history %q", h)
	}
	own.Content = "**How many?**\n-# following: Where? | \\(When\\)?\n> x"
	if h := historyOf(own, "42"); !slices.Equal(h, []string{"Where?", "(When)?", "How many?"}) {
		t.Errorf("an answer that follows two questions gives the history %q", h)
	}
	own.Content = "I see."
	if h := historyOf(own, "42"); h != nil {
		t.Errorf("a message that answers nothing gives the history %q", h)
	}
}

func TestConversation(t *testing.T) {
	if c := conversation(nil); c != nil {
		t.Errorf("no questions are the conversation %q", c)
	}
	if c := conversation([]string{"a", "b"}); !slices.Equal(c, []string{"a", "", "b", ""}) {
		t.Errorf("two questions are the conversation %q", c)
	}
}
