package figure

import (
	"strings"
	"time"
)

// vocabulary is what the rules need to know of a language. A nil map or empty string is something the language does
// not have or the rules do not know of it.
type vocabulary struct {
	// decimalComma is true where "3,5" has a decimal and "3.000" is three thousand; spaceGroups where "3 000" is.
	decimalComma, spaceGroups bool

	ones         map[string]float64 // numerals below a hundred
	inner        string             // what joins six and twenty in one word, as German "und"
	sixties      bool               // French: sixty takes ten, eighty takes nineteen
	scales       map[string]float64 // dozen, hundred, thousand and above
	dottedScales map[string]bool    // scales that are abbreviated with a dot
	bareScales   map[float64]bool   // scales that are numbers without "a" before, as German "tausend"
	and          string             // joins a hundred and five
	andTens      bool               // and also joins thirty and five, as in Spanish
	andAHalf     [][]string
	half         []string
	of           []string
	article      map[string]bool
	magnitudes   map[string]Interval // dozens, hundreds
	needsOf      map[string]bool     // magnitudes that are other words without "of"
	few          map[string]Interval // several, a few
	needsArticle map[string]bool     // those of few that need "a"
	qualifiers   phrases             // before a number
	suffixes     phrases             // after a number
	between      map[string]string   // opens a range, and joins its ends
	to           []string            // joins the ends of a range
	percent      [][]string
	shares       map[string]float64 // third, quarter
	oneIn        []string
	ordinals     map[string]float64

	months   map[string]time.Month
	verbs    map[string]bool // months that are also ordinary words, and are months only with a capital
	weekdays map[string]time.Weekday
	year     map[string]bool // words before a year that is no count: in, since

	dateQualifiers phrases         // before a date
	yearWords      map[string]bool // words after a year, as Russian "года"
	centuryWords   []string
	lasting        map[string]bool // words before "a week" that make it a length of time

	relative  map[string]int // yesterday: -1
	last      map[string]int // last: -1, this: 0, next: 1
	ago       []string
	eras      map[string]bool // true: before Christ
	durations map[string]float64
	units     map[string]unit
	money     map[string]currency
	old       [][]string // after a number of years: an age
	aged      []string   // before a number: an age

	stops    map[string]bool // words that end the noun group after a number
	plurals  bool            // the head noun is known by its plural, as in English
	capitals bool            // nouns have capitals
	labels   map[string]bool // words before a number that is a label: page, section
	asks     []asking        // how a question asks for a figure

	begins map[string]beginning // what a word of all these can begin
}

// unit is a unit of measure: its base unit, how many of them it is, and where its scale begins (for °F).
type unit struct {
	base   string
	factor float64
	offset float64
}

// currency is a currency by its ISO 4217 code, and the part of its unit that the word names (a hundredth for cents).
type currency struct {
	code string
	part float64
}

// vocabularyFor returns the vocabulary of a language, of English for "", or one without words.
func vocabularyFor(language string) *vocabulary {
	code, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch code {
	case "", "en":
		return &english
	case "de":
		return &german
	case "fr":
		return &french
	case "es":
		return &spanish
	case "ru":
		return &russian
	case "it", "pt", "nl", "tr", "pl", "uk", "cs", "sv", "da", "nb", "no", "fi", "kk", "id":
		return &commaDecimals
	}
	return &wordless
}

var (
	wordless      = vocabulary{}.indexed()
	commaDecimals = vocabulary{decimalComma: true, spaceGroups: true}.indexed()
)

// set returns the words of a list.
func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// counting maps each word of a list to a number, the first to start and each later one to step more. Words joined by
// a slash have the same number.
func counting(start, step float64, words string) map[string]float64 {
	m := make(map[string]float64)
	for i, forms := range strings.Fields(words) {
		for _, w := range strings.Split(forms, "/") {
			m[w] = start + float64(i)*step
		}
	}
	return m
}

// joined returns the union of maps.
func joined[V any](maps ...map[string]V) map[string]V {
	all := make(map[string]V)
	for _, m := range maps {
		for k, v := range m {
			all[k] = v
		}
	}
	return all
}

// named maps the words of lists, forms joined by a slash, to successive values from first on.
func named[V ~int](first V, words string) map[string]V {
	m := make(map[string]V)
	for w, n := range counting(float64(first), 1, words) {
		m[w] = V(n)
	}
	return m
}

// phraseTable indexes phrases, set apart by commas, by their first word, longer ones first.
func phraseTable(lists map[relation]string) phrases {
	p := make(phrases)
	for longest := 5; longest > 0; longest-- {
		for means := plain; means <= about; means++ {
			for _, words := range split(lists[means]) {
				if len(words) == longest {
					p[words[0]] = append(p[words[0]], phrase{words, means})
				}
			}
		}
	}
	return p
}

// split returns the words of each phrase of a list set apart by commas.
func split(list string) [][]string {
	var all [][]string
	for _, p := range strings.Split(list, ",") {
		if words := strings.Fields(p); len(words) > 0 {
			all = append(all, words)
		}
	}
	return all
}

// lengths maps words to lengths of time: each list of a unit in seconds.
func lengths(lists map[float64]string) map[string]float64 {
	m := make(map[string]float64)
	for seconds, words := range lists {
		for _, w := range strings.Fields(words) {
			m[w] = seconds
		}
	}
	return m
}
