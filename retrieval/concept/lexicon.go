package concept

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// lexicon is what the files say, in the format that is stated at the top of concepts.txt.
type lexicon struct {
	// forms holds the lines that list forms of one word, under each of them. The first form stands for all in kin.
	forms    map[string][]string
	kin      map[Word][]Kin
	contexts map[string][]string
}

// file is a file of the lexicon.
type file struct{ name, text string }

// statement is one line of a file.
type statement struct {
	where  string
	fields []string
}

// read returns the lexicon of the files together. The error names every line that cannot be read or repeats an earlier
// one.
func read(files ...file) (*lexicon, error) {
	l := &lexicon{map[string][]string{}, map[Word][]Kin{}, map[string][]string{}}
	var errs []error
	for _, kind := range []func(statement) bool{statement.isContext, statement.isForms, statement.isKin} {
		for _, f := range files {
			for s := range f.statements {
				if !kind(s) {
					continue
				}
				if err := l.add(s); err != nil {
					errs = append(errs, fmt.Errorf("%s: %w", s.where, err))
				}
			}
		}
	}
	return l, errors.Join(errs...)
}

// statements yields the lines that say something.
func (f file) statements(yield func(statement) bool) {
	n := 0
	for line := range strings.Lines(f.text) {
		n++
		line, _, _ = strings.Cut(line, "#")
		s := statement{fmt.Sprintf("%s:%d", f.name, n), strings.Fields(line)}
		if len(s.fields) > 0 && !yield(s) {
			return
		}
	}
}

func (s statement) isContext() bool { return s.fields[0][0] == '@' }
func (s statement) isKin() bool     { return !s.isContext() && s.sign() >= 0 }
func (s statement) isForms() bool   { return !s.isContext() && s.sign() < 0 }

// sign returns the place of the sign that says how the words before it and behind it go together, -1 if there is none.
func (s statement) sign() int {
	return slices.IndexFunc(s.fields, func(f string) bool { return f == "=" || f == "~" || f == ">" })
}

func (l *lexicon) add(s statement) error {
	switch sign := s.sign(); {
	case s.isContext():
		return l.addContext(s.fields[0][1:], s.fields[1:])
	case sign < 0:
		return l.addForms(s.fields)
	case sign == 0:
		return fmt.Errorf("no words before the sign %s", s.fields[0])
	default:
		return l.addKin(s.fields[:sign], s.fields[sign], s.fields[sign+1:])
	}
}

func (l *lexicon) addContext(name string, words []string) error {
	switch {
	case name == "" || len(words) == 0:
		return errors.New("a context is the sign @ with its name, and words")
	case l.contexts[name] != nil:
		return fmt.Errorf("@%s is a context already", name)
	}
	l.contexts[name] = words
	return nil
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

func (l *lexicon) addKin(fields []string, sign string, rest []string) error {
	asked, err := spread(fields)
	if err != nil {
		return err
	}
	if sign == "=" {
		return l.addGroup(asked, rest)
	}
	kin, err := weighted(rest)
	for _, a := range asked {
		for _, k := range kin {
			err = errors.Join(err, l.pair(a, k.Word, k.Weight))
			if sign == "~" {
				err = errors.Join(err, l.pair(k.Word, a, k.Weight))
			}
		}
	}
	return err
}

// addGroup makes every word kin of every other.
func (l *lexicon) addGroup(words []Word, rest []string) error {
	if len(words) < 2 || len(rest) != 1 {
		return errors.New("a group is two words or more, the sign = and one weight")
	}
	weight, err := parseWeight(rest[0])
	if err != nil {
		return err
	}
	for i, asked := range words {
		for _, said := range slices.Concat(words[:i], words[i+1:]) {
			err = errors.Join(err, l.pair(asked, said, weight))
		}
	}
	return err
}

func (l *lexicon) pair(asked, said Word, weight float64) error {
	for _, w := range []Word{asked, said} {
		if w.Context != "" && l.contexts[w.Context] == nil {
			return fmt.Errorf("no line says what the context @%s is", w.Context)
		}
	}
	a, s := l.formsOf(asked)[0], l.formsOf(said)[0]
	if a.Text == s.Text {
		return fmt.Errorf("%s and %s are the same word", asked.Text, said.Text)
	}
	if slices.ContainsFunc(l.kin[a], func(k Kin) bool { return k.Word == s }) {
		return fmt.Errorf("%s has %s already", asked.Text, said.Text)
	}
	l.kin[a] = append(l.kin[a], Kin{s, weight})
	return nil
}

// formsOf returns the forms of a word, at least the word, each in its context.
func (l *lexicon) formsOf(w Word) []Word {
	forms := l.forms[w.Text]
	if forms == nil {
		return []Word{w}
	}
	out := make([]Word, len(forms))
	for i, f := range forms {
		out[i] = Word{f, w.Context}
	}
	return out
}

// expand returns the kin of every form of every word, the safest first.
func (l *lexicon) expand() map[Word][]Kin {
	out := map[Word][]Kin{}
	for word, forms := range l.forms {
		for _, form := range forms {
			if form != word {
				out[Word{Text: word}] = append(out[Word{Text: word}], Kin{Word{Text: form}, 1})
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
		slices.SortFunc(kin, safestFirst)
	}
	return out
}

func safestFirst(a, b Kin) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), compareWords(a.Word, b.Word))
}
