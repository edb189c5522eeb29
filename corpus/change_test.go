package corpus

import (
	"fmt"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	titled := drafted(Paragraph, "One.")
	titled.meta.Title.Value = "The ferry"
	// made makes one document of each draft, with the ids a, b, c…; a nil draft makes none.
	made := func(drafts ...*draft) *Snapshot {
		var docs []*Document
		for i, d := range drafts {
			if d == nil {
				continue
			}
			doc, err := newDocument(string(rune('a'+i)), draft{d.text, append([]Block(nil), d.blocks...), d.meta})
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, doc)
		}
		return mustSnapshot(t, docs...)
	}
	one, two, furniture := drafted(Paragraph, "One."), drafted(Paragraph, "Two."), drafted(Furniture, "One.")
	for _, tt := range []struct {
		name          string
		before, after *Snapshot
		want          string
	}{
		{"empty", made(), made(), "+[] ~[] -[]"},
		{"same", made(&one, &two), made(&one, &two), "+[] ~[] -[]"},
		{"added", made(nil, &one), made(&two, &one, &two), "+[a c] ~[] -[]"},
		{"removed", made(&two, &one, &two), made(nil, &one), "+[] ~[] -[a c]"},
		{"text", made(&one, &one), made(&one, &two), "+[] ~[b] -[]"},
		{"metadata", made(&one), made(&titled), "+[] ~[a] -[]"},
		{"what may be quoted", made(&one), made(&furniture), "+[] ~[a] -[]"},
		{"all at once", made(&one, &one, nil), made(nil, &two, &one), "+[c] ~[b] -[a]"},
	} {
		c := Compare(tt.before, tt.after)
		got := fmt.Sprintf("+%v ~%v -%v", idList(c.Added), idList(c.Changed), idList(c.Removed))
		if got != tt.want || c.IsEmpty() != (tt.want == "+[] ~[] -[]") {
			t.Errorf("%s: %s, empty %t, want %s", tt.name, got, c.IsEmpty(), tt.want)
		}
	}
	if c := Compare(made(&one), made(&two)); c.Changed[0].Text() != "Two." {
		t.Errorf("the changed document is %q, want that of the later snapshot", c.Changed[0].Text())
	}
}

func idList(docs []*Document) string {
	var out []string
	for _, d := range docs {
		out = append(out, d.ID())
	}
	return "[" + strings.Join(out, " ") + "]"
}
