package corpus

import (
	"regexp"
	"slices"
	"strings"
)

var jobTitle = regexp.MustCompile(`(?i)\b(?:reporter|correspondent|editor|journalist|columnist|writer|producer|contributor|photographer|photojournalist|bureau chief|analyst|author|intern|fellow)s?\b`)

// labelAuthorBox labels the author's name where it stands alone, the job title under it and the bio.
func labelAuthorBox(parts []part) {
	author := datesAndBylines(parts[:min(len(parts), headParts)]).Author.Value
	for i := range parts {
		p := &parts[i]
		boxed := i > 0 && parts[i-1].is(ruleAuthor)
		switch {
		case !own(p):
		case author != "" && p.text == author, isAboutName(parts, i, author), isNameTwice(parts, i):
			p.Kind, p.Rule = Furniture, ruleAuthor
		case boxed && p.words <= 8 && p.titleLike() && jobTitle.MatchString(p.text),
			boxed && isBio(p.text, ""), author != "" && isBio(p.text, author) && pastHalf(parts, i):
			p.Kind, p.Rule = Furniture, ruleAuthor
		}
	}
}

// isAboutName reports whether part i heads an author box: "About" and the byline's name, or a person's name above
// other furniture, the end or a bio.
func isAboutName(parts []part, i int, author string) bool {
	name, ok := strings.CutPrefix(strings.TrimSuffix(parts[i].text, ":"), "About ")
	if !ok || !isPersonName(name) {
		return false
	}
	if name == author || i+1 == len(parts) {
		return true
	}
	return parts[i+1].Kind == Furniture || isBio(parts[i+1].text, name) && jobTitle.MatchString(parts[i+1].text)
}

// isNameTwice reports whether part i and a neighbour are the same name, above a job title or a bio.
func isNameTwice(parts []part, i int) bool {
	p := &parts[i]
	if i < 3 || !pastHalf(parts, i) || !isPersonName(p.text) || i+2 >= len(parts) || parts[i+1].text != p.text && (i == 0 || parts[i-1].text != p.text) {
		return false
	}
	after := parts[i+1 : min(len(parts), i+3)]
	return slices.ContainsFunc(after, func(q part) bool { return q.words <= 8 && jobTitle.MatchString(q.text) || isBio(q.text, p.text) })
}

func isPersonName(s string) bool {
	n := countWords(s)
	return n >= 2 && n <= 4 && len(s) <= 60 && isName(s, 4) && !institution.MatchString(s)
}

var bioVerb = regexp.MustCompile(`^,? (?:is|was|has|covers|writes|reports|works|worked|joined|lives|serves|studied|edits)\b`)

// isBio reports whether s begins like a bio of the author, or of anybody where author is empty.
func isBio(s, author string) bool {
	if author != "" {
		rest, ok := strings.CutPrefix(s, author)
		return ok && bioVerb.MatchString(rest)
	}
	head := s[:min(len(s), 60)]
	at := strings.Index(head, " is ")
	return at > 0 && (isPersonName(head[:at]) || head[:at] == "He" || head[:at] == "She") && jobTitle.MatchString(s[:min(len(s), 300)])
}

// pastHalf reports whether at least half of the parts lie before part i.
func pastHalf(parts []part, i int) bool { return 2*i >= len(parts) }

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
