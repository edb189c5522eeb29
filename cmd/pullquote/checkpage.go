package main

import (
	"fmt"
	"strings"
)

// listedDocuments is the size of corpus up to which a report lists every document without being asked to.
const listedDocuments = 20

// check lays out the report on a corpus: the documents first, or what they have in common where they are many, what
// was left out and the sum last, where the eye of someone at a terminal is.
func (p page) check(r checkReport, where string, verbose bool) string {
	var b strings.Builder
	if verbose || len(r.Documents) <= listedDocuments {
		for _, d := range r.Documents {
			p.checkDocument(&b, d, verbose)
		}
	} else {
		p.checkDigest(&b, r)
	}
	p.problems(&b, "Remarks", r.Problems, false)
	p.problems(&b, "Left out", r.Problems, true)
	b.WriteString(p.indented("", "  ", r.sum(where), strong))
	return b.String()
}

func (r checkReport) sum(where string) string {
	s := r.Summary
	parts := []string{
		fmt.Sprintf("%s: %s", harmless(where), count(s.Documents, "document", "documents")), count(s.Words, "word", "words"),
	}
	if s.Furniture > 0 {
		parts = append(parts, count(s.Furniture, "stretch of furniture", "stretches of furniture"))
	}
	if s.Copies > 0 {
		parts = append(parts, count(s.Copies, "near-copy", "near-copies"))
	}
	if s.Synonyms > 0 {
		parts = append(parts, count(s.Synonyms, "line of synonyms", "lines of synonyms"))
	}
	if s.Remarks > 0 {
		parts = append(parts, count(s.Remarks, "remark", "remarks"))
	}
	if s.LeftOut == 0 {
		return strings.Join(append(parts, "nothing left out"), ", ") + " · snapshot " + r.Snapshot
	}
	return strings.Join(append(parts, leftOutWords(s.LeftOut)), ", ") + " · snapshot " + r.Snapshot
}

func (p page) checkDocument(b *strings.Builder, d checkDocument, verbose bool) {
	b.WriteString(p.indented("", "  ", harmless(d.Doc), strong))
	var unknown []string
	for _, f := range d.fields() {
		if f.Value == "" {
			if f.name != addressField {
				unknown = append(unknown, f.name)
			}
			continue
		}
		text := f.name + " " + harmless(f.Value)
		if verbose && f.Rule != "" {
			text += "  (" + harmless(f.Rule) + ")"
		}
		b.WriteString(p.indented("  ", "    ", text, plain))
	}
	if len(unknown) > 0 {
		b.WriteString(p.indented("  ", "    ", "unknown: "+strings.Join(unknown, ", "), faint))
	}
	b.WriteString(p.indented("  ", "    ", fmt.Sprintf("%s in %s and %s", count(d.Words, "word", "words"),
		count(d.Sentences, "sentence", "sentences"), count(d.Paragraphs, "paragraph", "paragraphs")), plain))
	if d.CopyOf != "" {
		b.WriteString(p.indented("  ", "    ", "near-copy of "+harmless(d.CopyOf)+": both count as one source", plain))
	}
	for _, f := range d.Furniture {
		start := fmt.Sprintf("  furniture (%s): ", harmless(f.Rule))
		b.WriteString(p.ink(faint, start+shorten(harmless(f.Text), max(p.width-len(start), leastWidth))) + "\n")
	}
	b.WriteString("\n")
}

type namedField struct {
	name string
	checkField
}

// addressField is the one field that is no news where it is not known: files have no address.
const addressField = "address"

func (d checkDocument) fields() []namedField {
	return []namedField{
		{"title", d.Title}, {"author", d.Author}, {"publisher", d.Publisher}, {"published", d.Published},
		{addressField, d.URL}, {"language", d.Language},
	}
}

// problems lists the files that were left out, or those with a remark, one entry for files with the same problem.
func (p page) problems(b *strings.Builder, title string, problems []checkProblem, leftOut bool) {
	const namedPaths = 5
	began := false
	for _, group := range problems {
		if group.LeftOut != leftOut {
			continue
		}
		if !began {
			b.WriteString(p.ink(strong, title) + "\n")
			began = true
		}
		names := group.Paths
		text := fmt.Sprintf("%s: %s — %s", some(names, namedPaths, ", "), group.Reason, group.Mend)
		if len(names) > 1 {
			text = fmt.Sprintf("each of %s documents: %s — %s: %s", thousands(len(names)), group.Reason, group.Mend, some(names, namedPaths, ", "))
		}
		b.WriteString(p.indented("  ", "    ", harmless(text), plain))
	}
	if began {
		b.WriteString("\n")
	}
}
