package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// digestNames is how many documents or values one line of a digest names.
const digestNames = 5

// checkDigest sums up the documents of a large corpus: which metadata is missing where, which furniture was found, and
// what repeats what.
func (p page) checkDigest(b *strings.Builder, r checkReport) {
	b.WriteString(p.ink(strong, "Metadata") + "\n")
	for _, f := range r.Documents[0].fields() {
		b.WriteString(p.entry(f.name, r.known(f.name)))
	}
	p.digestCounts(b, "Furniture, never quoted", r.furnitureRules())
	var copies []string
	for _, d := range r.Documents {
		if d.CopyOf != "" {
			copies = append(copies, d.Doc+" of "+d.CopyOf)
		}
	}
	if len(copies) > 0 {
		b.WriteString("\n" + p.ink(strong, "Near-copies, which count as one source") + "\n")
		b.WriteString(p.indented("  ", "    ", harmless(some(copies, digestNames, ", ")), plain))
	}
	b.WriteString("\n" + p.indented("", "  ", "Every document: add --verbose", faint) + "\n")
}

// known says for how many documents a field is known and, where it has few values, what they are.
func (r checkReport) known(field string) string {
	values := map[string]int{}
	var missing []string
	for _, d := range r.Documents {
		for _, f := range d.fields() {
			switch {
			case f.name != field:
			case f.Value == "":
				missing = append(missing, d.Doc)
			default:
				values[f.Value]++
			}
		}
	}
	all := len(r.Documents)
	text := fmt.Sprintf("known for %s of %s", thousands(all-len(missing)), thousands(all))
	if len(values) > 0 && len(values) <= digestNames && len(values) < all {
		var named []string
		for _, v := range byCount(values) {
			named = append(named, fmt.Sprintf("%s (%s)", v, thousands(values[v])))
		}
		text += ": " + strings.Join(named, ", ")
	}
	if len(missing) > 0 && len(missing) < all && field != addressField {
		text += "; not for " + some(missing, digestNames, ", ")
	}
	return harmless(text)
}

func (r checkReport) furnitureRules() map[string]int {
	rules := map[string]int{}
	for _, d := range r.Documents {
		for _, f := range d.Furniture {
			rules[f.Rule]++
		}
	}
	return rules
}

func (p page) digestCounts(b *strings.Builder, title string, counts map[string]int) {
	if len(counts) == 0 {
		return
	}
	b.WriteString("\n" + p.ink(strong, title) + "\n")
	for _, name := range byCount(counts) {
		b.WriteString(p.entry(harmless(name), thousands(counts[name])))
	}
}

// byCount returns the keys of counts, the most frequent first.
func byCount(counts map[string]int) []string {
	var keys []string
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return keys
}
