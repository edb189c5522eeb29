package corpus

import (
	"strings"
	"testing"
)

func TestDetectLanguage(t *testing.T) {
	for want, text := range map[string]string{
		"fr": french, "de": german, "ru": russian, "el": greek, "ja": japaneseText, "zh": chinese, "ko": koreanText,
		"en": "The ferry leaves the old pier at nine, and in summer it stops at the lock as well.",
		"es": "El transbordador sale del muelle viejo a las nueve, y en verano también para en la esclusa.",
		"ar": "تغادر العبارة الرصيف القديم في التاسعة، وفي الصيف تتوقف عند القفل أيضا.",
	} {
		for _, s := range []string{text, strings.Repeat(text, 1000)} {
			if got := DetectLanguage(s); got != want {
				t.Errorf("DetectLanguage(%.60q) = %q, want %q", s, got, want)
			}
		}
	}
	for want, question := range map[string]string{
		"en": "When does the ferry leave?", "de": "Wann fährt die Fähre?", "fr": "Quand part le bac ?", "es": "¿Cuándo sale el barco?",
		"uk": "Коли відходить пором із пристані?", "ru": "Когда отходит паром?", "sv": "När går färjan?", "tr": "Feribot ne zaman kalkıyor?",
		"vi": "Khi nào phà khởi hành?", "ja": "渡し船はいつ出ますか", "zh": "渡船什么时候开", "hu": "Mikor indul a komp?", "fi": "Milloin lautta lähtee?",
	} {
		if got := DetectLanguage(question); got != want {
			t.Errorf("DetectLanguage(%q) = %q, want %q", question, got, want)
		}
	}
	for _, text := range []string{"", "Yes.", "1234 5678 9012 3456 7890 1234", strings.Repeat("\x00", 100)} {
		if got := DetectLanguage(text); got != "" {
			t.Errorf("DetectLanguage(%q) = %q, want none", text, got)
		}
	}
}

func TestDetectLanguagePassesOverFurniture(t *testing.T) {
	d := drafted(Furniture, strings.Repeat("Share this page with your friends and follow us. ", 50), Paragraph, german)
	if got, want := detectLanguage(d), (Field{"de", "detected"}); got != want {
		t.Errorf("detectLanguage = %v, want %v", got, want)
	}
}
