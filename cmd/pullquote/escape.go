package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// show returns the glyph for a grapheme cluster that is columns wide.
func show(cluster string, columns int, s style) glyph {
	if cluster == "\t" || isSpace(cluster) {
		return glyph{" ", 1, s, true}
	}
	text := escape(cluster)
	if text != cluster {
		columns = uniseg.StringWidth(text)
	}
	return glyph{text, columns, s, false}
}

func isSpace(cluster string) bool {
	return strings.TrimFunc(cluster, unicode.IsSpace) == ""
}

// escape makes the harmful characters of one grapheme cluster visible. Joiners are part of the spelling where they
// stand between other characters of the cluster, and a soft hyphen is shown as nothing by design.
func escape(cluster string) string {
	var b strings.Builder
	for i, r := range cluster {
		joiner := (r == '\u200c' || r == '\u200d') && i > 0
		switch {
		case r == unicode.ReplacementChar || joiner || r == '\u00ad' || !unicode.In(r, unicode.Cc, unicode.Cf):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return b.String()
}

// harmless returns text on one line, white space as single spaces and harmful characters escaped.
func harmless(text string) string {
	var b strings.Builder
	graphemes := uniseg.NewGraphemes(strings.Join(strings.Fields(text), " "))
	for graphemes.Next() {
		b.WriteString(escape(graphemes.Str()))
	}
	return b.String()
}

// shorten cuts text, which harmless returned, to width columns, with an ellipsis where something is missing.
func shorten(text string, width int) string {
	if uniseg.StringWidth(text) <= width {
		return text
	}
	var b strings.Builder
	graphemes := uniseg.NewGraphemes(text)
	for columns := 2; graphemes.Next(); {
		if columns += graphemes.Width(); columns > width {
			break
		}
		b.WriteString(graphemes.Str())
	}
	return strings.TrimRight(b.String(), " ") + " …"
}
