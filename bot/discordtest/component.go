package discordtest

import (
	"encoding/json"
	"iter"
)

// Types of components.
const (
	ComponentActionRow   = 1
	ComponentButton      = 2
	ComponentSelect      = 3
	ComponentTextInput   = 4
	ComponentSection     = 9
	ComponentTextDisplay = 10
	ComponentContainer   = 17
)

// buttonLink and buttonPremium are the styles of buttons that have no custom id.
const (
	buttonLink    = 5
	buttonPremium = 6
)

// Component is a part of a message below or instead of its content: a row, a button, a menu, a text.
type Component struct {
	// Type is Discord's number for the kind of component, such as ComponentButton.
	Type int `json:"type"`
	// ID is its number in the message.
	ID       int    `json:"id"`
	CustomID string `json:"custom_id"`
	Label    string `json:"label"`
	// Style is the style of a button, from 1 to 6.
	Style    int    `json:"style"`
	URL      string `json:"url"`
	Disabled bool   `json:"disabled"`
	// Content is the text of a text display.
	Content     string         `json:"content"`
	Placeholder string         `json:"placeholder"`
	Options     []SelectOption `json:"options"`
	Components  []Component    `json:"components"`
	Accessory   *Component     `json:"accessory"`
	// JSON is the component as the bot sent it, with ID filled in.
	JSON json.RawMessage `json:"-"`
}

// SelectOption is one choice in a select menu.
type SelectOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description"`
	Default     bool   `json:"default"`
}

// UnmarshalJSON decodes a component and keeps its JSON.
func (c *Component) UnmarshalJSON(b []byte) error {
	type plain Component
	if err := json.Unmarshal(b, (*plain)(c)); err != nil {
		return err
	}
	c.JSON = append(json.RawMessage(nil), b...)
	return nil
}

// MarshalJSON returns the component as it was received.
func (c Component) MarshalJSON() ([]byte, error) {
	if c.JSON == nil {
		return []byte("null"), nil
	}
	return c.JSON, nil
}

// walk yields every component, those inside others after them.
func walk(components []Component) iter.Seq[*Component] {
	return func(yield func(*Component) bool) { walkTo(components, yield) }
}

func walkTo(components []Component, yield func(*Component) bool) bool {
	for i := range components {
		c := &components[i]
		if !yield(c) || !walkTo(c.Components, yield) {
			return false
		}
		if c.Accessory != nil && !yield(c.Accessory) {
			return false
		}
	}
	return true
}

// Buttons returns the buttons of the message in their order, wherever they stand.
func (m *Message) Buttons() []Component {
	var out []Component
	for c := range walk(m.Components) {
		if c.Type == ComponentButton {
			out = append(out, *c)
		}
	}
	return out
}

// numbered returns components with ids filled in, as Discord does: in order, from 1.
func numbered(raw json.RawMessage) ([]Component, error) {
	var tree []any
	if len(raw) == 0 {
		return nil, nil
	}
	if err := json.Unmarshal(raw, &tree); err != nil {
		return nil, err
	}
	n := 0
	number(tree, &n)
	var out []Component
	err := json.Unmarshal(mustJSON(tree), &out)
	return out, err
}

func number(v any, n *int) {
	switch v := v.(type) {
	case []any:
		for _, each := range v {
			number(each, n)
		}
	case object:
		if _, ok := v["type"]; !ok {
			return
		}
		*n++
		if id, ok := v["id"].(float64); !ok || id == 0 {
			v["id"] = *n
		}
		number(v["components"], n)
		number(v["accessory"], n)
	}
}
