package corpus

import (
	"strings"
	"testing"
)

// checkReading fails unless what a reader makes of raw can become a document.
func checkReading(t *testing.T, read reader, raw []byte) {
	t.Helper()
	d, _, err := read(raw)
	if err != nil {
		return
	}
	mustKeepPromises(t, d)
	d.meta = d.meta.tidy()
	if _, err := newDocument("fuzz", d); err != nil {
		t.Fatal(err)
	}
	for _, f := range []Field{d.meta.Title, d.meta.Author, d.meta.Publisher, d.meta.URL, d.meta.Language} {
		if (f.Value == "") != (f.Rule == "") || !isPrintable(f.Value) && f.Value != plainLine(f.Value) || strings.Contains(f.Value, "\n") {
			t.Fatalf("metadata %+v", f)
		}
	}
}

func FuzzReadMarkdown(f *testing.F) {
	for _, s := range []string{oddMarkdown, byteOrderMark + oddMarkdown, "---\n- a\n---\nb", "+++\na=1\n+++\n", "> - 1. a\n\n\tcode", "[a]: b\n[a] ![a] <b> `c` ~~d~~ [^1]\n\n[^1]: e", "<div hidden>\n\na\n\n</div>", "a&nbsp;\u00a0\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) { checkReading(t, readMarkdown, raw) })
}

func FuzzReadHTML(f *testing.F) {
	for _, s := range []string{oddPage, "<p>a<table><tr><td>b<td>c</table>", "<pre>\n a\n</pre>", "<svg><p>a", "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"h\"}</script>a",
		"<meta property=og:title content='a | b'><title>a | b</title>", "<b><i><a><p></b>x", "<td>x<tr>y", "<ul><li>a<li>b<br><br>c</ul>&nbsp;", "<?xml encoding='koi8-r'?>\xe0"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) { checkReading(t, readHTML, raw) })
}
