package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// write puts text into a file of a new folder.
func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSetWithUnansweredQuestionsStaysWhole(t *testing.T) {
	dir := t.TempDir()
	file := write(t, dir, "q.jsonl", `{"id":"1","question":"Who sings?","answerable":true,"gold":[{"doc":"a"}]}
{"id":"2","question":"Who swims?","answerable":false}
`)
	sets, err := readSet("choir", "corpus.jsonl", file)
	if err != nil || len(sets) != 1 || sets[0].lines != nil || len(sets[0].questions) != 2 {
		t.Fatalf("sets %+v, %v", sets, err)
	}
}

// TestHalves splits a set of two languages whose documents belong together by their ids and by questions.
func TestHalves(t *testing.T) {
	dir := t.TempDir()
	var corpus, questions string
	for i := range 40 {
		for _, lang := range []string{"en", "de"} {
			id := func(part int) string { return fmt.Sprintf("%s:text%d#%d", lang, i, part) }
			corpus += fmt.Sprintf("{\"id\":%q,\"lang\":%q}\n{\"id\":%q,\"lang\":%q}\n", id(0), lang, id(1), lang)
			questions += fmt.Sprintf("{\"id\":\"%s%d\",\"question\":\"?\",\"answerable\":true,\"lang\":%q,\"gold\":[{\"doc\":%q}]}\n", lang, i, lang, id(0))
		}
	}
	sets, err := readSet("twin", write(t, dir, "corpus.jsonl", corpus), write(t, dir, "q.jsonl", questions))
	if err != nil || len(sets) != 2 || sets[0].name != "twin de" || sets[1].name != "twin en" {
		t.Fatalf("sets %+v, %v", sets, err)
	}
	var kept [2][]string
	for i, s := range sets {
		for _, l := range s.lines {
			kept[i] = append(kept[i], l.id[len("de:"):])
			if s.name != "twin "+l.lang {
				t.Errorf("%s keeps %s", s.name, l.id)
			}
		}
		checkHalf(t, s)
	}
	if !slices.Equal(kept[0], kept[1]) {
		t.Errorf("the languages keep different texts: %q and %q", kept[0], kept[1])
	}
}

// checkHalf checks that questions are answerable if their document is kept, that its parts stay together and that some
// are kept and some not.
func checkHalf(t *testing.T, s set) {
	t.Helper()
	kept := map[string]int{}
	for _, l := range s.lines {
		kept[wholes([]string{l.id})[0]]++
	}
	yes := 0
	for _, q := range s.questions {
		parts := kept[wholes(q.documents())[0]]
		if q.Answerable != (parts == 2) || parts == 1 {
			t.Errorf("%s: question %s is answerable: %t, %d parts of its text are kept", s.name, q.ID, q.Answerable, parts)
		}
		if q.Answerable {
			yes++
		}
	}
	if n := len(s.questions); yes < n/4 || yes > 3*n/4 {
		t.Errorf("%s: %d of %d questions are answerable", s.name, yes, n)
	}
}

func TestFamily(t *testing.T) {
	for name, want := range map[string]string{"xquad de": "squad2_open", "squad2_open": "squad2_open", "twin en": "twin"} {
		if got := (set{name: name}).family(); got != want {
			t.Errorf("family of %q is %q, want %q", name, got, want)
		}
	}
}
