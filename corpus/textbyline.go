package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	ruleByline   = "byline"
	ruleLabelled = "labelled date"
	ruleUpdated  = "date of update"
	rulePageDate = "page date" // often the day on which the page was saved
	ruleTitle    = "title line"
	ruleDateline = "dateline"
)

var (
	byMark = regexp.MustCompile(`(?i)^(?:(?:(?:written|posted|published|reported|words|text|story|report|article)\s+)?by:?\s+|` +
		`(?:author|autor|autora|автор|auteur|autore|words|text)\s*:\s*|(?:von|par|por|di)\s+)`)
	asideCell = regexp.MustCompile(`(?i)^(?:on|at|-|in \p{L}[\p{L} &]{1,30}|\d+[- ]min(?:ute)?s?(?: read)?|\d+ (?:comments?|views?|shares?)|` +
		`(?:last )?(?:updated|published|posted|modified)(?: on| at)?:?|\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?|` +
		`(?:[\p{L}-]+ ){0,3}(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|staff|photographer|analyst|producer)s?)$`)
	inSection = regexp.MustCompile(` in \p{Lu}\p{L}+(?: (?:&|and|\p{Lu}\p{L}+)){0,3}$`)
	dateMark  = regexp.MustCompile(`(?i)^(?:` +
		`(date|(?:date |first |originally )?published|date posted|posted|publication date|publish date|` +
		`veröffentlicht|erschienen|datum|publié|publicado|fecha|pubblicato|опубликовано|дата)|` +
		`((?:last )?updated|(?:last )?modified|last edited|aktualisiert|mis à jour|actualizado|aggiornato|обновлено))` +
		`(?:\s+(?:on|am|le|el|il))?\s*[:|]?\s+`)
	isoStart = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)
	dateline = regexp.MustCompile(`^\p{Lu}[\p{L} .'’/-]{1,40}(?:, ([^()–—]{3,25}?))? ?\((` + agencyPattern + `)\) ?(?:-{1,2}|–|—)`)
)

var particles = strings.Fields("de del della van von der den da dos bin ibn al el la le du di y e ter ten")

// notNames begin lines that look like a name but are none.
var notNames = strings.Fields("the a an our this that monday tuesday wednesday thursday friday saturday sunday")

var nobody = strings.Fields("admin administrator staff editor editors newsroom guest editorial редакция")

// parseByline reads a line that says who wrote the text, when, or both, and nothing else.
func parseByline(s string) (Metadata, bool) {
	if len(s) > 200 || !maySign(s) {
		return Metadata{}, false
	}
	return readByline(s)
}

func readByline(s string) (Metadata, bool) {
	var m Metadata
	cells := []string{s}
	if d, at, ok := findDate(s); ok {
		d.Rule = ruleByline
		m.Published = d
		cells = []string{s[:at.Start], s[at.End:]}
	}
	signed := false
	for _, c := range cells {
		for _, cell := range strings.FieldsFunc(c, isCellBreak) {
			cell = strings.Trim(cell, " \t\u00a0,-")
			names, by := cutByMark(cell)
			switch {
			case cell == "" || asideCell.MatchString(cell):
			case by && isByName(names, !m.Published.IsZero()):
				m.Author, signed = authorField(names), true
			case signed && isByName(cell, true): // a second author, or a paper
			default:
				return Metadata{}, false
			}
		}
	}
	if !signed {
		return Metadata{}, false
	}
	return m, true
}

// maySign is a quick test that spares most lines the search for a date and the patterns: who signs puts a colon or a word
// such as "by" before the name.
func maySign(s string) bool {
	for i := range len(s) {
		if s[i] == ':' || isASCIISpace[s[i]] && endsInMark(s[max(0, i-3):i]) {
			return true
		}
	}
	return false
}

func endsInMark(s string) bool {
	s = lowerASCII(s)
	return strings.HasSuffix(s, "by") || strings.HasSuffix(s, "di") || s == "von" || s == "par" || s == "por"
}

// signed reports whether s is a byline.
func signed(s string) bool {
	_, ok := parseByline(s)
	return ok
}

