package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headParts bounds how far from the top a title or byline is looked for.
const headParts = 40

// statedMetadata collects what the page says about itself, the strongest statement first: a labelled date, the
// byline, the title line, the author box, the dateline, the date of an update. A date that stands alone is none of them: it is as often the
// day on which the page was saved.
func statedMetadata(parts []part) Metadata {
	head := parts[:min(len(parts), headParts)]
	m := datesAndBylines(head)
	m = m.or(titleMetadata(parts))
	m = m.or(authorBoxMetadata(parts, m.Author.Value))
	m = m.or(datelineMetadata(parts))
	return m.or(updateMetadata(parts))
}

func datesAndBylines(head []part) (m Metadata) {
	var by Metadata
	for i := range head {
		switch p := &head[i]; {
		case p.is(ruleLabelled) && p.says.Published.Rule == ruleLabelled:
			m = m.or(Metadata{Published: p.says.Published})
			by = by.or(Metadata{Author: p.says.Author})
		case p.is(ruleByline):
			stated := *p.says
			if stated.Published.IsZero() && i+1 < len(head) && head[i+1].is(rulePageDate) && head[i+1].gap <= 1 {
				stated.Published, _ = parseDate(head[i+1].text)
				stated.Published.Rule = ruleByline
			}
			by = by.or(stated)
		}
	}
	return m.or(by)
}

// bylineMetadata returns what bylines and labelled dates say near the head of a text that is already cut into blocks:
// from its first own block to its second paragraph.
func bylineMetadata(text string, blocks []Block) Metadata {
	var head []part
	paragraphs := 0
	for _, b := range blocks {
		if paragraphs == 2 || len(head) >= headParts {
			break
		}
		if b.Kind == Furniture && (len(head) == 0 || paragraphs > 0) {
			continue
		}
		p := newPart(text, b.Span, 1)
		head = append(head, labelHead(p)...)
		if p.body() {
			paragraphs++
		}
	}
	return datesAndBylines(head)
}

// updateMetadata returns the date of the last update, for a page that names no other.
func updateMetadata(parts []part) Metadata {
	for i := range parts {
		if p := &parts[i]; p.is(ruleLabelled) {
			return Metadata{Published: p.says.Published}
		}
	}
	return Metadata{}
}

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

// authorBoxMetadata reads the author's name and paper out of an author box.
func authorBoxMetadata(parts []part, author string) (m Metadata) {
	for i := range parts {
		p := &parts[i]
		if !p.is(ruleAuthor) {
			continue
		}
		if name, ok := strings.CutPrefix(p.text, "About "); ok && isPersonName(strings.TrimSuffix(name, ":")) {
			m = m.or(Metadata{Author: Field{strings.TrimSuffix(name, ":"), ruleAuthor}})
		}
		if name, ok := strings.CutPrefix(p.text, "Author: "); ok && isPersonName(name) || i > 0 && parts[i-1].is(ruleAuthor) && parts[i-1].text == p.text {
			m = m.or(Metadata{Author: Field{name, ruleAuthor}})
		}
		if paper := paperOf(p.text, author); paper != "" {
			m = m.or(Metadata{Publisher: Field{paper, ruleAuthor}})
		}
	}
	return m
}

// brand is one word of the name of a paper or a firm.
const brand = `\p{Lu}[\p{L}\d&'’-]*(?:\.\p{L}+)*`

var postPattern = regexp.MustCompile(`^(\p{Lu}[\p{L}.'’ -]{2,50}?) is (?:an?|the) ((?:[\p{L}-]+,? ){0,6}?)(?:reporter|correspondent|editor|journalist|columnist|writer|producer|` +
	`photographer|photojournalist|bureau chief|contributor)(?: [a-z]+){0,4}? (?:at|for|with) (?:the )?(` + brand + `(?: (?:(?:of|for|and|the|&) )*` + brand + `)*)`)

// paperOf returns the paper that a bio says its author works for now.
func paperOf(bio, author string) string {
	m := postPattern.FindStringSubmatch(bio)
	if m == nil || author != "" && m[1] != author || !isPersonName(m[1]) {
		return ""
	}
	for _, past := range []string{"former", "formerly", "ex-", "freelance", "retired"} {
		if strings.Contains(m[2], past) {
			return ""
		}
	}
	if strings.Contains(m[3], "University") || strings.Contains(m[3], "College") || strings.Contains(m[3], "School") {
		return ""
	}
	return m[3]
}

// datelineMetadata reads the agency, and the date where it has a year, out of "CITY, June 1 (Agency) –".
func datelineMetadata(parts []part) Metadata {
	i := slices.IndexFunc(parts, func(p part) bool { return p.body() })
	if i < 0 {
		return Metadata{}
	}
	m := dateline.FindStringSubmatch(parts[i].text[:min(len(parts[i].text), 120)])
	if m == nil {
		return Metadata{}
	}
	out := Metadata{Publisher: Field{m[2], ruleDateline}}
	if d, ok := parseDate(m[1]); ok && d.Day > 0 {
		d.Rule = ruleDateline
		out.Published = d
	}
	return out
}
