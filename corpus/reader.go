package corpus

import (
	"strings"
)

// A reader makes a draft of the bytes of one file, together with remarks on it. The error is a refusal that says what
// is wrong with the file and how to mend it. Readers are pure functions: they bound their own work, do not panic and
// never wait.
type reader func(raw []byte) (draft, []remark, error)

// readers maps the endings of file names, in lower case, to what reads them.
var readers = map[string]reader{
	".txt": readPlain, ".text": readPlain,
	".html": readHTML, ".htm": readHTML, ".xhtml": readHTML,
	".md": readMarkdown, ".markdown": readMarkdown,
}

// readFile makes a draft of a file that is one document.
func readFile(path string, raw []byte) (draft, []remark, error) { return readers[lowerExt(path)](raw) }

const byteOrderMark = "\ufeff"

// readPlain makes a draft of a plain text file. The canonical text is the file itself, with a byte order mark that no
// block contains; only a file in another encoding is converted.
func readPlain(raw []byte) (draft, []remark, error) {
	text, notes, err := decode(raw, "")
	if err != nil {
		return draft{}, nil, err
	}
	mark := len(text) - len(strings.TrimPrefix(text, byteOrderMark))
	d := readText(text[mark:])
	d.text = text
	for i := range d.blocks {
		d.blocks[i].Span = d.blocks[i].Shift(mark)
	}
	return d, notes, nil
}

// inspect returns the remarks that hold for documents of every format.
func inspect(d *Document) []remark {
	notes := invisibleRemarks(d)
	if lost := strings.Count(d.Text(), "\ufffd"); lost > 0 {
		notes = append(notes, remark{"it holds " + counted(lost, "replacement character (U+FFFD) where a letter was lost",
			"replacement characters (U+FFFD) where letters were lost"), "export it again as UTF-8"})
	}
	return notes
}
