package message

import (
	"errors"
	"fmt"
	"strings"
)

// What may stand in the lines around the quotes, which hold our phrases and escaped names:
//
//   - bold that opens and closes in the line, and the marks of small text and of lists at its start;
//   - masked links to http and https addresses;
//   - a backslash before any character of markup, which makes it literal;
//   - of markup without one only what cannot do harm inside a line: punctuation and brackets.
//
// Everything else that Discord reads is an error: mentions, timestamps, emoji and commands begin with "<" or "@", bare
// addresses hold "://", a block quote may also begin with spaces or be ">>>", and code, spoilers or emphasis that open
// in one line could run on over a quote and change how it looks.

// live are the strings that do harm anywhere in a line of ours, unless escaped or in the address of a masked link.
var live = [...]string{"<", "@", "`", "_", "||", "~~", "://", "\r", "\u2028", "\u2029"}

// checkOwnLine reports what may not stand in a line outside block quotes. Its errors say where and not what the line
// says: it may be somebody's question.
func checkOwnLine(line string) error {
	if strings.HasPrefix(strings.TrimLeft(line, spaces), ">") {
		return errors.New("it begins like a block quote")
	}
	bold := false
	for rest := line; rest != ""; {
		n, mark, err := readOwn(rest)
		if err != nil {
			return fmt.Errorf("%w at byte %d", err, len(line)-len(rest))
		}
		bold = bold != mark
		rest = rest[n:]
	}
	if bold {
		return errors.New("bold is not closed")
	}
	return nil
}

// readOwn returns the length of what s begins with, and whether it is a mark of bold.
func readOwn(s string) (n int, bold bool, err error) {
	switch {
	case s[0] == '\\' && len(s) > 1 && isMarkup(s[1]):
		return 2, false, nil
	case strings.HasPrefix(s, "](") && !isWebLink(s):
		return 0, false, errors.New("a link to no web address")
	case strings.HasPrefix(s, "]("):
		return strings.IndexByte(s, ')') + 1, false, nil
	case strings.HasPrefix(s, boldMark) && !strings.HasPrefix(s[len(boldMark):], "*"):
		return len(boldMark), true, nil
	case s[0] == '*':
		return 0, false, errors.New("emphasis that is not ours")
	}
	for _, l := range live {
		if strings.HasPrefix(s, l) {
			return 0, false, fmt.Errorf("live %q", l)
		}
	}
	return 1, false, nil
}

// isWebLink reports whether s, from the closing bracket on, has the address of a masked link as pageAddress makes it.
func isWebLink(s string) bool {
	address, _, closed := strings.Cut(strings.TrimPrefix(s, "]("), ")")
	web := strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
	return closed && web && !strings.ContainsAny(address, " \t\n\"()<>\\|^`{}*")
}
