package message

import (
	"strings"
	"testing"
)

func TestVerifyFindsEveryChange(t *testing.T) {
	reply, err := english.Render(injured(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := Verify(reply.Content, reply.Shown); err != nil {
		t.Fatalf("untouched: %v", err)
	}
	tests := []struct{ name, old, new string }{
		{"another figure", "> **At least 12** people", "> **At least 13** people"},
		{"a word less", "people were injured, the", "people injured, the"},
		{"a word more", "> **At least", "> Nearly **At least"},
		{"a letter's case", "> Hospitals", "> hospitals"},
		{"a space more", "> Hospitals in", "> Hospitals  in"},
		{"cut short", " dock workers\\.", " dock"},
		{"no block quote", "> Hospitals", "Hospitals"},
		{"a quote in two lines", "Hospitals in", "Hospitals\n> in"},
		{"a quote of nobody", "[2] North", "[2] North\n\n> The port is safe\\.\n[2] North"},
		{"the wrong number", "[2] North", "[3] North"},
		{"no source line", "\n[2] North", "\n\n[2] North"},
		{"live markup", "the fire brigade", "the _fire_ brigade"},
		{"a live mention", "the fire brigade", "the @everyone brigade"},
		{"bold that does not close", "> **At least 12**", "> **At least 12"},
		{"a heading that no quote says", "**At least 12**\n", "**At least 14**\n"},
		{"bold of nothing", "> Hospitals", "> ****Hospitals"},
		{"a mention in a line of ours", "Sources give", "@everyone: sources give"},
		{"a mention in a name", "[2] North", "[2] <@1> North"},
		{"a link to something else", "](https://bulletin", "](javascript://bulletin"},
		{"a bare link", "[3] Nineteen", "[3] https://evil.example Nineteen"},
		{"code that runs over quotes", "Sources give", "Sources ` give"},
		{"a spoiler that hides quotes", "Sources give", "||Sources give"},
		{"a quote behind spaces", "[2] North", "[2] North\n > The port is safe\\."},
		{"too long", "[1] ", "[1] " + strings.Repeat("x", Limit)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			changed := strings.Replace(reply.Content, test.old, test.new, 1)
			if changed == reply.Content {
				t.Fatalf("%q is not in the message", test.old)
			}
			if err := Verify(changed, reply.Shown); err == nil {
				t.Errorf("accepted:\n%s", changed)
			}
		})
	}
	if err := Verify(reply.Content, reply.Shown[1:]); err == nil {
		t.Error("accepted a quote that is not among the shown")
	}
}

func TestVerifyReadsNastyTexts(t *testing.T) {
	for i, text := range nastyTexts {
		d := doc(snapshotOf(t, document{ID: "a", Text: text}), "a")
		for _, p := range d.Passages() {
			q, err := p.Quote(0, p.Len())
			if err != nil {
				t.Fatal(err)
			}
			blocks, err := readQuotes(blockQuote(quoteText(q, q.Span())) + "\n[1] x")
			if err != nil || len(blocks) != 1 || blocks[0].text != q.Text() {
				t.Errorf("text %d: read %+v, %v, want %q", i, blocks, err, q.Text())
			}
		}
	}
}
