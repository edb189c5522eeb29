package message

// RenderContext shows the citation at index at of those of one answer, with the paragraphs around it as block quotes and
// the quote itself in bold. question is the one that was asked, "" where it is not known.
func RenderContext(question string, cited []Cited, at int) (Reply, error) { panic("not written yet") }

// RenderMore shows the citations as block quotes, as many as fit; Rest of the reply holds the others.
func RenderMore(question string, cited []Cited) (Reply, error) { panic("not written yet") }
