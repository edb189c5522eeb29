package concept

import "regexp"

// spellings are pairs of patterns, British and American, that rewrite into each other: what stands before, in the
// first group, and behind, in the second, is kept. A few letters are asked for before, so that "four", "wise" and
// "size" stay as they are.
var spellings = []struct {
	pattern *regexp.Regexp
	to      string
}{
	{regexp.MustCompile(`^(\w+[^aeiou])our(|s|ed|ing|ites?|able|al|ful|hoods?|less|ly)$`), "${1}or$2"},
	{regexp.MustCompile(`^(\w+[^aeiou])or(|s|ed|ing|ites?|able|al|ful|hoods?|less|ly)$`), "${1}our$2"},
	{regexp.MustCompile(`^(\w{3,})is(e|es|ed|ers?|ing|able|ations?)$`), "${1}iz$2"},
	{regexp.MustCompile(`^(\w{3,})iz(e|es|ed|ers?|ing|able|ations?)$`), "${1}is$2"},
	{regexp.MustCompile(`^(\w{3,})ys(e|es|ed|ers?|ing)$`), "${1}yz$2"},
	{regexp.MustCompile(`^(\w{3,})yz(e|es|ed|ers?|ing)$`), "${1}ys$2"},
	{regexp.MustCompile(`^(\w{2,}[bt])re(|s)$`), "${1}er$2"},
	{regexp.MustCompile(`^(\w{2,}[bt])er(|s)$`), "${1}re$2"},
	{regexp.MustCompile(`^(\w{3,})ence(|s)$`), "${1}ense$2"},
	{regexp.MustCompile(`^(\w{3,})ense(|s)$`), "${1}ence$2"},
	{regexp.MustCompile(`^(\w{3,})ogue(|s)$`), "${1}og$2"},
	{regexp.MustCompile(`^(\w{3,})og(|s)$`), "${1}ogue$2"},
	{regexp.MustCompile(`^(\w*)aemi(a|c)$`), "${1}emi$2"},
	{regexp.MustCompile(`^(\w+)emi(a|c)$`), "${1}aemi$2"},
	{regexp.MustCompile(`^(|\w+)paed(\w+)$`), "${1}ped$2"},
	{regexp.MustCompile(`^(|\w+)ped(i\w+)$`), "${1}paed$2"},
}

// Spellings returns a lower-case English word as the other side of the Atlantic writes it: colour and color, organise
// and organize, centre and center. It works by rule, so some results are no words; no source holds those. They are as
// safe as the word itself.
func Spellings(word string) []string {
	var out []string
	for _, s := range spellings {
		if s.pattern.MatchString(word) {
			out = append(out, s.pattern.ReplaceAllString(word, s.to))
		}
	}
	return out
}
