package message

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pullquote/corpus"
)

// checksOf looks the quotations of a message up, as the bot does.
func checksOf(t testing.TB, s *corpus.Snapshot, content string) []Check {
	t.Helper()
	var checks []Check
	for _, q := range Quotations(content) {
		findings, err := s.Find(context.Background(), q.Text, 8)
		if err != nil {
			t.Fatal(err)
		}
		checks = append(checks, Check{q, findings, len(s.Documents())})
	}
	return checks
}

func renderChecks(t testing.TB, checks []Check, cited []Cited) Reply {
	t.Helper()
	reply, err := english.RenderChecks(checks, cited, 0)
	if err != nil {
		t.Fatal(err)
	}
	if n := Units(reply.Content); n > Limit {
		t.Errorf("message has %d units, limit %d", n, Limit)
	}
	return reply
}

// shared are documents that say the same in several places, one of them where nothing is quoted.
var shared = []document{
	{ID: "1", Publisher: "Courier", Published: "2031-03-02", URL: "https://courier.example/1", Text: "The dyke held all night.\n\nNobody was hurt at the harbour. The dyke held all night."},
	{ID: "2", Publisher: "Bulletin", Text: "The dyke held all night, it seems. Boats were moved."},
	{ID: "3", Title: "*Nasty* @everyone\n> [x](https://evil.example)", Text: "THE DYKE held all night. He said: “it's **not** a [joke](https://evil.example)” and left."},
	{ID: "4", Text: "The dyke held all night, says one. Another says nothing of it."},
}

func TestRenderChecksGolden(t *testing.T) {
	port, dyke := snapshotOf(t, reports...), snapshotOf(t, shared...)
	tests := []struct {
		name, content string
		snapshot      *corpus.Snapshot
	}{
		{"checks-none", "The port is closed, I hear.", port},
		{"checks-one", "They say \"the fire brigade said\".", port},
		{"checks-several", "“AT LEAST 12 people were injured” https://bulletin.example/port-fire\n" +
			"“Two of them remain in care.” https://bulletin.example/port-fire/\n" +
			"“The fire began … before dawn” and “thirteen people were injured” and “the boats … the moon”", port},
		{"checks-places", "> The dyke held all night\n[1] Bulletin · ¶1\n“it's \\*\\*not\\*\\* a \\[joke\\]\\(https\\://evil.example\\)”", dyke},
		{"checks-missed", "“one two three” “four five six @everyone > **x**”", dyke},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			golden(t, test.name+".md", renderChecks(t, checksOf(t, test.snapshot, test.content), nil).Content+"\n")
		})
	}
}

// A message of ours keeps its numbers, and what has become of its sources is said.
func TestRenderChecksOfOurOwn(t *testing.T) {
	s := snapshotOf(t, reports...)
	a := injured(t)
	ours, err := english.Render(a)
	if err != nil {
		t.Fatal(err)
	}
	var cited []Cited
	for i, shown := range ours.Shown {
		c := Cited{Citation: Citation{Source: shown.Source, Quote: shown.Quote}, Document: s.Document(shown.Quote.Document().ID())}
		switch i {
		case 1:
			c = Cited{Citation: Citation{Source: shown.Source}, Standing: Changed, Document: c.Document}
		case 3:
			c = Cited{Citation: Citation{Source: shown.Source}, Standing: Gone}
		}
		cited = append(cited, c)
	}
	checks := checksOf(t, s, ours.Content)
	checks[3].Findings = nil
	reply := renderChecks(t, checks, cited)
	golden(t, "checks-own.md", reply.Content+"\n")
	if len(reply.Sources) != 3 || reply.Sources[1].Number != 2 || reply.Sources[1].URL == "" {
		t.Errorf("sources are %+v", reply.Sources)
	}
	for i := range cited {
		cited[i].Standing, cited[i].Document = Gone, nil
	}
	cited = append(cited, Cited{Citation: Citation{Source: 7}, Standing: Gone}, Cited{Citation: Citation{Source: 8}, Standing: Gone}, Cited{Citation: Citation{Source: 8}, Standing: Gone})
	golden(t, "checks-gone.md", renderChecks(t, nil, cited).Content+"\n")
}

func TestRenderChecksCountsShortQuotations(t *testing.T) {
	s := snapshotOf(t, reports...)
	checks := checksOf(t, s, `They say "the fire brigade said".`)
	for short, want := range map[int]string{0: "", 1: "\n-# 1 quotation is too short to check\n", 3: "\n-# 3 quotations are too short to check\n"} {
		reply, err := english.RenderChecks(checks, nil, short)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(reply.Content, want) || strings.Contains(reply.Content, "too short") != (short > 0) {
			t.Errorf("%d short ones: the message does not have %q:\n%s", short, want, reply.Content)
		}
	}
}

