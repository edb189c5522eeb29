package passages

import (
	"fmt"
	"io"
	"strings"

	"pullquote/corpus"
)

// export writes the passages of a document as lines: the document's id, its title and the text, with a tab between
// them and with white space in them as single spaces.
func export(w io.Writer, id string, d *corpus.Document) error {
	title := flat(d.Metadata().Title.Value)
	for _, p := range d.Passages() {
		if _, err := fmt.Fprintf(w, "%s\t%s\t%s\n", flat(id), title, flat(p.Text())); err != nil {
			return err
		}
	}
	return nil
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
