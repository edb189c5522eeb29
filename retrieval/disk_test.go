package retrieval

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"pullquote/corpus"
	"pullquote/retrieval/postings"
	"pullquote/retrieval/terms"
)

// diskQuestions ask for what changes make and unmake: figures, names, near-copies, other spellings, abbreviations, compounds,
// synonyms, words of one language and of none.
var diskQuestions = []Question{
	{Text: "How many boats were lost?"}, {Text: "How many vessels were lost in the gale near Varn?"}, {Text: "Which pier was closed?"},
	{Text: "What did the HPU say?"}, {Text: "What does HPU stand for?"}, {Text: "Wie viele Boote hat der Sturm beschädigt?"},
	{Text: "Was ist im Herbst gebrochen?"}, {Text: "Who counted the feries?"}, {Text: "What about the ceasefire?"}, {Text: "Was the quay re-opened?"},
	{Text: "zeppelin"}, {Text: "When did the ferry Orbis sink?"}, {Text: "How many wounded?", History: []string{"What happened in the gale near Arlau?", "It was lost."}},
	{Text: "What did the harbour master say?", Documents: []string{"a/1.md", "a/2.md", "b/3.md", "lines.jsonl#line7"}}, {Text: "Notes of the harbour"},
	{Text: "Which lamp of the lighthouse was lit?"},
}

func openDir(t *testing.T, f *folder, dir string) *Library {
	t.Helper()
	return openOptions(t, Options{Source: f.source(t), Dir: dir})
}

func openOptions(t *testing.T, o Options) *Library {
	t.Helper()
	l, rebuilt, err := OpenSource(context.Background(), o)
	if err != nil || rebuilt != nil {
		t.Fatal(err, rebuilt)
	}
	return l
}

func closeLibrary(t *testing.T, l *Library) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

