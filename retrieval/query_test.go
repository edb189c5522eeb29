package retrieval

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// readIn reads a question as the English passages of the flood do.
func readIn(t *testing.T, language, question string, history ...string) *query {
	t.Helper()
	for _, tongue := range open(t, flood).current.Load().tongues {
		if tongue.analyzer.Language() == language {
			return readQuestion(tongue, Question{Text: question, History: history})
		}
	}
	t.Fatalf("no passages in %q", language)
	return nil
}

func TestReadQuestion(t *testing.T) {
	for _, tt := range []struct {
		question string
		history  []string
		want     string // terms, those of the history in parentheses
		pairs    []int
	}{
		{"", nil, "", nil},
		{"What caused the flood?", nil, "caus flood", nil},
		{"the flood of the flooded FLOODS", nil, "flood", nil},
		{"When was the Arle railway closed?", nil, "arl railway close", []int{0, 1}},
		{"What? Who?", nil, "what who", []int{0}},
		{"And the mayor?", []string{"What caused the flood?"}, "mayor (caus) (flood)", nil},
		{"And the mayor?", []string{"What caused the flood?", "Rain."}, "mayor (caus) (flood)", nil},
		{"And the mayor?", []string{"Tulips?", "Autumn.", "What caused the flood?"}, "mayor (caus) (flood) (tulip)", nil},
		{"And the flood?", []string{"Which flood?", "That of the Arle."}, "flood", nil},
		{"And the mayor?", []string{""}, "mayor", nil},
	} {
		q := readIn(t, "en", tt.question, tt.history...)
		var terms []string
		for _, w := range q.words {
			if w.history {
				w.term = "(" + w.term + ")"
			}
			terms = append(terms, w.term)
		}
		if got := strings.Join(terms, " "); got != tt.want {
			t.Errorf("%q after %q: terms %q, want %q", tt.question, tt.history, got, tt.want)
		}
		if !reflect.DeepEqual(q.pairs, tt.pairs) {
			t.Errorf("%q: pairs %v, want %v", tt.question, q.pairs, tt.pairs)
		}
	}
}

func TestRoles(t *testing.T) {
	q := readIn(t, "en", "Who saved the Arle valley?", "Was the mayor there?")
	for _, w := range q.words {
		if want := map[bool]float64{false: 1, true: historyRole}[w.history]; w.role != want {
			t.Errorf("%s has role %g, want %g", w.surface, w.role, want)
		}
		if want := w.surface == "Arle"; w.name != want {
			t.Errorf("%s is a name: %t, want %t", w.surface, w.name, want)
		}
		if w.history && w.kin != nil {
			t.Errorf("%s of the history has kin", w.surface)
		}
	}
}

func TestTheFirstWordIsNoNameForItsCapital(t *testing.T) {
	for _, question := range []string{"Tulips when?", " Tulips when?", "“Tulips when?”", "¿Tulips when?"} {
		if w := readIn(t, "en", question).words[0]; w.surface != "Tulips" || w.name {
			t.Errorf("%q: %q is a name: %t, want Tulips, which is none", question, w.surface, w.name)
		}
	}
}

func TestQuestionIsReadUpToItsSixtyFourthWord(t *testing.T) {
	for _, n := range []int{mostWords - 1, mostWords, mostWords + 1, 500} {
		var words []string
		for i := range n {
			words = append(words, fmt.Sprintf("w%dx", i))
		}
		q := readIn(t, "en", strings.Join(words, " "), "flood")
		if want := min(n+1, mostWords); len(q.words) != want { // the history takes what is left
			t.Errorf("%d words are read as %d, want %d", n, len(q.words), want)
		}
	}
}

func TestSensesAreTheWordItsSpellingsAndItsKin(t *testing.T) {
	l := open(t, map[string]string{"a.md": "---\nlang: en\n---\n\nThe colour was organised by eight people who died and were killed in the harbor.\n"})
	q := readQuestion(l.current.Load().tongues[0], Question{Text: "Was the color of the harbour seen when they were killed?"})
	for _, tt := range []struct {
		term, word string
		self       bool
	}{{"colour", "color", false}, {"harbor", "harbour", false}, {"kill", "killed", true}, {"die", "killed", false}} {
		senses := q.senses[idOf(tt.term)]
		if len(senses) != 1 || q.words[senses[0].word].surface != tt.word || (senses[0].safety == 1) != tt.self || senses[0].safety <= 0 {
			t.Errorf("%s has senses %v, want %s, itself: %t", tt.term, senses, tt.word, tt.self)
		}
	}
	if senses := q.senses[idOf("eight")]; senses != nil {
		t.Errorf("eight has senses %v, want none", senses)
	}
}
