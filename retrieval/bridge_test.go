package retrieval

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/corpus"
)

// openFiles opens a library of files as they are, such as one with a synonyms.txt.
func openFiles(t *testing.T, files map[string]string) *Library {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := corpus.Load(context.Background(), fsys, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return openSnapshot(t, s)
}

// bridged returns which words of a sentence say which words of a question, as "asked: said".
func bridged(t *testing.T, l *Library, language, question, sentence string) string {
	t.Helper()
	for _, tongue := range l.current.Load().tongues {
		if tongue.analyzer.Language() != language {
			continue
		}
		q := readQuestion(tongue, Question{Text: question})
		s := stretch{text: sentence, terms: occurrences(tongue.analyzer.Tokens(sentence))}
		s.to = len(s.terms)
		var out []string
		for _, m := range q.read(s, 0) {
			if m.safety < 1 {
				out = append(out, fmt.Sprintf("%s: %s", q.words[m.word].surface, sentence[m.Start:m.End]))
			}
		}
		return strings.Join(out, "; ")
	}
	t.Fatalf("no passages in %q", language)
	return ""
}

const english1 = "---\nlang: en\n---\n\n"

func TestBridges(t *testing.T) {
	l := openFiles(t, map[string]string{
		"synonyms.txt": "guv => harbour master\nwherry, river boat\n",
		"a.md": english1 + "The Harbour Pilots' Union (HPU) met the harbour master by the website. A cease-fire was held.\n\n" +
			"Zoë Łuk saw NATO and the café, the wherry and the lantern; AIDS was named. The organisation met. Paint the walls of the keep.\n",
	})
	for _, tt := range []struct{ question, sentence, want string }{
		{"Who was arrested?", "Two men were taken into custody.", "arrested: taken into custody; arrested: custody"},
		{"Who was arrested?", "Police held two men.", "arrested: held"},
		{"Who was arrested?", "The meeting was held.", ""},
		{"Who stepped down?", "The mayor resigned.", "stepped: resigned"},
		{"Who took the step?", "The mayor resigned.", ""},
		{"Who called for a vote?", "The union demanded it.", "called: demanded"},
		{"When was the HPU founded?", "The harbour pilots’ union is old.", "HPU: harbour pilots’ union"},
		{"When was the HPU founded?", "The harbour and the pilots have a union.", ""},
		{"When did the Harbour Pilots' Union meet?", "The HPU met.", "Harbour: HPU; Pilots: HPU; Union: HPU"},
		{"Where do the pilots of the harbour meet?", "The HPU met.", ""},
		{"Is the guv in?", "The harbour master is in.", "guv: harbour master"},
		{"Is the harbour master in?", "The guv is in.", ""},
		{"Is there a river boat?", "The wherry sails.", "river: wherry; boat: wherry"},
		{"Is there a web site?", "Its website is new.", "web: website; site: website"},
		{"Was there a ceasefire?", "The cease-fire held.", "ceasefire: cease-fire"},
		{"Was there a cease-fire?", "The ceasefire held.", ""}, // which the corpus does not know
		{"Who is Zoe Luk?", "Zoë Łuk is here.", "Zoe: Zoë; Luk: Łuk"},
		{"Where is the cafe?", "The café is here.", "cafe: café"},
		{"What is aids?", "AIDS is named.", "aids: AIDS"},
		{"WHO SAW NATO THERE?", "Nato was seen.", ""}, // it is the word itself
		{"Where is the lanturn?", "The lantern is lit.", "lanturn: lantern"},
		{"Where is the lantern?", "The lantirn is lit.", ""},
		{"Who led the organization?", "The organisation met.", "organization: organisation"},
	} {
		if got := bridged(t, l, "en", tt.question, tt.sentence); got != tt.want {
			t.Errorf("%s\n%s: %q, want %q", tt.question, tt.sentence, got, tt.want)
		}
	}
}

func TestBridgesOfOtherLanguages(t *testing.T) {
	german := "---\nlang: de\n---\n\n"
	l := openFiles(t, map[string]string{
		"synonyms.txt": "Kahn, Schute",
		"a.md":         german + "Der Verein Deutscher Lotsen (VDL) tagte in München auf einer Schute.\n",
	})
	for _, tt := range []struct{ question, sentence, want string }{
		{"Wo tagte der VDL?", "Der Verein Deutscher Lotsen tagte hier.", "VDL: Verein Deutscher Lotsen"},
		{"Wer war in Muenchen?", "Er war in München.", "Muenchen: München"},
		{"Wo ist der Kahn?", "Die Schute ist hier.", "Kahn: Schute"},
		{"Wer wurde arrested?", "Er war in custody.", ""}, // the lexicon is English
	} {
		if got := bridged(t, l, "de", tt.question, tt.sentence); got != tt.want {
			t.Errorf("%s\n%s: %q, want %q", tt.question, tt.sentence, got, tt.want)
		}
	}
}

func TestABridgeBringsNoDocumentInAlone(t *testing.T) {
	l := openFiles(t, map[string]string{
		"word.md":    english1 + "The mayor resigned over the pier.\n",
		"kin.md":     english1 + "The keeper stepped down.\n",
		"foreign.md": english1 + "Gulls were loud.\n",
	})
	a := ask(t, l, "Who resigned?")
	for _, r := range a.Retrieved {
		if id := r.Passage.Document().ID(); id != "word.md" {
			t.Errorf("%s was retrieved", id)
		}
	}
	if len(a.Retrieved) != 1 {
		t.Errorf("%d passages retrieved, want 1", len(a.Retrieved))
	}
}

func TestAnAbbreviationFindsItsLongForm(t *testing.T) {
	l := openFiles(t, map[string]string{
		"a.md": english1 + "The Harbour Pilots' Union (HPU) was founded by Ada Quill. Gulls were loud.\n",
		"b.md": english1 + "The Harbour Pilots' Union has forty members.\n",
	})
	a := ask(t, l, "How many members does the HPU have?")
	if a.Outcome != Answered || a.Groups[0].Excerpts[0].Quote.Document().ID() != "b.md" {
		t.Errorf("%s with %d groups, want the answer of b.md", a.Outcome, len(a.Groups))
	}
	if len(a.UnknownWords) > 0 {
		t.Errorf("unknown words %q, want none", a.UnknownWords)
	}
}

func TestExplanationShowsBridges(t *testing.T) {
	l := openFiles(t, map[string]string{"a.md": english1 + "Two men were taken into custody by the harbour police and then detained.\n"})
	for _, term := range ask(t, l, "Who was arrested in the harbour?").Explanation.Terms {
		words := map[string]int{}
		for i, b := range term.Bridges {
			words[b.Word] = b.Passages
			if b.Weight <= 0 || b.Weight >= 1 || i > 0 && b.Weight > term.Bridges[i-1].Weight {
				t.Errorf("%s: bridge %d of %+v", term.Word, i, term.Bridges)
			}
		}
		switch term.Word {
		case "arrested":
			if words["detain"] != 1 || words["take * into custody"] != 1 || words["apprehend"] != 0 {
				t.Errorf("arrested has bridges %+v", term.Bridges)
			}
		case "harbour":
			if len(term.Bridges) != 0 {
				t.Errorf("harbour has bridges %+v, though the corpus holds none", term.Bridges)
			}
		}
	}
}

func TestManyUnknownWordsAreNoSlips(t *testing.T) {
	l := openFiles(t, map[string]string{"a.md": english1 + "The lantern of the keeper is by the harbour, said the mayor.\n"})
	tongue := l.current.Load().tongues[0]
	for question, want := range map[string]int{"lanturn": 1, "Is the lanturn by the harbour?": 1, "Lanturna keepera harbura": 0} {
		mended := 0
		for _, w := range readQuestion(tongue, Question{Text: question}).words {
			if slices.ContainsFunc(w.kin, func(k kin) bool { return k.weight == slipWeight }) {
				mended++
			}
		}
		if mended != want {
			t.Errorf("%s: %d words are mended, want %d", question, mended, want)
		}
	}
}

func TestWordsInCapitalsKeepTheirPlaces(t *testing.T) {
	for _, text := range []string{"WHO WAS İN ISTANBUL?", "GROẞE STRAẞE", "ÄÖ ÜÉ", "NATO", "Who was in NATO?", ""} {
		if got := uncapitalled(text); len(got) != len(text) {
			t.Errorf("%q became %q", text, got)
		}
	}
	if got := uncapitalled("WHO LIT THE LAMP?"); got != "who lit the lamp?" {
		t.Errorf("got %q", got)
	}
	for _, same := range []string{"NATO", "Who LIT it?", "12 34"} {
		if got := uncapitalled(same); got != same {
			t.Errorf("%q became %q", same, got)
		}
	}
}
