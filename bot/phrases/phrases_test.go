package phrases

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// phrase is one text of a catalogue.
type phrase struct {
	name, text string
	// takes are the verbs for what goes into its gaps, in order.
	takes []string
}

// each calls f with every text of a language's catalogue.
func each(l Language, f func(phrase)) {
	walk(reflect.ValueOf(*l.Phrases()), "", f)
}

func walk(v reflect.Value, name string, f func(phrase)) {
	switch {
	case v.Kind() == reflect.String:
		f(phrase{name, v.String(), gapsOf(v.Type())})
	case v.Type() == reflect.TypeFor[Counted]():
		walkForms(v, name, []string{"%d"}, f)
	case v.Type() == reflect.TypeFor[CountedOf]():
		walkForms(v, name, []string{"%d", "%d"}, f)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), name+"."+v.Type().Field(i).Name, f)
		}
	case v.Kind() == reflect.Array:
		for i := range v.Len() {
			walk(v.Index(i), fmt.Sprintf("%s[%d]", name, i), f)
		}
	case v.Kind() == reflect.Map:
		for _, key := range v.MapKeys() {
			walk(v.MapIndex(key), name+"."+key.String(), f)
		}
	default:
		panic("no phrase: " + name)
	}
}

func walkForms(v reflect.Value, name string, takes []string, f func(phrase)) {
	for _, form := range []string{"one", "few", "many"} {
		f(phrase{name + "." + form, v.FieldByName(form).String(), takes})
	}
}

// gapsOf returns the verbs for the parameters of the type's method With, none where it has none.
func gapsOf(t reflect.Type) []string {
	with, ok := t.MethodByName("With")
	if !ok {
		return nil
	}
	verbs := map[reflect.Kind]string{reflect.Int: "%d", reflect.String: "%s", reflect.Float64: "%.1f"}
	var takes []string
	for i := 1; i < with.Type.NumIn(); i++ {
		takes = append(takes, verbs[with.Type.In(i).Kind()])
	}
	return takes
}

var verb = regexp.MustCompile(`%(?:\[(\d)\])?([^a-z]*[a-z%])`)

// verbsIn returns the verbs of a format in the order of what they show, nil where it shows something twice or leaves
// something out.
func verbsIn(format string) []string {
	found := map[int]string{}
	at := 0
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		at++
		if m[1] != "" {
			at = int(m[1][0] - '0')
		}
		if found[at] != "" {
			return nil
		}
		found[at] = "%" + m[2]
	}
	var verbs []string
	for i := 1; i <= len(found); i++ {
		verbs = append(verbs, found[i])
	}
	return verbs
}

// No phrase of any language is missing, and each shows what goes into its gaps, once and as what it is.
func TestPhrasesAreWhole(t *testing.T) {
	for _, l := range Languages() {
		each(l, func(p phrase) {
			if strings.TrimSpace(p.text) == "" {
				t.Errorf("%v: %s is empty", l, p.name)
			}
			if got := verbsIn(p.text); !slices.Equal(got, p.takes) {
				t.Errorf("%v: %s has %q, want %q: %q", l, p.name, got, p.takes, p.text)
			}
			if strings.Contains(p.text, "  ") || strings.TrimLeft(p.text, " ") != p.text {
				t.Errorf("%v: %s has a space too many: %q", l, p.name, p.text)
			}
		})
	}
}

// A phrase about a number is in the catalogue of the language whose rule it follows.
func TestPluralsFollowTheirLanguage(t *testing.T) {
	for _, l := range Languages() {
		var check func(v reflect.Value, name string)
		check = func(v reflect.Value, name string) {
			if v.Kind() != reflect.Struct {
				return
			}
			for i := range v.NumField() {
				check(v.Field(i), name+"."+v.Type().Field(i).Name)
			}
			if in := v.FieldByName("in"); in.IsValid() && Language(in.Uint()) != l {
				t.Errorf("%v: %s follows %v", l, name, Language(in.Uint()))
			}
		}
		check(reflect.ValueOf(*l.Phrases()), "")
	}
}

