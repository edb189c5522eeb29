package main

import (
	"fmt"
	"strconv"
	"strings"
)

// count returns n with the noun in the number that goes with it, such as "1 document" or "1,200 documents".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands returns n with a comma before every three digits.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	if n < 0 {
		return "-" + thousands(-n)
	}
	var parts []string
	for ; len(digits) > 3; digits = digits[:len(digits)-3] {
		parts = append([]string{digits[len(digits)-3:]}, parts...)
	}
	return strings.Join(append([]string{digits}, parts...), ",")
}

// some joins at most limit of the names and says how many there are beyond.
func some(names []string, limit int, separator string) string {
	if len(names) <= limit {
		return strings.Join(names, separator)
	}
	return fmt.Sprintf("%s%s… (%s more)", strings.Join(names[:limit], separator), separator, thousands(len(names)-limit))
}

// texts returns what the errors say.
func texts(errs []error) []string {
	var out []string
	for _, err := range errs {
		out = append(out, err.Error())
	}
	return out
}
