package corpus

import "slices"

// headParts bounds how far from the top titles, bylines and page dates are looked for, in lines or in parts.
const headParts = 40

// statedMetadata collects what the page says about itself, the strongest statement first: a labelled date, the
// byline, the title line, the author box, the dateline, the date of an update. A date that stands alone is none of them:
// it is as often the day on which the page was saved.
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
