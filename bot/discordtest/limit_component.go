package discordtest

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
)

// The limits on components.
const (
	rowLimit         = 5
	buttonsInRow     = 5
	componentLimit   = 40
	textDisplayLimit = 4000
	customIDLimit    = 100
	labelLimit       = 80
	addressLimit     = 512
	placeholderLimit = 150
	selectLimit      = 25
	optionTextLimit  = 100
)

// components checks the components of a message. v2 says whether they are the whole message.
func (k *checker) components(list []Component, v2 bool) {
	if v2 {
		k.v2(list)
	} else {
		k.count("components", len(list), rowLimit)
		for i, c := range list {
			if c.Type != ComponentActionRow {
				k.add(fmt.Sprintf("components.%d.type", i), "BASE_TYPE_CHOICES", "Value of field %q must be one of (1,).", "type")
			}
		}
	}
	k.each("components", list)
	k.uniqueIDs(list)
}

// v2 checks what counts over all components of a message that consists of them.
func (k *checker) v2(list []Component) {
	n, text := 0, 0
	for c := range walk(list) {
		n++
		text += units(c.Content)
	}
	if n > componentLimit {
		k.add("components", "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.", componentLimit)
	}
	if text > textDisplayLimit {
		k.add("components", "COMPONENT_TEXT_TOO_LONG", "The text of all components must be %d or fewer in length.", textDisplayLimit)
	}
}

func (k *checker) each(path string, list []Component) {
	for i, c := range list {
		at := fmt.Sprintf("%s.%d", path, i)
		k.component(at, c)
		k.each(at+".components", c.Components)
		if c.Accessory != nil {
			k.component(at+".accessory", *c.Accessory)
		}
	}
}

func (k *checker) component(at string, c Component) {
	switch {
	case c.Type == ComponentActionRow:
		k.row(at, c.Components)
	case c.Type == ComponentButton:
		k.button(at, c)
	case isSelect(c):
		k.menu(at, c)
	case c.Type == ComponentTextDisplay:
		k.length(at+".content", c.Content, 1, textDisplayLimit)
	}
}

// isSelect reports whether c is a select menu: of texts, users, roles, mentionables or channels.
func isSelect(c Component) bool { return c.Type == ComponentSelect || c.Type >= 5 && c.Type <= 8 }

// row wants 1 to 5 buttons, or one select menu.
func (k *checker) row(at string, inside []Component) {
	if len(inside) < 1 || len(inside) > buttonsInRow {
		k.add(at+".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and %d in length.", buttonsInRow)
	}
	for i, c := range inside {
		switch {
		case c.Type != ComponentButton && !isSelect(c):
			k.add(fmt.Sprintf("%s.components.%d.type", at, i), "BASE_TYPE_CHOICES", "An action row has buttons or a select menu.")
		case isSelect(c) && len(inside) > 1:
			k.add(at+".components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "Select menus take the whole width of an action row.")
		}
	}
}

func (k *checker) button(at string, c Component) {
	k.length(at+".label", c.Label, 0, labelLimit)
	k.length(at+".custom_id", c.CustomID, 0, customIDLimit)
	switch {
	case c.Style < 1 || c.Style > buttonPremium:
		k.add(at+".style", "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6).")
	case c.Style == buttonPremium:
	case c.Style == buttonLink:
		k.link(at, c)
	case c.CustomID == "" || c.URL != "":
		k.add(at, "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id and not a url is required")
	}
	if c.Style != buttonPremium && c.Label == "" && !c.has("emoji") {
		k.add(at, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required")
	}
}

// link checks a button that opens an address.
func (k *checker) link(at string, c Component) {
	if c.CustomID != "" || c.URL == "" {
		k.add(at, "BUTTON_COMPONENT_URL_REQUIRED", "A url and not a custom id is required")
		return
	}
	k.length(at+".url", c.URL, 0, addressLimit)
	u, err := url.Parse(c.URL)
	if err != nil || !slices.Contains([]string{"http", "https", "discord"}, u.Scheme) || u.Host == "" {
		k.add(at+".url", "URL_TYPE_INVALID_URL", "Not a well formed URL.")
	}
}

func (k *checker) menu(at string, c Component) {
	k.length(at+".custom_id", c.CustomID, 1, customIDLimit)
	k.length(at+".placeholder", c.Placeholder, 0, placeholderLimit)
	if c.Type != ComponentSelect {
		return
	}
	if len(c.Options) < 1 || len(c.Options) > selectLimit {
		k.add(at+".options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and %d in length.", selectLimit)
	}
	values := map[string]bool{}
	for i, o := range c.Options {
		here := fmt.Sprintf("%s.options.%d", at, i)
		k.length(here+".label", o.Label, 1, optionTextLimit)
		k.length(here+".value", o.Value, 1, optionTextLimit)
		k.length(here+".description", o.Description, 0, optionTextLimit)
		if values[o.Value] {
			k.add(here+".value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
		}
		values[o.Value] = true
	}
}

func (k *checker) uniqueIDs(list []Component) {
	seen := map[string]bool{}
	for c := range walk(list) {
		if c.CustomID != "" && seen[c.CustomID] {
			k.add("components", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id %q cannot be duplicated", c.CustomID)
		}
		seen[c.CustomID] = true
	}
}

// has reports whether the component's JSON has a field.
func (c Component) has(field string) bool {
	var fields map[string]json.RawMessage
	_ = json.Unmarshal(c.JSON, &fields) // it was decoded before
	return !isNull(fields[field])
}