func TestVerdicts(t *testing.T) {
	s := snapshotOf(t, shared...)
	tests := []struct {
		text, claimed string
		want, in      string
	}{
		{"held all night", "", english.say().Checks.Here.Exact, "1"},
		{"held  all\nnight", "Bulletin", english.say().Checks.Here.Exact, "2"},
		{"held all night", "https://www.courier.example/1", english.say().Checks.Here.Exact, "1"},
		{"held all night", "https://other.example/1", english.say().Checks.Here.Exact, "2"},
		{"the dyke held all night", "*Nasty* @everyone > [x](https://evil.exa…", english.say().Checks.Here.Inexact, "3"},
		{"Held all night", "", english.say().Checks.Here.Inexact, "1"},
		{"Nobody was … all night", "", english.say().Checks.Here.Elided, "1"},
		{"Boats were moved", "https://courier.example/1", english.say().Checks.Here.Exact, "2"},
		{"Nobody was hurt", "https://other.example/1", english.say().Checks.Elsewhere.Exact, "1"},
		{"nobody was hurt", "Bulletin", english.say().Checks.Elsewhere.Inexact, "1"},
		{"Nobody was … all night", "Bulletin", english.say().Checks.Elsewhere.Elided, "1"},
		{"nobody was heard", "", "not found in the 4 documents", ""},
	}
	for _, test := range tests {
		findings, err := s.Find(context.Background(), test.text, 8)
		if err != nil {
			t.Fatal(err)
		}
		v, in := judge(Check{Quotation{test.text, test.claimed}, findings, 4}, english.say().Checks), ""
		if v.place != nil {
			in = v.place.Document.ID()
		}
		if v.phrase != test.want || in != "" && in != "docs.jsonl#"+test.in {
			t.Errorf("judge(%q, %q) = %q in %q, want %q in %q", test.text, test.claimed, v.phrase, in, test.want, test.in)
		}
	}
	if got := judge(Check{}, english.say().Checks).phrase; got != english.say().Checks.NotFound {
		t.Errorf("not searched: %q", got)
	}
}

// What may not be quoted, or does not fit, is named and not quoted.
func TestChecksQuoteOnlyWhatMayBe(t *testing.T) {
	long := strings.Repeat("and so on ", 300)
	s := snapshotOf(t, document{ID: "1", Text: "A tale of two towns " + long + "ends here."}, document{ID: "2", Text: "First of all came the rain.\n\nThen there came the snow."})
	reply := renderChecks(t, checksOf(t, s, "“tale of two towns” “came the rain … there came the snow”"), nil)
	if len(reply.Shown) > 1 || !strings.Contains(reply.Content, "[1] ") || strings.Contains(reply.Content, long[:100]) {
		t.Errorf("shown %d:\n%s", len(reply.Shown), reply.Content)
	}
	d := doc(snapshotOf(t, shared...), "1")
	for _, at := range []corpus.Span{{Start: 0, End: len(d.Text())}, {Start: 24, End: 26}} {
		check := Check{Quotation: Quotation{Text: "x y z"}, Findings: []corpus.Finding{{Document: d, Span: at, Exact: true}}}
		if reply := renderChecks(t, []Check{check}, nil); !strings.Contains(reply.Content, "[1] Courier · 2 Mar 2031 · ") {
			t.Errorf("place %v is not named:\n%s", at, reply.Content)
		}
	}
}

// Every verdict comes before any quote, and what does not fit is counted.
func TestChecksFit(t *testing.T) {
	var docs []document
	var checks []Check
	for i := range 40 {
		docs = append(docs, document{ID: fmt.Sprint(i), URL: "https://a.example/" + strings.Repeat("x", 100),
			Text: fmt.Sprintf("The %dth of the gauges showed more than the others %s. It stopped.", i, strings.Repeat("by far ", 15))})
	}
	s := snapshotOf(t, docs...)
	for i, d := range s.Documents() {
		findings, err := s.Find(context.Background(), d.Text()[:60], 2)
		if err != nil {
			t.Fatal(err)
		}
		checks = append(checks, Check{Quotation{Text: d.Text()[:60]}, findings, 40})
		reply := renderChecks(t, checks, nil)
		verdicts, more := strings.Count(reply.Content, "\n“"), 0
		if m := moreQuotations.FindStringSubmatch(reply.Content); m != nil {
			more, _ = strconv.Atoi(m[1])
		}
		if verdicts+more != i+1 || i < 5 && len(reply.Shown) == 0 {
			t.Errorf("%d checks: %d verdicts, %d more, %d quotes:\n%s", i+1, verdicts, more, len(reply.Shown), reply.Content)
		}
	}
}

var moreQuotations = regexp.MustCompile(`(?m)^(\d+) more quotations? do`)

// FuzzRenderChecks checks a message against a document, which may be the message's own text. RenderChecks has Verify
// read the result back.
func FuzzRenderChecks(f *testing.F) {
	for i, s := range nastyTexts {
		f.Add(s, "“"+s+"”\n> "+nastyTexts[len(nastyTexts)-1-i])
		f.Add(s, "> "+Escape(s))
	}
	f.Fuzz(func(t *testing.T, text, content string) {
		if !utf8.ValidString(text) || len(text)+len(content) > 10_000 {
			t.Skip()
		}
		renderChecks(t, checksOf(t, snapshotOf(t, document{ID: "1", Text: text}, document{ID: "2", Text: text + "\n\nAnd more."}), content), nil)
	})
}
