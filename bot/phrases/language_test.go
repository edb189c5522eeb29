package phrases

import "testing"

func TestOfLocale(t *testing.T) {
	for locale, want := range map[string]Language{
		"en-US": English, "en-GB": English, "en": English, "de": German, "es-ES": Spanish, "es-419": Spanish, "fr": French,
		"ru": Russian, "it": English, "pt-BR": English, "zh-CN": English, "uk": English, "": English, "-": English, "e": English,
	} {
		if got := OfLocale(locale); got != want {
			t.Errorf("OfLocale(%q) = %v, want %v", locale, got, want)
		}
	}
	for _, l := range Languages() {
		for _, locale := range l.Locales() {
			if got := OfLocale(locale); got != l {
				t.Errorf("OfLocale(%q) = %v, want %v", locale, got, l)
			}
		}
	}
}
