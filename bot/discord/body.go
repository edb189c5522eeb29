package discord

import (
	"bytes"
	"encoding/json"
)

// wireJSON encodes a body for Discord. discordgo's types write an empty list that was never made as null, which Discord
// takes for a mistake or for a wish to clear something; here such a member is left out, and where leaving it out would
// mean something else (the kinds of mention allowed, and the lists of an edit) it is an empty list.
func wireJSON(body any, edit bool) ([]byte, error) {
	v, err := decoded(body)
	if err != nil {
		return nil, err
	}
	return json.Marshal(withoutNulls(v, edit))
}

// decoded returns body as JSON has it: maps, lists, strings, booleans and numbers as written.
func decoded(body any) (v any, err error) {
	encoded, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(encoded))
	d.UseNumber()
	err = d.Decode(&v)
	return v, err
}

func withoutNulls(v any, edit bool) any {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			switch {
			case inner != nil:
				v[key] = withoutNulls(inner, false)
			case edit || key == "parse":
				v[key] = []any{}
			default:
				delete(v, key)
			}
		}
	case []any:
		for i, inner := range v {
			v[i] = withoutNulls(inner, false)
		}
	case nil:
		return []any{} // a list of commands that was never made
	}
	return v
}
