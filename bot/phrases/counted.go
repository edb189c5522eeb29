package phrases

import "fmt"

// Counted is a phrase about a number of things, with one gap for it.
type Counted struct{ forms }

// Of returns the phrase for n things, n >= 0.
func (c Counted) Of(n int) string { return fmt.Sprintf(c.form(n), n) }

// Matches reports whether text is the phrase for some number.
func (c Counted) Matches(text string) bool {
	return matches(c.one, text) || matches(c.few, text) || matches(c.many, text)
}

// CountedOf is a phrase about some of a number of things, with a gap for either.
type CountedOf struct{ forms }

// Of returns the phrase for some of all things. The form is that for all, in French that for some: "4 sources sur 5".
func (c CountedOf) Of(some, all int) string {
	decides := all
	if c.in == French {
		decides = some
	}
	return fmt.Sprintf(c.form(decides), some, all)
}

// forms are those of a phrase in the language that it is in. Where a language has two, few and many are the same.
type forms struct {
	in             Language
	one, few, many string
}

// form returns the form for a whole number n >= 0, by the rules of the Unicode CLDR. That of even millions in Spanish and
// French, which is written as the one for many, is passed over.
func (f forms) form(n int) string {
	switch {
	case f.in == Russian:
		return f.russian(n)
	case n == 1, n == 0 && f.in == French:
		return f.one
	}
	return f.many
}

func (f forms) russian(n int) string {
	last, teen := n%10, n%100 >= 11 && n%100 <= 14
	switch {
	case last == 1 && !teen:
		return f.one
	case last >= 2 && last <= 4 && !teen:
		return f.few
	}
	return f.many
}

// twoForms is a language with a singular and a plural.
type twoForms Language

func (l twoForms) counted(one, many string) Counted {
	return Counted{forms{Language(l), one, many, many}}
}

func (l twoForms) countedOf(one, many string) CountedOf {
	return CountedOf{forms{Language(l), one, many, many}}
}

// threeForms is a language that also has a form for a few.
type threeForms Language

func (l threeForms) counted(one, few, many string) Counted {
	return Counted{forms{Language(l), one, few, many}}
}

func (l threeForms) countedOf(one, few, many string) CountedOf {
	return CountedOf{forms{Language(l), one, few, many}}
}

// invariable is a phrase whose words stay the same beside any number.
func (l threeForms) invariable(phrase string) Counted { return l.counted(phrase, phrase, phrase) }
