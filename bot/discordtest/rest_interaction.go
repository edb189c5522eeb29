package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// callback is the first response to an interaction.
type callback struct {
	Type int             `json:"type"`
	Data json.RawMessage `json:"data"`
}

// respond takes the first response to an interaction.
func (s *Server) respond(c *call) *answer {
	var r callback
	if refusal := c.decode(&r); refusal != nil {
		return refusal
	}
	i := s.interactions[c.params["interaction_token"]]
	b, refusal := s.checkCallback(c, r, i)
	if refusal != nil {
		return refusal
	}
	switch {
	case i == nil || i.ID != c.params["interaction_id"]:
		return refuse(http.StatusNotFound, codeUnknownInteraction, "Unknown interaction")
	case i.response != 0:
		return refuse(http.StatusBadRequest, codeAcknowledged, "Interaction has already been acknowledged.")
	case s.Now().Sub(i.created) > s.ResponseTime:
		return refuse(http.StatusNotFound, codeUnknownInteraction, "Unknown interaction")
	}
	s.take(c, i, r, b)
	i.changed.fire()
	if c.query.Get("with_response") == "true" {
		return ok(s.wireCallback(i))
	}
	return noContent()
}

// allowedResponses returns the types of responses that fit an interaction.
func allowedResponses(i *Interaction) []int {
	switch i.kind {
	case interactionAutocomplete:
		return []int{respondChoices}
	case interactionComponent:
		return []int{respondMessage, respondDeferred, respondDeferredUpdate, respondUpdate, respondModal}
	case interactionModal:
		if i.source == "" {
			return []int{respondMessage, respondDeferred}
		}
		return []int{respondMessage, respondDeferred, respondDeferredUpdate, respondUpdate}
	}
	return []int{respondMessage, respondDeferred, respondModal}
}

// checkCallback returns the message in a response, or the refusal of a response that Discord would not take. i may be nil.
func (s *Server) checkCallback(c *call, r callback, i *Interaction) (messageBody, *answer) {
	var b messageBody
	if i != nil && !slices.Contains(allowedResponses(i), r.Type) {
		return b, c.refuseForm([]violation{{"type", "BASE_TYPE_CHOICES", fmt.Sprintf("Value %d does not fit this interaction.", r.Type)}})
	}
	c.within = "data."
	if len(r.Data) > 0 && (r.Type == respondMessage || r.Type == respondDeferred || r.Type == respondUpdate) {
		if err := json.Unmarshal(r.Data, &b); err != nil {
			return b, c.refuseForm([]violation{{"", "BASE_TYPE_BAD", err.Error()}})
		}
	}
	switch r.Type {
	case respondMessage:
		return b, s.checkBody(c, b, nil)
	case respondUpdate:
		return b, s.checkBody(c, b, s.sourceOf(i))
	case respondChoices:
		return b, c.refuseIf(checkChoices(r.Data))
	case respondModal:
		return b, c.refuseIf(checkModal(r.Data))
	}
	return b, nil
}

// sourceOf returns the message whose component was used, nil without one.
func (s *Server) sourceOf(i *Interaction) *Message {
	if i == nil {
		return nil
	}
	return s.message(i.source)
}

// take does what a response says. It has been checked.
func (s *Server) take(c *call, i *Interaction, r callback, b messageBody) {
	i.response = r.Type
	switch r.Type {
	case respondMessage:
		i.original = s.postResponse(i, b, c.Files, 0).ID
	case respondDeferred:
		i.original = s.postResponse(i, messageBody{Flags: b.Flags}, nil, FlagLoading).ID
	case respondDeferredUpdate:
		i.original = i.source
	case respondUpdate:
		i.original = i.source
		if m := s.sourceOf(i); m != nil {
			s.edit(b, m, c.Files)
		}
	case respondChoices:
		i.choices = choicesOf(r.Data)
	case respondModal:
		i.modal = r.Data
	}
}

// postResponse posts a message in response to an interaction.
func (s *Server) postResponse(i *Interaction, b messageBody, files []File, flags int) *Message {
	m := &Message{Channel: i.Channel, Author: s.Bot, Flags: flags, interaction: i}
	switch {
	case i.kind == interactionCommand && i.slash:
		m.kind = messageCommand
	case i.kind == interactionCommand:
		m.kind = messageContextMenu
	case i.source != "":
		m.kind, m.Reference = messageReply, i.source
	}
	s.apply(b, m, files)
	s.post(m)
	return m
}

// choicesOf returns the choices in the data of a response; data that has none gives an empty list.
func choicesOf(data json.RawMessage) []Choice {
	var d struct {
		Choices []Choice `json:"choices"`
	}
	_ = json.Unmarshal(data, &d) // checked
	return orEmpty(d.Choices)
}

// wireCallback returns what Discord tells of a response to those who ask.
func (s *Server) wireCallback(i *Interaction) object {
	o := object{"interaction": object{
		"id": i.ID, "type": i.kind, "response_message_id": i.original,
		"response_message_loading": i.response == respondDeferred, "response_message_ephemeral": false,
	}}
	if m := s.message(i.original); m != nil {
		o["interaction"].(object)["response_message_ephemeral"] = m.Ephemeral()
		o["resource"] = object{"type": i.response, "message": s.shown(m)}
	}
	return o
}
