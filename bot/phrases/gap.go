package phrases

import (
	"fmt"
	"strings"
)

// Gap is a phrase with one gap: %d where A is int, %s where it is string, %.1f where it is float64.
type Gap[A any] string

// With returns the phrase with a in its gap.
func (g Gap[A]) With(a A) string { return fmt.Sprintf(string(g), a) }

// Gaps is a phrase with two gaps. Where a language needs them in another order they are numbered: %[2]d.
type Gaps[A, B any] string

// With returns the phrase with a and b in its gaps.
func (g Gaps[A, B]) With(a A, b B) string { return fmt.Sprintf(string(g), a, b) }

// Gaps3 is a phrase with three gaps.
type Gaps3[A, B, C any] string

// With returns the phrase with a, b and c in its gaps.
func (g Gaps3[A, B, C]) With(a A, b B, c C) string { return fmt.Sprintf(string(g), a, b, c) }

// matches reports whether text is a format with some numbers in its gaps, which are all %d.
func matches(format, text string) bool {
	before, after, gap := strings.Cut(format, "%d")
	text, found := strings.CutPrefix(text, before)
	if !found || !gap {
		return found && text == ""
	}
	rest := strings.TrimLeft(text, "0123456789")
	return rest != text && matches(after, rest)
}

// Matches reports whether text is the phrase p about two numbers.
func Matches(p Gaps[int, int], text string) bool { return matches(string(p), text) }
