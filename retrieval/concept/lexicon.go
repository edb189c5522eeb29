package concept

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// lexicon is what the files say, in the format that is stated at the top of concepts.txt.
type lexicon struct {
	// forms holds the lines that list forms of one word, under each of them. The first form stands for all in kin.
	forms map[string][]string
	kin   map[string][]Kin
}

// read returns the lexicon of a file. The error names every line that cannot be read or repeats an earlier one.
func read(name, text string) (*lexicon, error) {
	l := &lexicon{map[string][]string{}, map[string][]Kin{}}
	var errs []error
	for _, wantSign := range []bool{false, true} { // the forms first: the other lines speak of them
		n := 0
		for line := range strings.Lines(text) {
			n++
			line, _, _ = strings.Cut(line, "#")
			fields := strings.Fields(line)
			sign := slices.IndexFunc(fields, isSign)
			if len(fields) == 0 || wantSign != (sign >= 0) {
				continue
			}
			if err := l.readLine(fields, sign); err != nil {
				errs = append(errs, fmt.Errorf("%s:%d: %w", name, n, err))
			}
		}
	}
	return l, errors.Join(errs...)
}

func isSign(field string) bool { return field == "=" || field == "~" || field == ">" }

func (l *lexicon) readLine(fields []string, sign int) error {
	if sign < 0 {
		return l.addForms(fields)
	}
	words, rest := fields[:sign], fields[sign+1:]
	if len(words) == 0 {
		return fmt.Errorf("no words before the sign %s", fields[sign])
	}
	if fields[sign] == "=" {
		return l.addGroup(words, rest)
	}
	kin, err := weighted(rest)
	for _, asked := range words {
		for _, k := range kin {
			err = errors.Join(err, l.add(asked, k.Word, k.Weight))
			if fields[sign] == "~" {
				err = errors.Join(err, l.add(k.Word, asked, k.Weight))
			}
		}
	}
	return err
}

func (l *lexicon) addForms(words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("%s has no other form", words[0])
	}
	for i, w := range words {
		if l.forms[w] != nil || slices.Contains(words[:i], w) {
			return fmt.Errorf("%s is a form already", w)
		}
	}
	for _, w := range words {
		l.forms[w] = words
	}
	return nil
}

// addGroup makes every word kin of every other.
func (l *lexicon) addGroup(words, rest []string) error {
	if len(words) < 2 || len(rest) != 1 {
		return errors.New("a group is two words or more, the sign = and one weight")
	}
	weight, err := parseWeight(rest[0])
	if err != nil {
		return err
	}
	for i, asked := range words {
		for _, said := range slices.Concat(words[:i], words[i+1:]) {
			err = errors.Join(err, l.add(asked, said, weight))
		}
	}
	return err
}

func (l *lexicon) add(asked, said string, weight float64) error {
	a, s := l.formsOf(asked)[0], l.formsOf(said)[0]
	if a == s {
		return fmt.Errorf("%s and %s are the same word", asked, said)
	}
	if slices.ContainsFunc(l.kin[a], func(k Kin) bool { return k.Word == s }) {
		return fmt.Errorf("%s has %s already", asked, said)
	}
	l.kin[a] = append(l.kin[a], Kin{s, weight})
	return nil
}

// formsOf returns the forms of a word, at least the word.
func (l *lexicon) formsOf(word string) []string {
	if forms := l.forms[word]; forms != nil {
		return forms
	}
	return []string{word}
}

// expand returns the kin of every form of every word, the safest first.
func (l *lexicon) expand() map[string][]Kin {
	out := map[string][]Kin{}
	for word, forms := range l.forms {
		for _, form := range forms {
			if form != word {
				out[word] = append(out[word], Kin{form, 1})
			}
		}
	}
	for first, kin := range l.kin {
		for _, asked := range l.formsOf(first) {
			for _, k := range kin {
				for _, said := range l.formsOf(k.Word) {
					out[asked] = append(out[asked], Kin{said, k.Weight})
				}
			}
		}
	}
	for _, kin := range out {
		slices.SortFunc(kin, func(a, b Kin) int {
			return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Word, b.Word))
		})
	}
	return out
}

// weighted reads words, each run of them followed by its weight: "detain apprehend .9 custody .8".
func weighted(fields []string) ([]Kin, error) {
	var kin []Kin
	open := 0 // the first word that still has no weight
	for _, f := range fields {
		if !strings.ContainsAny(f[:1], "-+.0123456789") {
			kin = append(kin, Kin{Word: f})
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

func parseWeight(s string) (float64, error) {
	weight, err := strconv.ParseFloat(s, 64)
	if err != nil || !(weight > 0 && weight <= 1) {
		return 0, fmt.Errorf("weight %q is not a number above 0 and up to 1", s)
	}
	return weight, nil
}
