package bot

import (
	"slices"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/bot/phrases"
)

// request is one thing that somebody wants of the bot.
type request struct {
	// id is the interaction's or the message's, name the route's.
	id, name string
	received time.Time

	user, channel, guild string
	// language is the one in which who made the request reads, serverLanguage the server's; see languages.go.
	language, serverLanguage phrases.Language
	member                   *discordgo.Member // nil outside of servers

	// question is what is asked in words: by /ask or in a message.
	question string
	// history are the earlier questions that this one follows up, the earliest first.
	history []string
	// source restricts a question, private is true when only the asker is to see the answer.
	source  string
	private bool
	// payload is the state of the button that was pressed, label its text, on the message that it stands on.
	payload, label string
	on             *discordgo.Message
	// target is the message that a message command was chosen for.
	target *discordgo.Message
	// focused is what has been typed of the option to complete.
	focused string

	interaction *discordgo.Interaction // nil for a message
	message     *discordgo.Message     // nil for an interaction

	// interim shows a response that another one will follow. The dispatcher sets it before the handler runs.
	interim func(response)
}

// fromInteraction reads an interaction; nil for one that the bot has no use for.
func fromInteraction(i *discordgo.Interaction) *request {
	r := &request{id: i.ID, received: time.Now(), channel: i.ChannelID, guild: i.GuildID, member: i.Member, interaction: i}
	switch {
	case i.Member != nil && i.Member.User != nil:
		r.user = i.Member.User.ID
	case i.User != nil:
		r.user = i.User.ID
	default:
		return nil
	}
	switch data := i.Data.(type) {
	case discordgo.ApplicationCommandInteractionData:
		r.readCommand(i.Type, data)
	case discordgo.MessageComponentInteractionData:
		r.on, r.label = i.Message, labelOf(i.Message, data.CustomID)
		r.name, r.payload = readCustomID(data.CustomID)
	default:
		return nil
	}
	return r
}

// labelOf returns the label of the button with a custom_id, "" where the message has none such.
func labelOf(m *discordgo.Message, customID string) string {
	for _, b := range buttonsIn(m.Components) {
		if b.CustomID == customID {
			return b.Label
		}
	}
	return ""
}

func (r *request) readCommand(t discordgo.InteractionType, data discordgo.ApplicationCommandInteractionData) {
	r.name = data.Name
	options := data.Options
	for len(options) == 1 && options[0] != nil && options[0].Type == discordgo.ApplicationCommandOptionSubCommand {
		r.name += " " + options[0].Name
		options = options[0].Options
	}
	for _, o := range options {
		r.readOption(o)
	}
	if data.Resolved != nil {
		r.target = data.Resolved.Messages[data.TargetID]
	}
	if t == discordgo.InteractionApplicationCommandAutocomplete {
		r.name = completing + r.name
	}
}

func (r *request) readOption(o *discordgo.ApplicationCommandInteractionDataOption) {
	if o == nil {
		return
	}
	text, _ := o.Value.(string)
	switch o.Name {
	case optionQuestion:
		r.question = text
	case optionSource:
		r.source = text
	case optionPrivate:
		r.private, _ = o.Value.(bool)
	}
	if o.Focused {
		r.focused = text
	}
}

// fromMessage reads a message as a question to the bot; nil for one that is none. Who only mentions everyone or a role
// does not mean the bot.
func fromMessage(m *discordgo.Message, self string) *request {
	if m.Author == nil || m.Author.Bot || m.Author.ID == self || m.WebhookID != "" {
		return nil
	}
	if m.Type != discordgo.MessageTypeDefault && m.Type != discordgo.MessageTypeReply {
		return nil
	}
	isSelf := func(u *discordgo.User) bool { return u != nil && u.ID == self }
	if m.GuildID != "" && !slices.ContainsFunc(m.Mentions, isSelf) {
		return nil
	}
	r := &request{id: m.ID, name: routeMention, received: time.Now(), user: m.Author.ID, channel: m.ChannelID,
		guild: m.GuildID, member: m.Member, message: m}
	r.question = strings.TrimSpace(strings.NewReplacer("<@"+self+">", " ", "<@!"+self+">", " ").Replace(m.Content))
	r.history = historyOf(m.ReferencedMessage, self)
	return r
}

// historyOf returns the questions that a reply to the bot's message follows up, the earliest first: those that the
// message says it follows, and the one that it answers.
func historyOf(m *discordgo.Message, self string) []string {
	if m == nil || m.Author == nil || m.Author.ID != self {
		return nil
	}
	if earlier, ok := message.QuestionIn(m.Content); ok {
		return append(message.HistoryIn(m.Content), earlier)
	}
	return nil
}

// conversation returns questions as the turns of a conversation; what the bot said in between is left empty.
func conversation(questions []string) []string {
	var turns []string
	for _, q := range questions {
		turns = append(turns, q, "")
	}
	return turns
}
