package bot

import (
	"slices"

	"github.com/bwmarrin/discordgo"
)

// moderates reports whether who made the request may do what moderators do here. It asks the permissions that Discord
// sends with the interaction itself, not what the command's settings in the server allow.
func (b *Bot) moderates(r *request) bool {
	if r.member == nil || r.interaction == nil {
		return false
	}
	if r.member.Permissions&(discordgo.PermissionManageGuild|discordgo.PermissionAdministrator) != 0 {
		return true
	}
	return slices.ContainsFunc(b.options.ModeratorRoles, func(role string) bool { return slices.Contains(r.member.Roles, role) })
}

// mayDelete reports whether who pressed may delete an answer to asker.
func (b *Bot) mayDelete(r *request, asker string) bool {
	return r.user == asker || b.moderates(r) || r.member != nil && r.member.Permissions&discordgo.PermissionManageMessages != 0
}
