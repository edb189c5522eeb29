package corpus

import (
	"maps"
	"strings"
	"sync"
	"unicode/utf8"
)

// abbreviation says what may follow an abbreviation.
type abbreviation uint8

const (
	inner    abbreviation = iota // never the end of a sentence: titles, "e.g."
	numbered                     // goes on before a number, otherwise an ordinary word: "No. 5", "Jan. 7"
	either                       // ends the sentence only before a word that usually begins one: "Inc.", "U.S."
	clock                        // ends the sentence except before a weekday or a time zone: "p.m."
)

// lexicon is what is known about one language, as words separated by white space. Abbreviations are without their last
// full stop and without blanks; one in lower case also stands for its capitalised form.
type lexicon struct {
	inner, numbered, either, clock string
	starters                       string // words that usually begin a sentence and are seldom part of a name
	labels                         string // words before a letter that is not an initial, as in "vitamin C"
	ordinals                       bool   // ordinal numbers are written with a full stop
}

// knowledge is a lexicon ready for use.
type knowledge struct {
	abbreviations                          map[string]abbreviation
	starters, labels, afterClock, suffixes map[string]bool
	ordinals, greek, english               bool
}

// allKnowledge makes the lexicons ready, once.
var allKnowledge = sync.OnceValue(func() map[string]*knowledge {
	all := map[string]*knowledge{}
	for lang, l := range lexicons {
		k := &knowledge{
			abbreviations: map[string]abbreviation{}, starters: map[string]bool{}, labels: map[string]bool{},
			afterClock: wordSet(afterClock), suffixes: wordSet(suffixes),
			greek: lang == "el", english: lang == "en",
		}
		k.add(lexicons[anyLanguage])
		k.add(l)
		all[lang] = k
	}
	return all
})

// knowledgeOf returns what is known about the language. English serves where the language is not stated, what is
// common to all of them where there is no lexicon.
func knowledgeOf(lang string) *knowledge {
	if lang == "" {
		lang = "en"
	}
	if k := allKnowledge()[lang]; k != nil {
		return k
	}
	return allKnowledge()[anyLanguage]
}

func (k *knowledge) add(l lexicon) {
	for class, words := range [...]string{inner: l.inner, numbered: l.numbered, either: l.either, clock: l.clock} {
		for word := range strings.FieldsSeq(words) {
			k.abbreviations[word] = abbreviation(class)
		}
	}
	maps.Copy(k.starters, wordSet(l.starters))
	maps.Copy(k.labels, wordSet(l.labels))
	k.ordinals = k.ordinals || l.ordinals
}

// lookUp returns the class of the abbreviation word that begins at i. The words before it are taken with it where they
// too end in a full stop, so that "z. B" is found as "z.B".
func (k *knowledge) lookUp(text string, i int, word string) (class abbreviation, known bool) {
	const most, longest = 3, 4
	for range most {
		if c, ok := k.abbreviation(word); ok {
			class, known = c, true
		}
		blank, n := utf8.DecodeLastRuneInString(text[:i])
		if (blank != ' ' && blank != '\u00a0' && blank != '\u202f') || !strings.HasSuffix(text[:i-n], ".") {
			break
		}
		prev := wordBefore(text, i-n-1)
		if prev == "" || utf8.RuneCountInString(prev) > longest {
			break
		}
		word, i = prev+"."+word, i-n-1-len(prev)
	}
	return class, known
}

// has reports whether word is an abbreviation.
func (k *knowledge) has(word string) bool {
	_, ok := k.abbreviation(word)
	return ok
}

func (k *knowledge) abbreviation(word string) (abbreviation, bool) {
	if c, ok := k.abbreviations[word]; ok {
		return c, true
	}
	if utf8.RuneCountInString(word) == 1 { // the capital is an initial
		return 0, false
	}
	if c, ok := k.abbreviations[strings.ToLower(word)]; ok {
		return c, true
	}
	c, ok := k.abbreviations[word[strings.LastIndexByte(word, '-')+1:]] // "Lt-Gen."
	return c, ok && c == inner
}

// afterClock are the words that go on after "p.m.".
const afterClock = `Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun
	January February March April May June July August September October November December
	GMT UTC EST EDT CST CDT MST MDT PST PDT ET CT MT PT BST CET CEST IST JST
	Eastern Central Pacific Mountain Hawaii Moscow`

// suffixes are the last parts of file names, domains and names of programs that also occur capitalised.
const suffixes = `com org net edu gov io html htm php asp aspx jsp js ts py go rb java cpp css json xml yaml md txt csv pdf
	doc docx xls xlsx ppt pptx zip exe dll png jpg jpeg gif svg wav`
