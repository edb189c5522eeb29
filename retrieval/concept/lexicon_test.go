package concept

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func word(text string) Word { return Word{Text: text} }

// kin makes the kin of a table from words and their weights.
func kin(words map[string]float64) []Kin {
	var out []Kin
	for text, weight := range words {
		text, context, _ := strings.Cut(text, "@")
		out = append(out, Kin{Word{text, context}, weight})
	}
	slices.SortFunc(out, safestFirst)
	return out
}

func TestRead(t *testing.T) {
	type weights = map[string]float64
	for _, tt := range []struct {
		text string
		want map[string]weights // a word in its context is written with it
	}{
		{"", nil},
		{"# only a comment\n\n", nil},
		{"injure > hospitalize .6", map[string]weights{"injure": {"hospitalize": .6}}},
		{"a b > c .5", map[string]weights{"a": {"c": .5}, "b": {"c": .5}}},
		{"a > b c .5 d 1 # the safest first", map[string]weights{"a": {"d": 1, "b": .5, "c": .5}}},
		{"a ~ b .9", map[string]weights{"a": {"b": .9}, "b": {"a": .9}}},
		{"a b c = .8", map[string]weights{"a": {"b": .8, "c": .8}, "b": {"a": .8, "c": .8}, "c": {"a": .8, "b": .8}}},
		{"die death", map[string]weights{"die": {"death": 1}, "death": {"die": 1}}},
		{"end > death .4\ndie death", map[string]weights{"die": {"death": 1}, "death": {"die": 1}, "end": {"death": .4, "die": .4}}},
		{"a > put_*_out .5", map[string]weights{"a": {"put * out": .5}}},
		{"a > go_to_bed|sleep .5", map[string]weights{"a": {"go to bed": .5, "go to sleep": .5}}},
		{"a > b|c_d|e .5", map[string]weights{"a": {"b d": .5, "b e": .5, "c d": .5, "c e": .5}}},
		{"go_up|down ~ a .5", map[string]weights{"a": {"go up": .5, "go down": .5}, "go up": {"a": .5}, "go down": {"a": .5}}},
		{"a > b@sea .5\n@sea ship boat", map[string]weights{"a": {"b@sea": .5}}},
		{"@sea ship\na@sea ~ b_c@sea .5", map[string]weights{"a@sea": {"b c@sea": .5}, "b c@sea": {"a@sea": .5}}},
		{"@sea ship\na > b .5 b@sea .6", map[string]weights{"a": {"b": .5, "b@sea": .6}}},
		{"@sea ship\nb bs\na > b@sea .5", map[string]weights{"a": {"b@sea": .5, "bs@sea": .5}, "b": {"bs": 1}, "bs": {"b": 1}}},
	} {
		want := map[Word][]Kin{}
		for asked, words := range tt.want {
			text, context, _ := strings.Cut(asked, "@")
			want[Word{text, context}] = kin(words)
		}
		l, err := read(file{"file", tt.text})
		if err != nil {
			t.Errorf("%q: %v", tt.text, err)
			continue
		}
		if got := l.expand(); !reflect.DeepEqual(got, want) {
			t.Errorf("%q:\n got %v\nwant %v", tt.text, got, want)
		}
	}
}

func TestReadTakesFilesTogether(t *testing.T) {
	l, err := read(file{"pairs", "end > death .4 stop@game .5"}, file{"forms", "die death\n@game ball"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := l.expand()[word("end")], kin(map[string]float64{"death": .4, "die": .4, "stop@game": .5}); !reflect.DeepEqual(got, want) {
		t.Errorf("end has %v, want %v", got, want)
	}
	if _, err := read(file{"one", "a > b .5"}, file{"two", "\na > b .6"}); err == nil || err.Error() != "two:2: a has b already" {
		t.Errorf("error %v, want the line of the second file", err)
	}
}

func TestReadNamesLines(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"alone", "file:1: alone has no other form"},
		{"\n# comment\n> a .5", "file:3: no words before the sign >"},
		{"a > b", "file:1: the line does not end with words and their weight"},
		{"a >", "file:1: the line does not end with words and their weight"},
		{"a > b .5 c", "file:1: the line does not end with words and their weight"},
		{"a > .5 b .5", "file:1: no word before the weight .5"},
		{"a > b 0", `file:1: weight "0" is not a number above 0 and up to 1`},
		{"a > b 1.1", `file:1: weight "1.1" is not a number above 0 and up to 1`},
		{"a > b -.5", `file:1: weight "-.5" is not a number above 0 and up to 1`},
		{"a > b .5.5", `file:1: weight ".5.5" is not a number above 0 and up to 1`},
		{"a = .5", "file:1: a group is two words or more, the sign = and one weight"},
		{"a b =", "file:1: a group is two words or more, the sign = and one weight"},
		{"a b = c", `file:1: weight "c" is not a number above 0 and up to 1`},
		{"a > a .5", "file:1: a and a are the same word"},
		{"die death\ndie > death .9", "file:2: die and death are the same word"},
		{"die death\ndeath dead", "file:2: death is a form already"},
		{"die die", "file:1: die is a form already"},
		{"a > b .5\nb > a .5\na ~ b .5", "file:3: a has b already\nb has a already"},
		{"die death\na > die .5\na > death .5", "file:3: a has death already"},
		{"one\na > b .5\na > b .6", "file:1: one has no other form\nfile:3: a has b already"},
		{"a > b_c .5\na > b_c .6", "file:2: a has b c already"},
		{"a > b@sea .5", "file:1: no line says what the context @sea is"},
		{"@sea", "file:1: a context is the sign @ with its name, and words"},
		{"@ ship", "file:1: a context is the sign @ with its name, and words"},
		{"@sea ship\n@sea boat", "file:2: @sea is a context already"},
		{"a > b__c .5", "file:1: b__c lacks a word"},
		{"a > b@ .5", "file:1: b@ lacks a word"},
		{"a| > b .5", "file:1: a| lacks a word"},
	} {
		_, err := read(file{"file", tt.text})
		if err == nil || err.Error() != tt.want {
			t.Errorf("%q:\n got %v\nwant %s", tt.text, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("die death\nkill > die .8 shoot .5\narrest ~ detain .9\nstart begin = .9 # comment\n@sea ship\nsink > go_down|under@sea .6")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := read(file{"file", text})
		if err != nil {
			if !strings.HasPrefix(err.Error(), "file:") {
				t.Fatalf("error %q names no line", err)
			}
			return
		}
		for asked, kin := range l.expand() {
			for _, k := range kin {
				if k.Text == asked.Text || !(k.Weight > 0 && k.Weight <= 1) {
					t.Fatalf("%q: %s has %v", text, asked, k)
				}
			}
		}
	})
}
