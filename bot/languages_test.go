package bot

import (
	"fmt"
	"testing"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/phrases"
)

func TestRemembered(t *testing.T) {
	m := newRemembered(3)
	for i, l := range []phrases.Language{phrases.German, phrases.French, phrases.Russian} {
		m.put(fmt.Sprint(i), l)
	}
	m.put("1", phrases.Spanish) // takes nobody's place
	for key, want := range map[string]phrases.Language{"0": phrases.German, "1": phrases.Spanish, "2": phrases.Russian} {
		if got, ok := m.get(key); got != want || !ok {
			t.Errorf("the language of %s is %v, %t, want %v", key, got, ok, want)
		}
	}
	m.put("3", phrases.French)
	if _, ok := m.get("0"); ok || len(m.values) != 3 {
		t.Errorf("the oldest is remembered beside %d others", len(m.values))
	}
	for i := range 100 {
		m.put(fmt.Sprint(i), phrases.German)
	}
	if got, _ := m.get("99"); got != phrases.German || len(m.values) != 3 {
		t.Errorf("%d are remembered, the last with %v", len(m.values), got)
	}
}

func TestLanguageOfAMessage(t *testing.T) {
	l := newLanguages()
	french := discordgo.French
	l.learn(&discordgo.Interaction{GuildID: "paris", Locale: discordgo.German, GuildLocale: &french}, "ada")
	l.learn(&discordgo.Interaction{Locale: discordgo.Japanese}, "bob")
	l.learn(&discordgo.Interaction{GuildID: "paris"}, "ada") // tells nothing
	for _, tt := range []struct {
		user, guild  string
		want, server phrases.Language
	}{
		{"ada", "paris", phrases.German, phrases.French},
		{"ada", "elsewhere", phrases.German, phrases.English},
		{"ada", "", phrases.German, phrases.English},
		{"bob", "paris", phrases.English, phrases.French},
		{"eve", "paris", phrases.French, phrases.French},
		{"eve", "elsewhere", phrases.English, phrases.English},
		{"eve", "", phrases.English, phrases.English},
	} {
		r := &request{user: tt.user, guild: tt.guild}
		l.fill(r)
		if r.language != tt.want || r.serverLanguage != tt.server {
			t.Errorf("%s in %q reads %v where the server has %v, want %v and %v", tt.user, tt.guild, r.language, r.serverLanguage, tt.want, tt.server)
		}
	}
}

func TestShownIn(t *testing.T) {
	for label, want := range map[string]phrases.Language{
		"Next": phrases.English, "Weiter": phrases.German, "Última": phrases.Spanish, "Suivante": phrases.French, "Назад": phrases.Russian,
		"": phrases.Spanish, "no such label": phrases.Spanish,
	} {
		if got := (&request{language: phrases.Spanish, label: label}).shownIn(); got != want {
			t.Errorf("a message with the button %q is in %v, want %v", label, got, want)
		}
	}
}
