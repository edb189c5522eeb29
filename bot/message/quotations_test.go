package message

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuotations(t *testing.T) {
	tests := []struct {
		name, in string
		want     []Quotation
	}{
		{"nothing", "", nil},
		{"no quotation", "It isn't the dogs' fault that they're 5\" tall.", nil},
		{"straight", `He said "at least 12 people" today.`, quoted("at least 12 people")},
		{"English", "“the fire brigade said” and ‘crews from three towns’", quoted("the fire brigade said", "crews from three towns")},
		{"German", "„die Ursache ist unbekannt“ und »niemand weiß es genau« und ‚es war ein Brand‘", quoted("die Ursache ist unbekannt", "niemand weiß es genau", "es war ein Brand")},
		{"French", "« la cause est inconnue » et ‹ nul ne sait rien ›", quoted("la cause est inconnue", "nul ne sait rien")},
		{"Swedish", "”orsaken är inte känd” och »ingen vet något alls»", quoted("orsaken är inte känd")},
		{"Polish", "„nikt nie zna przyczyny”", quoted("nikt nie zna przyczyny")},
		{"Japanese", "彼は「原因は不明です」と言い、『報告書の題』を出した", quoted("原因は不明です", "報告書の題")},
		{"single", "'the cause is not known' isn't what they said", quoted("the cause is not known")},
		{"an apostrophe inside", "‘it isn’t the dogs that bark’", quoted("it isn’t the dogs that bark")},
		{"nested", "“he said ‘the port will stay closed’ to us” and no more", quoted("he said ‘the port will stay closed’ to us")},
		{"nested alike", "«one «two three four» five»", quoted("one «two three four» five")},
		{"unclosed", "“the port will stay closed", nil},
		{"an unclosed one first", "“oh and “the port will stay closed” too", quoted("the port will stay closed")},
		{"not across paragraphs", "\"one two three\n\nfour five six\"", nil},
		{"across lines", "\"one two\nthree\"", quoted("one two\nthree")},
		{"short ones beside a long one", "\"fire\" and \"the port is closed\" and \"two words\"", quoted("the port is closed")},
		{"only short ones", "\"fire\" and \"two words\" and \"!\"", quoted("fire", "two words")},
		{"twice", "\"one two three\" \"one two three\"", quoted("one two three")},
		{"a block quote", "Look:\n> one **two**\n> \n> three four\nso", quoted("one two\n\nthree four")},
		{"a block quote to the end", "x\n>>> one \"two three four\"\n\nfive", quoted("one \"two three four\"\n\nfive")},
		{"two block quotes", "> one two three\nand\n> four five six", quoted("one two three", "four five six")},
		{"no block quote", ">one two three", nil},
		{"emphasis", `"**a** *b* __c__ ~~d~~ ||e|| _f_ ***g***"`, quoted("a b c d e f g")},
		{"emphasis around", `**"one two three"** *"four five six"*`, quoted("one two three", "four five six")},
		{"no emphasis", `"2 * 3 snake_case_name a*b 4"`, quoted("2 * 3 snake_case_name a*b 4")},
		{"code", "\"one `two * \\ three` ``four ` five``\"", quoted("one two * \\ three four ` five")},
		{"escaped", `\"one \*two\* three\\\"`, quoted(`one *two* three\`)},
		{"bold that is not closed", `"one **two three"`, quoted("one **two three")},
		{"a link", `"one [two *three*](https://a.example/x_y_z) four"`, claimed("one two three four", "https://a.example/x_y_z")},
		{"no link", `"one [two] three](https://a.example four"`, claimed("one [two] three](https://a.example four", "https://a.example")},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Quotations(test.in); !slices.Equal(got, test.want) {
				t.Errorf("Quotations(%q) =\n%q, want\n%q", test.in, got, test.want)
			}
		})
	}
}

func quoted(texts ...string) []Quotation {
	var out []Quotation
	for _, text := range texts {
		out = append(out, Quotation{Text: text})
	}
	return out
}

func claimed(text, by string) []Quotation { return []Quotation{{text, by}} }

func TestClaimedSources(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"none", `"one two three"`, ""},
		{"an address behind", `"one two three" (https://a.example/x).`, "https://a.example/x"},
		{"the next of several", `https://a.example "one two three" <https://b.example/(x)> https://c.example`, "https://b.example/(x)"},
		{"an address before", `https://a.example says "one two three".`, "https://a.example"},
		{"a masked link", `["one two three"](https://a.example/x)`, "https://a.example/x"},
		{"a link behind", `"one two three" [there](<https://a.example/x>)`, "https://a.example/x"},
		{"the line below", "\"one two three\"\nhttps://a.example/x", "https://a.example/x"},
		{"another line", "\"one two three\"\nThey also have https://a.example/x", ""},
		{"another paragraph", "\"one two three\"\n\nhttps://a.example/x", ""},
		{"below a block quote", "> one two three\n<https://a.example/x>", "https://a.example/x"},
		{"below, but apart", "> one two three\n\nhttps://a.example/x", ""},
		{"a numbered name", "> one two three\n[1] North Bulletin · 3 Mar 2031 · ¶1", "North Bulletin"},
		{"a numbered address", "> one two three\n[1] North · ¶1 · [open the source](https://a.example)", "https://a.example"},
		{"a number from above", "> x\n[2] South · ¶1\n> one two three\n[2] ¶4", "South"},
		{"no number", "> one two three\n[sic] North", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, want := Quotations(test.in), claimed("one two three", test.want); !slices.Equal(got, want) {
				t.Errorf("Quotations(%q) =\n%q, want\n%q", test.in, got, want)
			}
		})
	}
}

// What a message of ours quotes is read back as it stands in the documents, with the source it names.
func TestQuotationsOfOurOwn(t *testing.T) {
	reply, err := english.Render(injured(t))
	if err != nil {
		t.Fatal(err)
	}
	got := Quotations(reply.Content)
	if len(got) != len(reply.Shown) {
		t.Fatalf("found %q, want %d quotations", got, len(reply.Shown))
	}
	for i, q := range got {
		d := reply.Shown[i].Quote.Document()
		if q.Text != reply.Shown[i].Quote.Text() || relate(q.Claimed, d) != isClaimed {
			t.Errorf("quotation %d is %q, want %q from %s", i, q, reply.Shown[i].Quote.Text(), d.ID())
		}
	}
}

func TestQuotationsReadsTen(t *testing.T) {
	var content strings.Builder
	for i := range 12 {
		content.WriteString("\"number one two " + string(rune('a'+i)) + "\" ")
	}
	if got := Quotations(content.String()); len(got) != quotationsRead || got[9].Text != "number one two j" {
		t.Errorf("found %d: %q", len(got), got)
	}
}

func TestRelate(t *testing.T) {
	s := snapshotOf(t, document{ID: "a.txt", Title: "A  fire in the Port", Publisher: "Courier", URL: "https://www.courier.example/fire/?id=7", Text: "It burns."},
		document{ID: "b.txt", Text: "It rains in the north and in the south and in the east today."})
	tests := []struct {
		claimed, id string
		want        relation
	}{
		{"", "a.txt", mayBeClaimed},
		{"http://courier.example/fire?utm_source=x&id=7#:~:text=it", "a.txt", isClaimed},
		{"https://courier.example/fire?id=8", "a.txt", isOther},
		{"https://bulletin.example/", "a.txt", isOther},
		{"https://bulletin.example/", "b.txt", mayBeClaimed},
		{"https://%zz", "a.txt", isOther},
		{"courier", "a.txt", isClaimed},
		{"Courier: A fire in the…", "a.txt", isClaimed},
		{"\u2068A fire in the port\u2069", "a.txt", isClaimed},
		{"Bulletin", "a.txt", isOther},
		{"It rains in the north …", "b.txt", isClaimed},
	}
	for _, test := range tests {
		if got := relate(test.claimed, doc(s, test.id)); got != test.want {
			t.Errorf("relate(%q, %s) = %v, want %v", test.claimed, test.id, got, test.want)
		}
	}
}

func FuzzQuotations(f *testing.F) {
	for _, s := range nastyTexts {
		f.Add(s)
		f.Add("“" + s + "”\n> " + s + "\n[1] " + s)
	}
	f.Add("“„”«»‹›『』「」‘’‚\"' \"a' b\" '")
	f.Add("***a** `b *c* [d](https://e.example) <https://f.example> ||g|| \\")
	f.Fuzz(func(t *testing.T, content string) {
		got := Quotations(content)
		if len(got) > quotationsRead {
			t.Errorf("found %d quotations", len(got))
		}
		for _, q := range got {
			if q.Text == "" || q.Text != strings.TrimSpace(q.Text) || wordsIn(q.Text) == 0 {
				t.Errorf("Quotations(%q) has %q", content, q.Text)
			}
			if !isWithin(q.Text, content) || utf8.ValidString(content) && !utf8.ValidString(q.Text+q.Claimed) {
				t.Errorf("Quotations(%q) has %q, which is not what stands there", content, q)
			}
		}
	})
}

// isWithin reports whether the bytes of s stand in whole in their order.
func isWithin(s, whole string) bool {
	for _, c := range []byte(s) {
		i := strings.IndexByte(whole, c)
		if i < 0 {
			return false
		}
		whole = whole[i+1:]
	}
	return true
}

// A message is read once: with a time that grew with the square of the length, this would not end within the time that a
// test has.
func TestQuotationsReadsOnce(t *testing.T) {
	const size = 1 << 20
	for _, s := range []string{"“", "“»", "\"a ", "[](http://", "](http://a", "``` `` ` ", "\\", "*a ", "http://a ", "> a\n", "[1] a\n", "[1] http://a\n", "\"a b c\" http://a "} {
		content := strings.Repeat(s, size/len(s))
		if got := Quotations(content); len(got) > quotationsRead {
			t.Errorf("found %d quotations in many %q", len(got), s)
		}
	}
}
