package corpus

import (
	"strings"
	"testing"
)

const textAbove = "The council met on Monday to talk about the old mill at the end of the village street.\n\n"
const textBelow = "\n\nNobody spoke against it, and so the mill will be restored by the end of the coming summer.\n\n" +
	"The first flour is to be sold at the market in autumn, as it was a hundred years ago."

// TestLineRules puts each line between two paragraphs.
func TestLineRules(t *testing.T) {
	for rule, lines := range map[string][]string{
		ruleShare:    {"Share on Facebook", "Click to share on X (Opens in new window)", "Facebook Twitter LinkedIn", "Share 12 Tweet 4", "Follow us on Instagram"},
		ruleNav:      {"Skip to content", "Back to top", "▲ Back to top button", "Home | News | Sport | Contact", "Home » Culture » Books", "« Previous Post"},
		ruleRelated:  {"Read more: Who owns the mill?", "READ ALSO: Mills of the north", "See also: History of mills", "Lire aussi : Les moulins", "Continue reading →"},
		ruleAdvert:   {"Advertisement", "ADVERTISEMENT - SCROLL TO CONTINUE", "Story continues below", "Anzeige"},
		rulePitch:    {"Subscribe to our newsletter", "Sign up for our daily briefing.", "Become a member today", "Support our journalism with a gift of any size."},
		ruleCookies:  {"This website uses cookies to improve your experience.", "Accept all cookies"},
		ruleRights:   {"© 2022 Mill News", "Copyright 2019-2022, all rights reserved", "All rights reserved."},
		ruleCode:     {"[video id=\"12\"]", "[/caption]", "[gallery]"},
		ruleCredit:   {"Jane Doe / Pool / Reuters", "AP Photo/Jane Doe", "Photo: Jane Doe", "Photo by Jane Doe", "(Photo by Jane Doe/Getty Images)", "Image credit: Village of Mill", "Getty Images"},
		ruleTeaser:   {"Mill owner sues the council over the old …", "Mill Owner Sues Council Over Missing Wheel…"},
		ruleComments: {"Comments are closed.", "Leave a comment", "No Comments"},
		ruleRule:     {"----------", "* * *"},
		ruleDesk:     {"(Reporting by Jane Doe; Editing by John Roe)"},
		"": {"Share prices fell on Monday.", "Read more books, she said.", "Home", "More than ever", "Comments", "I wonder whether he ever came back…",
			"[citation needed]", "Photo of the mill", "Copyright law protects mills.", "Support for the mill grew.", "The mill / the wheel", "Subscribe",
			"“We won,” he said.", "Advertisement of the mill began in 1950.", "3/4 of the wheel", "See also the mill at Roe.", "by Monday it was gone",
			"Related work was done in 1950 by the miller.", "About half", "AP said so.", "Cookies are baked at the mill."},
	} {
		for _, line := range lines {
			d := readText(textAbove + line + textBelow)
			checkDraft(t, textAbove+line+textBelow, d)
			got := ""
			for _, b := range d.blocks {
				if b.Kind == Furniture {
					got += b.Rule + ";"
				}
				if b.Kind == Furniture && (b.Start < len(textAbove) || b.Start >= len(textAbove+line)) {
					t.Errorf("%q makes furniture of %q", line, d.text[b.Start:b.End])
				}
			}
			if got = strings.TrimSuffix(got, ";"); got != rule {
				t.Errorf("%q: got %q, want %q", line, got, rule)
			}
		}
	}
}

func TestCutCredit(t *testing.T) {
	for _, test := range []struct{ above, line, want string }{
		{"", "AP Photo/Jane Doe At the mill, the wheel turns again.", "AP Photo/Jane Doe|At the mill, the wheel turns again."},
		{"", "AP Photo/Jane Doe Visitors stand at the mill.", "AP Photo/Jane Doe|Visitors stand at the mill."},
		{"", "Reuters/J. Doe A visitor stands at the mill.", "Reuters/J. Doe|A visitor stands at the mill."},
		{"", "Visitors stand at the mill. (AP Photo/Jane Doe)", "Visitors stand at the mill.|(AP Photo/Jane Doe)"},
		{"", "Visitors stand at the mill in Roe. (Photo by Jane Doe)", "Visitors stand at the mill in Roe.|(Photo by Jane Doe)"},
		{"By Jane Doe", "Visitors stand at the mill on May 7, 2022. (Mill live)", "Visitors stand at the mill on May 7, 2022.|(Mill live)"},
		{"", "Visitors stand at the mill on May 7, 2022. (Mill live)", "Visitors stand at the mill on May 7, 2022. (Mill live)"},
		{"", "He wrote to the Society of Mills (AP).", "He wrote to the Society of Mills (AP)."},
		{"", "The wheel turns and/or stands still.", "The wheel turns and/or stands still."},
	} {
		lines := scanLines(strings.TrimLeft(test.above+"\n"+test.line, "\n"))
		var prev *part
		if len(lines) > 1 {
			prev = &lines[0]
		}
		var got []string
		for _, p := range cutCredit(lines[len(lines)-1], prev) {
			got = append(got, p.text)
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("cutCredit(%q) = %q, want %q", test.line, s, test.want)
		}
	}
}
