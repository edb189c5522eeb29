package figure

import (
	"math"
	"strconv"
	"strings"
)

// Digits are grouped in threes by a comma in English, by a dot where the comma marks decimals, by an apostrophe in
// Switzerland, and by a thin or no-break space anywhere (the BIPM's rule); an ordinary space counts as one where that is usual, or
// before two groups or more. Indian grouping, 12,34,567, is read as well. A run that fits no rule, such as the version
// 1.2.3, is no number.

// written is a number in digits.
type written struct {
	value    float64
	decimals int
	// bare is true without separators and decimals, as a year is written.
	bare bool
}

// parseDigits reads one token of digits.
func parseDigits(text string, decimalComma bool) (written, bool) {
	point, group := ".", ","
	if decimalComma {
		point, group = ",", "."
	}
	text = strings.ReplaceAll(text, "’", "'")
	whole, fraction, hasFraction := strings.Cut(text, point)
	if strings.ContainsAny(fraction, ".,'") {
		return written{}, false
	}
	if groups := splitAny(whole, group+"'"); len(groups) > 1 {
		if !grouped(groups) {
			return oddDecimal(text, group)
		}
		whole = strings.Join(groups, "")
	}
	return number64(whole, fraction, !hasFraction && whole == text)
}

// oddDecimal reads "3,5" in English or "3.5" in German: not a group, so the other language's decimal.
func oddDecimal(text, point string) (written, bool) {
	whole, fraction, _ := strings.Cut(text, point)
	if strings.ContainsAny(whole+fraction, ".,'") || len(fraction) > 2 {
		return written{}, false
	}
	return number64(whole, fraction, false)
}

func number64(whole, fraction string, bare bool) (written, bool) {
	if len(whole)+len(fraction) > 18 {
		return written{}, false
	}
	s := whole
	if fraction != "" {
		s += "." + fraction
	}
	v, err := strconv.ParseFloat(s, 64)
	return written{v, len(fraction), bare}, err == nil
}

func splitAny(s, seps string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(seps, r) })
}

// grouped reports whether groups are thousands, or lakhs and crores.
func grouped(groups []string) bool {
	last := len(groups) - 1
	if len(groups[0]) == 0 || len(groups[0]) > 3 || len(groups[last]) != 3 {
		return false
	}
	size := len(groups[1])
	for _, g := range groups[1:last] {
		if len(g) != size || size < 2 || size > 3 {
			return false
		}
	}
	return groups[0] != "0"
}

// digitsAt reads a number in digits, its groups set apart by spaces included, and returns the token after it.
func (s *scan) digitsAt(i int) (written, int) {
	if s.at(i).kind != digits {
		return written{}, i
	}
	if w, next := s.spacedGroups(i); next > i {
		return w, next
	}
	w, ok := parseDigits(s.low(i), s.words.decimalComma)
	if !ok {
		return written{}, i
	}
	if f, ok := vulgar[s.low(i+1)]; ok && s.at(i+1).glued {
		return written{value: w.value + f, decimals: 2}, i + 2
	}
	return w, i + 1
}

var vulgar = map[string]float64{"½": .5, "¼": .25, "¾": .75, "⅓": 1. / 3, "⅔": 2. / 3}

// spacedGroups reads "3 000".
func (s *scan) spacedGroups(i int) (written, int) {
	whole := s.low(i)
	if len(whole) > 3 || strings.ContainsAny(whole, ".,'’") || strings.HasPrefix(whole, "0") {
		return written{}, i
	}
	next, ordinary := i+1, false
	for ; s.at(next).kind == digits && len(s.low(next)) == 3 && len(whole) < 15; next++ {
		between := s.text[s.at(next-1).End:s.at(next).Start]
		if between != " " && between != "\u00a0" && between != "\u2009" && between != "\u202f" {
			break
		}
		ordinary = ordinary || between == " " && s.low(next)[0] != '0' // "3 000" can be nothing else
		whole += s.low(next)
	}
	if next == i+1 || ordinary && !s.words.spaceGroups && next < i+3 {
		return written{}, i
	}
	w, ok := number64(whole, "", false)
	if !ok {
		return written{}, i
	}
	return w, next
}

// lastDigit is the worth of the last digit written.
func (w written) lastDigit() float64 { return math.Pow(10, -float64(w.decimals)) }
