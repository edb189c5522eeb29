package corpus

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/go-shiori/go-readability"
	"golang.org/x/net/html"
)

// pickArticle returns whether a block element lies outside the article. What the picker drops is believed only while
// it keeps a good part of the page: a page of short answers or a list of links is no article in its eyes, and there
// only what the page itself calls navigation, a footer and the like is outside, or nothing, if that were most of it.
func pickArticle(page *html.Node) (outside func(*html.Node) bool) {
	const share = 3 // one part in so many has to stay
	kept := picked(page)
	inside, own, all := 0, 0, 0
	for n := range page.Descendants() {
		if n.Type != html.TextNode || n.Parent == nil || unseen[n.Parent.Data] {
			continue
		}
		size := len(strings.TrimSpace(n.Data))
		all += size
		if !isFurniture(n.Parent) {
			own += size
			if kept[blockOf(n.Parent)] {
				inside += size
			}
		}
	}
	switch {
	case own*share < all && inside*share < all:
		return isNavigationOnly
	case inside*share < own || inside == 0:
		return isFurniture
	}
	return func(n *html.Node) bool {
		return !kept[n] && n.Data != "body" && (isFurniture(n) || !isHeadline(n))
	}
}

// picked returns the elements that the picker keeps, or nothing when the page is too large for it or it fails.
func picked(page *html.Node) (kept map[*html.Node]bool) {
	defer func() {
		if recover() != nil {
			kept = nil
		}
	}()
	c := copier{}
	copied := c.tree(page)
	if c.paragraphs > mostParagraphs || len(c.elements) > mostPicked {
		return nil
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	article, err := parser.ParseDocument(copied, nil)
	if err != nil || article.Node == nil {
		return nil
	}
	kept = map[*html.Node]bool{}
	for n := range article.Node.Descendants() {
		c.marked(n, kept)
	}
	c.marked(article.Node, kept)
	return kept
}

// copier copies a tree without what is hidden and marks every element with an attribute of its own. The picker
// renames, moves and merges elements, but the marks stay.
type copier struct {
	elements   []*html.Node
	paragraphs int
}

const markPrefix = "data-element-"

func (c *copier) tree(n *html.Node) *html.Node {
	out := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
	out.Attr = append(out.Attr, n.Attr...)
	if n.Type == html.ElementNode {
		out.Attr = append(out.Attr, html.Attribute{Key: markPrefix + strconv.Itoa(len(c.elements))})
		c.elements = append(c.elements, n)
		switch n.Data {
		case "p", "td", "pre", "div", "li", "section", "br", "tr":
			c.paragraphs++
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		if child.Type != html.ElementNode || !isHidden(child) && !unseen[child.Data] || child.Data == "head" {
			out.AppendChild(c.tree(child))
		}
	}
	return out
}

func (c *copier) marked(n *html.Node, kept map[*html.Node]bool) {
	for _, a := range n.Attr {
		if i, err := strconv.Atoi(strings.TrimPrefix(a.Key, markPrefix)); err == nil && strings.HasPrefix(a.Key, markPrefix) && i < len(c.elements) {
			kept[c.elements[i]] = true
		}
	}
}

// blockOf returns the block element that an element stands in, which may be itself.
func blockOf(n *html.Node) *html.Node {
	for n.Parent != nil && inlines[n.Data] {
		n = n.Parent
	}
	return n
}

// isHeadline reports whether n is a top heading, which the picker drops because it has it as the title.
func isHeadline(n *html.Node) bool { return n.Data == "h1" }

var (
	furnitureTag  = wordSet("nav aside footer menu form")
	furnitureRole = wordSet("navigation complementary contentinfo banner search menu menubar")
	// furnitureClass finds furniture by what its author called it.
	furnitureClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:comments?|share|sharing|social|related|breadcrumbs?|cookies?|newsletter|sidebar|advert(?:isement)?s?|promo|sponsor(?:ed)?|pagination|footer|navbar|navigation|menu)(?:$|[\s_-])`)
)

// isFurniture reports whether the page calls n, or an element around it, something other than its text.
func isFurniture(n *html.Node) bool {
	return within(n, func(n *html.Node) bool {
		return isNavigational(n) || furnitureClass.MatchString(shorten(attribute(n, "class"), 200))
	})
}

// isNavigationOnly is isFurniture without the names that authors give their elements.
func isNavigationOnly(n *html.Node) bool { return within(n, isNavigational) }

func isNavigational(n *html.Node) bool {
	return furnitureTag[n.Data] || furnitureRole[attribute(n, "role")] || unseen[n.Data]
}

// within reports whether is holds for n or an element around it, up to the main part of the page.
func within(n *html.Node, is func(*html.Node) bool) bool {
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		if n.Data == "body" || n.Data == "html" || n.Data == "main" {
			return false
		}
		if is(n) {
			return true
		}
		if n.Data == "article" {
			return false
		}
	}
	return false
}
