package message

import "strconv"

// The marks around quotes that are the same in every language.
const (
	separator = " · "
	ellipsis  = "…"
	gapLine   = smallMark + ellipsis
	bullet    = "- "
	comma     = ", "
	colon     = ": "
	dash      = " — "
)

// sourceMark begins the line about a source, and wherever else it is named by its number.
func sourceMark(number int) string { return "[" + strconv.Itoa(number) + "] " }

// paragraphMark names a paragraph by its number.
func paragraphMark(number int) string { return "¶" + strconv.Itoa(number) }
