package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
)

func (s *Server) getGateway(*call) *answer { return ok(object{"url": s.gatewayURL()}) }

func (s *Server) getGatewayBot(*call) *answer {
	const daily = 1000
	return ok(object{"url": s.gatewayURL(), "shards": s.Shards, "session_start_limit": object{
		"total": daily, "remaining": max(0, daily-len(s.gateway.identified)), "reset_after": 86_400_000,
		"max_concurrency": s.MaxConcurrency,
	}})
}

func (s *Server) getUser(*call) *answer { return ok(s.Bot.wire()) }

func (s *Server) getApplication(*call) *answer {
	return ok(object{
		"id": s.ApplicationID, "name": s.Bot.Name, "description": "", "icon": nil, "flags": s.ApplicationFlags, "bot_public": true,
		"bot_require_code_grant": false, "verify_key": "", "bot": s.Bot.wire(), "approximate_guild_count": len(s.guilds),
	})
}

func (s *Server) createDM(c *call) *answer {
	var body struct {
		RecipientID string `json:"recipient_id"`
	}
	if refusal := c.decode(&body); refusal != nil {
		return refusal
	}
	u := s.users[body.RecipientID]
	if u == nil {
		return refuse(http.StatusNotFound, codeUnknownUser, "Unknown User")
	}
	return ok(s.dm(u).wire())
}

func (s *Server) getCommands(c *call) *answer {
	if c.params["application_id"] != s.ApplicationID {
		return refuse(http.StatusNotFound, codeUnknownApplication, "Unknown Application")
	}
	localized := c.query.Get("with_localizations") == "true"
	out := []object{}
	for _, command := range s.commands {
		out = append(out, command.wire(localized))
	}
	return ok(out)
}

// putCommands replaces all commands. One that keeps its name and type keeps its id.
func (s *Server) putCommands(c *call) *answer {
	if c.params["application_id"] != s.ApplicationID {
		return refuse(http.StatusNotFound, codeUnknownApplication, "Unknown Application")
	}
	var bodies []object
	if refusal := c.decode(&bodies); refusal != nil {
		return refusal
	}
	var commands []Command
	if refusal := c.decode(&commands); refusal != nil {
		return refusal
	}
	if v := checkCommands(commands); len(v) > 0 {
		return c.refuseForm(v)
	}
	out := []object{}
	for i := range commands {
		commands[i] = s.register(commands[i], bodies[i])
		out = append(out, commands[i].wire(true))
	}
	s.commands = commands
	return ok(out)
}

// register returns a command as Discord keeps it: with an id, and with everything that it fills in.
func (s *Server) register(command Command, body object) Command {
	if command.Type == 0 {
		command.Type = CommandChatInput
	}
	command.ID = s.command(command.Name, command.Type).ID
	defaults := object{
		"default_member_permissions": nil, "dm_permission": true, "contexts": nil, "integration_types": []int{0}, "nsfw": false,
		"description": "", "name_localizations": nil, "description_localizations": nil,
	}
	for name, value := range defaults {
		if body[name] == nil {
			body[name] = value
		}
	}
	body["id"], body["application_id"], body["type"] = command.ID, s.ApplicationID, command.Type
	body["version"] = s.ids.next(s.Now())
	body["default_member_permissions"] = permissionsOf(body["default_member_permissions"])
	command.DefaultMemberPermissions, _ = body["default_member_permissions"].(string)
	body["options"] = tidyOptions(body["options"])
	command.JSON = mustJSON(body)
	return command
}

// permissionsOf returns permissions, which come as a number or as a string, as the string that Discord keeps, or nil.
func permissionsOf(v any) any {
	if n, ok := v.(float64); ok {
		return permissionString(int64(n))
	}
	return v
}

// tidyOptions leaves out of options what Discord does not keep: what is null, false or empty.
func tidyOptions(v any) any {
	list, _ := v.([]any)
	for _, each := range list {
		o, ok := each.(object)
		if !ok {
			continue
		}
		for _, name := range []string{"required", "autocomplete", "options", "choices", "channel_types", "name_localizations", "description_localizations"} {
			if value := o[name]; value == nil || value == false || isEmptyList(value) {
				delete(o, name)
			}
		}
		if o["options"] != nil {
			o["options"] = tidyOptions(o["options"])
		}
	}
	return slices.Clip(list)
}

func isEmptyList(v any) bool {
	list, ok := v.([]any)
	return ok && len(list) == 0
}

// wire returns a command as Discord lists it. Without localizations, those of the command itself are left out.
func (c Command) wire(localized bool) object {
	var o object
	if err := json.Unmarshal(c.JSON, &o); err != nil {
		panic("discordtest: " + err.Error()) // it is our own
	}
	if !localized {
		delete(o, "name_localizations")
		delete(o, "description_localizations")
	}
	return o
}
