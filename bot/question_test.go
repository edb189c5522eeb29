package bot

import "testing"

func TestTidyQuestion(t *testing.T) {
	for in, want := range map[string]string{
		"how many?":                             "how many?",
		" how \n many? ":                        "how many?",
		"hey how many?":                         "how many?",
		"Hello, how many?":                      "how many?",
		"hi! please, how many?":                 "how many?",
		", how many?":                           "how many?",
		"- how many?":                           "how many?",
		"hey":                                   "",
		"Thanks!":                               "",
		"<:wave:123456789012345678>":            "",
		"<a:wave:123456789012345678> how many?": "how many?",
		"who is <@7> and <@!8> and <@&9>?":      "who is and and ?",
		"https://example.org/x":                 "",
		"is a < b > c?":                         "is a < b > c?",
		"Who sang Hello?":                       "Who sang Hello?",
		"¿cuántos?":                             "¿cuántos?",
		"\"more than 3,000\" who said it":       "\"more than 3,000\" who said it",
		"":                                      "",
		"?!":                                    "",
		"\u200b":                                "",
		"a\xffb":                                "a\ufffdb",
		"多少人?":                                  "多少人?",
	} {
		if got := tidyQuestion(in); got != want {
			t.Errorf("tidyQuestion(%q) = %q, want %q", in, got, want)
		}
	}
}
