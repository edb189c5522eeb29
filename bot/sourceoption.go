package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/message"
	"pullquote/corpus"
)

const (
	// mostChoices is how many choices Discord shows, choiceLimit how long one may be, in UTF-16 units.
	mostChoices = 25
	choiceLimit = 100
	// pickMark begins the value of a choice.
	pickMark = "#"
)

// complete offers the sources whose name holds what has been typed.
func (b *Bot) complete(_ context.Context, r *request) (response, error) {
	choices := []*discordgo.ApplicationCommandOptionChoice{}
	for _, d := range b.options.Library.Snapshot().Documents() {
		if len(choices) == mostChoices {
			break
		}
		if nameHolds(d, r.focused) {
			choices = append(choices, &discordgo.ApplicationCommandOptionChoice{Name: message.SourceName(d, choiceLimit), Value: pickOf(d)})
		}
	}
	return response{choices: choices, outcome: "completed"}, nil
}

// pickOf stands for a document in a choice: its id may be too long.
func pickOf(d *corpus.Document) string {
	sum := sha256.Sum256([]byte(d.ID()))
	return pickMark + hex.EncodeToString(sum[:8])
}

// nameHolds reports whether the title, publisher, author or id of a document holds text, whatever its case.
func nameHolds(d *corpus.Document, text string) bool {
	m := d.Metadata()
	text = strings.ToLower(strings.TrimSpace(text))
	for _, name := range [...]string{d.Label(), m.Publisher.Value, m.Author.Value, d.ID(), message.SourceName(d, choiceLimit)} {
		if strings.Contains(strings.ToLower(name), text) {
			return true
		}
	}
	return false
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
