package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pictures leave three things in a text: a label, a caption and a credit. The caption is a sentence about the scene
// and may be quoted; the label and the credit are furniture.

const (
	ruleCredit     = "photo credit"
	ruleImageLabel = "image label"
	ruleCaption    = "caption with credit"
)

var agencies = strings.Split("AP|AFP|EPA|EPA-EFE|EFE|Reuters|REUTERS|Getty|Getty Images|TASS|RIA Novosti|Sputnik|Xinhua|Anadolu|Anadolu Agency|AA|Bloomberg|"+
	"DPA|dpa|Shutterstock|Alamy|iStock|Unsplash|Pixabay|Pexels|Flickr|Wikimedia|Wikimedia Commons|PA|PA Wire|PA Images|ZUMA|Sipa|SIPA|Magnum|NurPhoto|"+
	"Kyodo|Yonhap|ANSA|UPI|NTB|TT|CTK|MTI|picture alliance|imago|IMAGO|Handout|Pool|Twitter|Facebook|Telegram|Instagram|YouTube|Screenshot", "|")

var agencyPattern = `(?:` + oneOf(agencies) + `|CC[- ]BY[-\w. ]*)`

const namePattern = `\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|van|von|der|den|da|dos|del|bin|al|el|la|le|di) )*\p{Lu}[\p{L}.'’-]*){0,4}`

var (
	// "AP Photo/Jane Doe", "Jane Doe / Pool / Reuters", "Photo by Jane Doe", "Credit: City of X"
	creditLine = regexp.MustCompile(`^\(?(?:` +
		`(?:` + namePattern + ` ?[/|] ?){1,3}` + agencyPattern + `(?:,? (?:File|file photo|Images))?` +
		`|` + agencyPattern + `(?: Photo| Images| Pictures)? ?[/|] ?` + namePattern + `(?:,? (?:File|file photo))?` +
		`|` + agencyPattern + ` (?:Photo|Images|Pictures|file photo|File)` +
		`|(?:(?:Photo|Image|Picture|Photograph|Photos|Images|Illustration|Graphic|Video|Foto|Bild|Crédit photo|Imagen|Фото)(?:graphy)?(?:s? (?:credit|courtesy|source)s?)?` +
		`(?::| by| courtesy of| courtesy| von| de)|(?:Photo |Image |Picture )?[Cc]redits?:|(?:PHOTO|IMAGE|CREDIT|FOTO|PHOTO CREDIT):|Courtesy(?: of|:)|©) ?[^.:;!?]{2,80}` +
		`)\)?\.?$`)

	// A credit glued to the front of its caption.
	headCredit = regexp.MustCompile(`^(?:(?:` + agencyPattern + `|\p{Lu}\p{L}+) (?:Photo|Images|Pictures)|` + agencyPattern + `) ?/ ?(` + namePattern + `) `)

	// A credit in brackets behind the caption.
	tailCredit  = regexp.MustCompile(`\s*[(\[](?:[^()\[\]]{0,60}[/|,] ?)?(?:` + agencyPattern + `(?: Photo| Images)?|(?:Photo|Image|Foto|Courtesy|Credit|Picture)[^()\[\]]{0,60}|` + agencyPattern + `(?: Photo| Images)? ?[/|] ?[^()\[\]]{2,60})[)\]]\.?$`)
	shortInside = regexp.MustCompile(`[.!?”"] ?\(\p{Lu}[\p{L}.'’ -]{1,40}\)$`)
)

// cutCredit cuts a credit off the line that holds a caption as well, and labels both. prev is the line above, nil
// for the first.
func cutCredit(p part, prev *part) []part {
	if len(p.text) <= 200 && mayCredit(p.text) && creditLine.MatchString(p.text) {
		return []part{p.as(Furniture, ruleCredit)}
	}
	if n := headCreditLen(p.text); n > 0 {
		head, tail := p.split(n)
		return []part{head.as(Furniture, ruleCredit), tail.as(Caption, ruleCaption)}
	}
	if n := tailCreditLen(p, prev); n > 0 {
		head, tail := p.split(len(p.text) - n)
		return []part{head.as(Caption, ruleCaption), tail.as(Furniture, ruleCredit)}
	}
	return []part{p}
}

