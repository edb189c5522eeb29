package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode/utf16"
)

// The limits on messages that Discord keeps and its description does not, or not for bots. Lengths are UTF-16 units.
const (
	contentLimit     = 2000
	embedLimit       = 10
	embedsTextLimit  = 6000
	filesLimit       = 10
	mentionListLimit = 100
	nonceLimit       = 25
)

// violation is something in a body that Discord does not accept. The path goes from the body inwards, with dots.
type violation struct{ path, code, message string }

func (v violation) String() string {
	if v.path == "" {
		return v.message
	}
	return v.path + ": " + v.message
}

// refuseForm returns the refusal of a body and records what is wrong with it.
func (c *call) refuseForm(list []violation) *answer {
	for i := range list {
		list[i].path = c.within + list[i].path
	}
	c.note(list)
	return formError(list)
}

// note records what is wrong with a call.
func (c *call) note(list []violation) {
	for _, v := range list {
		c.Problems = append(c.Problems, v.String())
	}
}

// refuseIf is refuseForm where there is something wrong, else nil.
func (c *call) refuseIf(list []violation) *answer {
	if len(list) == 0 {
		return nil
	}
	return c.refuseForm(list)
}

// formError returns Discord's 400 with the errors at their places in the body.
func formError(list []violation) *answer {
	errors := object{}
	for _, v := range list {
		at := errors
		for name := range strings.FieldsFuncSeq(v.path, func(r rune) bool { return r == '.' }) {
			next, ok := at[name].(object)
			if !ok {
				next = object{}
				at[name] = next
			}
			at = next
		}
		here, _ := at["_errors"].([]object)
		at["_errors"] = append(here, object{"code": v.code, "message": v.message})
	}
	return &answer{status: http.StatusBadRequest, body: object{
		"message": "Invalid Form Body", "code": codeInvalidForm, "errors": errors,
	}}
}

// units returns the length of s in UTF-16 units.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// checker collects violations.
type checker struct{ found []violation }

func (k *checker) add(path, code, format string, args ...any) {
	k.found = append(k.found, violation{path, code, fmt.Sprintf(format, args...)})
}

// length wants a text of low to high units.
func (k *checker) length(path, s string, low, high int) {
	switch n := units(s); {
	case n < low && n == 0:
		k.add(path, "BASE_TYPE_REQUIRED", "This field is required")
	case n < low || n > high && low > 0:
		k.add(path, "BASE_TYPE_BAD_LENGTH", "Must be between %d and %d in length.", low, high)
	case n > high:
		k.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.", high)
	}
}

// count wants a list of at most high entries.
func (k *checker) count(path string, n, high int) {
	if n > high {
		k.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length.", high)
	}
}

// checkMessage returns what is wrong with a message that a bot sends, or with the change of before.
func checkMessage(b messageBody, files []File, before *Message) []violation {
	var k checker
	if b.Content != nil {
		k.length("content", *b.Content, 0, contentLimit)
	}
	k.embeds(b.Embeds)
	k.mentions(b)
	k.files(files)
	if text := strings.Trim(b.nonceKey(), `"`); units(text) > nonceLimit {
		k.add("nonce", "NONCE_TYPE_TOO_LONG", "Must be %d or fewer in length.", nonceLimit)
	}
	components, err := numbered(b.Components)
	if err != nil {
		k.add("components", "BASE_TYPE_BAD", "%v", err)
		return k.found
	}
	k.components(components, b.isV2(before))
	if b.isV2(before) && (b.Content != nil && *b.Content != "" || len(b.Embeds) > 0) {
		k.add("components", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "A message of components has neither content nor embeds")
	}
	return k.found
}

// isV2 reports whether the message consists of components only.
func (b messageBody) isV2(before *Message) bool {
	return b.Flags != nil && *b.Flags&FlagComponentsV2 != 0 || before != nil && before.Flags&FlagComponentsV2 != 0
}

func (k *checker) files(files []File) {
	k.count("files", len(files), filesLimit)
	for i, f := range files {
		if len(f.Data) > fileLimit {
			k.add(fmt.Sprintf("files.%d", i), "BASE_TYPE_MAX_SIZE", "Must be %d bytes or fewer.", fileLimit)
		}
	}
}

// mentions wants lists: null would be one that a client library forgot to fill in, and pings go by it.
func (k *checker) mentions(b messageBody) {
	raw, given := b.given["allowed_mentions"]
	if !given {
		return
	}
	var lists map[string]json.RawMessage
	if json.Unmarshal(raw, &lists) != nil || lists == nil {
		k.add("allowed_mentions", "BASE_TYPE_REQUIRED", "This field is required")
		return
	}
	missing := true
	for _, name := range []string{"parse", "users", "roles"} {
		list, given := lists[name]
		missing = missing && !given
		if given && string(list) == "null" {
			k.add("allowed_mentions."+name, "BASE_TYPE_REQUIRED", "This field is required")
		}
	}
	if missing {
		k.add("allowed_mentions.parse", "BASE_TYPE_REQUIRED", "This field is required")
	}
	k.mentionLists(raw)
}

// mentionLists wants nobody to be named where all are allowed.
func (k *checker) mentionLists(raw json.RawMessage) {
	var a allowedMentions
	if err := json.Unmarshal(raw, &a); err != nil {
		k.add("allowed_mentions", "BASE_TYPE_BAD", "%v", err)
		return
	}
	for _, named := range []struct {
		name string
		ids  []string
	}{{"users", a.Users}, {"roles", a.Roles}} {
		path := "allowed_mentions." + named.name
		k.count(path, len(named.ids), mentionListLimit)
		if len(named.ids) > 0 && slices.Contains(a.Parse, named.name) {
			k.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", "parse and a list of %s are mutually exclusive.", named.name)
		}
	}
}

// embedText is what counts of an embed.
type embedText struct {
	Title       string                         `json:"title"`
	Description string                         `json:"description"`
	Fields      []struct{ Name, Value string } `json:"fields"`
	Footer      struct{ Text string }          `json:"footer"`
	Author      struct{ Name string }          `json:"author"`
}

func (k *checker) embeds(embeds []json.RawMessage) {
	k.count("embeds", len(embeds), embedLimit)
	total := 0
	for i, raw := range embeds {
		path := fmt.Sprintf("embeds.%d", i)
		var e embedText
		if err := json.Unmarshal(raw, &e); err != nil {
			k.add(path, "BASE_TYPE_BAD", "%v", err)
			continue
		}
		total += k.embed(path, e)
	}
	if total > embedsTextLimit {
		k.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of %d", embedsTextLimit)
	}
}

// embed checks one embed and returns the length of its texts.
func (k *checker) embed(path string, e embedText) int {
	k.length(path+".title", e.Title, 0, 256)
	k.length(path+".description", e.Description, 0, 4096)
	k.length(path+".footer.text", e.Footer.Text, 0, 2048)
	k.length(path+".author.name", e.Author.Name, 0, 256)
	k.count(path+".fields", len(e.Fields), 25)
	total := units(e.Title) + units(e.Description) + units(e.Footer.Text) + units(e.Author.Name)
	for i, f := range e.Fields {
		at := fmt.Sprintf("%s.fields.%d", path, i)
		k.length(at+".name", f.Name, 1, 256)
		k.length(at+".value", f.Value, 1, 1024)
		total += units(f.Name) + units(f.Value)
	}
	return total
}