func readAndServe(t *testing.T, l *Library) {
	t.Helper()
	u, err := l.Read(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := u.Serve(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// byContent lets two answers be compared in all that they hold. Their documents are not the same in memory: what they say is.
var byContent = cmp.Options{
	cmp.Comparer(func(a, b *postings.Gains) bool { return *a == *b }),
	cmp.Transformer("document", func(d *corpus.Document) string { return fmt.Sprint(d.ID(), d.SHA256(), d.Metadata()) }),
	cmp.Transformer("quote", func(q corpus.Quote) string { return fmt.Sprint(q.Document().ID(), q.Span(), q.Text()) }),
	cmp.Transformer("passage", func(p corpus.Passage) string { return fmt.Sprint(p.Document().ID(), p.Span(), p.Text()) }),
}

// said is all that a library says of its snapshot and in answer to questions.
type said struct {
	ID         string
	Documents  []*corpus.Document
	Copies     map[string][]*corpus.Document
	Problems   []corpus.Problem
	Answers    []Answer
	Trace      Trace
	Considered []Considered
	Tongues    []tongueSaid
}

// tongueSaid is what answers in a language hang on. Only in a large corpus do answers show all of it.
type tongueSaid struct {
	Code, Stats string
	Chance      float64
	Gains       *postings.Gains
	Terms       map[string]terms.Count
	Compounds   tallies
}

func saidBy(l *Library, questions []Question) (said, error) {
	s := l.Snapshot()
	out := said{ID: s.ID(), Documents: append([]*corpus.Document{}, s.Documents()...), Problems: append([]corpus.Problem{}, s.Problems()...), Copies: map[string][]*corpus.Document{}}
	for _, d := range s.Documents() {
		out.Copies[s.Witness(d).ID()] = s.Copies(s.Witness(d))
	}
	for _, t := range l.current.Load().tongues {
		out.Tongues = append(out.Tongues, tongueSaid{t.code, fmt.Sprint(t.passages, t.textStats, t.titleStats), t.chance, t.gains,
			maps.Collect(t.vocabulary.All()), t.compounds.sum()})
	}
	for _, q := range questions {
		a, err := l.Ask(context.Background(), q)
		if err != nil {
			return said{}, fmt.Errorf("%s: %w", q.Text, err)
		}
		out.Answers = append(out.Answers, a)
	}
	var err error
	if out.Trace, err = l.Trace(context.Background(), []string{"Nobody on board was hurt, the crew said.", "The quay was flooded"}); err != nil {
		return said{}, err
	}
	out.Considered, err = l.Consider(context.Background(), Question{Text: "How many boats were lost?"}, 20)
	return out, err
}

// sameAnswers compares all that two libraries say.
func sameAnswers(t *testing.T, what string, got, want *Library) {
	t.Helper()
	g, err := saidBy(got, diskQuestions)
	if err != nil {
		t.Fatal(err)
	}
	w, err := saidBy(want, diskQuestions)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(w, g, byContent); diff != "" {
		t.Fatalf("%s: answers differ (-want +got):\n%.8000s", what, diff)
	}
}

// happened counts what must happen for a test of changes to mean something.
type happened map[string]int

// note counts what a reload has done to the segments of a library.
func (h happened) note(l *Library, segments int, usual string) {
	e, now := l.current.Load(), l.archive.now
	counts := map[string]bool{
		"several segments":       len(e.segments) > 1,
		"segments folded":        len(e.segments) < segments && len(e.segments) > 0,
		"dead documents":         e.hasDead,
		"lost counts":            slices.ContainsFunc(now.lost, func(l map[string]*lexis) bool { return len(l) > 0 }),
		"another usual language": usual != now.usual && usual != "" && now.usual != "",
		"assumed languages":      slices.ContainsFunc(e.segments, func(s *segment) bool { return len(s.assumed) > 0 }),
		"near-copies": slices.ContainsFunc(e.snapshot.Documents(), func(d *corpus.Document) bool {
			return len(e.snapshot.Copies(d)) > 0
		}),
		"two languages": len(e.tongues) > 1,
		"nothing left":  len(e.snapshot.Documents()) == 0,
	}
	for what, has := range counts {
		if has {
			h[what]++
		} else {
			h[what] += 0
		}
	}
}

// TestAnswersAreTheSameHoweverTheyWereIndexed changes a corpus at random. After each change a library on disk that reads
// what has changed says what one says that was opened again, one that reads all, and one in memory.
func TestAnswersAreTheSameHoweverTheyWereIndexed(t *testing.T) {
	const seeds, rounds = 3, 20
	seen := happened{}
	for seed := range uint64(seeds) {
		f, dir := newFolder(t, seed), t.TempDir()
		f.change(t, 40)
		l := openDir(t, f, dir)
		var before files
		for round := range rounds {
			if round%4 == 1 {
				closeLibrary(t, l)
				l = openDir(t, f, dir)
			}
			if what := fmt.Sprintf("seed %d round %d", seed, round); len(f.files) > 0 { // of nothing no library is opened
				checkDisk(t, what, l, openOptions(t, Options{Source: f.files.source()}))
				if round%4 == 3 {
					checkDisk(t, what+" built anew", l, openDir(t, f, t.TempDir()))
				}
			}
			segments, usual := len(l.current.Load().segments), l.archive.now.usual
			switch round {
			case 4: // nothing changes
			case 5:
				f.set(t, f.with("synonyms.txt", "craft, boat, pilot\n"))
			case 8:
				before = f.files
				f.set(t, f.turned(seed))
			case 12:
				before = f.files
				f.set(t, files{})
			case 9, 13:
				f.set(t, before)
			default:
				f.change(t, 1+2*int(f.seed%3))
			}
			readAndServe(t, l)
			seen.note(l, segments, usual)
		}
		closeLibrary(t, l)
	}
	t.Log(seen)
	for _, what := range slices.Sorted(maps.Keys(seen)) {
		if seen[what] == 0 {
			t.Errorf("of %d changes none has led to %s", seeds*rounds, what)
		}
	}
}

// TestShortDocumentsAreReadInTheLanguageThatIsUsualNow adds documents in another language until it is the usual one. What was
// read in the other is in a segment that is taken up for nothing else.
func TestShortDocumentsAreReadInTheLanguageThatIsUsualNow(t *testing.T) {
	f, dir := newFolder(t, 0), t.TempDir()
	start := files{}
	for n := range 60 {
		start[fmt.Sprintf("a/%d.txt", n)] = fmt.Sprintf("Pier %d closed!\n", n)
	}
	for n := range 4 {
		start[fmt.Sprintf("b/%d.md", n)] = "---\nlang: en\n---\n\n" + strings.Repeat(strings.Repeat("The boats were lost near the quay. ", 20)+"\n\n", 40)
	}
	f.set(t, start)
	l := openDir(t, f, dir)
	defer func() { closeLibrary(t, l) }()
	f.set(t, f.turned(1))
	readAndServe(t, l)
	if usual := l.archive.now.usual; usual != "de" {
		t.Fatalf("the usual language is %q", usual)
	}
	checkDisk(t, "turned", l, openOptions(t, Options{Source: f.files.source()}))
	closeLibrary(t, l)
	l = openDir(t, f, dir)
	checkDisk(t, "turned and opened again", l, openOptions(t, Options{Source: f.files.source()}))
}

// checkDisk compares a library with another, which it closes.
func checkDisk(t *testing.T, what string, got, want *Library) {
	t.Helper()
	defer closeLibrary(t, want)
	sameAnswers(t, what, got, want)
}
