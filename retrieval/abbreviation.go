package retrieval

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Texts say what their abbreviations stand for, in brackets: "the Harbour Pilots' Union (HPU)", "the HPU (Harbour Pilots'
// Union)". They are found after Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in
// Biomedical Text" (2003): read from the end, every character of the short form must occur in the long form in order,
// the first at the beginning of a word. Here a short form is also one word of two to ten characters, two of them
// capitals, and its long form at least two words with a first letter of a word for most of its capitals: what is found
// is never looked at by a person.

const (
	// abbreviationWeight is what an abbreviation counts for its long form, and the other way round.
	abbreviationWeight = .9
	// leastLongShare is the share of the definitions of a short form that a long form must have: others are mistakes, or
	// what the short form means to few.
	leastLongShare = .25
)

// learnAbbreviations takes note of what the abbreviations of a text stand for.
func (t tallies) learnAbbreviations(text string, isStop func(string) bool) {
	for open := 0; ; {
		i := strings.IndexByte(text[open:], '(')
		if i < 0 {
			return
		}
		open += i + 1
		n := strings.IndexAny(text[open:], "();,:\n")
		if n < 0 {
			continue
		}
		before, inside := lineBefore(text[:open-1]), strings.TrimSpace(text[open:open+n])
		if isShortForm(inside) {
			t.noteAbbreviation(inside, lastWords(before, mostLongWords(inside)), isStop)
		} else if short := lastWords(before, 1); isShortForm(short) {
			t.noteAbbreviation(short, inside, isStop)
		}
	}
}

// noteAbbreviation counts a definition, if the short form can be one of the text given.
func (t tallies) noteAbbreviation(short, text string, isStop func(string) bool) {
	if long, ok := longForm(short, text, isStop); ok {
		t.note(singular(short), long, 1)
	}
}

// singular returns a short form without the s of its plural: "NGOs" are of an NGO.
func singular(short string) string {
	if one, ok := strings.CutSuffix(short, "s"); ok && strings.ToUpper(one) == one {
		return one
	}
	return short
}

// lineBefore returns what stands before a bracket in its clause.
func lineBefore(text string) string {
	start := strings.LastIndexAny(text, "\n;:()") + 1
	line := text[start:]
	return strings.TrimSpace(line[strings.LastIndex(line, ". ")+1:])
}

// mostLongWords is how many words a long form can have.
func mostLongWords(short string) int {
	n := utf8.RuneCountInString(short)
	return min(n+5, 2*n)
}

// lastWords returns the last words of a text.
func lastWords(text string, most int) string {
	at := len(text)
	for range most {
		i := strings.LastIndexByte(text[:at], ' ')
		if i < 0 {
			return text
		}
		at = i
	}
	return text[at+1:]
}

// isShortForm reports whether a text can be an abbreviation that is defined.
func isShortForm(text string) bool {
	const least, most = 2, 10
	n, capitals := 0, 0
	for _, r := range text {
		n++
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !unicode.IsLetter(r) && (n == 1 || !unicode.IsDigit(r) && r != '-' && r != '.' && r != '&'):
			return false
		}
	}
	return n >= least && n <= most && capitals >= 2
}

// longForm returns the end of a text that the short form abbreviates. It does not begin with a stop word: the letter of
// the "the" before a name is there by chance.
func longForm(short, text string, isStop func(string) bool) (string, bool) {
	letters := []rune(strings.ToLower(strings.TrimSuffix(short, "s")))
	at := len(text)
	for i := len(letters) - 1; i >= 0; i-- {
		if !unicode.IsLetter(letters[i]) && !unicode.IsDigit(letters[i]) {
			continue
		}
		for {
			if at = lastLetter(text[:at], letters[i]); at < 0 {
				return "", false
			}
			if i > 0 || beginsWord(text, at) && !isStop(text[at:wordEnd(text, at)]) {
				break
			}
		}
	}
	long := strings.Trim(text[at:], " \"“”„«»'’")
	return long, isLongForm(short, long)
}

// lastLetter returns where a letter stands last in a text, in either case, -1 if nowhere.
func lastLetter(text string, letter rune) int {
	return strings.LastIndexFunc(text, func(r rune) bool { return unicode.ToLower(r) == letter })
}

func beginsWord(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return at == 0 || !isWordRune(before)
}

// isLongForm reports whether a text is what a short form stands for, and not one that merely holds its letters.
func isLongForm(short, long string) bool {
	words := strings.FieldsFunc(long, func(r rune) bool { return !isWordRune(r) })
	if len(words) < 2 || len(words) > mostLongWords(short) || slices.Contains(words, short) {
		return false
	}
	const share = .6 // of the letters of the short form begin a word
	begun, letters := 0, 0
	for _, r := range strings.ToLower(strings.TrimSuffix(short, "s")) {
		letters++
		if i := slices.IndexFunc(words, func(w string) bool { return hasInitial(w, r) }); i >= 0 {
			begun, words = begun+1, words[i+1:]
		}
	}
	return float64(begun) >= share*float64(letters)
}

func hasInitial(word string, letter rune) bool {
	return unicode.ToLower(firstRune(word)) == letter
}

// addAbbreviations adds a bridge from every short form to its long forms, and back.
func (t *tongue) addAbbreviations(learnt tallies) {
	for _, short := range slices.Sorted(maps.Keys(learnt)) {
		all := 0
		for _, n := range learnt[short] {
			all += n
		}
		for _, long := range slices.Sorted(maps.Keys(learnt[short])) {
			if share := float64(learnt[short][long]) / float64(all); share >= leastLongShare {
				t.addAbbreviation(short, long)
			}
		}
	}
}

func (t *tongue) addAbbreviation(short, long string) {
	brief, ok := newPattern(t.analyzer, short)
	full, okay := newPattern(t.analyzer, long)
	if !ok || !okay || len(full.terms()) < 2 {
		return
	}
	t.bridgeFrom(&brief).add(phrase{&full, abbreviationWeight, long, true}, t)
	t.bridgeFrom(&full).add(phrase{&brief, abbreviationWeight, short, true}, t)
}
