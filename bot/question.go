package bot

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestQuestion is in characters. A question of more is rarely one, and its answer's first line could not show it.
const longestQuestion = 300

// greetings are what people say to somebody before they ask. A search would look for them.
var greetings = strings.Fields(`hey hi hello yo ok okay thanks thank-you please hallo moin danke bitte salut bonjour merci
	hola gracias ciao grazie olá obrigado привет здравствуйте спасибо merhaba مرحبا`)

// noWords are what Discord shows as a picture or a name: emoji of a server, mentions of members, roles and channels,
// timestamps, and bare addresses.
var noWords = regexp.MustCompile(`<(?:a?:\w+:|@[!&]?|#|t:|/[^:>]*:)[^>\s]*>|https?://\S+`)

// tidyQuestion returns a question in one line, without a greeting before it and what is no word; "" where nothing is
// asked.
func tidyQuestion(s string) string {
	words := strings.Fields(noWords.ReplaceAllString(strings.ToValidUTF8(s, "\ufffd"), " "))
	for len(words) > 0 && slices.Contains(greetings, strings.ToLower(strings.TrimFunc(words[0], unicode.IsPunct))) {
		words = words[1:]
	}
	for len(words) > 0 && strings.IndexFunc(words[0], isWordRune) < 0 && strings.Trim(words[0], ",;.!-–—") == "" {
		words = words[1:]
	}
	question := strings.Join(words, " ")
	if strings.IndexFunc(question, isWordRune) < 0 {
		return ""
	}
	return question
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func tooLong(question string) bool { return utf8.RuneCountInString(question) > longestQuestion }
