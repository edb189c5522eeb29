package message

import "testing"

func TestCheckOwnLine(t *testing.T) {
	for _, line := range []string{
		"", "Quoted from 3 of 5 sources", "**19** · 2 sources", `**Who \*did\* it?**`, `**\*\*a\*\***`, "-# searched 5 documents · quotes checked",
		`[1] a\_b · p\. 2 ¶3 · [open the source](https://a.example/b_c?d=~~e~~&f=g@h#i:~:text=j)`, "[2], [5] changed since this answer; ask again.",
		"- bullet", "1 -> 2", "a | b ~ c", `\<\@1\> \@everyone https\://evil\.example`, `\\ \> x`, "[1] [open](http://a.example)",
	} {
		if err := checkOwnLine(line); err != nil {
			t.Errorf("%q: %v", line, err)
		}
	}
	for _, line := range []string{
		"@everyone", "hello @here", "<@1>", "<t:1618953630:R>", "</ask:5>", "<#4>", "<https://a.example>", `\\<@1>`, `\\@everyone`,
		"https://a.example", "see http://a.example", "discord://x", "[x](javascript:alert)", "[x](ftp://a.example)", "[x]()", "[x](https://a.example",
		"[x](https://a.example <y>)", "[x](</ask:5>)", `[x](https://a.example "title")`, ">>> all", " > quote", "\u00a0> quote", ">quote",
		"`code`", "||hidden||", "~~struck~~", "_it_", "__u__", "*it*", "***both***", "**open", "a ** b", "a\rb", "a\u2028> b",
	} {
		if checkOwnLine(line) == nil {
			t.Errorf("%q is accepted", line)
		}
	}
}

// Verify is called for messages without quotes too.
func TestVerifyWithoutQuotes(t *testing.T) {
	for content, ok := range map[string]bool{
		"": true, "I found nothing in the corpus that answers this.": true, "a\n\nb": true,
		"> a quote of nobody": false, "x\n> a quote of nobody\n[1] N": false, "x\n> ": false, "x\n>>> all that follows": false,
		"x\n@everyone": false, "x\n[1] N · <@1>": false,
	} {
		if err := Verify(content, nil); (err == nil) != ok {
			t.Errorf("Verify(%q) = %v, want it to be accepted: %v", content, err, ok)
		}
	}
}
