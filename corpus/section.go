package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headLines bounds how far from the top bylines and page dates are looked for.
const headLines = 40

// labelLines cuts furniture off lines that hold text as well, and labels what the words of one line tell.
func labelLines(lines []part) []part {
	out := make([]part, 0, len(lines))
	paragraphs := 0
	for i, l := range lines {
		if i > 0 && l.gap == 0 && goesOn(lines[i-1], l) {
			out = append(out, l)
			continue
		}
		for _, p := range cutShortcodes(l) {
			if p = labelWords(p); p.Kind == Furniture || p.weak != "" {
				out = append(out, p)
				continue
			}
			cut := []part{p}
			if i < headLines && paragraphs < 2 {
				cut = labelHead(p)
			}
			for _, p := range cut {
				out = append(out, labelCredit(p, out)...)
			}
			if p.body() {
				paragraphs++
			}
		}
	}
	return out
}

// goesOn reports whether the line is in the middle of a wrapped paragraph, where no rule may cut.
func goesOn(above, line part) bool {
	first, _ := utf8.DecodeRuneInString(line.text)
	return unicode.IsLower(first) && len(above.text) >= narrowestWrap && (above.ending == endsOpen || above.ending == endsPause)
}

func labelCredit(p part, above []part) []part {
	if p.Kind == Furniture {
		return []part{p}
	}
	var prev *part
	if len(above) > 0 {
		prev = &above[len(above)-1]
	}
	return cutCredit(p, prev)
}

// cutShortcodes cuts shortcodes off both ends of a line.
func cutShortcodes(p part) []part {
	const longest = 300
	if !strings.ContainsAny(p.text[:1]+p.text[len(p.text)-1:], "[]") || wholeShortcode.MatchString(p.text) {
		return []part{p}
	}
	var out []part
	if at := headShortcode.FindStringIndex(p.text[:min(len(p.text), longest)]); at != nil {
		head, tail := p.split(at[1])
		out, p = append(out, head.as(Furniture, ruleCode)), tail
	}
	from := max(0, len(p.text)-longest)
	if at := tailShortcode.FindStringIndex(p.text[from:]); at != nil && from+at[0] > 0 {
		head, tail := p.split(from + at[0])
		return append(out, head, tail.as(Furniture, ruleCode))
	}
	return append(out, p)
}

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
	if !isPersonName(p.text) || i+2 >= len(parts) || parts[i+1].text != p.text && (i == 0 || parts[i-1].text != p.text) {
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
		case resumes(parts, i, names) && !(section == ruleComments && 2*before >= total):
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

// opensSection reports whether p heads a section of furniture. A link with its title on the same line heads none,
// nor does a comment link or a byline above the text.
func opensSection(p *part, before int) bool {
	switch p.Rule {
	case ruleRelated:
		return !strings.Contains(strings.TrimSuffix(p.text, ":"), ":") && p.words <= 6 && !strings.HasPrefix(strings.ToLower(p.text), "read more") &&
			!strings.HasPrefix(strings.ToLower(p.text), "continue reading")
	case ruleComments, ruleAuthor, ruleRights:
		return before > 0
	}
	return false
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
