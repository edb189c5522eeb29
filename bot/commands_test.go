package bot

import (
	"maps"
	"slices"
	"testing"

	"github.com/bwmarrin/discordgo"
)

// Discord refuses all commands when a text of one is missing.
func TestDescriptions(t *testing.T) {
	const locales = 5 // German, French and Russian, and Spanish twice
	check := func(name, english string, translated map[discordgo.Locale]string) {
		if english == "" || len(translated) != locales || slices.Contains(slices.Collect(maps.Values(translated)), "") {
			t.Errorf("%s is described as %q and %q", name, english, translated)
		}
	}
	for _, c := range commands() {
		if c.Type == discordgo.MessageApplicationCommand {
			check(c.Name, c.Name, *c.NameLocalizations)
			continue
		}
		check(c.Name, c.Description, *c.DescriptionLocalizations)
		for _, o := range c.Options {
			check(c.Name+" "+o.Name, o.Description, o.DescriptionLocalizations)
		}
	}
}

// Every command, subcommand and button has a route, and no route is out of reach.
func TestRoutes(t *testing.T) {
	want := map[string]bool{routeMention: true}
	for _, c := range commands() {
		subs := false
		for _, o := range c.Options {
			if o.Type == discordgo.ApplicationCommandOptionSubCommand {
				want[c.Name+" "+o.Name], subs = true, true
			}
			if o.Autocomplete {
				want[completing+c.Name] = true
			}
		}
		if !subs {
			want[c.Name] = true
		}
	}
	for verb := range verbLetters {
		want[pressed+verb] = true
	}
	routes := (&Bot{}).allRoutes()
	for name := range want {
		if routes[name].handle == nil {
			t.Errorf("%q has no route", name)
		}
	}
	for name := range routes {
		if !want[name] {
			t.Errorf("the route %q cannot be reached", name)
		}
	}
}
