package discord

import (
	"context"
	"crypto/rand"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
)

// codeNoHistory is Discord's code for a reply where the bot may not read earlier messages. It may write all the same.
const codeNoHistory = 160002

const routeMessages = "/channels/{channel_id}/messages"

// Send sends a message to a channel. A retry never posts it twice. After an answer of 403 further messages to the
// channel fail with ErrRefusedBefore for 10 minutes, unless only replying was forbidden.
func (c *Client) Send(ctx context.Context, channel string, m *discordgo.MessageSend) error {
	if code, denied := c.denied.lately(channel, time.Now()); denied {
		return &requestError{
			method: http.MethodPost, route: routeMessages, status: http.StatusForbidden, code: code,
			text: ErrRefusedBefore.Error(), cause: ErrRefusedBefore,
		}
	}
	_, err := c.do(ctx, request{
		method: http.MethodPost, route: routeMessages, ids: []string{channel},
		body: messageBody{MessageSend: m, Nonce: rand.Text()[:25], EnforceNonce: true}, files: m.Files,
	})
	if StatusCode(err) == http.StatusForbidden && ErrorCode(err) != codeNoHistory {
		c.denied.note(channel, ErrorCode(err), time.Now())
	}
	return err
}

// messageBody adds to a message the number by which Discord knows a repeated attempt, at most 25 characters.
type messageBody struct {
	*discordgo.MessageSend
	Nonce        string `json:"nonce"`
	EnforceNonce bool   `json:"enforce_nonce"`
}