// mayCredit is a quick test that spares most lines the pattern: a credit names an agency or says what it is.
func mayCredit(s string) bool {
	for _, word := range creditWords {
		if strings.Contains(s, word) {
			return true
		}
	}
	return strings.ContainsAny(s, "/|") && slices.ContainsFunc(agencies, func(a string) bool { return strings.Contains(s, a) })
}

var creditWords = strings.Fields("© hoto mage icture ourtesy raphic llustration redit CREDIT PHOTO IMAGE Video Foto FOTO Bild Imagen Фото CC")

// headCreditLen returns the length of a credit that the caption follows without a sign between them. The photographer
// has at most two names, and the last capitalised word in a row begins the caption.
func headCreditLen(s string) int {
	if slash := strings.IndexByte(s[:min(len(s), 60)], '/'); slash < 2 {
		return 0
	}
	m := headCredit.FindStringSubmatchIndex(s[:min(len(s), 200)])
	if m == nil || countWords(s[m[1]:min(len(s), m[1]+400)]) < 3 {
		return 0
	}
	names := strings.Split(s[m[2]:m[3]], " ")
	limit, full := len(names), 0
	if next, _ := utf8.DecodeRuneInString(s[m[1]:]); unicode.IsLower(next) {
		limit--
	}
	for i, w := range names[:limit] {
		if full == 2 {
			limit = i
			break
		}
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(first) && !strings.HasSuffix(w, ".") {
			full++
		}
	}
	if full == 0 {
		return 0
	}
	return m[2] + len(strings.Join(names[:limit], " "))
}

// tailCreditLen returns the length of a credit in brackets at the end of a caption. One that names no agency counts
// only behind a dated sentence right under a byline or a label.
func tailCreditLen(p part, prev *part) int {
	const longest = 160
	if p.words < 5 || p.words > 80 || !strings.HasSuffix(strings.TrimSuffix(p.text, "."), ")") && !strings.HasSuffix(p.text, "]") {
		return 0
	}
	from := strings.LastIndexAny(p.text, "([")
	if from < 1 || len(p.text)-from > longest {
		return 0
	}
	before := strings.TrimSpace(p.text[:from])
	_, _, dated := findDate(before[max(0, len(before)-longest):])
	switch {
	case tailCredit.MatchString(p.text[max(0, from-longest):]) && (dated || endingOf(before) == endsStop):
		return len(p.text) - from
	case dated && shortInside.MatchString(p.text) && prev != nil && p.gap == 0 && (prev.is(ruleByline) || prev.titleLike()):
		return len(p.text) - from
	}
	return 0
}

// labelPictures finds the captions whose credit stands on the next line, and the labels above captions.
func labelPictures(parts []part) {
	for i := range parts {
		p := &parts[i]
		if p.is(ruleCredit) && i > 0 && isCaption(parts, i-1) {
			parts[i-1].Kind, parts[i-1].Rule = Caption, ruleCaption
		}
	}
	for i := range parts[:max(0, len(parts)-1)] {
		p, next := &parts[i], &parts[i+1]
		pictured := next.Kind == Caption || next.is(ruleCredit) && i+2 < len(parts) && parts[i+2].Kind == Caption && parts[i+2].gap == 0
		if own(p) && next.gap == 0 && pictured && p.titleLike() && p.words <= 15 {
			p.Kind, p.Rule = Furniture, ruleImageLabel
		}
	}
}

// isCaption reports whether part i, with a credit below it, is a caption: it has a label right above it or names the day of the scene.
func isCaption(parts []part, i int) bool {
	p := &parts[i]
	if !own(p) || p.words > 60 || p.words < 4 || parts[i+1].gap > 1 {
		return false
	}
	_, _, dated := findDate(p.text)
	labelled := i > 0 && p.gap == 0 && own(&parts[i-1]) && parts[i-1].titleLike()
	return dated || labelled || parts[i+1].gap == 0
}