func isCellBreak(r rune) bool { return strings.ContainsRune("|·•–—/,;\n\t", r) }

func cutByMark(cell string) (names string, ok bool) {
	at := byMark.FindStringIndex(cell)
	if at == nil {
		return cell, false
	}
	names = inSection.ReplaceAllString(strings.TrimSpace(cell[at[1]:]), "")
	for _, tail := range []string{" on", " at", " -", " in"} {
		names = strings.TrimSuffix(names, tail)
	}
	return names, true
}

// isByName reports whether s is one name or several. A single word counts only where the line has a date.
func isByName(s string, dated bool) bool {
	for _, and := range []string{" and ", " & ", " und ", " et ", " y ", " и "} {
		if a, b, ok := strings.Cut(s, and); ok {
			return isByName(a, true) && isByName(b, true)
		}
	}
	words := strings.Fields(s)
	return isName(s, 5) && (len(words) > 1 || dated) || len(words) == 1 && slices.Contains(nobody, strings.ToLower(s))
}

func authorField(names string) Field {
	if slices.Contains(nobody, strings.ToLower(names)) {
		return Field{}
	}
	return Field{names, ruleByline}
}

// isName reports whether s is one to most capitalised words, with the small words that stand in names.
func isName(s string, most int) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > most || slices.Contains(notNames, strings.ToLower(words[0])) {
		return false
	}
	for i, w := range words {
		if i > 0 && slices.Contains(particles, w) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(first) || unicode.IsLower(first) || strings.ContainsFunc(w, notInName) ||
			months[strings.ToLower(w)] > 0 && i == 0 && len(words) == 1 {
			return false
		}
	}
	return true
}

func notInName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".'’-‐", r)
}

// labelledDate reads a date with a label at the beginning of s and returns how many bytes both take. What follows must
// begin anew.
func labelledDate(s string) (d Date, n int, ok bool) {
	const longest = 120
	mark := dateMark.FindStringSubmatchIndex(s[:min(len(s), longest)])
	if mark == nil {
		return Date{}, 0, false
	}
	rest := s[mark[1]:min(len(s), mark[1]+longest)]
	d, at, found := findDate(rest)
	if !found || at.Start != 0 {
		return Date{}, 0, false
	}
	if label := s[:mark[1]]; strings.EqualFold(strings.TrimSpace(label), "date") && !isoStart.MatchString(rest) {
		return Date{}, 0, false // a table's "Date May 7, 1851" is the date of something else
	}
	n = mark[1] + at.End
	d.Rule = ruleLabelled
	if mark[4] >= 0 {
		d.Rule = ruleUpdated
	}
	after := strings.TrimLeft(s[n:], " \t\u00a0|·•,;-–—)")
	return d, n, after == "" || startsAnew(s[n:]) || byMark.MatchString(after) || dateMark.MatchString(after)
}

func startsAnew(s string) bool {
	trimmed := strings.TrimLeft(s, " \t\u00a0")
	return len(trimmed) < len(s) && shapeOf(trimmed).upper
}

// isPageDate reports whether s is a date that names its day and nothing else.
func isPageDate(s string) bool {
	d, ok := parseDate(s)
	return ok && d.Day > 0
}

// labelHead labels a line near the top of the page: bylines and dates. A labelled date is cut off the sentence
// that follows it.
func labelHead(p part) []part {
	if len(p.text) <= 200 && !p.body() {
		if m, ok := parseByline(p.text); ok {
			p.says = &m
			return []part{p.as(Furniture, ruleByline)}
		}
		if isPageDate(p.text) {
			return []part{p.as(Furniture, rulePageDate)}
		}
	}
	d, n, ok := labelledDate(p.text)
	if !ok {
		return []part{p}
	}
	head, tail := p.split(n)
	head.says = &Metadata{Published: d}
	if tail.words < 4 || len(p.text) <= 200 && !tail.body() {
		by, _ := parseByline(strings.TrimLeft(p.text[n:], " ,|·•-–—"))
		p.says = &Metadata{Published: d, Author: by.Author}
		return []part{p.as(Furniture, ruleLabelled)}
	}
	return []part{head.as(Furniture, ruleLabelled), tail}
}
