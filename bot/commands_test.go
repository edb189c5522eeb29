package bot

import (
	"testing"
	"unicode/utf8"

	"github.com/bwmarrin/discordgo"
)

// Discord refuses all commands when one text is too long or missing.
func TestDescriptions(t *testing.T) {
	for name, d := range descriptions {
		checkTexts(t, name, d, 100)
	}
	for name, d := range messageCommands {
		checkTexts(t, name, d, 32)
	}
}

func checkTexts(t *testing.T, name string, d translations, most int) {
	t.Helper()
	texts := d.translated()
	texts[discordgo.EnglishUS] = d.english
	for locale, text := range texts {
		if n := utf8.RuneCountInString(text); n < 1 || n > most {
			t.Errorf("%s in %s has %d characters, want 1 to %d: %q", name, locale, n, most, text)
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
