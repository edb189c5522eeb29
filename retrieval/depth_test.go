package retrieval

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// boats returns n documents that each state in one sentence how many boats were lost, in words of their own and each
// another number.
func boats(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		sentence := []string{
			"In the gale %d boats were lost off %s.",
			"As we hear, %d boats were lost at %s.",
			"%d boats were lost at %s that night.",
		}[i%3]
		files[fmt.Sprintf("report%03d.md", i)] = "---\nlang: en\n---\n\n" + fmt.Sprintf(sentence, 11+i, "Port "+strings.Repeat("Aa", 1+i%7)) + "\n"
	}
	return files
}

const askBoats = "How many boats were lost?"

func TestEveryDocumentThatStatesAValueIsQuotedOrToldOf(t *testing.T) {
	for _, n := range []int{1, 49, 50, 51, 60, 100, 101, 300} {
		for _, more := range []int{0, 7} { // documents that state nothing
			files := boats(n)
			for i := range more {
				files[fmt.Sprintf("garden%d.md", i)] = fmt.Sprintf("---\nlang: en\n---\n\nBed %d holds tulips, which flower in spring.\n", i)
			}
			a := ask(t, open(t, files), askBoats)
			quoted := len(a.Sources)
			if a.Outcome != Answered || a.Unread != (quoted < n) || n+more <= mostSilent && a.Unread {
				t.Errorf("%d of %d documents state it: %s, %d quoted, unread: %t of %d passages read", n, n+more, a.Outcome, quoted, a.Unread, a.Read)
			}
			if a.Read != quoted {
				t.Errorf("%d of %d documents: %d passages read, %d sources", n, n+more, a.Read, quoted)
			}
			checkSilent(t, a, more)
		}
	}
}

// checkSilent reports a silent document that is not one of the gardens, and a list that is not as long as it should be.
func checkSilent(t *testing.T, a Answer, gardens int) {
	t.Helper()
	want := gardens
	if a.Searched > mostSilent {
		want = 0
	}
	ids := idsOf(a.Silent)
	if len(ids) != want || slices.ContainsFunc(ids, func(id string) bool { return !strings.HasPrefix(id, "garden") }) {
		t.Errorf("of %d documents silent %q, want %d, gardens all", a.Searched, ids, want)
	}
}

// quiet is a document that speaks of boats at length and says at last what it has to say. Every passage of it ranks
// below those of boats.
func quiet(passages int, last string) string {
	paragraph := strings.Repeat("There the boats are painted in the autumn, when the weather on the coast is dry and mild and the days are long. ", 9)
	return "---\nlang: en\n---\n\n" + strings.Repeat(paragraph+"\n\n", passages-1) + strings.Repeat("The quay of grey stone is worn by water and by wind. ", 12) + last + "\n"
}

func TestSurveyReadsBelowTheFirstPassages(t *testing.T) {
	files := boats(70)
	files["quiet.md"] = quiet(3, "All in all nine boats were lost.")
	a := ask(t, open(t, files), askBoats)
	if got, _ := values(a); !strings.Contains(got, "nine: quiet") {
		t.Errorf("quiet.md is not quoted: %s", got)
	}
	if a.Unread || len(a.Silent) != 0 {
		t.Errorf("unread: %t, silent %q, want none", a.Unread, idsOf(a.Silent))
	}
}

func TestWhatIsNotReadToTheEndIsNotSilent(t *testing.T) {
	files := boats(70)
	files["quiet.md"] = quiet(surveyDepth+20, "No ship is seen there.")
	files["short.md"] = "---\nlang: en\n---\n\n" + strings.Repeat("Cats sleep in old boats on the shingle while the gulls walk about and the nets hang dry. ", 9) + "\n"
	a := ask(t, open(t, files), askBoats)
	if got := idsOf(a.Silent); !slices.Equal(got, []string{"short.md"}) || !a.Unread {
		t.Errorf("silent %q, unread: %t, want short.md alone, and quiet.md unread", got, a.Unread)
	}
	if a.Read > retrieveDepth+surveyDepth {
		t.Errorf("%d passages read", a.Read)
	}
}

// A document that is quoted, but states no value, may state one in what was not read.
func TestQuotedWithoutAValueMayBeUnread(t *testing.T) {
	files := boats(2)
	files["quiet.md"] = quiet(surveyDepth+retrieveDepth+20, "No ship is seen there.")
	a := ask(t, open(t, files), askBoats)
	if len(a.Sources) != 3 || !a.Unread {
		t.Errorf("%d sources, unread: %t, want 3, one of them unread", len(a.Sources), a.Unread)
	}
}

func TestNothingIsSurveyedWhereNoValueIsAsked(t *testing.T) {
	a := ask(t, open(t, boats(60)), "Why were boats lost?")
	if a.Outcome != Answered || a.Read != retrieveDepth || !a.Unread {
		t.Errorf("%s, %d passages read, unread: %t, want %d and some unread", a.Outcome, a.Read, a.Unread, retrieveDepth)
	}
	if len(a.Silent) > 0 {
		t.Errorf("silent %q, want none: those that are not quoted had no room or were not read", idsOf(a.Silent))
	}
}

func TestNoRoomIsNotSilence(t *testing.T) {
	files := boats(20)
	files["unnumbered.md"] = "---\nlang: en\n---\n\nMany of the boats were lost, as everyone here remembers well.\n"
	files["garden.md"] = "---\nlang: en\n---\n\nTulips flower in spring, and so does the almond.\n"
	a := ask(t, open(t, files), askBoats)
	if got := idsOf(a.Silent); len(a.Sources) != 20 || !slices.Equal(got, []string{"garden.md"}) {
		t.Errorf("%d sources, silent %q, want 20 and garden.md", len(a.Sources), got)
	}
}
