package corpus

import "testing"

func TestCarries(t *testing.T) {
	for _, tt := range []struct {
		name, text, other string
		first, last       int // of the text's sentences
		exact, ok         bool
	}{
		{"the same", "It burnt. Four people died.", "Four people died. Rain fell.", 1, 2, true, true},
		{"other line ends", "It burnt. Four people died there.", "Four people\ndied there.", 1, 2, true, true},
		{"a run of sentences", "It burnt. Four people died.", "Today: it rained. It burnt. Four people died.", 0, 2, true, true},
		{"not one after another", "It burnt. Four people died.", "It burnt. Rain fell. Four people died.", 0, 2, false, false},
		{"other quotation marks", "“It burnt,” she said.", "\"It burnt,\" she said.", 0, 1, false, true},
		{"like first, the same later", "It’s over.", "It's over. Rain fell. It’s over.", 0, 1, true, true},
		{"another figure", "The fire killed 4 people.", "The fire killed 19 people.", 0, 1, false, false},
		{"the end of a number", "4 people died.", "In all 14 people died.", 0, 1, false, false},
		{"part of a sentence", "The fire killed 4 people.", "Nobody says that the fire killed 4 people.", 0, 1, false, false},
		{"a beginning", "The fire killed 4 people.", "The fire killed 4", 0, 1, false, false},
	} {
		text, other := textDocument(t, "a", 0, tt.text), textDocument(t, "b", 0, tt.other)
		quote, err := text.Passages()[0].Quote(tt.first, tt.last)
		if err != nil {
			t.Fatalf("%s: %v", tt.name, err)
		}
		if exact, ok := other.Carries(quote); exact != tt.exact || ok != tt.ok {
			t.Errorf("%s: Carries = %t, %t, want %t, %t", tt.name, exact, ok, tt.exact, tt.ok)
		}
		if exact, _ := text.Carries(quote); !exact {
			t.Errorf("%s: a document does not carry its own quote", tt.name)
		}
		if exact, ok := text.Carries(Quote{}); exact || ok {
			t.Errorf("%s: the zero Quote is carried", tt.name)
		}
	}
}