// All languages name the same languages, each by a name of its own.
func TestNamesOfLanguages(t *testing.T) {
	want := slices.Sorted(maps.Keys(English.Phrases().Corpus.Languages))
	for _, l := range Languages() {
		names := l.Phrases().Corpus.Languages
		if got := slices.Sorted(maps.Keys(names)); !slices.Equal(got, want) {
			t.Errorf("%v names %v, want %v", l, got, want)
		}
		seen := map[string]bool{}
		for code, name := range names {
			if seen[name] {
				t.Errorf("%v: %q is the name of %s and of another", l, name, code)
			}
			seen[name] = true
		}
	}
}

func units(s string) int { return len(utf16.Encode([]rune(s))) }

// Discord refuses a message with a longer label, and all commands where one text is too long.
func TestLimits(t *testing.T) {
	const labels, descriptions, names = 80, 100, 32
	for _, l := range Languages() {
		c := l.Phrases()
		for _, label := range []string{c.Labels.More.With(99999), c.Labels.MorePart.With("9999–9999"), c.Labels.MoreOf.With("9999–9999", 99999)} {
			if n := units(label); n > labels {
				t.Errorf("%v: the label %q has %d units", l, label, n)
			}
		}
		walk(reflect.ValueOf(c.Labels), "Labels", func(p phrase) {
			if n := units(p.text); n > labels {
				t.Errorf("%v: %s has %d units, Discord shows %d", l, p.name, n, labels)
			}
		})
		walk(reflect.ValueOf(c.Commands), "Commands", func(p phrase) {
			most := descriptions
			if p.text == c.Commands.FindSources || p.text == c.Commands.CheckQuotes {
				most = names
			}
			if n := units(p.text); n > most {
				t.Errorf("%v: %s has %d units, Discord allows %d", l, p.name, n, most)
			}
		})
	}
}

// What a phrase calls a command or a button has that name, in the phrase's own language.
func TestNamesInPhrases(t *testing.T) {
	command := regexp.MustCompile(`/[a-z]+(?: (?:status|reload|check))?\b`)
	english := map[string][]string{}
	each(English, func(p phrase) { english[p.name] = command.FindAllString(p.text, -1) })
	for _, l := range Languages() {
		c := l.Phrases()
		for _, named := range []struct{ in, name string }{
			{c.About.Asking, c.Commands.FindSources}, {c.About.Asking, c.Commands.CheckQuotes},
			{c.About.NotLogged, c.Labels.PassOn}, {c.About.Logged, c.Labels.PassOn},
		} {
			if !strings.Contains(named.in, named.name) {
				t.Errorf("%v: %q does not name %q", l, named.in, named.name)
			}
		}
		each(l, func(p phrase) {
			if got := command.FindAllString(p.text, -1); !slices.Equal(got, english[p.name]) {
				t.Errorf("%v: %s names the commands %q, in English %q", l, p.name, got, english[p.name])
			}
		})
	}
}

// The markup of a phrase is that of the English one.
func TestMarkup(t *testing.T) {
	marks := regexp.MustCompile("\\*\\*|\n- |\n|\\\\@|[*_~|`<>\\\\]|://")
	english := map[string][]string{}
	each(English, func(p phrase) { english[p.name] = marks.FindAllString(p.text, -1) })
	for _, l := range Languages() {
		each(l, func(p phrase) {
			if got := marks.FindAllString(p.text, -1); !slices.Equal(got, english[p.name]) {
				t.Errorf("%v: %s has the marks %q, in English %q", l, p.name, got, english[p.name])
			}
		})
	}
}

// The labels that lead from page to page tell the languages apart.
func TestPageLabels(t *testing.T) {
	in := map[string]Language{}
	for _, l := range Languages() {
		for _, label := range l.Phrases().Labels.pages() {
			if other, known := in[label]; known {
				t.Errorf("%q is a label in %v and in %v", label, other, l)
			}
			in[label] = l
			if got, ok := OfPageLabel(label); got != l || !ok {
				t.Errorf("OfPageLabel(%q) = %v, %t, want %v", label, got, ok, l)
			}
		}
	}
	for _, label := range []string{"", "Delete", "next"} {
		if l, ok := OfPageLabel(label); ok {
			t.Errorf("OfPageLabel(%q) = %v", label, l)
		}
	}
}

func TestFollowingEndsInASpace(t *testing.T) {
	for _, l := range Languages() {
		if f := l.Phrases().Answer.Following; !strings.HasSuffix(f, ": ") {
			t.Errorf("%v: %q", l, f)
		}
	}
}
