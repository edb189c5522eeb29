package corpus

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// What a page states about itself, strongest first: JSON-LD, OpenGraph and other meta elements, then what its body
// shows. Each field keeps the rule that found it. A page that does not state its date has none: dates in the text or
// the address belong to something else as often as not.

// pageMetadata returns what the page states about itself.
func pageMetadata(page *html.Node) Metadata {
	h := readHead(page)
	m := h.linked()
	meta := h.metas()
	m = m.or(meta)
	h.title(&m)
	h.author(&m)
	if code, ok := languageCode(h.lang); ok && m.Language.Value == "" {
		m.Language = Field{code, "html lang"}
	}
	m.Title.Value = withoutSite(m.Title.Value, m.Publisher.Value)
	return m
}

// pageHead is what may bear on the metadata of a page.
type pageHead struct {
	meta      map[string]string // the first content of each name, property or itemprop
	scripts   []string          // JSON-LD
	canonical string
	lang      string
	titleText string
	h1        []string
}

// readHead collects from the whole page: many put their meta elements into the body.
func readHead(page *html.Node) pageHead {
	h := pageHead{meta: map[string]string{}}
	for n := range page.Descendants() {
		if n.Type == html.ElementNode && n.Namespace == "" {
			h.element(n)
		}
	}
	return h
}

func (h *pageHead) element(n *html.Node) {
	switch n.Data {
	case "html":
		h.lang = attribute(n, "lang")
	case "meta":
		h.metaElement(n)
	case "link":
		if strings.EqualFold(attribute(n, "rel"), "canonical") && h.canonical == "" {
			h.canonical = strings.TrimSpace(attribute(n, "href"))
		}
	case "title":
		if h.titleText == "" {
			h.titleText = plainLine(innerText(n))
		}
	case "h1":
		if text := plainLine(innerText(n)); text != "" && !isHidden(n) {
			h.h1 = append(h.h1, text)
		}
	case "script":
		if strings.EqualFold(attribute(n, "type"), "application/ld+json") && n.FirstChild != nil && len(n.FirstChild.Data) < mostMetaBytes {
			h.scripts = append(h.scripts, n.FirstChild.Data)
		}
	case "time":
		h.time(n)
	}
}

func (h *pageHead) metaElement(n *html.Node) {
	content := strings.TrimSpace(attribute(n, "content"))
	for _, key := range []string{"property", "name", "itemprop"} {
		name := lowerASCII(strings.TrimSpace(attribute(n, key)))
		if _, seen := h.meta[name]; name != "" && content != "" && !seen {
			h.meta[name] = content
		}
	}
}

// time notes a time element that the page marks as its date of publication.
func (h *pageHead) time(n *html.Node) {
	const key = "time datepublished"
	isDate := strings.EqualFold(attribute(n, "itemprop"), "datePublished") || hasAttribute(n, "pubdate")
	if _, seen := h.meta[key]; isDate && !seen {
		h.meta[key] = attribute(n, "datetime")
	}
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func innerText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// metaRules say which meta element states what, strongest first.
var metaRules = []struct{ name, meaning, rule string }{
	{"og:title", "title", "og:title"},
	{"twitter:title", "title", "twitter:title"},
	{"dc.title", "title", "dc.title"},
	{"og:site_name", "publisher", "og:site_name"},
	{"dc.publisher", "publisher", "dc.publisher"},
	{"article:published_time", "published", "meta article:published_time"},
	{"og:published_time", "published", "meta og:published_time"},
	{"datepublished", "published", "meta datePublished"},
	{"citation_publication_date", "published", "meta citation_publication_date"},
	{"dc.date.issued", "published", "meta dc.date.issued"},
	{"dc.date", "published", "meta dc.date"},
	{"dcterms.date", "published", "meta dcterms.date"},
	{"parsely-pub-date", "published", "meta parsely-pub-date"},
	{"sailthru.date", "published", "meta sailthru.date"},
	{"time datepublished", "published", "time datePublished"},
	{"article:author", "author", "meta article:author"},
	{"parsely-author", "author", "meta parsely-author"},
	{"dc.creator", "author", "meta dc.creator"},
	{"citation_author", "author", "meta citation_author"},
}

func (h *pageHead) metas() Metadata {
	var m Metadata
	if isWebURL(h.canonical) {
		m.URL = Field{h.canonical, "rel=canonical"}
	}
	for _, r := range metaRules {
		if value := plainLine(h.meta[r.name]); value != "" && !(r.meaning == "author" && isWebURL(value)) {
			m.state(r.meaning, value, r.rule)
		}
	}
	m.state("url", h.meta["og:url"], "og:url")
	return m
}

// title takes the title from the top heading or the title element, and the site's name from the end of the latter.
func (h *pageHead) title(m *Metadata) {
	known := m.Title.Value
	if known == "" && len(h.h1) == 1 {
		known = h.h1[0]
		m.Title = Field{known, "h1"}
	}
	title, site := cutSite(h.titleText, known, m.Publisher.Value)
	if known == "" && title != "" {
		m.Title = Field{title, "title"}
	}
	if m.Publisher.Value == "" && site != "" {
		m.Publisher = Field{site, "title"}
	}
}

var siteSeparators = []string{" | ", " – ", " — ", " - ", " :: ", " · ", " » "}

// cutSite cuts "Title | Site" in two. Without the title or the site being known from elsewhere, only a bar parts them
// for certain: dashes occur in titles.
func cutSite(text, title, site string) (head, tail string) {
	for _, sep := range siteSeparators {
		i := strings.LastIndex(text, sep)
		if i <= 0 {
			continue
		}
		a, b := strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+len(sep):])
		sure := title != "" && strings.EqualFold(a, title) || site != "" && strings.EqualFold(b, site) || title == "" && sep == " | "
		if sure && len(strings.Fields(b)) <= 8 {
			return a, b
		}
	}
	return text, ""
}

// withoutSite returns a title without the name of the site at its end.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	head, _ := cutSite(title, "\x00", site)
	return head
}

// author falls back on meta name=author, which names a person less often than it names the site or its software.
func (h *pageHead) author(m *Metadata) {
	name := plainLine(h.meta["author"])
	if m.Author.Value == "" && looksLikeAuthor(name) && !strings.EqualFold(name, m.Publisher.Value) {
		m.Author = Field{name, "meta author"}
	}
}

var notAuthors = wordSet("admin administrator editor editors staff team desk news press agency media magazine times post newspaper group inc ltd llc gmbh company webmaster online")

// looksLikeAuthor reports whether s is the name of a person rather than of a desk or the software of the site.
func looksLikeAuthor(s string) bool {
	names := strings.Fields(lowerASCII(s))
	return isPersonName(s) && !slices.ContainsFunc(names, func(n string) bool { return notAuthors[strings.Trim(n, ".,")] })
}
