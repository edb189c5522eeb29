package corpus

// BlockKind says what part a block plays in its document.
type BlockKind uint8

// The kinds of block. Furniture is everything on the page that is not the document's own text: share bars, related
// links, author boxes, adverts. It stays in the canonical text but is never indexed and never quoted.
const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	Table
	Caption
	Furniture
)

var blockKinds = [...]string{"paragraph", "heading", "list item", "table", "caption", "furniture"}

func (k BlockKind) String() string { return blockKinds[k] }

// Block is a span of the canonical text that belongs together. The blocks of a document are in order and do not
// overlap; between them there is only white space.
type Block struct {
	Span
	Kind BlockKind
	// Rule names the rule that recognised a Caption or Furniture block, such as "share bar"; empty otherwise.
	Rule string
	// Number counts the paragraphs, list items, tables and captions of the document from 1, as a reader would;
	// 0 for headings and furniture.
	Number int
	// Page is the page of the original, from 1; 0 where the format has no pages.
	Page int
}

// draft is what a reader makes of one document: its canonical text, the blocks in it, and the metadata that the
// format states. newDocument turns it into a Document.
type draft struct {
	text   string
	blocks []Block
	meta   Metadata
}
