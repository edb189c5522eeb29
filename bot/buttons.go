package bot

import (
	"fmt"
	"strings"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/corpus"
	"pullquote/retrieval"
)

// inRow is how many buttons Discord puts into a row.
const inRow = 5

// answerRows are the buttons below an answer: one row for the answer, one that leads to its sources.
func (b *Bot) answerRows(r *request, a retrieval.Answer, m message.Reply) []discordgo.MessageComponent {
	buttons := citingButtons(m)
	if len(m.Shown) > 0 {
		state := stateOf(a)
		buttons = append(buttons, button(labelHelpful, discordgo.SecondaryButton, verbHelpful, state),
			button(labelUnhelpful, discordgo.SecondaryButton, verbUnhelpful, state))
	}
	buttons = append(buttons, b.passOnButton(r, a.Outcome))
	if !r.private {
		buttons = append(buttons, button(labelDelete, discordgo.SecondaryButton, verbDelete, r.user))
	}
	return append(rowsOf(buttons...), sourceRow(m)...)
}

// stateOf is what a reader's vote is about.
func stateOf(a retrieval.Answer) string { return string(a.Outcome) + " " + a.Snapshot }

// citingRows are the buttons that lead on from the quotes of a message.
func citingRows(m message.Reply) []discordgo.MessageComponent { return rowsOf(citingButtons(m)...) }

func citingButtons(m message.Reply) []discordgo.MessageComponent {
	return append([]discordgo.MessageComponent{contextButton(m)}, moreButtons(m)...)
}

// contextButton shows what stands around the quotes; nil where there are none.
func contextButton(m message.Reply) discordgo.MessageComponent {
	code, kept := message.EncodeCitations(m.Cited(), payloadLimit)
	if kept == 0 {
		return nil
	}
	return button(labelContext, discordgo.SecondaryButton, verbContext, code)
}

// moreButtons show the other excerpts: one button, or two where there are more than one can hold.
func moreButtons(m message.Reply) []discordgo.MessageComponent {
	var out []discordgo.MessageComponent
	for rest := m.Hidden; len(rest) > 0; {
		code, kept := message.EncodeCitations(rest, payloadLimit)
		if kept == 0 {
			break
		}
		out = append(out, button(fmt.Sprintf(labelMore, kept), discordgo.SecondaryButton, verbMore, code))
		rest = rest[kept:]
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
	for _, id := range customIDs(m.Components) {
		if route, code := readCustomID(id); route == pressed+verbContext {
			cited, err := message.DecodeCitations(b.options.Library.Snapshot(), code)
			if err == nil {
				return cited
			}
		}
	}
	return nil
}

// wrote reports whether a message is one of our own.
func (b *Bot) wrote(m *discordgo.Message) bool {
	self := b.self.Load()
	return self != nil && m != nil && m.Author != nil && m.Author.ID == *self
}

func customIDs(components []discordgo.MessageComponent) []string {
	var ids []string
	for _, c := range components {
		switch c := c.(type) {
		case *discordgo.ActionsRow:
			ids = append(ids, customIDs(c.Components)...)
		case *discordgo.Button:
			ids = append(ids, c.CustomID)
		}
	}
	return ids
}

// documentsNamed returns the ids of the documents that a source option means: the one that was picked from the list, or
// all whose name holds what was typed.
func documentsNamed(s *corpus.Snapshot, source string) []string {
	if id, ok := strings.CutPrefix(source, pickMark); ok {
		for _, d := range s.Documents() {
			if pickOf(d) == source {
				return []string{d.ID()}
			}
		}
		source = id
	}
	var ids []string
	for _, d := range s.Documents() {
		if nameHolds(d, source) {
			ids = append(ids, d.ID())
		}
	}
	return ids
}
