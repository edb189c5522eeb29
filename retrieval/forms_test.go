package retrieval

import (
	"fmt"
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	long := strings.Repeat("ab", mostLetters)
	for _, tt := range []struct {
		lang, term, vocabulary, want string
	}{
		{"de", "", "", ""},
		{"de", "fahrplan", "", ""},
		{"de", "fahrplan", "fahrplan", ""},
		{"de", "verhandel", "verhandl verirr", "verhandl"},
		{"de", "damm", "staudamm dammbruch dam amm", "staudamm dammbruch"},
		{"de", "staudamm", "damm stau staub", "damm stau"},
		{"es", "damm", "staudamm dammbruch", ""},
		{"es", "puerto", "puertos portal puerta", "puertos puerta"},
		{"ar", "بمدينة", "مدينة", "مدينة"},
		{"es", "canción", "canción", ""},
		{"en", "a1b2c3", "a1b2c4", ""},
		{"en", long, long + "a", ""},
	} {
		l := languageOfWords(tt.lang, strings.Fields(tt.vocabulary))
		var got []string
		for _, k := range l.forms(tt.term) {
			if k.weight <= 0 || k.weight >= 1 {
				t.Errorf("%s %s: %s weighs %v", tt.lang, tt.term, k.term, k.weight)
			}
			if strings.Contains(" "+tt.vocabulary+" ", " "+k.term+" ") {
				got = append(got, k.term)
			}
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s %s among %s: %s, want %s", tt.lang, tt.term, tt.vocabulary, got, tt.want)
		}
	}
}

func TestFormsAreFewAndSafestFirst(t *testing.T) {
	var terms []string
	for i := range 3 * mostForms {
		terms = append(terms, "hafen"+strings.Repeat("x", i)+string(rune('a'+i)))
	}
	found := languageOfWords("es", terms).forms("hafen")
	if len(found) > mostForms {
		t.Errorf("%d forms, want at most %d", len(found), mostForms)
	}
	for i := 1; i < len(found); i++ {
		if found[i-1].weight < found[i].weight {
			t.Errorf("%v before %v", found[i-1], found[i])
		}
	}
}

// documentsIn returns documents of one language, each of one sentence.
func documentsIn(lang string, sentences ...string) map[string]string {
	out := map[string]string{}
	for i, s := range sentences {
		out[fmt.Sprintf("%s%d.md", lang, i)] = "---\nlang: " + lang + "\n---\n\n" + s + "\n"
	}
	return out
}

func TestOtherFormsOfAWordFindItsDocument(t *testing.T) {
	files := map[string]string{}
	for lang, sentences := range map[string][]string{
		"de": {"Der Deichbruch traf das Dorf Arlau im Herbst.", "Die Verhandlung der Fischer endete im Nebel.", "Der Chor trug ein Lied vor, das Anna gesungen hatte.", "Die Fischer flicken Netze."},
		"es": {"La canción del puerto se oye en otoño.", "El molino viejo está junto al río."},
		"tr": {"Limandaki vapurlar sabah Arla'dan kalkıyor.", "Değirmen köyün ortasında duruyor."},
		"zh": {"渡船早上九点从旧码头出发。", "磨坊在村子中间。"},
		"ru": {"Жёлтый паром отходит от старой пристани.", "Мельница стоит посреди деревни."},
	} {
		for name, text := range documentsIn(lang, sentences...) {
			files[name] = text
		}
	}
	l := open(t, files)
	for question, want := range map[string]string{
		"Wann war der Bruch in Arlau?":          "de0.md",
		"Wann haben die Fischer verhandelt?":    "de1.md",
		"Wer sang das Lied?":                    "de2.md",
		"¿Cuando se oye la cancion?":            "es0.md",
		"Vapur limandan ne zaman kalkar?":       "tr0.md",
		"渡船什么时候离开码头？":                           "zh0.md",
		"Откуда отходит желтый паром?":          "ru0.md",
		"Wer singt die Lieder, die Anna singt?": "de2.md",
		"Degirmen nerede duruyor?":              "tr1.md",
	} {
		a := ask(t, l, question)
		if len(a.Retrieved) == 0 || a.Retrieved[0].Passage.Document().ID() != want {
			t.Errorf("%s: retrieved %v, want %s first", question, a.Retrieved, want)
		}
	}
}
