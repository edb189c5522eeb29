package message

import "regexp"

// tag matches what Discord shows as a name, an image or a time: mentions of users, roles, channels and everybody, custom
// emoji, timestamps, commands and places of a server.
var tag = regexp.MustCompile(`^(?:<(?:@[!&]?|#)[0-9]+>|<a?:[A-Za-z0-9_]+:[0-9]+>|<t:-?[0-9]+(?::[A-Za-z])?>|</[^<>:\n]{1,100}:[0-9]+>|<id:[a-z]+>|@(?:everyone|here)\b)`)

// tagLength returns the length of the tag that s begins with, 0 without one.
func tagLength(s string) int {
	if s[0] != '<' && s[0] != '@' {
		return 0
	}
	return len(tag.FindString(s))
}
