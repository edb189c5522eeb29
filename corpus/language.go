package corpus

import "github.com/abadojack/whatlanggo"

// languages are the ones that are told apart: those whose analysis knows a stemmer or a segmentation, so that a wrong
// guess among rarer ones cannot cost a common one its stemmer.
var languages = map[whatlanggo.Lang]string{
	whatlanggo.Arb: "ar", whatlanggo.Cmn: "zh", whatlanggo.Dan: "da", whatlanggo.Deu: "de", whatlanggo.Ell: "el",
	whatlanggo.Eng: "en", whatlanggo.Fin: "fi", whatlanggo.Fra: "fr", whatlanggo.Hin: "hi", whatlanggo.Hun: "hu",
	whatlanggo.Ita: "it", whatlanggo.Jpn: "ja", whatlanggo.Kor: "ko", whatlanggo.Nld: "nl", whatlanggo.Nno: "no",
	whatlanggo.Pol: "pl", whatlanggo.Por: "pt", whatlanggo.Ron: "ro", whatlanggo.Rus: "ru", whatlanggo.Spa: "es",
	whatlanggo.Swe: "sv", whatlanggo.Tam: "ta", whatlanggo.Tha: "th", whatlanggo.Tur: "tr", whatlanggo.Ukr: "uk",
	whatlanggo.Vie: "vi",
}

// tellingBytes is how much of a text tells its language; more takes time, which grows faster than the text.
const tellingBytes = 600

// DetectLanguage returns the ISO 639-1 code of the language that text is most likely written in, or "" when it is too
// short to tell or none of the known ones. Only the first tellingBytes are looked at.
func DetectLanguage(text string) string {
	const least = 20
	text = shorten(text, tellingBytes)
	if len(text) < least {
		return ""
	}
	if lang := usualLanguages.tell(text); lang != "" {
		return lang
	}
	return languages[whatlanggo.DetectLangWithOptions(text, whatlanggo.Options{Whitelist: whitelist})]
}

var whitelist = knownLanguages()

func knownLanguages() map[whatlanggo.Lang]bool {
	m := make(map[whatlanggo.Lang]bool, len(languages))
	for l := range languages {
		m[l] = true
	}
	return m
}

// detectLanguage looks at the draft's own text, without its furniture.
func detectLanguage(d draft) Field {
	var own []byte
	for _, b := range d.blocks {
		if b.Kind != Furniture && len(own) < tellingBytes {
			own = append(append(own, d.text[b.Start:b.End]...), '\n')
		}
	}
	if lang := DetectLanguage(string(own)); lang != "" {
		return Field{lang, "detected"}
	}
	return Field{}
}
