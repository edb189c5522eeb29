package analysis

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// reduce renders tokens as "surface>term", stop words in parentheses.
func reduce(a *Analyzer, text string) string {
	var out []string
	for _, t := range a.Tokens(text) {
		surface := text[t.Start:t.End]
		switch {
		case t.Stop:
			out = append(out, "("+surface+")")
		case surface == t.Term:
			out = append(out, surface)
		default:
			out = append(out, surface+">"+t.Term)
		}
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "", ""},
		{"en", "The dogs were running", "(The) dogs>dog (were) running>run"},
		{"en", "Kazakhstan’s fuel", "Kazakhstan>kazakhstan (s) fuel"},
		{"en", "It's the US, not us", "(It) (s) (the) US>us (not) us"},
		{"en", "the U.S. army, 3,000 men at 4.5 km", "(the) U.S.>us army>armi 3,000>3000 men>man (at) 4.5 km"},
		{"en", "It began; they begin", "(It) began>begin (they) begin"},
		{"en", "80million in G7 states", "80 million (in) G7>g7 states>state"},
		{"en", "go\u00advern\u00adment \u200bzero", "go\u00advern\u00adment>govern zero"},
		{"en", "end 3. Then 4, 5", "end 3 (Then) 4 5"},
		{"de", "Die Häuser der Stadt", "(Die) Häuser>haus (der) Stadt>stadt"},
		{"fr", "L’armée a quitté", "(L) armée>armé (a) quitté>quitt"},
		{"ru", "Протесты начались", "Протесты>протест начались>нача"},
		{"tr", "Istanbul IŞIK", "Istanbul>ıstanb IŞIK>ışık"},
		{"tr", "İzmir'in vapurları, vapur", "İzmir>izmir (in) vapurları>vapurl vapur"},
		{"tr", "Ayşe’den 3'ü aldı", "Ayşe>ayşe (den) 3 (ü) aldı"},
		{"ro", "orașul și oraşele", "orașul>oraş (și) oraşele>oraş"},
		{"ru", "Ёлки и елка", "Ёлки>елк (и) елка>елк"},
		{"vi", "hoà bình, hòa bình", "hoà>hòa bình hòa bình"},
		{"ar", "الكِتَاب وكتابهم", "الكِتَاب>كتاب وكتابهم>كتاب"},
		{"zh", "反对党说", "反 反对 对 对党 党 党说 说"},
		{"zh", "了解的人", "(了) 了解 解 解的 (的) 的人 人"},
		{"ja", "ひと山", "ひと と山 山"},
		{"ko", "사람", "사람"},
		{"zh", "人", "人"},
		{"", "Plain words", "Plain>plain words"},
		{"xx", "Plain words", "Plain>plain words"},
		{"en", "ﷺ", "ﷺ>صلىاللهعليهوسلم"},
		{"en", "ﬁle \u00a0 x\ufffd", "ﬁle>file (x)"},
	} {
		if got := reduce(For(tt.lang), tt.text); got != tt.want {
			t.Errorf("%s %q:\n got %s\nwant %s", tt.lang, tt.text, got, tt.want)
		}
	}
}

func TestFormsOfAWordShareATerm(t *testing.T) {
	for lang, pairs := range map[string]string{
		"en": "began begins, sent sending, left leaving, shot shooting, fought fights, led leads, people person, children child",
		"de": `sangen gesungen, singt sang, abgegeben abgab, verbunden verbinden, entstanden entstehen, gebaut bauen,
			aufgebaut aufbauen, gegründet gründen, Annas Anna, Häuser Hauses, Straße Strasse`,
		"ar": "الكتاب كتابها, والكتاب للكتاب, سريعا سريع, مدرسة المدرسه, إعلان اعلان, كــتاب كتاب",
		"tr": "limandan limanlar, vapurlara vapurlardan",
		"vi": "thuỷ thủy, hoạ họa",
		"ro": "stații staţiile",
		"ru": "жёлтый желтого",
	} {
		for pair := range strings.SplitSeq(pairs, ",") {
			words := strings.Fields(pair)
			if a, b := For(lang).Term(words[0]), For(lang).Term(words[1]); a != b && lang != "tr" || lang == "tr" && a[:5] != b[:5] {
				t.Errorf("%s %s: terms %q and %q differ", lang, pair, a, b)
			}
		}
	}
}

