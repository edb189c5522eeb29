package figure

import "strings"

// What is written like a figure and is none: reference marks [1], list numbers, telephone numbers, versions, scores and
// ratios, parts of names (Legacy 650, COVID-19, G7) and labels (section 5, page 12, no. 7).

// mark skips what is not even a candidate.
func (s *scan) mark(i int) (Figure, int) {
	t := s.at(i)
	switch {
	case t.low == "[":
		return Figure{}, s.referenceMark(i)
	case t.low == "(" && s.at(i+1).kind == digits && len(s.low(i+1)) < 3 && s.is(i+2, ")"):
		return Figure{}, i + 3
	case t.kind == digits && t.line && len(t.low) < 4 && s.is(i+1, ".", ")") && s.at(i+1).glued && !s.at(i+2).glued:
		return Figure{}, s.listNumber(i)
	case t.kind == digits && s.is(i+1, "°") && s.coordinate(i) > i:
		return Figure{}, s.coordinate(i)
	case t.low == "+" || t.kind == digits || t.low == "(":
		return Figure{}, s.telephone(i)
	}
	return Figure{}, i
}

// coordinate returns the token after a place on the globe: 53°22′37″N.
func (s *scan) coordinate(i int) int {
	k := i + 1
	for k < i+12 && s.at(k).glued && !s.is(k, "n", "s", "e", "w") {
		k++
	}
	if s.is(k, "n", "s", "e", "w") && s.at(k).glued && s.at(k).upper {
		return k + 1
	}
	return i
}

// referenceMark returns the token after "[1]" or "[ 2, 3 ]".
func (s *scan) referenceMark(i int) int {
	for k := i + 1; k < i+12; k++ {
		switch t := s.at(k); {
		case t.low == "]" && k > i+1:
			return k + 1
		case t.kind != digits && t.low != "," && !s.dash(k):
			return i
		}
	}
	return i
}

// listNumber returns the token after "1." at the start of a line, unless a month follows ("1. Januar").
func (s *scan) listNumber(i int) int {
	if _, ok := s.words.months[s.low(i+2)]; ok {
		return i
	}
	return i + 2
}

// telephone returns the token after a telephone number: four groups of digits or more, or three after a plus sign or
// parentheses, seven digits at least. Spaced thousands all have three digits and are not taken.
func (s *scan) telephone(i int) int {
	k, groups, count, thousands := i, 0, 0, true
	start := s.is(i, "+", "(")
	for ; k < i+14; k++ {
		t := s.at(k)
		if t.kind == digits && !strings.ContainsAny(t.low, ",'’") && len(t.low) < 12 {
			groups++
			count += len(t.low)
			thousands = thousands && (groups == 1 || len(t.low) == 3)
			continue
		}
		if t.kind != symbol || !strings.Contains("+()-‑.", t.low) || k > i && !t.glued && !s.is(k, "(") {
			break
		}
	}
	need := 4
	if start {
		need = 3
	}
	if groups < need || count < 7 || thousands && !start || s.is(k, "%") {
		return i
	}
	for k > i && s.at(k-1).kind != digits {
		k--
	}
	return k
}

// foreign reports whether the number from token i up to next is part of a longer word or sign: G7, COVID-19, 3D, 9/11,
// 3:2, id=5, a fraction of a version. Units and endings that the rules know are not foreign.
func (s *scan) foreign(i, next int) bool {
	before := s.at(i - 1)
	if s.at(i).kind == word && s.hyphen(i-1) && s.at(i-2).kind == word && !s.is(i-2, "mid") {
		return true // non-zero
	}
	if s.at(i).glued && i > 0 && s.at(i).kind == digits {
		if before.kind == word && currencySigns[before.low] == "" && !currencyCodes[strings.ToUpper(before.low)] {
			return true
		}
		if strings.Contains("=/_#@&\\.:№§", before.low) && before.kind == symbol {
			return true
		}
		if s.dash(i-1) && before.glued && s.at(i-2).kind != gap && !s.is(i-2, "mid", "-") && !s.yearsAround(i-1) {
			return true
		}
	}
	return s.foreignEnd(next)
}

// yearsAround reports whether four digits stand on either side of the dash at token i.
func (s *scan) yearsAround(i int) bool {
	a, b := s.at(i-1), s.at(i+1)
	return a.kind == digits && b.kind == digits && len(a.low) == 4 && len(b.low) == 4
}

