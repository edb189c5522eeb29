package discord

import (
	"context"
	"net/http"

	"github.com/bwmarrin/discordgo"
)

// The routes of interactions. Their parameters are an id and the interaction's token.
const (
	routeCallback = "/interactions/{interaction_id}/{interaction_token}/callback"
	routeFollowup = "/webhooks/{webhook_id}/{webhook_token}"
	routeOriginal = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"
)

// Respond answers an interaction for the first time. Discord wants that within 3 s of the interaction. Errors with the
// codes 10062 (too late) and 40060 (answered already) are not worth another try. When an attempt's answer is lost, the
// next one finds the interaction answered, and that counts as success.
func (c *Client) Respond(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse) error {
	body, err := callback(r)
	if err != nil {
		return &requestError{method: http.MethodPost, route: routeCallback, text: "cannot encode the body: " + c.plain(err), cause: err}
	}
	_, err = c.do(ctx, request{
		method: http.MethodPost, route: routeCallback, ids: []string{i.ID, i.Token}, byToken: true,
		body: body, files: filesOf(r),
		arrived: func(err error) bool { return ErrorCode(err) == codeAlreadyAcknowledged },
	})
	return err
}

// callback returns a response as Discord wants it. discordgo always writes the text of a message, also in responses that
// are none, and leaves an empty list of choices out of an answer to autocomplete, which must have one.
func callback(r *discordgo.InteractionResponse) (any, error) {
	v, err := decoded(r)
	if err != nil {
		return nil, err
	}
	data, ok := v.(map[string]any)["data"].(map[string]any)
	if !ok {
		return v, nil
	}
	if data["tts"] == false {
		delete(data, "tts")
	}
	// An empty text in the update of a message clears it.
	if data["content"] == "" && r.Type != discordgo.InteractionResponseUpdateMessage {
		delete(data, "content")
	}
	if r.Type == discordgo.InteractionApplicationCommandAutocompleteResult && data["choices"] == nil {
		data["choices"] = []any{}
	}
	return v, nil
}

func filesOf(r *discordgo.InteractionResponse) []*discordgo.File {
	if r.Data == nil {
		return nil
	}
	return r.Data.Files
}

// Edit changes the first response to an interaction, within 15 minutes of it. Previews of links are off afterwards
// unless e has embeds.
func (c *Client) Edit(ctx context.Context, i *discordgo.Interaction, e *discordgo.WebhookEdit) error {
	body := editBody{WebhookEdit: e}
	if e.Embeds == nil {
		body.Flags = discordgo.MessageFlagsSuppressEmbeds
	}
	_, err := c.do(ctx, request{
		method: http.MethodPatch, route: routeOriginal, ids: []string{i.AppID, i.Token}, byToken: true,
		body: body, files: e.Files,
	})
	return err
}

// editBody adds what discordgo's type lacks. A first response that was deferred has no flags of its own, so that its
// edit is the only place for them.
type editBody struct {
	*discordgo.WebhookEdit
	Flags discordgo.MessageFlags `json:"flags,omitempty"`
}

// Followup sends a further message in response to an interaction, within 15 minutes of it. Discord cannot tell a repeated
// one, so it is sent again only when Discord limited the rate or nothing of the request had been written.
func (c *Client) Followup(ctx context.Context, i *discordgo.Interaction, p *discordgo.WebhookParams) error {
	_, err := c.do(ctx, request{
		method: http.MethodPost, route: routeFollowup, ids: []string{i.AppID, i.Token}, query: "wait=true", byToken: true,
		body: p, files: p.Files, once: true,
	})
	return err
}

// DeleteOriginal deletes the message that an interaction's component stands on, or the first response to a command. A
// message that is gone after a repeated attempt counts as deleted.
func (c *Client) DeleteOriginal(ctx context.Context, i *discordgo.Interaction) error {
	_, err := c.do(ctx, request{
		method: http.MethodDelete, route: routeOriginal, ids: []string{i.AppID, i.Token}, byToken: true,
		arrived: func(err error) bool { return ErrorCode(err) == codeUnknownMessage },
	})
	return err
}
