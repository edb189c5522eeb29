package discordtest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// The limits on commands and on what they offer.
const (
	commandLimit     = 100 // slash commands of an application
	menuCommandLimit = 15  // commands in the menu of users, and of messages
	nameLimit        = 32
	descriptionLimit = 100
	optionLimit      = 25
	choiceLimit      = 25
	choiceTextLimit  = 100
	commandTextLimit = 8000 // names, descriptions and values of a command, all together
	modalTitleLimit  = 45
)

// commandName is what slash commands and options may be called.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]+$`)

// checkCommands returns what is wrong with a list of commands.
func checkCommands(list []Command) []violation {
	var k checker
	seen, count := map[string]bool{}, map[int]int{}
	for i, c := range list {
		kind := max(c.Type, CommandChatInput)
		k.command(fmt.Sprintf("%d", i), kind, c)
		key := fmt.Sprintf("%d %s", kind, c.Name)
		if seen[key] {
			k.add(fmt.Sprintf("%d", i), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
		}
		seen[key] = true
		count[kind]++
	}
	k.count("commands", count[CommandChatInput], commandLimit)
	k.count("commands", count[CommandUser], menuCommandLimit)
	k.count("commands", count[CommandMessage], menuCommandLimit)
	return k.found
}

func (k *checker) command(at string, kind int, c Command) {
	if kind != CommandChatInput {
		k.length(at+".name", c.Name, 1, nameLimit)
		if c.Description != "" || len(c.Options) > 0 {
			k.add(at+".description", "APPLICATION_COMMAND_CONTEXT_MENU", "Context menu commands have no description and no options")
		}
		return
	}
	k.name(at+".name", c.Name)
	k.length(at+".description", c.Description, 1, descriptionLimit)
	k.options(at+".options", c.Options)
	if textOf(c) > commandTextLimit {
		k.add(at, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (%d)", commandTextLimit)
	}
}

func (k *checker) name(at, name string) {
	k.length(at, name, 1, nameLimit)
	if name != "" && (!commandName.MatchString(name) || name != strings.ToLower(name)) {
		k.add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
	}
}

func (k *checker) options(at string, options []Option) {
	k.count(at, len(options), optionLimit)
	seen, optional := map[string]bool{}, false
	for i, o := range options {
		here := fmt.Sprintf("%s.%d", at, i)
		k.option(here, o)
		if seen[o.Name] {
			k.add(here+".name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
		}
		if o.Required && optional {
			k.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
		}
		seen[o.Name] = true
		optional = optional || !o.Required
	}
	k.unmixed(at, options)
}

// unmixed wants subcommands or other options, not both.
func (k *checker) unmixed(at string, options []Option) {
	isSub := func(o Option) bool { return o.Type == optionSubcommand || o.Type == optionSubcommandGroup }
	isOther := func(o Option) bool { return !isSub(o) }
	if slices.ContainsFunc(options, isSub) && slices.ContainsFunc(options, isOther) {
		k.add(at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types")
	}
}

func (k *checker) option(at string, o Option) {
	k.name(at+".name", o.Name)
	k.length(at+".description", o.Description, 1, descriptionLimit)
	k.options(at+".options", o.Options)
	if o.Autocomplete && len(o.Choices) > 0 {
		k.add(at+".choices", "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "Choices and autocomplete are mutually exclusive")
	}
	k.choices(at+".choices", o.Choices)
}

func (k *checker) choices(at string, choices []Choice) {
	k.count(at, len(choices), choiceLimit)
	for i, c := range choices {
		here := fmt.Sprintf("%s.%d", at, i)
		k.length(here+".name", c.Name, 1, choiceTextLimit)
		switch v := c.Value.(type) {
		case string:
			k.length(here+".value", v, 1, choiceTextLimit)
		case float64:
		default:
			k.add(here+".value", "BASE_TYPE_BAD", "A value is a text or a number")
		}
	}
}

// textOf returns how many characters a command has that count.
func textOf(c Command) int {
	return utf8.RuneCountInString(c.Name+c.Description) + textOfOptions(c.Options)
}

func textOfOptions(options []Option) int {
	n := 0
	for _, o := range options {
		n += utf8.RuneCountInString(o.Name+o.Description) + textOfOptions(o.Options)
		for _, c := range o.Choices {
			value, _ := c.Value.(string)
			n += utf8.RuneCountInString(c.Name + value)
		}
	}
	return n
}

// checkChoices returns what is wrong with what is offered for an autocompletion.
func checkChoices(data json.RawMessage) []violation {
	var k checker
	var d struct {
		Choices *[]Choice `json:"choices"`
	}
	switch err := json.Unmarshal(data, &d); {
	case err != nil:
		k.add("", "BASE_TYPE_BAD", "%v", err)
	case d.Choices == nil:
		k.add("choices", "BASE_TYPE_REQUIRED", "This field is required")
	default:
		k.choices("choices", *d.Choices)
	}
	return k.found
}

// checkModal returns what is wrong with a form.
func checkModal(data json.RawMessage) []violation {
	var k checker
	var d struct {
		CustomID   string            `json:"custom_id"`
		Title      string            `json:"title"`
		Components []json.RawMessage `json:"components"`
	}
	if err := json.Unmarshal(data, &d); err != nil {
		k.add("", "BASE_TYPE_BAD", "%v", err)
		return k.found
	}
	k.length("custom_id", d.CustomID, 1, customIDLimit)
	k.length("title", d.Title, 1, modalTitleLimit)
	if len(d.Components) < 1 || len(d.Components) > rowLimit {
		k.add("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and %d in length.", rowLimit)
	}
	return k.found
}