func TestWordsThatDifferHaveTheirTerms(t *testing.T) {
	for lang, pairs := range map[string]string{
		"de": "Geschäft Schaf, Preis Prei, Bund binden, Beweis Bewei, Ergebnis Ergebni",
		"vi": "quý qúy, hoàn hòan, ma má",
		"tr": "liman limon",
	} {
		for pair := range strings.SplitSeq(pairs, ",") {
			words := strings.Fields(pair)
			if a, b := For(lang).Term(words[0]), For(lang).Term(words[1]); a == b {
				t.Errorf("%s %s: both are %q", lang, pair, a)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "3,000", "3000"}, {"en", "3,000.5", "3000.5"}, {"en", "3.141", "3.141"}, {"en", "3,5", "3.5"},
		{"en", "1,234,567", "1234567"}, {"en", "1.234.567", "1234567"}, {"en", "1,2,3", "1,2,3"}, {"en", "0", "0"},
		{"de", "3.000", "3000"}, {"de", "3.000,5", "3000.5"}, {"de", "3,141", "3.141"}, {"de", "3.5", "3.5"},
		{"de", "1,234,567", "1234567"}, {"de", "24.12.1999", "24.12.1999"},
		{"fr", "12\u00a0000", "12000"}, {"ru", "1\u202f234\u202f567,8", "1234567.8"},
		{"ar", "٣٠٠٠", "3000"}, {"hi", "२०२४", "2024"}, {"zh", "１２", "12"},
	} {
		if got := For(tt.lang).Tokens(tt.text); len(got) != 1 || got[0].Term != tt.want {
			t.Errorf("%s %q: %v, want %s", tt.lang, tt.text, got, tt.want)
		}
	}
	for _, text := range []string{"12\u00a00000", "12 000", "12\u00a0", "7, 8"} {
		if got := For("fr").Tokens(text); got[0].Term == "12000" || got[0].End > 2 {
			t.Errorf("%q: the first number is %v", text, got[0])
		}
	}
}

func TestBare(t *testing.T) {
	for _, tt := range []struct{ lang, term, want string }{
		{"es", "canción", "cancion"}, {"tr", "yoğun", "yogun"}, {"tr", "ışık", "isik"}, {"vi", "đường", "duong"},
		{"de", "schoen", "schon"}, {"fr", "oeuvre", "oeuvre"}, {"ru", "ель", "ель"}, {"es", "", ""},
	} {
		if got := For(tt.lang).Bare(tt.term); got != tt.want {
			t.Errorf("%s: Bare(%q) = %q, want %q", tt.lang, tt.term, got, tt.want)
		}
	}
}

func TestEveryLanguageHasQuestionWords(t *testing.T) {
	for code := range languages {
		if len(For(code).question) == 0 {
			t.Errorf("%s: no question words", code)
		}
	}
	for code := range light {
		if For(code).Language() != code {
			t.Errorf("%s: has light words and no analyzer", code)
		}
	}
}

func TestFormAndLight(t *testing.T) {
	for _, tt := range []struct {
		lang, word  string
		form, light bool
	}{
		{"en", "How", true, false}, {"en", "the", true, false}, {"en", "protest", false, false}, {"en", "US", false, false},
		{"en", "People", false, true}, {"en", "numbers", false, true},
		{"de", "Worüber", true, false}, {"de", "Leuten", false, true}, {"de", "Fähre", false, false},
		{"es", "cuándo", true, false}, {"es", "personas", false, true},
		{"ru", "какому", true, false}, {"ru", "Чём", true, false}, {"ru", "людям", false, true},
		{"ro", "şi", true, false}, {"ro", "și", true, false},
		{"ar", "أيّ", true, false}, {"ar", "الناس", false, true},
		{"zh", "么时", true, false}, {"zh", "船在", false, true}, {"zh", "渡船", false, false},
		{"xx", "how", false, false},
	} {
		a := For(tt.lang)
		if form, light := a.IsForm(tt.word), a.IsLight(tt.word); form != tt.form || light != tt.light {
			t.Errorf("%s %q: form %v, light %v; want %v, %v", tt.lang, tt.word, form, light, tt.form, tt.light)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"", "The U.S. sent 3,000 men.", "a.b.c.d", "1,2,3,", "反对党说x", "İI", "ﷺ", "\xff\xfe", "и́"} {
		f.Add(s, "en")
	}
	for lang, s := range map[string]string{"de": "Straße", "tr": "Ankara'ya 3'ü", "ar": "وَالكِتَابُ", "vi": "hoà", "zh": "的了人", "fr": "12\u00a0000,5", "hi": "२,०"} {
		f.Add(s, lang)
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		end := 0
		for _, tok := range For(lang).Tokens(text) {
			if tok.Len() <= 0 || tok.End > len(text) || tok.Start < end && !tok.Pair {
				t.Fatalf("%q: token %v after %d", text, tok.Span, end)
			}
			if !utf8.ValidString(text[tok.Start:tok.End]) || tok.Term == "" && !tok.Stop {
				t.Fatalf("%q: token %v %q", text, tok.Span, tok.Term)
			}
			if strings.ContainsAny(tok.Term, " \t\n") {
				t.Fatalf("%q: term %q has white space", text, tok.Term)
			}
			end = tok.End
		}
	})
}
