package corpus

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Front matter, JSONL lines and sources.yaml state metadata in the same words. stated reads them from the values of
// an object, whose keys may be spelt in several ways.

// statedKeys maps what a key is called to what it means.
var statedKeys = map[string]string{
	"title": "title", "headline": "title",
	"author": "author", "authors": "author", "byline": "author", "creator": "author",
	"publisher": "publisher", "site": "publisher", "site_name": "publisher", "source": "publisher",
	"published": "published", "date": "published", "publication_date": "published", "date_published": "published", "pubdate": "published",
	"url": "url", "link": "url", "canonical": "url", "permalink": "url",
	"lang": "lang", "language": "lang",
}

func statedKey(key string) string { return strings.ReplaceAll(lowerASCII(key), "-", "_") }

// stated returns the metadata that values state, each field found by rule, and a remark for every value that cannot
// be used. Keys that are not metadata are passed over.
func stated(values map[string]any, rule string) (Metadata, []remark) {
	var m Metadata
	var notes []remark
	for _, key := range slices.Sorted(maps.Keys(values)) {
		meaning := statedKeys[statedKey(key)]
		if meaning == "" {
			continue
		}
		value := plainLine(textOf(values[key]))
		if value == "" {
			continue
		}
		if mend := m.state(meaning, value, rule); mend != "" {
			notes = append(notes, remark{fmt.Sprintf("its %s %s cannot be used", key, strconv.Quote(value)), mend})
		}
	}
	return m, notes
}

// state sets one field, unless it is set, and returns how to mend a value that cannot be used.
func (m *Metadata) state(meaning, value, rule string) (mend string) {
	set := func(f *Field, v string) {
		if f.Value == "" {
			*f = Field{v, rule}
		}
	}
	switch meaning {
	case "title":
		set(&m.Title, value)
	case "author":
		set(&m.Author, value)
	case "publisher":
		set(&m.Publisher, value)
	case "url":
		if !isWebURL(value) {
			return "give a full address that begins with https:// or http://"
		}
		set(&m.URL, value)
	case "lang":
		code, ok := languageCode(value)
		if !ok {
			return "give a language code such as en"
		}
		set(&m.Language, code)
	case "published":
		d, ok := statedDate(value)
		if !ok {
			return "write the date as 2022-01-07"
		}
		if m.Published.IsZero() {
			d.Rule = rule
			m.Published = d
		}
	}
	return ""
}

// textOf returns a scalar as text and a list as its parts joined by commas; objects are taken by their name.
func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case fmt.Stringer: // json.Number
		return v.String()
	case []any:
		var parts []string
		for _, e := range v {
			if s := strings.TrimSpace(textOf(e)); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		return textOf(v["name"])
	}
	return ""
}

// statedDate reads a date that a field for dates states. Of a point in time only the day is kept, as its publisher
// wrote it, whatever the time zone.
func statedDate(s string) (Date, bool) {
	const day = len("2006-01-02")
	if len(s) > day && (s[day] == 'T' || s[day] == ' ') {
		if t, err := time.Parse("2006-01-02", s[:day]); err == nil && t.Year() > 0 {
			return dayOf(t), true
		}
	}
	if t, err := time.Parse("2006-01-02", s); err == nil && t.Year() > 0 {
		return dayOf(t), true
	}
	if t, err := time.Parse("2006-01", s); err == nil && t.Year() > 0 {
		return Date{Year: t.Year(), Month: t.Month()}, true
	}
	if y, err := strconv.Atoi(s); err == nil && len(s) == 4 && y >= 1000 {
		return Date{Year: y}, true
	}
	return parseDate(s)
}

func dayOf(t time.Time) Date { return Date{Year: t.Year(), Month: t.Month(), Day: t.Day()} }

// isWebURL reports whether s is an absolute web address that is safe to show as a link.
func isWebURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil &&
		!strings.ContainsFunc(s, func(r rune) bool {
			return unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("<>\"`|\\", r)
		})
}

// languageCode returns the primary part of a language tag such as en-GB.
func languageCode(tag string) (string, bool) {
	code, _, _ := strings.Cut(strings.ReplaceAll(lowerASCII(tag), "_", "-"), "-")
	if len(code) < 2 || len(code) > 3 || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
		return "", false
	}
	return code, true
}

// plainLine returns s on one line: white space collapsed, invisible characters gone, and cut where nobody reads on.
func plainLine(s string) string {
	const longest = 300 // characters
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
	if worstEffect(s) > spelling {
		s = strings.TrimSpace(strings.Map(func(r rune) rune {
			if isUnseen(r) {
				return -1
			}
			return r
		}, s))
	}
	n := 0
	for i := range s {
		if n++; n > longest {
			return strings.TrimSpace(s[:i]) + "…"
		}
	}
	return s
}

// tidy returns m with every field fit to be shown on one line, and without addresses that are none.
func (m Metadata) tidy() Metadata {
	for _, f := range []*Field{&m.Title, &m.Author, &m.Publisher, &m.Language} {
		if f.Value = plainLine(f.Value); f.Value == "" {
			*f = Field{}
		}
	}
	if !isWebURL(m.URL.Value) {
		m.URL = Field{}
	}
	return m
}
