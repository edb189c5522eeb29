package analysis

import (
	"strings"
	"sync"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/da"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/el"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fi"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hi"
	"github.com/blevesearch/bleve/v2/analysis/lang/hu"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
	"github.com/blevesearch/bleve/v2/analysis/lang/no"
	"github.com/blevesearch/bleve/v2/analysis/lang/pt"
	"github.com/blevesearch/bleve/v2/analysis/lang/ro"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/lang/sv"
	"github.com/blevesearch/bleve/v2/analysis/lang/tr"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/tamil"
	"golang.org/x/text/unicode/norm"
)

// language is what is known about one language: its Snowball stemmer and its stop words, either of which may be nil.
type language struct {
	stem func(string) string
	stop []byte
}

var languages = map[string]language{
	"ar": {lightArabic, ar.ArabicStopWords},
	"da": {snowball(danish.Stem), da.DanishStopWords},
	"de": {germanStem, de.GermanStopWords},
	"el": {nil, el.GreekStopWords},
	"en": {englishStem, en.EnglishStopWords},
	"es": {snowball(spanish.Stem), es.SpanishStopWords},
	"fi": {snowball(finnish.Stem), fi.FinnishStopWords},
	"fr": {snowball(french.Stem), fr.FrenchStopWords},
	"hi": {nil, hi.HindiStopWords},
	"hu": {snowball(hungarian.Stem), hu.HungarianStopWords},
	"it": {snowball(italian.Stem), it.ItalianStopWords},
	"nl": {snowball(dutch.Stem), nl.DutchStopWords},
	"no": {snowball(norwegian.Stem), no.NorwegianStopWords},
	"pt": {snowball(portuguese.Stem), pt.PortugueseStopWords},
	"ro": {snowball(romanian.Stem), ro.RomanianStopWords},
	"ru": {snowball(russian.Stem), ru.RussianStopWords},
	"sv": {snowball(swedish.Stem), sv.SwedishStopWords},
	"ta": {snowball(tamil.Stem), nil},
	"tr": {turkishStem, tr.TurkishStopWords},
}

// analyzers makes the analyzer of a language when it is first asked for: reading stop words takes longer than reading
// a question.
var analyzers = lazyAnalyzers()

func lazyAnalyzers() map[string]func() *Analyzer {
	out := map[string]func() *Analyzer{}
	add := func(code string) { out[code] = sync.OnceValue(func() *Analyzer { return newAnalyzer(code) }) }
	add("")
	for code := range languages {
		add(code)
	}
	for code := range questions {
		add(code)
	}
	return out
}

// For returns the analyzer of a language, given as an ISO 639-1 code. A language without a stemmer or stop words of
// its own, or the empty code, is only cut into words and folded.
func For(code string) *Analyzer {
	if analyzer, ok := analyzers[code]; ok {
		return analyzer()
	}
	return analyzers[""]()
}

func newAnalyzer(code string) *Analyzer {
	l := languages[code]
	a := &Analyzer{language: code, lower: lowerFunc(code)}
	a.stop, a.question = a.folded(wordSet(l.stop)), a.folded(fieldSet(questions[code]))
	if a.stem = func(s string) string { return s }; l.stem != nil {
		a.stem = cached(l.stem)
	}
	a.light = a.terms(light[code])
	return a
}

// lowerFunc returns what folds case and the forms of a character. A few letters, such as ligatures of whole Arabic
// words, unfold into words with spaces: the spaces go, because a term is one word to every engine.
func lowerFunc(code string) func(string) string {
	fold := strings.ToLower
	if own, ok := folds[code]; ok {
		fold = own
	}
	return func(s string) string {
		if isASCII(s) && code != "tr" {
			return strings.ToLower(s)
		}
		return fold(withoutSpaces(norm.NFKC.String(s)))
	}
}

// folds are the languages in which more than the case of a letter is folded, or the case otherwise.
var folds = map[string]func(string) string{
	"ar": foldArabic,
	"ro": func(s string) string { return romanianForms.Replace(strings.ToLower(s)) },
	"ru": func(s string) string { return russianForms.Replace(strings.ToLower(s)) },
	"tr": func(s string) string { return strings.ToLowerSpecial(unicode.TurkishCase, s) },
	"vi": func(s string) string { return foldVietnamese(strings.ToLower(s)) },
}

// Romanian letters are written with a comma below, and were with a cedilla before fonts had them; the stemmer and the
// stop words have the cedilla. Russian texts leave the dots of ё out.
var (
	romanianForms = strings.NewReplacer("ș", "ş", "ț", "ţ")
	russianForms  = strings.NewReplacer("ё", "е")
)

func withoutSpaces(s string) string {
	if strings.IndexFunc(s, unicode.IsSpace) < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), "")
}

// compounding are the languages that write compounds as one word.
var compounding = fieldSet("da de fi hu nl no sv")

// HasCompounds reports whether the language writes compounds as one word, as German does.
func (a *Analyzer) HasCompounds() bool { return compounding[a.language] }

func snowball(stem func(*snowballstem.Env) bool) func(string) string {
	return func(s string) string {
		env := snowballstem.NewEnv(s)
		stem(env)
		return env.Current()
	}
}

// englishStem maps irregular forms to their base before the endings go.
func englishStem(s string) string {
	if base, ok := irregular[s]; ok {
		s = base
	}
	return snowball(english.Stem)(s)
}

// cached remembers the stems of words: a few ten thousand forms make up nearly all of any text.
func cached(stem func(string) string) func(string) string {
	const most = 1 << 16
	var mu sync.RWMutex
	stems := map[string]string{}
	return func(s string) string {
		mu.RLock()
		t, ok := stems[s]
		mu.RUnlock()
		if ok {
			return t
		}
		s = strings.Clone(s) // which would keep the whole text that it is part of
		t = stem(s)
		mu.Lock()
		if len(stems) >= most {
			clear(stems)
		}
		stems[s] = t
		mu.Unlock()
		return t
	}
}

func wordSet(list []byte) map[string]bool {
	words := analysis.NewTokenMap()
	if err := words.LoadBytes(list); err != nil {
		panic("analysis: stop words of bleve: " + err.Error())
	}
	return words
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
