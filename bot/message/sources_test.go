package message

import (
	"fmt"
	"strings"
	"testing"

	"pullquote/corpus"
)

func renderSources(t testing.TB, s *corpus.Snapshot, page int) (Reply, int) {
	t.Helper()
	reply, pages := english.RenderSources(NewDirectory(s), page)
	if err := Verify(reply.Content, reply.Shown); err != nil {
		t.Error(err)
	}
	return reply, pages
}

// wire is carried by three documents, and the corpus has two languages.
func wire() []document {
	const text = "The council of the port voted on Tuesday to close the northern quay for the whole of the summer, and to open it again in autumn."
	return []document{
		{ID: "1", Title: "Quay to close", Publisher: "Courier", Published: "2031-03-02", URL: "https://courier.example/quay", Text: text},
		{ID: "2", Title: "Northern quay", Publisher: "Bulletin", Published: "2031-03-03", Text: text},
		{ID: "3", Publisher: "Herald\n@everyone", Published: "2031-03-04", Text: text},
		{ID: "4", Title: "Der Kai", Published: "2029", Text: "Der Kai im Norden wird nicht geschlossen, sagt die Stadt, und das ist auch gut so für die Schiffe."},
	}
}

func nastySources() []document {
	var docs []document
	for i := range 21 {
		docs = append(docs, document{ID: fmt.Sprintf("%03d", i), Title: strings.Repeat("*_~|`", 30) + "\n# x", Publisher: strings.Repeat("דוח <@1> ", 20),
			Published: "2031-12-31", URL: "https://a.example/" + strings.Repeat("x", 150+i), Text: fmt.Sprintf("It rained %d times.", i)})
	}
	return docs
}

func TestRenderSourcesGolden(t *testing.T) {
	tests := []struct {
		name string
		docs []document
		page int
	}{
		{"sources-none", nil, 0},
		{"sources-one", reports[3:4], 0},
		{"sources-several", reports, 0},
		{"sources-copies", wire(), 0},
		{"sources-nasty", nastySources(), 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			reply, pages := renderSources(t, snapshotOf(t, test.docs...), test.page)
			golden(t, test.name+".md", fmt.Sprintf("%s\n(%d pages)\n", reply.Content, pages))
		})
	}
}

func TestSourcesPages(t *testing.T) {
	for n, want := range map[int]int{0: 1, 1: 1, 9: 1, 10: 1, 11: 2, 20: 2, 21: 3} {
		s := snapshotOf(t, nastySources()[:n]...)
		seen := 0
		for page := range want {
			reply, pages := renderSources(t, s, page)
			if pages != want {
				t.Errorf("%d documents: %d pages, want %d", n, pages, want)
			}
			for i := range n {
				seen += strings.Count(reply.Content, fmt.Sprintf("\n%d. ", i+1))
			}
		}
		if seen != n {
			t.Errorf("%d documents: %d are listed", n, seen)
		}
	}
}

func TestSourcesNearestPage(t *testing.T) {
	s := snapshotOf(t, nastySources()...)
	for page, want := range map[int]int{-1: 0, 3: 2, 1 << 40: 2} {
		got, _ := renderSources(t, s, page)
		if nearest, _ := renderSources(t, s, want); got.Content != nearest.Content {
			t.Errorf("page %d is not page %d:\n%s", page, want, got.Content)
		}
	}
}
