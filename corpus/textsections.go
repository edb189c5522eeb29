package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelSections labels what is furniture because of what surrounds it.
func labelSections(parts []part) {
	labelPictures(parts)
	keepDiaryDates(parts)
	confirmWeak(parts)
	labelAuthorBox(parts)
	labelTeasers(parts)
	closeSections(parts)
}

// keepDiaryDates gives back the dates of a text that is ordered by dates.
func keepDiaryDates(parts []part) {
	const longest, enough = 40, 500
	dates, looked := 0, 0
	for i := range parts {
		if p := &parts[i]; len(p.text) <= longest && looked < enough {
			looked++
			if p.is(rulePageDate) || own(p) && isPageDate(p.text) {
				dates++
			}
		}
	}
	for i := range parts {
		if p := &parts[i]; dates > 2 && p.is(rulePageDate) {
			p.Kind, p.Rule = Paragraph, ""
		}
	}
}

// confirmWeak makes weak phrases furniture where they stand beside other furniture or each other.
func confirmWeak(parts []part) {
	for i := 0; i < len(parts); {
		n, strong := i, 0
		for n < len(parts) && (parts[n].weak != "" || parts[n].Kind == Furniture) {
			if parts[n].weak == "" && parts[n].Rule != rulePageDate && parts[n].Rule != ruleRule {
				strong++
			}
			n++
		}
		for j := i; j < n; j++ {
			if p := &parts[j]; p.weak != "" && (strong > 0 || n-i > 2) {
				p.Kind, p.Rule = Furniture, p.weak
			}
			parts[j].weak = ""
		}
		i = max(n, i+1)
	}
}

// labelTeasers labels titles of other articles that were cut off, standing alone between blank lines.
func labelTeasers(parts []part) {
	for i := range parts {
		p := &parts[i]
		if !own(p) || p.ending != endsEllipsis || !p.upper || p.words < 4 || p.words > 25 || i == 0 || p.gap == 0 ||
			i+1 < len(parts) && parts[i+1].gap == 0 || strings.Contains(p.text, ". ") || strings.ContainsAny(p.text, "“”\"«»") {
			continue
		}
		beside := parts[i-1].Kind == Furniture || i+1 < len(parts) && parts[i+1].Kind == Furniture
		if beside || cutMark.MatchString(p.text) || titleCase(p.text) {
			p.Kind, p.Rule = Furniture, ruleTeaser
		}
	}
}

// cutMark is the mark that sites put where they cut: an ellipsis after a space or in brackets.
var cutMark = regexp.MustCompile(`(?:\s(?:…|\.\.\.)|\[ ?(?:…|\.\.\.) ?\])$`)

// titleCase reports whether most long words begin with a capital.
func titleCase(s string) bool {
	capital, long := 0, 0
	for _, w := range strings.Fields(s) {
		if len(w) < 4 {
			continue
		}
		long++
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) {
			capital++
		}
	}
	return long >= 4 && capital*10 >= long*8
}

var pitchWords = regexp.MustCompile(`(?i)\b(?:support|subscri\w+|donat\w+|newsletter|membership|become a|sign up|our (?:work|journalism|readers|reporting)|cookies?)\b`)

// closeSections makes everything below the heading of a list of other articles, of the comments or of the author box
// furniture, until the document's own text clearly goes on.
func closeSections(parts []part) {
	before, total := 0, 0
	for i := range parts {
		if own(&parts[i]) && parts[i].body() {
			total += parts[i].words
		}
	}
	section := ""
	var names map[string]bool // of the text above the section
	for i := range parts {
		p := &parts[i]
		switch {
		case p.Kind == Furniture && opensSection(p, before):
			if section == "" {
				names = namesAbove(parts[:i])
			}
			section = p.Rule
		case section == "" || p.Kind == Furniture:
		case goesOnAfter(section, parts, i, names, 2*before < total):
			section = ""
		default:
			p.Kind, p.Rule = Furniture, section
			total -= p.words
			continue
		}
		if own(p) && p.body() {
			before += p.words
		}
	}
}

// goOnLink is a link to more of the same article.
var goOnLink = regexp.MustCompile(`(?i)^(?:read (?:more|the full)|read full|continue|keep) ?(?:reading|story|article)?`)

// opensSection reports whether p heads a section of furniture. A link with its title on the same line heads none,
// nor does a comment link or a byline above the text.
func opensSection(p *part, before int) bool {
	switch p.Rule {
	case ruleRelated:
		return !strings.Contains(strings.TrimSuffix(p.text, ":"), ":") && p.words <= 6 && !goOnLink.MatchString(p.text)
	case ruleComments, ruleAuthor, ruleRights:
		return before > 0
	}
	return false
}

// goesOnAfter reports whether part i is the document's own text again. While most of the text is still to come, any
// sentence is; after that, comments go on to the end, and a list of other articles gives way only to what resumes.
func goesOnAfter(section string, parts []part, i int, names map[string]bool, early bool) bool {
	p := &parts[i]
	switch {
	case early:
		return own(p) && (ownText(p) || p.ending == endsStop && p.words >= 4)
	case section == ruleRights:
		return ownText(p)
	}
	return section != ruleComments && resumes(parts, i, names)
}

// resumes reports whether the document's own text goes on with part i: a paragraph that belongs to no pitch, with
// another one below it or several names of the text above.
func resumes(parts []part, i int, names map[string]bool) bool {
	if !ownText(&parts[i]) {
		return false
	}
	if i+1 < len(parts) && ownText(&parts[i+1]) {
		return true
	}
	return parts[i].words >= 30 && sharedNames(names, parts[i].text) >= 2
}

func ownText(p *part) bool {
	return own(p) && p.body() && p.ending != endsEllipsis && !pitchWords.MatchString(p.text[:min(len(p.text), shapeBytes)])
}

// namesAbove returns the capitalised words inside the sentences of the last paragraphs.
func namesAbove(parts []part) map[string]bool {
	const last = 60
	names := map[string]bool{}
	for _, p := range parts[max(0, len(parts)-last):] {
		if own(&p) && p.body() {
			for _, name := range innerNames(p.text) {
				names[name] = true
			}
		}
	}
	return names
}

// sharedNames counts how many of the names s uses.
func sharedNames(names map[string]bool, s string) int {
	shared := map[string]bool{}
	for _, name := range innerNames(s) {
		if names[name] {
			shared[name] = true
		}
	}
	return len(shared)
}

func innerNames(s string) []string {
	var out []string
	begins := true
	s = s[:min(len(s), shapeBytes)]
	for _, w := range strings.Fields(s) {
		bare := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if first, _ := utf8.DecodeRuneInString(bare); !begins && unicode.IsUpper(first) && len(bare) > 2 {
			bare, _, _ = strings.Cut(bare, "’s")
			bare, _, _ = strings.Cut(bare, "'s")
			out = append(out, bare)
		}
		begins = endingOf(w) != endsOpen
	}
	return out
}
