package corpus

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Years outside these are taken for other numbers: the first printed books, and a little into the future.
const earliestYear, latestYear = 1400, 2100

// longestDate bounds the bytes of a string that is a date and nothing else.
const longestDate = 80

// monthNames holds the names and abbreviations of the months, January first, in English, German, French, Spanish,
// Italian, Portuguese, Dutch and Russian.
var monthNames = [12]string{
	"january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari января январь янв",
	"february feb februar februar février fevrier févr fév febrero febbraio febbr fevereiro fev februari февраля февраль фев",
	"march mar märz maerz mär mars marzo março maart mrt марта март мар",
	"april apr avril avr abril abr aprile апреля апрель апр",
	"may mai mayo maggio mag maio mei мая май",
	"june jun juni juin junio giugno giu junho июня июнь июн",
	"july jul juli juillet juil julio luglio lug julho июля июль июл",
	"august aug août aout agosto ago augustus августа август авг",
	"september sept sep septembre septiembre setiembre settembre sett setembro set сентября сентябрь сент сен",
	"october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь окт",
	"november nov novembre noviembre novembro ноября ноябрь нояб ноя",
	"december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro декабря декабрь дек",
}

const weekdayNames = "monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun " +
	"montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so " +
	"lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim " +
	"lunes martes miércoles miercoles mié jueves jue viernes vie sábado sabado sáb domingo dom " +
	"понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс"

var months = monthNumbers()

func monthNumbers() map[string]time.Month {
	m := map[string]time.Month{}
	for i, names := range monthNames {
		for _, name := range strings.Fields(names) {
			m[name] = time.Month(i + 1)
		}
	}
	return m
}

// oneOf returns a pattern that matches the longest of the words.
func oneOf(words []string) string {
	words = slices.Clone(words)
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	return "(?:" + strings.Join(words, "|") + ")"
}

var (
	monthPattern   = `(?P<month>` + oneOf(slices.Sorted(maps.Keys(months))) + `)\.?`
	weekdayPattern = `(?:` + oneOf(strings.Fields(weekdayNames)) + `\.?,?\s+(?:den\s+|the\s+|le\s+)?)?`
	timePattern    = `(?:(?:T|\s*[,|]?\s*(?:[-–—]\s*)?(?:at\s+|um\s+|à\s+|в\s+)?)\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(?:[ap]\.?m\b\.?|uhr)?` +
		`\s*(?:\(?(?:z|utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|et|bst|c?e?est|cet|eet|msk|ist|jst|aest|aedt|sgt|hkt)\b\)?)?(?:[+-]\d{2}:?\d{2})?)?`
)

// dateShape is a way to write a date. A text without any of its signs needs no matching, which takes long.
type dateShape struct{ signs, pattern string }

// The shapes of a date, those that name the day first. Only these are looked for inside a line.
var dayShapes = []dateShape{
	{"-", `(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})`},
	{asciiSpace, weekdayPattern + monthPattern + `\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})`},
	{asciiSpace + "-", weekdayPattern + `(?P<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:of\s+|de\s+)?` + monthPattern +
		`,?[\s-]+(?:del?\s+)?(?P<y>\d{4})(?:\s*(?:года|год|г\.?))?`},
	{".", weekdayPattern + `(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})`},
	{"/", weekdayPattern + `(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})`},
	{"-", `(?P<a>\d{1,2})-(?P<b>\d{1,2})-(?P<y>\d{4})`},
	{"/.", `(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})`},
	{"年", `(?P<y>\d{4})年\s?(?P<m>\d{1,2})月\s?(?P<d>\d{1,2})日`},
}

var coarseShapes = []dateShape{
	{digits, `(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})`},
	{"-", `(?P<y>\d{4})-(?P<m>\d{2})`},
	{asciiSpace, monthPattern + `,?\s+(?:de\s+)?(?P<y>\d{4})`},
	{digits, `(?P<y>\d{4})`},
}

var (
	wholeDate = compileShapes(`^(?:\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?,?\s+)?`, timePattern+`$`, slices.Concat(dayShapes, coarseShapes))
	innerDate = compileShapes(``, timePattern, dayShapes)
)

// datePattern is a dateShape ready for use.
type datePattern struct {
	*regexp.Regexp
	signs string
}

func compileShapes(before, after string, shapes []dateShape) []datePattern {
	var out []datePattern
	for _, s := range shapes {
		out = append(out, datePattern{regexp.MustCompile(`(?i)` + before + s.pattern + after), s.signs})
	}
	return out
}