func (s *scan) foreignEnd(next int) bool {
	after := s.at(next)
	if !after.glued || s.at(next-1).kind != digits {
		return s.hyphen(next) && s.at(next+1).kind == digits
	}
	if s.hyphen(next) && s.is(next+1, s.words.of...) {
		return true // 8-of-10
	}
	if after.kind == word {
		return !s.known(next)
	}
	if strings.Contains(":/_=@", after.low) {
		return s.at(next+1).glued && s.at(next+1).kind != gap
	}
	return s.hyphen(next) && s.at(next+1).kind == digits
}

// known reports whether the word that touches a number is a unit, a currency or an ending.
func (s *scan) known(k int) bool {
	low := s.low(k)
	if s.words.durations[low] > 0 || currencySigns[low] != "" || low == "s" {
		return true
	}
	if _, ok := s.words.money[low]; ok {
		return true
	}
	_, ok := s.unitAt(k)
	_, scale := s.scales(k)
	return ok > k || scale > k || s.currencyCode(k)
}

func (s *scan) currencyCode(k int) bool {
	_, next := s.currencyAt(k)
	return next > k
}

// nameOrLabel reports whether a, which ends before token next, is part of a name or a label.
func (s *scan) nameOrLabel(a amount, rel relation, next int) bool {
	if rel != plain {
		return false
	}
	before := a.first - 1
	if s.is(before, ".") && s.words.labels[s.low(before-1)] && (s.at(before).glued || s.is(before-1, "p", "pp", "vol")) {
		return true
	}
	if s.words.labels[s.low(before)] && s.at(before).kind == word || s.is(before, "#", "№", "¶", "§", "º") {
		return a.bare // but "the clans number 30,000"
	}
	if s.is(before, "and", "or", ",", "–", "-") && s.at(before-1).kind == digits &&
		(s.words.labels[s.low(before-2)] || s.is(before-2, ".") && s.words.labels[s.low(before-3)]) {
		return true // the second of "articles 106 and 107"
	}
	if s.wordInName(a.first, next) {
		return true
	}
	return a.bare && s.nameBefore(a.first) && !s.clearlyCounts(next)
}

// wordInName reports whether the numeral from token i up to next is a word of a name, as in "the Four Winds".
func (s *scan) wordInName(i, next int) bool {
	if t := s.at(i); t.kind != word || !t.upper || s.sentenceStart(i) || s.words.capitals {
		return false
	}
	before, after := s.at(i-1), s.at(next)
	return before.kind == word && before.upper && !s.sentenceStart(i-1) || after.kind == word && after.upper || before.low == "the"
}

// nameBefore reports whether the word before token i is a name: it has a capital and does not just start a sentence.
func (s *scan) nameBefore(i int) bool {
	t := s.at(i - 1)
	if t.kind != word || !t.upper {
		return false
	}
	if s.words.stops[t.low] || s.words.ones[t.low] > 0 || s.words.weekdays[t.low] > 0 || t.low == "sunday" || openers[t.low] {
		return false
	}
	_, months := s.words.months[t.low]
	return !months && !(s.words.capitals && s.sentenceStart(i-1))
}

// openers are words that start a sentence before a number.
var openers = set(`about around some only over nearly almost another approximately exactly roughly more less least most
	just these those there all both many police officials meanwhile today yesterday killed total totals altogether
	overall currently officially eventually finally initially together population authorities also however reportedly
	unfortunately now next last first with without among et und en dans à au il elle en el la los las в на за из`)

// clearlyCounts reports whether persons or the like follow, which are counted even after a name: "In Almaty 26
// people"; users are not, for "Windows 10 users".
func (s *scan) clearlyCounts(i int) bool {
	noun, _ := s.noun(i, 2, false)
	return noun == "times" || noun != "" && classOf(noun) != thing && noun != "users" && noun != "passengers" && noun != "pilots"
}

// ageInApposition reports whether a is an age set off by commas after a name: "Vera Holm, 26, said".
func (s *scan) ageInApposition(a amount, i, next int) bool {
	return a.bare && a.Grain == 0 && a.Low >= 10 && a.Low <= 115 && i == a.first && s.is(i-1, ",") && s.at(i-2).upper &&
		s.at(i-2).kind == word && s.is(next, ",", ".") && !s.sentenceStart(i-2) && s.at(i-3).upper
}
