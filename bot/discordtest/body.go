package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
)

// messageBody is what a bot sends to make or change a message.
type messageBody struct {
	Content         *string               `json:"content"`
	Embeds          []json.RawMessage     `json:"embeds"`
	Components      json.RawMessage       `json:"components"`
	Flags           *int                  `json:"flags"`
	AllowedMentions json.RawMessage       `json:"allowed_mentions"`
	Attachments     []attachmentBody      `json:"attachments"`
	Reference       *messageReferenceBody `json:"message_reference"`
	Nonce           json.RawMessage       `json:"nonce"`
	EnforceNonce    bool                  `json:"enforce_nonce"`
	Poll            json.RawMessage       `json:"poll"`
	Stickers        []string              `json:"sticker_ids"`

	given map[string]json.RawMessage // which fields there are at all
}

type messageReferenceBody struct {
	MessageID       string `json:"message_id"`
	FailIfNotExists *bool  `json:"fail_if_not_exists"`
}

// attachmentBody names a file that is sent along, by its number, or one that stays, by its id. Discord takes both as
// strings and as numbers.
type attachmentBody struct {
	ID json.RawMessage `json:"id"`
}

// allowedMentions say who may be pinged.
type allowedMentions struct {
	Parse       []string `json:"parse"`
	Users       []string `json:"users"`
	Roles       []string `json:"roles"`
	RepliedUser bool     `json:"replied_user"`
}

// UnmarshalJSON decodes a body and keeps which fields it has.
func (b *messageBody) UnmarshalJSON(data []byte) error {
	type plain messageBody
	if err := json.Unmarshal(data, (*plain)(b)); err != nil {
		return err
	}
	return json.Unmarshal(data, &b.given)
}

// nonceKey returns what tells the nonce from others, "" without one. The bot is the only author with nonces.
func (b messageBody) nonceKey() string {
	if isNull(b.Nonce) {
		return ""
	}
	return string(b.Nonce)
}

func isNull(raw json.RawMessage) bool { return len(raw) == 0 || string(raw) == "null" }

// decodeMessage reads a call's body as a message, or as an edit of before, and checks it. s.mu is held.
func (s *Server) decodeMessage(c *call, before *Message) (messageBody, *answer) {
	var b messageBody
	if c.payload == nil && len(c.Files) > 0 {
		c.payload = json.RawMessage("{}")
	}
	if refusal := c.decode(&b); refusal != nil {
		return b, refusal
	}
	return b, s.checkBody(c, b, before)
}

// checkBody returns the refusal of a message that Discord would not take, and records why.
func (s *Server) checkBody(c *call, b messageBody, before *Message) *answer {
	if s.RequireAllowedMentions && b.given["allowed_mentions"] == nil {
		c.Problems = append(c.Problems, "allowed_mentions is missing")
	}
	if v := checkMessage(b, c.Files, before); len(v) > 0 {
		return c.refuseForm(v)
	}
	if b.leavesNothing(c.Files, before) {
		c.Problems = append(c.Problems, "message is empty")
		return refuse(http.StatusBadRequest, codeEmptyMessage, "Cannot send an empty message")
	}
	return nil
}

// leavesNothing reports whether there would be nothing to see in the message.
func (b messageBody) leavesNothing(files []File, before *Message) bool {
	m := Message{}
	if before != nil {
		m = *before
	}
	b.change(&m)
	attached := len(files) + len(m.Files)
	return m.Content == "" && len(m.Embeds)+len(m.Components)+attached+len(b.Stickers) == 0 && isNull(b.Poll)
}

// change writes into m what the body says, and leaves alone what it does not mention. The body has been checked.
func (b messageBody) change(m *Message) {
	if b.given["content"] != nil {
		m.Content = ""
		if b.Content != nil {
			m.Content = *b.Content
		}
	}
	if b.given["embeds"] != nil {
		m.Embeds = b.Embeds
	}
	if b.given["components"] != nil {
		m.Components, _ = numbered(b.Components) // checked
	}
	if b.given["attachments"] != nil {
		m.Files = slices.DeleteFunc(slices.Clone(m.Files), func(f File) bool { return !b.keeps(f) })
	}
}

func (b messageBody) keeps(f File) bool {
	return slices.ContainsFunc(b.Attachments, func(a attachmentBody) bool {
		return string(a.ID) == f.ID || string(a.ID) == `"`+f.ID+`"`
	})
}

// settableFlags are those that a bot may set at first, editableFlags those that it may change later.
const (
	settableFlags = FlagSuppressEmbeds | FlagEphemeral | FlagSuppressNotifications | FlagComponentsV2
	editableFlags = FlagSuppressEmbeds | FlagComponentsV2
)

// apply makes m, which is new or a copy, what the body says. s.mu is held.
func (s *Server) apply(b messageBody, m *Message, files []File) {
	b.change(m)
	may := settableFlags
	if m.ID != "" {
		may = editableFlags
	}
	if b.Flags != nil {
		m.Flags = m.Flags&^may | *b.Flags&may
	}
	for i, f := range files {
		f.ID = s.ids.next(s.Now())
		if f.Name == "" {
			f.Name = fmt.Sprintf("file%d", i)
		}
		m.Files = append(m.Files[:len(m.Files):len(m.Files)], f)
	}
	s.mention(b, m)
}

// mention fills in whom a message of the bot pings: those whom it mentions, as far as it allows.
func (s *Server) mention(b messageBody, m *Message) {
	var allowed allowedMentions
	all := b.given["allowed_mentions"] == nil
	if !all {
		_ = json.Unmarshal(b.AllowedMentions, &allowed) // checked
	}
	m.Mentions = slices.DeleteFunc(s.mentioned(m.Content), func(u *User) bool {
		return !all && !slices.Contains(allowed.Parse, "users") && !slices.Contains(allowed.Users, u.ID)
	})
	if to := s.message(m.Reference); to != nil && (all || allowed.RepliedUser) && !slices.Contains(m.Mentions, to.Author) {
		m.Mentions = append(m.Mentions, to.Author)
	}
	m.MentionsEveryone = mentionsEveryone(m.Content) && (all || slices.Contains(allowed.Parse, "everyone"))
}

// edit replaces a message by one that is changed as the body says, and returns that. s.mu is held.
func (s *Server) edit(b messageBody, m *Message, files []File) *Message {
	changed := *m
	changed.Edited = s.Now()
	changed.Flags &^= FlagLoading
	s.apply(b, &changed, files)
	s.replace(&changed)
	return &changed
}
