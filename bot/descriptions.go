package bot

import (
	"github.com/bwmarrin/discordgo"

	"pullquote/bot/phrases"
)

// describe returns how a command, a subcommand or an option is described in a language; of a command in a message's menu,
// its name there.
func describe(name string, l phrases.Language) string {
	c := l.Phrases().Commands
	return map[string]string{
		commandAsk: c.Ask, optionQuestion: c.Question, optionSource: c.Source, optionPrivate: c.Private,
		commandSources: c.Sources, commandAbout: c.About,
		commandCorpus: c.Corpus, subcommandStatus: c.Status, subcommandReload: c.Reload, subcommandCheck: c.Check,
		subcommandRollBack: c.RollBack,
		commandFind:        c.FindSources, commandCheckQuotes: c.CheckQuotes,
	}[name]
}

// described returns describe for the locales of all languages but English, which other readers see.
func described(name string) map[discordgo.Locale]string {
	texts := map[discordgo.Locale]string{}
	for _, l := range phrases.Languages() {
		for _, locale := range l.Locales() {
			if l != phrases.English {
				texts[discordgo.Locale(locale)] = describe(name, l)
			}
		}
	}
	return texts
}
