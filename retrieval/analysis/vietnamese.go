package analysis

import "strings"

// foldVietnamese puts the tone of a syllable that ends in oa, oe or uy on the first of the two vowels: both ways of
// writing are taught.
func foldVietnamese(s string) string {
	for late, early := range vietnameseTones {
		if rest, ok := strings.CutSuffix(s, late); ok && !strings.HasSuffix(rest, "q") {
			return rest + early
		}
	}
	return s
}

var vietnameseTones = map[string]string{
	"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
	"oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
	"uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}
