package concept

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// weighted reads words, each run of them followed by its weight: "detain apprehend .9 custody .8".
func weighted(fields []string) ([]Kin, error) {
	var kin []Kin
	open := 0 // the first word that still has no weight
	for _, f := range fields {
		if !strings.ContainsAny(f[:1], "-+.0123456789") {
			words, err := spread([]string{f})
			if err != nil {
				return nil, err
			}
			for _, w := range words {
				kin = append(kin, Kin{Word: w})
			}
			continue
		}
		weight, err := parseWeight(f)
		if err != nil {
			return nil, err
		}
		if open == len(kin) {
			return nil, fmt.Errorf("no word before the weight %s", f)
		}
		for ; open < len(kin); open++ {
			kin[open].Weight = weight
		}
	}
	if open < len(kin) || open == 0 {
		return nil, errors.New("the line does not end with words and their weight")
	}
	return kin, nil
}

// spread returns the words that fields of a line stand for: "go_to_war|court@law" for "go to war" and "go to court", both
// in the context law.
func spread(fields []string) ([]Word, error) {
	var out []Word
	for _, f := range fields {
		expression, context, bound := strings.Cut(f, "@")
		texts := []string{""}
		for part := range strings.SplitSeq(expression, "_") {
			words := strings.Split(part, "|")
			if slices.Contains(words, "") || bound && context == "" {
				return nil, fmt.Errorf("%s lacks a word", f)
			}
			texts = continued(texts, words)
		}
		for _, t := range texts {
			out = append(out, Word{t, context})
		}
	}
	return out, nil
}

// continued returns every text with every word behind it.
func continued(texts, words []string) []string {
	var out []string
	for _, t := range texts {
		for _, w := range words {
			out = append(out, strings.TrimSpace(t+" "+w))
		}
	}
	return out
}

func parseWeight(s string) (float64, error) {
	weight, err := strconv.ParseFloat(s, 64)
	if err != nil || !(weight > 0 && weight <= 1) {
		return 0, fmt.Errorf("weight %q is not a number above 0 and up to 1", s)
	}
	return weight, nil
}
