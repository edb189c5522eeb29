package corpus

import (
	"unicode"
	"unicode/utf8"
)

// The language decides which stemmer a document gets. It is told by script where only one known language uses it, else
// by the small words that nearly every sentence of a language holds, and in short texts by letters that few languages
// have. Libraries that compare sequences of letters were tried; the usual one gives a text now one language, now
// another, where two fit alike, and the same corpus must always give the same answers.

// tellingBytes is how much of a text tells its language; more takes time and tells nothing new.
const tellingBytes = 600

// DetectLanguage returns the ISO 639-1 code of the language that text is most likely written in, or "" when it is too
// short to tell or none of the known ones. Only the first tellingBytes are looked at.
func DetectLanguage(text string) string {
	text = shorten(text, tellingBytes)
	script, letters := mainScript(text)
	const least = 3
	switch {
	case letters < least:
		return ""
	case script == unicode.Latin:
		return usualLanguages.tell(text)
	case script == unicode.Cyrillic:
		return cyrillicLanguage(text)
	}
	return scriptLanguages[script]
}

// scriptLanguages are the scripts that one known language uses, or one far more than others.
var scriptLanguages = map[*unicode.RangeTable]string{
	unicode.Arabic: "ar", unicode.Greek: "el", unicode.Devanagari: "hi", unicode.Hiragana: "ja", unicode.Hangul: "ko",
	unicode.Tamil: "ta", unicode.Thai: "th", unicode.Han: "zh",
}

// scripts are looked for in this order, which decides between scripts that are found equally often.
var scripts = []*unicode.RangeTable{
	unicode.Latin, unicode.Cyrillic, unicode.Arabic, unicode.Greek, unicode.Devanagari, unicode.Hangul, unicode.Tamil,
	unicode.Thai, unicode.Hiragana, unicode.Han,
}

// mainScript returns the script of most letters of text, and how many there are. Chinese characters among Japanese
// ones are Japanese, and each of them counts as much as a word's few letters.
func mainScript(text string) (script *unicode.RangeTable, letters int) {
	const lettersAWord = 3
	count := make([]int, len(scripts))
	for _, r := range text {
		if i := scriptOf(r); i >= 0 {
			count[i]++
		}
	}
	kana, han := len(scripts)-2, len(scripts)-1
	if count[kana]*10 > count[han] {
		count[kana] += count[han]
		count[han] = 0
	}
	count[kana], count[han] = lettersAWord*count[kana], lettersAWord*count[han]
	best := 0
	for i, n := range count {
		if n > count[best] {
			best = i
		}
	}
	return scripts[best], count[best]
}

// scriptOf returns the index of the script of a letter, -1 if it is none or of another script.
func scriptOf(r rune) int {
	switch {
	case r < utf8.RuneSelf:
		if 'a' <= r|0x20 && r|0x20 <= 'z' {
			return 0
		}
		return -1
	case unicode.Is(unicode.Katakana, r):
		r = 'あ'
	}
	for i, s := range scripts {
		if unicode.Is(s, r) {
			return i
		}
	}
	return -1
}

// cyrillicLanguage tells Ukrainian from Russian by the letters that the other does not have. Other languages in
// Cyrillic script are not known and go with Russian unless they have Ukrainian letters.
func cyrillicLanguage(text string) string {
	ukrainian, russian := 0, 0
	for _, r := range text {
		switch unicode.ToLower(r) {
		case 'і', 'ї', 'є', 'ґ':
			ukrainian++
		case 'ы', 'э', 'ъ', 'ё':
			russian++
		}
	}
	if ukrainian > russian {
		return "uk"
	}
	return "ru"
}

// detectLanguage looks at the draft's own text, without its furniture.
func detectLanguage(d draft) Field {
	var own []byte
	for _, b := range d.blocks {
		if b.Kind != Furniture && len(own) < tellingBytes {
			own = append(append(own, shorten(d.text[b.Start:b.End], tellingBytes)...), '\n')
		}
	}
	if lang := DetectLanguage(string(own)); lang != "" {
		return Field{lang, "detected"}
	}
	return Field{}
}
