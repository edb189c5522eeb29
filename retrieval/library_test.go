package retrieval

import (
	"context"
	"reflect"
	"strings"
	"sync"
	"testing"
)

// open indexes a small corpus given as file name and text.
func open(t testing.TB, files map[string]string) *Library {
	t.Helper()
	return openSnapshot(t, load(t, files))
}

func ask(t testing.TB, l *Library, question string, history ...string) Answer {
	t.Helper()
	a, err := l.Ask(context.Background(), Question{Text: question, History: history})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// quotes lists the excerpts that are not aside, each as "id: text".
func quotes(a Answer) []string {
	var out []string
	for _, g := range a.Groups {
		for _, e := range g.Excerpts {
			if !g.Aside {
				out = append(out, e.Quote.Document().ID()+": "+strings.Join(strings.Fields(e.Quote.Text()), " "))
			}
		}
	}
	return out
}

var flood = map[string]string{
	"gazette.md": "---\ntitle: The flood of the Arle\npublisher: Gazette\npublished: 2021-03-04\n---\n\n" +
		"The river Arle left its bed on Tuesday night. More than 300 people were rescued from their roofs by boat.\n\n" +
		"The mayor, Greta Holm, said that the dam had held. She thanked the crews.\n",
	"herald.md": "---\ntitle: Arle valley under water\npublisher: Herald\npublished: 2021-03-06\n---\n\n" +
		"Rescue workers brought 412 people to safety in the Arle valley.\n\n" +
		"The flood was caused by a week of warm rain on deep snow.\n",
	"voice.md": "---\ntitle: After the flood\npublisher: Voice\npublished: 2021-03-05\n---\n\n" +
		"About 120 people were saved from the water, the fire brigade said.\n\n" +
		"The railway to the valley stays closed until May.\n",
	"garden.md": "---\ntitle: Tulips\n---\n\nTulips are planted in autumn. They flower in spring and want sun.\n",
}

func TestAskOutcomes(t *testing.T) {
	l := open(t, flood)
	for _, tt := range []struct {
		question string
		want     Outcome
		first    string // what the first excerpt contains
	}{
		{"What caused the flood?", Answered, "warm rain"},
		{"Who is the mayor?", Answered, "Greta Holm"},
		{"When are tulips planted?", Answered, "autumn"},
		{"Until when is the railway closed?", Answered, "until May"},
		{"What is the boiling point of ethanol?", NotFound, ""},
		{"asdf qwer", NotFound, ""},
		{"", NotFound, ""},
		{"???", NotFound, ""},
		{"the of and", NotFound, ""},
		{"How old is Greta Holm?", Mentioned, "Greta Holm"},
	} {
		a := ask(t, l, tt.question)
		if a.Outcome != tt.want {
			t.Errorf("%s: outcome %s (%.2f), want %s", tt.question, a.Outcome, a.Confidence, tt.want)
		}
		q := quotes(a)
		if tt.first == "" && len(q) > 0 || tt.first != "" && (len(q) == 0 || !strings.Contains(q[0], tt.first)) {
			t.Errorf("%s: quotes %q, want %q first", tt.question, q, tt.first)
		}
	}
}

func TestValuesAreGroupedByDate(t *testing.T) {
	a := ask(t, open(t, flood), "How many people were rescued?")
	want := []string{
		"gazette.md: More than 300 people were rescued from their roofs by boat.",
		"voice.md: About 120 people were saved from the water, the fire brigade said.",
		"herald.md: Rescue workers brought 412 people to safety in the Arle valley.",
	}
	if got := quotes(a); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	var values []string
	for _, g := range a.Groups {
		if g.Value != "" {
			values = append(values, g.Value)
		}
	}
	if want := []string{"More than 300", "About 120", "412"}; !reflect.DeepEqual(values, want) {
		t.Errorf("values %q, want %q", values, want)
	}
	if !a.Disagreement {
		t.Error("about 120 and 412 cannot both be right, yet no disagreement")
	}
	for i, s := range a.Sources {
		if s.Number != i+1 {
			t.Errorf("source %d has number %d", i, s.Number)
		}
	}
	if len(a.Silent) != 1 || a.Silent[0].ID() != "garden.md" {
		t.Errorf("silent %v, want garden.md", a.Silent)
	}
}

func TestUnknownWords(t *testing.T) {
	a := ask(t, open(t, flood), "Was the Zephyr hotel flooded, and the Zephyr casino?")
	if want := []string{"Zephyr", "hotel", "casino"}; !reflect.DeepEqual(a.UnknownWords, want) {
		t.Errorf("unknown words %q, want %q", a.UnknownWords, want)
	}
}

func TestHistoryTellsWhatAFollowUpIsAbout(t *testing.T) {
	l := open(t, map[string]string{
		"a.txt": "The Lumen lamp weighs two kilograms and is made of brass.",
		"b.txt": "The Orbis lamp weighs nine kilograms and is made of steel.",
	})
	a := ask(t, l, "How much does it weigh?", "What is the Orbis lamp made of?", "steel")
	if q := quotes(a); len(q) == 0 || !strings.HasPrefix(q[0], "b.txt") {
		t.Errorf("quotes %q, want the Orbis lamp first", q)
	}
}

func TestFollowUpLeavesOutItsSubject(t *testing.T) {
	l := open(t, map[string]string{
		"a.md": report("2020-01-05", "The ferry Orbis burned off Skarn. Six sailors died."),
		"b.md": report("2020-01-05", "At the quay of Varn 14 sailors died in the storm."),
	})
	if got, _ := values(ask(t, l, "How many sailors died?", "What happened to the Orbis?", "It burned.")); got != "Six: a | 14: b" {
		t.Errorf("after a question about the Orbis: %s", got)
	}
	a := ask(t, l, "How many sailors died?", "What happened to the Orbis?", "It burned.")
	if q := quotes(a); len(q) != 1 || a.Disagreement {
		t.Errorf("quotes %q, want those of the Orbis alone; disagreement %t", q, a.Disagreement)
	}
	if got, disagree := values(ask(t, l, "How many sailors died?")); !disagree {
		t.Errorf("by itself: %s, want two that disagree", got)
	}
}

func TestCopiesAreOneWitness(t *testing.T) {
	text := "The lighthouse of Skarn was built in 1871 by the engineer Ole Brandt. It stands on a rock off the northern shore and its light is seen for thirty miles in clear weather by every ship that passes."
	l := open(t, map[string]string{"one.txt": text, "two.txt": text + " Share this story.", "three.txt": "The lighthouse of Skarn opened in 1873, the harbour office says."})
	a := ask(t, l, "When was the lighthouse of Skarn built?")
	if len(a.Sources) != 2 {
		t.Fatalf("%d sources, want 2: %q", len(a.Sources), quotes(a))
	}
	if a.Witnesses != 2 || a.Searched != 3 {
		t.Errorf("%d witnesses of %d searched, want 2 of 3", a.Witnesses, a.Searched)
	}
	for _, s := range a.Sources {
		if s.Document.ID() == "one.txt" && len(s.Copies) != 1 {
			t.Errorf("one.txt has %d copies, want 1", len(s.Copies))
		}
	}
}

func TestExcerptStandsOnItsOwn(t *testing.T) {
	a := ask(t, open(t, flood), "Whom did she thank?")
	q := quotes(a)
	if want := "gazette.md: The mayor, Greta Holm, said that the dam had held. She thanked the crews."; len(q) == 0 || q[0] != want {
		t.Errorf("got %q, want %q first", q, want)
	}
}

func TestHeadingIsQuotedWithWhatItHeads(t *testing.T) {
	l := open(t, map[string]string{
		"library.md": "# Library\n\n## How do I renew my card?\n\nVisit the desk with a proof of address.\n\n## Opening hours\n\nFrom nine to five.\n",
		"faq.jsonl":  `{"id": "parking", "title": "Where can visitors park?", "text": "Behind the town hall. It is free after six."}`,
	})
	for question, want := range map[string]string{
		"How can I renew my card?":     "library.md: How do I renew my card? Visit the desk with a proof of address.",
		"Where can the visitors park?": "faq.jsonl#parking: Behind the town hall.",
	} {
		if q := quotes(ask(t, l, question)); len(q) == 0 || q[0] != want {
			t.Errorf("%s: %q, want %q first", question, q, want)
		}
	}
}

func TestQuestionIsReadInTheLanguageOfTheDocuments(t *testing.T) {
	l := open(t, map[string]string{
		"de.md": "---\nlang: de\n---\n\nDie Brücken der Stadt wurden im Sommer repariert. Der Bürgermeister lobte die Arbeiter.\n",
		"fr.md": "---\nlang: fr\n---\n\nLes ponts de la ville ont été réparés pendant l'été. Le maire a félicité les ouvriers.\n",
	})
	for question, want := range map[string]string{
		"Wann wurde die Brücke repariert?":  "de.md",
		"Quand le pont a-t-il été réparé ?": "fr.md",
	} {
		if q := quotes(ask(t, l, question)); len(q) == 0 || !strings.HasPrefix(q[0], want) {
			t.Errorf("%s: %q, want %s first", question, q, want)
		}
	}
}

func TestKinOfAWordTheCorpusNeverUses(t *testing.T) {
	l := open(t, map[string]string{
		"a.txt": "The storm killed nine sailors off the northern coast, the harbour office said.",
		"b.txt": "The ferry was repaired in the dry dock. The work took two weeks.",
	})
	a := ask(t, l, "How many died?")
	if q := quotes(a); a.Outcome == NotFound || len(q) == 0 || !strings.HasPrefix(q[0], "a.txt") {
		t.Errorf("outcome %s, quotes %q, want a.txt first", a.Outcome, q)
	}
}

func TestShortDocumentIsReadInTheUsualLanguage(t *testing.T) {
	l := open(t, map[string]string{
		"long.txt":  "The ferries leave from the old pier in the morning, and they return to it at night.",
		"short.txt": "Ferries cancelled!",
	})
	if len(l.current.Load().tongues) != 1 {
		t.Fatalf("%d languages, want 1", len(l.current.Load().tongues))
	}
	if q := quotes(ask(t, l, "Which ferry was cancelled?")); len(q) == 0 || q[0] != "short.txt: Ferries cancelled!" {
		t.Errorf("got %q, want the short document first", q)
	}
}

func TestEmptyCorpus(t *testing.T) {
	a := ask(t, open(t, nil), "Is anybody there?")
	if a.Outcome != NotFound || a.Searched != 0 {
		t.Errorf("outcome %s of %d documents, want %s of 0", a.Outcome, a.Searched, NotFound)
	}
}

func TestAnswersAreTheSameEveryTime(t *testing.T) {
	question := "How many people were rescued in the Arle valley?"
	first := ask(t, open(t, flood), question)
	l := open(t, flood)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			a, err := l.Ask(context.Background(), Question{Text: question})
			if err != nil {
				t.Error(err)
			}
			if !reflect.DeepEqual(quotes(a), quotes(first)) || a.Confidence != first.Confidence {
				t.Errorf("got %q %v\nwant %q %v", quotes(a), a.Confidence, quotes(first), first.Confidence)
			}
		})
	}
	wg.Wait()
}

func TestAskStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := open(t, flood).Ask(ctx, Question{Text: "What caused the flood?"}); err == nil {
		t.Error("no error after the context ended")
	}
}

func TestUnknownWordsAreUnknownInEveryLanguage(t *testing.T) {
	l := open(t, map[string]string{
		"de.md": "---\nlang: de\n---\n\nDie Brücke von Varn wurde im Sommer repariert. Der Bürgermeister lobte die Arbeiter.\n",
		"en.md": "---\nlang: en\n---\n\nThe lighthouse of Skarn was painted in the summer. The mayor praised the painters.\n",
	})
	for _, tt := range []struct {
		question string
		want     []string
	}{
		{"Was the lighthouse near the Brücke painted?", []string{"near"}},
		{"Who are The Who?", nil},
		{"the of and", nil},
		{"Wurde der Bürgermeister von Skarn im Zeppelin gesehen?", []string{"Zeppelin", "gesehen"}},
	} {
		if got := ask(t, l, tt.question).UnknownWords; !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: unknown %q, want %q", tt.question, got, tt.want)
		}
	}
}

func TestCoversNameNearCopiesOnce(t *testing.T) {
	l := open(t, babel)
	var ids []string
	for _, d := range ask(t, l, "zeppelin").Covers {
		ids = append(ids, d.ID())
	}
	if want := []string{"bridge.md", "de.md", "doubt.md", "empty.md", "fr.md"}; !reflect.DeepEqual(ids, want) {
		t.Errorf("covers %q, want %q", ids, want)
	}
}

func TestQuestionIsUnderstoodInItsOwnLanguage(t *testing.T) {
	l := open(t, map[string]string{
		"de.md": "---\nlang: de\n---\n\nAm Hafen von Varn wurde gestern lange gearbeitet, und viele waren müde.\n",
		"en.md": "---\nlang: en\n---\n\nThe Varn Orchard Trust planted 340 Rosamund trees.\n",
	})
	a := ask(t, l, "Wie viele Rosamund pflanzte der Varn Orchard Trust?")
	if a.Explanation.Asks != string(asksFigure) {
		t.Errorf("asks %q, want %q", a.Explanation.Asks, asksFigure)
	}
}
