package bot

import (
	"strconv"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/bot/phrases"
	"pullquote/retrieval"
)

// inRow is how many buttons Discord puts into a row.
const inRow = 5

// answerRows are the buttons below an answer: one row for the answer, one that leads to its sources.
func (b *Bot) answerRows(r *request, a retrieval.Answer, m message.Reply) []discordgo.MessageComponent {
	labels := r.language.Phrases().Labels
	buttons := citingButtons(labels, m)
	if len(m.Shown) > 0 {
		state := stateOf(a)
		buttons = append(buttons, button(labels.Helpful, discordgo.SecondaryButton, verbHelpful, state),
			button(labels.Unhelpful, discordgo.SecondaryButton, verbUnhelpful, state))
	}
	buttons = append(buttons, b.passOnButton(r, a.Outcome))
	if !r.private {
		buttons = append(buttons, button(labels.Delete, discordgo.SecondaryButton, verbDelete, r.user))
	}
	return append(rowsOf(buttons...), sourceRow(m)...)
}

// stateOf is what a reader's vote is about.
func stateOf(a retrieval.Answer) string { return string(a.Outcome) + " " + a.Snapshot }

// quoteRows are the buttons below quotes that answer no question: those that lead on, and those that lead to the
// sources.
func quoteRows(in phrases.Language, m message.Reply) []discordgo.MessageComponent {
	return append(rowsOf(citingButtons(in.Phrases().Labels, m)...), sourceRow(m)...)
}

func citingButtons(labels phrases.Labels, m message.Reply) []discordgo.MessageComponent {
	return append(contextButtons(labels.Context, m), moreButtons(labels, m)...)
}

// contextButtons, called by a name, show what stands around the quotes, none where there are none. One is enough but for a message of very
// many short quotes.
func contextButtons(name string, m message.Reply) []discordgo.MessageComponent {
	var out []discordgo.MessageComponent
	codes := packed(m.Cited())
	for _, c := range codes {
		label := name
		if len(codes) > 1 {
			label = name + " " + c.numbers()
		}
		out = append(out, button(label, discordgo.SecondaryButton, verbContext, c.code))
	}
	return out
}

// moreButtons show the other excerpts, most of the time with one button. Where there are more than buttons can hold, the
// last one says of how many.
func moreButtons(labels phrases.Labels, m message.Reply) []discordgo.MessageComponent {
	var out []discordgo.MessageComponent
	codes := packed(m.Hidden)
	for i, c := range codes {
		label := labels.More.With(c.last)
		switch {
		case i == len(codes)-1 && c.last < len(m.Hidden):
			label = labels.MoreOf.With(c.numbers(), len(m.Hidden))
		case len(codes) > 1:
			label = labels.MorePart.With(c.numbers())
		}
		out = append(out, button(label, discordgo.SecondaryButton, verbMore, c.code))
	}
	return out
}

// mostCiting is how many buttons of one kind a message has to hold its quotes.
const mostCiting = 3

// citations are as many of a message's quotes as fit into the state of a button, counted from 1.
type citations struct {
	code        string
	first, last int
}

// numbers returns the numbers of the quotes as 8–10, or 8 where it is one.
func (c citations) numbers() string {
	if c.first == c.last {
		return strconv.Itoa(c.first)
	}
	return strconv.Itoa(c.first) + "–" + strconv.Itoa(c.last)
}

// packed puts quotes into the states of at most mostCiting buttons.
func packed(quotes []message.Citation) []citations {
	var out []citations
	for at := 0; at < len(quotes) && len(out) < mostCiting; {
		code, kept := message.EncodeCitations(quotes[at:], payloadLimit)
		if kept == 0 {
			break
		}
		out, at = append(out, citations{code, at + 1, at + kept}), at+kept
	}
	return out
}

func button(label string, style discordgo.ButtonStyle, verb, payload string) discordgo.Button {
	return discordgo.Button{Label: label, Style: style, CustomID: customID(verb, payload)}
}

// sourceRow are links to the pages of the sources.
func sourceRow(m message.Reply) []discordgo.MessageComponent {
	var links []discordgo.MessageComponent
	for _, s := range m.Sources {
		if s.URL != "" && len(links) < inRow {
			links = append(links, discordgo.Button{Label: s.Name, Style: discordgo.LinkButton, URL: s.URL})
		}
	}
	return rowsOf(links...)
}

// rowsOf puts buttons into rows; those that are nil are left out.
func rowsOf(buttons ...discordgo.MessageComponent) []discordgo.MessageComponent {
	var rows []discordgo.MessageComponent
	var row discordgo.ActionsRow
	for _, c := range buttons {
		if c == nil {
			continue
		}
		if row.Components = append(row.Components, c); len(row.Components) == inRow {
			rows, row = append(rows, row), discordgo.ActionsRow{}
		}
	}
	if len(row.Components) > 0 {
		rows = append(rows, row)
	}
	return rows
}

// citedBy returns what one of our own messages quotes, as its buttons say; nil for any other message. Whoever wrote
// such a button can only make us quote the corpus.
func (b *Bot) citedBy(m *discordgo.Message) []message.Cited {
	if !b.wrote(m) {
		return nil
	}
	var all []message.Cited
	for _, pressable := range buttonsIn(m.Components) {
		if route, code := readCustomID(pressable.CustomID); route == pressed+verbContext {
			cited, err := message.DecodeCitations(b.directories.now(), code)
			if err != nil {
				return nil
			}
			all = append(all, cited...)
		}
	}
	return all
}

// wrote reports whether a message is one of our own.
func (b *Bot) wrote(m *discordgo.Message) bool {
	self := b.self.Load()
	return self != nil && m != nil && m.Author != nil && m.Author.ID == *self
}

// buttonsIn returns the buttons of a message.
func buttonsIn(components []discordgo.MessageComponent) []*discordgo.Button {
	var found []*discordgo.Button
	for _, c := range components {
		switch c := c.(type) {
		case *discordgo.ActionsRow:
			found = append(found, buttonsIn(c.Components)...)
		case *discordgo.Button:
			found = append(found, c)
		}
	}
	return found
}
