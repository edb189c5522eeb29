package retrieval

import (
	"reflect"
	"testing"
)

func TestGrow(t *testing.T) {
	for _, tt := range []struct {
		name, text, question, want string
	}{
		{"a sentence that stands alone", "The mill burnt down. The owner wept.", "Who wept?", "The owner wept."},
		{"one that points back", "Ada Lund owned the mill. She wept.", "Who wept?", "Ada Lund owned the mill. She wept."},
		{"not across a paragraph", "Ada Lund owned the mill.\n\nShe wept.", "Who wept?", "She wept."},
		{"first of its passage", "She wept. The mill burnt down.", "Who wept?", "She wept."},
		{"behind an opening quote", "Ada Lund was asked. \"They wept,\" said she.", "Who wept?", "Ada Lund was asked. \"They wept,\" said she."},
		{"a question that the text asks itself", "The mill burnt down. Who wept at the mill? Ada Lund did.", "Who wept?", "Who wept at the mill? Ada Lund did."},
		{"a question at the end", "The mill burnt down. Who wept?\n\nAda Lund.", "Who wept?", "Who wept?"},
		{"a name that begins alike", "The mill burnt down. Theyer wept.", "Who wept?", "Theyer wept."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			q := quotes(ask(t, open(t, map[string]string{"a.md": "---\nlang: en\n---\n\n" + tt.text + "\n"}), tt.question))
			if len(q) == 0 || q[0] != "a.md: "+tt.want {
				t.Errorf("quotes %q, want %q first", q, tt.want)
			}
		})
	}
}

func TestFurtherExcerptsOfASourceComeAfterOtherSources(t *testing.T) {
	l := open(t, map[string]string{
		"a.md": "---\nlang: en\n---\n\nThe Skarn ferry is blue.\n\nThe Skarn ferry is blue all over.\n",
		"b.md": "---\nlang: en\n---\n\nOur Skarn ferry is blue.\n",
	})
	a := ask(t, l, "Is the Skarn ferry blue?")
	var ids []string
	for _, g := range a.Groups {
		ids = append(ids, g.Excerpts[0].Quote.Document().ID())
	}
	if want := []string{"a.md", "b.md", "a.md"}; !reflect.DeepEqual(ids, want) {
		t.Errorf("sources %q, want %q", ids, want)
	}
}

func TestNoSentenceIsQuotedTwice(t *testing.T) {
	a := ask(t, open(t, babel), "How many people crossed the bridge and what did it cost?")
	seen := map[string]bool{}
	for _, q := range quotes(a) {
		if seen[q] {
			t.Errorf("quoted twice: %s", q)
		}
		seen[q] = true
	}
}

func TestWhatPointsBackIsQuotedWithWhatItPointsTo(t *testing.T) {
	for _, tt := range []struct{ lang, text, question string }{
		{"de", "Die Fähre sank vor Skarn. Unter ihnen waren zwölf Matrosen.", "Wie viele Matrosen?"},
		{"es", "El puente cayó en Skarn. Sin embargo, los marineros se salvaron.", "¿Se salvaron los marineros?"},
		{"fr", "Le pont est tombé à Skarn. Parmi eux, douze marins.", "Combien de marins ?"},
		{"ru", "Мост рухнул в Скарне. Однако моряки спаслись.", "Спаслись ли моряки?"},
		{"zh", "大桥在昨天倒塌了。但是水手都得救了。", "水手都得救了吗"},
		{"en", "The ferry sank off Skarn. In all, twelve sailors were saved.", "How many sailors were saved?"},
	} {
		t.Run(tt.lang, func(t *testing.T) {
			q := quotes(ask(t, open(t, map[string]string{"a.md": "---\nlang: " + tt.lang + "\n---\n\n" + tt.text + "\n"}), tt.question))
			if len(q) == 0 || q[0] != "a.md: "+tt.text {
				t.Errorf("quotes %q, want both sentences", q)
			}
		})
	}
}
