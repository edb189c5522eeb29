package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleMetadata finds the title: the first title-like line above the first paragraph. A lone word or two above it is
// the section of the site.
func titleMetadata(parts []part) Metadata {
	title := ""
	for i := range parts[:min(len(parts), headParts)] {
		p := &parts[i]
		if p.body() || p.Kind == Caption || p.Kind == ListItem || p.Kind == Table {
			break
		}
		if p.Kind != Paragraph || isPageDate(p.text) {
			continue
		}
		if !p.titleLike() || i+1 == len(parts) {
			break
		}
		if title == "" || countWords(title) < 3 && p.words > 3 && p.gap > 0 && isKicker(title) {
			title = p.text
		}
	}
	if title == "" || !announces(parts) {
		return Metadata{}
	}
	suffix := siteSuffix(title)
	if suffix != "" && !trustSite(title, suffix, parts) {
		suffix = ""
	}
	m := Metadata{Title: Field{strings.TrimSpace(title[:len(title)-len(suffix)]), ruleTitle}}
	if suffix != "" {
		m.Publisher = Field{strings.Trim(suffix, siteMarks), ruleTitle}
	}
	return m
}

// announces reports whether there is a paragraph for a title to stand above.
func announces(parts []part) bool {
	return slices.ContainsFunc(parts, func(p part) bool { return p.body() || p.Kind == ListItem })
}

// isKicker reports whether a short first line names a section of a site rather than the text.
func isKicker(s string) bool {
	_, known := book.find(plainWords(s))
	return known || s == strings.ToUpper(s) || countWords(s) == 1 || institution.MatchString(s)
}

const siteMarks = " |–—-»·:"

var (
	lastSite    = regexp.MustCompile(`^.*\S(\s+(?:\||–|—|-|»|·|::)\s+\S.*)$`)
	institution = regexp.MustCompile(`(?i)\b(?:organi[sz]ation|news|times|post|journal|herald|daily|weekly|magazine|gazette|tribune|institute|foundation|cent(?:er|re)|` +
		`blog|press|media|network|radio|tv|television|review|observer|guardian|today|online|university|council|association|society|independent|telegraph|mirror|` +
		`standard|chronicle|courier|bulletin|monitor|report|record|register|mail|express|globe|star|echo|agency|broadcasting|ministry|department|library|museum|` +
		`zeitung|nachrichten|rundfunk|diario|periódico|noticias|presse|gazeta|газета|новости)\b|\.(?:com|org|net|info|io|news|co\.uk|de|fr|eu|ru|es)$`)
	brandWord = regexp.MustCompile(`^\p{Lu}{2,}$|^\p{Lu}\p{Ll}+\p{Lu}|\.|^` + agencyPattern + `$`)
	genreWord = regexp.MustCompile(`(?i)^(?:analysis|opinion|video|videos|live|interview|review|reviews|photos|pictures|update|updates|updated|explainer|explained|part|` +
		`comment|editorial|obituary|report|study|survey|poll|faq|guide|faqs|sitemap|details|home|search|overview|introduction|summary|conclusion|background)\b`)
)

// siteSuffix returns the end of a title line that may name the site, with the sign before it, or "".
func siteSuffix(title string) string {
	m := lastSite.FindStringSubmatch(title)
	if m == nil {
		return ""
	}
	words := strings.Fields(strings.Trim(m[1], siteMarks))
	if len(words) == 0 || len(words) > 7 {
		return ""
	}
	for i, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		small := i > 0 && slices.Contains([]string{"of", "for", "the", "and", "&", "in", "on", "at", "de", "la", "für", "der", "und"}, w)
		if !small && !unicode.IsUpper(first) && !strings.Contains(w, ".") {
			return ""
		}
	}
	return m[1]
}

// trustSite reports whether the suffix names the site rather than going on with the title: the sign is one that only
// sites use, or the words name an institution, or the page says them again.
func trustSite(title, suffix string, parts []part) bool {
	site := strings.Trim(suffix, siteMarks)
	if countWords(title)-countWords(suffix) < 2 || genreWord.MatchString(site) {
		return false
	}
	if countWords(site) == 1 && !brandWord.MatchString(site) && !institution.MatchString(site) {
		return countWords(title) > 5
	}
	if strings.ContainsAny(suffix, "|»") || strings.Contains(suffix, "::") || institution.MatchString(site) || countWords(site) == 1 {
		return true
	}
	return slices.ContainsFunc(parts, func(p part) bool { return p.is(ruleRights) && strings.Contains(p.text, site) })
}
