package bot

import (
	"context"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/phrases"
)

// The commands' names, which are their routes too.
const (
	commandAsk         = "ask"
	commandSources     = "sources"
	commandAbout       = "about"
	commandFind        = "Find sources"
	commandCheckQuotes = "Check quotes"
	commandCorpus      = "corpus"
	subcommandStatus   = "status"
	subcommandReload   = "reload"
	subcommandCheck    = "check"
	subcommandRollBack = "rollback"
	commandStatus      = commandCorpus + " " + subcommandStatus
	commandReload      = commandCorpus + " " + subcommandReload
	commandCheck       = commandCorpus + " " + subcommandCheck
	commandRollBack    = commandCorpus + " " + subcommandRollBack

	optionQuestion = "question"
	optionSource   = "source"
	optionPrivate  = "private"
)

// commands are the application's commands, as Discord is to show them.
func commands() []*discordgo.ApplicationCommand {
	slash := func(name string, contexts []discordgo.InteractionContextType, options ...*discordgo.ApplicationCommandOption) *discordgo.ApplicationCommand {
		translated := described(name)
		return &discordgo.ApplicationCommand{
			Type: discordgo.ChatApplicationCommand, Name: name, Description: describe(name, phrases.English),
			DescriptionLocalizations: &translated, Contexts: &contexts, IntegrationTypes: inServers(),
			Options: append([]*discordgo.ApplicationCommandOption{}, options...),
		}
	}
	onMessage := func(name string) *discordgo.ApplicationCommand {
		translated, contexts := described(name), everywhere()
		return &discordgo.ApplicationCommand{
			Type: discordgo.MessageApplicationCommand, Name: name, NameLocalizations: &translated, Contexts: &contexts,
			IntegrationTypes: inServers(), Options: []*discordgo.ApplicationCommandOption{},
		}
	}
	corpus := slash(commandCorpus, []discordgo.InteractionContextType{discordgo.InteractionContextGuild},
		subcommand(subcommandStatus), subcommand(subcommandReload), subcommand(subcommandCheck), subcommand(subcommandRollBack))
	moderators := int64(discordgo.PermissionManageGuild)
	corpus.DefaultMemberPermissions = &moderators
	return []*discordgo.ApplicationCommand{
		slash(commandAsk, everywhere(), askOptions()...), slash(commandSources, everywhere()), slash(commandAbout, everywhere()),
		onMessage(commandFind), onMessage(commandCheckQuotes), corpus,
	}
}

func everywhere() []discordgo.InteractionContextType {
	return []discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM}
}

func inServers() *[]discordgo.ApplicationIntegrationType {
	return &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
}

func askOptions() []*discordgo.ApplicationCommandOption {
	question := option(discordgo.ApplicationCommandOptionString, optionQuestion)
	question.Required, question.MaxLength = true, longestQuestion
	one := 1
	question.MinLength = &one
	source := option(discordgo.ApplicationCommandOptionString, optionSource)
	source.Autocomplete, source.MaxLength = true, choiceLimit
	return []*discordgo.ApplicationCommandOption{question, source, option(discordgo.ApplicationCommandOptionBoolean, optionPrivate)}
}

func subcommand(name string) *discordgo.ApplicationCommandOption {
	return option(discordgo.ApplicationCommandOptionSubCommand, name)
}

func option(t discordgo.ApplicationCommandOptionType, name string) *discordgo.ApplicationCommandOption {
	return &discordgo.ApplicationCommandOption{Type: t, Name: name, Description: describe(name, phrases.English), DescriptionLocalizations: described(name),
		ChannelTypes: []discordgo.ChannelType{}, Options: []*discordgo.ApplicationCommandOption{}, Choices: []*discordgo.ApplicationCommandOptionChoice{}}
}

// keepCommands registers the commands if Discord knows others, and tries again until that succeeds or long ends.
func (b *Bot) keepCommands(ctx, long context.Context, application string) {
	for wait := b.again; b.gate.enter(); wait = min(2*wait, time.Hour) {
		changed, err := b.client.SyncCommands(ctx, application, commands())
		b.gate.leave()
		if err == nil {
			b.log.Info("commands registered", "commands", len(commands()), "changed", changed)
			return
		}
		b.log.Error("the commands could not be registered; those that Discord knows stay", "err", err, "again_in", wait.String())
		select {
		case <-time.After(wait):
		case <-long.Done():
			return
		}
	}
}
