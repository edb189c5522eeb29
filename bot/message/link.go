package message

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"pullquote/bot/phrases"
	"pullquote/corpus"
)

// linkLimit is the longest address that is linked, in bytes; Discord's own limit for the address of a link button.
const linkLimit = 512

// passage is where a quote can be read on the web.
type passage struct {
	// address is a web address of at most linkLimit bytes, "" for none.
	address string
	// exact is true where the address leads to the quote itself, false where to the page.
	exact bool
}

// passageOf returns the address of the quote in the page that its document came from: of the very passage where a text
// fragment can tell it apart, else of the page. Only addresses from metadata are ever linked, never one that stands in
// a text.
func passageOf(q corpus.Quote) passage {
	page := pageOf(q)
	if page.address == "" {
		return page
	}
	if f, ok := findFragment(q); ok {
		mark := "#"
		if strings.Contains(page.address, "#") {
			mark = ""
		}
		if address := page.address + mark + f.String(); len(address) <= linkLimit {
			return passage{address: address, exact: true}
		}
	}
	return page
}

// pageOf is passageOf without the passage.
func pageOf(q corpus.Quote) passage {
	return passage{address: pageAddress(q.Document().Metadata().URL.Value)}
}

// link returns the masked link to p, "" where it has no address.
func (p passage) link(say phrases.Source) string {
	switch {
	case p.address == "":
		return ""
	case p.exact:
		return maskedLink(say.Open, p.address)
	}
	return maskedLink(say.Read, p.address)
}

func maskedLink(text, address string) string { return "[" + text + "](" + address + ")" }

// pageAddress returns raw as it can stand inside a masked link, or "" if it is not a web address. A text fragment
// that it brings along is taken off.
func pageAddress(raw string) string {
	raw, _, _ = strings.Cut(strings.TrimSpace(raw), fragmentMark)
	u, err := url.Parse(strings.TrimSuffix(raw, "#"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.User != nil {
		return ""
	}
	address := percentEncode(u.String(), func(c byte) bool {
		return c > ' ' && c < 0x7f && !strings.ContainsRune("()<>\"\\|^`{}*", rune(c))
	})
	if len(address) > linkLimit {
		return ""
	}
	return address
}

func percentEncode(s string, plain func(byte) bool) string {
	var b strings.Builder
	for i := range len(s) {
		if plain(s[i]) {
			b.WriteByte(s[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", s[i])
		}
	}
	return b.String()
}

// fragment is a text fragment: https://wicg.github.io/scroll-to-text-fragment/. A browser marks the first place
// where Start stands, up to the next place where End stands if it is given, with Prefix just before and Suffix just
// after. White space and case do not matter to it.
type fragment struct{ Prefix, Start, End, Suffix string }

const fragmentMark = ":~:text="

// String returns the fragment, encoded. Everything but ASCII letters and digits is: the comma, the hyphen and the
// ampersand, because they separate the parts, and what means something in a masked link.
func (f fragment) String() string {
	enc := func(s string) string {
		return percentEncode(s, func(c byte) bool {
			return c < 0x80 && (unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c)))
		})
	}
	s := enc(f.Start)
	if f.Prefix != "" {
		s = enc(f.Prefix) + "-," + s
	}
	if f.End != "" {
		s += "," + enc(f.End)
	}
	if f.Suffix != "" {
		s += ",-" + enc(f.Suffix)
	}
	return fragmentMark + s
}