// parseDate reads a string that is a date and nothing else but its weekday and time of day. The day is the one that
// the string names, whatever its time zone. Where day and month cannot be told apart, as in 01/07/2022, it is no date.
func parseDate(s string) (Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) > longestDate || !mayBeDate(s) {
		return Date{}, false
	}
	return readDate(s)
}

func readDate(s string) (Date, bool) {
	for _, p := range wholeDate {
		if !strings.ContainsAny(s, p.signs) {
			continue
		}
		if m := p.FindStringSubmatchIndex(s); m != nil {
			return dateOf(p.Regexp, s, m)
		}
	}
	return Date{}, false
}

// mayBeDate is a quick test that spares most texts the patterns: a date begins with a number, a month or a weekday, and
// has a year. Letters beyond ASCII may be anything.
func mayBeDate(s string) bool {
	n := 0
	for n < len(s) && isASCIILetter(s[n]) {
		n++
	}
	beyond := n < len(s) && s[n] >= utf8.RuneSelf
	return hasYear(s) && (beyond || n == 0 && isDigitAt(s, 0) || datedWords[lowerASCII(s[:n])])
}

// datedWords are the months and weekdays.
var datedWords = wordSet(strings.Join(monthNames[:], " ") + " " + weekdayNames)

// hasYear reports whether s has four digits in a row.
func hasYear(s string) bool {
	n := 0
	for i := range len(s) {
		if !isDigitAt(s, i) {
			n = 0
		} else if n++; n == 4 {
			return true
		}
	}
	return false
}

// findDate returns the first date in s that names its day, and its place with weekday and time of day. A name may be
// glued to the front of a month, as in "Jane DoeMay 7, 2022".
func findDate(s string) (d Date, at Span, ok bool) {
	if !mayHoldDay(s) {
		return Date{}, Span{}, false
	}
	for _, p := range innerDate {
		if !strings.ContainsAny(s, p.signs) {
			continue
		}
		for _, m := range p.FindAllStringSubmatchIndex(s, -1) {
			found, valid := dateOf(p.Regexp, s, m)
			if valid && standsAlone(s, Span{m[0], m[1]}) && (!ok || m[0] < at.Start) {
				d, at, ok = found, Span{m[0], m[1]}, true
			}
		}
	}
	return d, at, ok
}

// mayHoldDay is a quick test that spares most texts the patterns: a year with another number close to it.
func mayHoldDay(s string) bool {
	const before, behind = 64, 8 // a weekday and the longest month between; the sign behind a year
	last := -before - 1          // where the last number ended
	for i := 0; i < len(s); i++ {
		if !isDigitAt(s, i) {
			continue
		}
		start := i
		for isDigitAt(s, i) {
			i++
		}
		if i-start >= 4 {
			year, _ := strconv.Atoi(s[start : start+4])
			near := start-last <= before || strings.ContainsAny(s[i:min(len(s), i+behind)], digits)
			if year >= earliestYear && year <= latestYear && near {
				return true
			}
		}
		last = i
	}
	return false
}

// standsAlone reports whether neither digits nor signs of a longer number touch the span.
func standsAlone(s string, at Span) bool {
	const more = digits + "-/"
	return (at.Start == 0 || !strings.ContainsRune(more+".", rune(s[at.Start-1]))) &&
		(at.End == len(s) || !strings.ContainsRune(more, rune(s[at.End])))
}

// dateOf builds the date from the named groups of a match and refuses impossible ones.
func dateOf(re *regexp.Regexp, s string, m []int) (Date, bool) {
	var d Date
	var a, b int
	for i, name := range re.SubexpNames() {
		if name == "" || m[2*i] < 0 {
			continue
		}
		group := s[m[2*i]:m[2*i+1]]
		n, _ := strconv.Atoi(group)
		switch name {
		case "y":
			d.Year = n
		case "m":
			d.Month = time.Month(n)
		case "month":
			d.Month = months[strings.ToLower(group)]
		case "d":
			d.Day = n
		case "a":
			a = n
		case "b":
			b = n
		}
		if n == 0 && name != "month" {
			return Date{}, false
		}
	}
	if a > 0 {
		d.Day, d.Month = dayAndMonth(a, b)
	}
	return d, d.plausible()
}

// dayAndMonth tells day and month apart where only one order is possible; otherwise the day is 0 and the month out
// of range.
func dayAndMonth(a, b int) (int, time.Month) {
	switch {
	case a == b || a > 12:
		return a, time.Month(b)
	case b > 12:
		return b, time.Month(a)
	}
	return 0, 13
}

func (d Date) plausible() bool {
	if d.Year < earliestYear || d.Year > latestYear || d.Month < 0 || d.Month > 12 {
		return false
	}
	return d.Day == 0 || time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Day() == d.Day
}
