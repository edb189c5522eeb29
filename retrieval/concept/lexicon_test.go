package concept

import (
	"reflect"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for _, tt := range []struct {
		text string
		want map[string][]Kin
	}{
		{"", map[string][]Kin{}},
		{"# only a comment\n\n", map[string][]Kin{}},
		{"injure > hospitalize .6", map[string][]Kin{"injure": {{"hospitalize", .6}}}},
		{"a b > c .5", map[string][]Kin{"a": {{"c", .5}}, "b": {{"c", .5}}}},
		{"a > b c .5 d 1 # the safest first", map[string][]Kin{"a": {{"d", 1}, {"b", .5}, {"c", .5}}}},
		{"a ~ b .9", map[string][]Kin{"a": {{"b", .9}}, "b": {{"a", .9}}}},
		{"a b c = .8", map[string][]Kin{
			"a": {{"b", .8}, {"c", .8}}, "b": {{"a", .8}, {"c", .8}}, "c": {{"a", .8}, {"b", .8}}}},
		{"die death", map[string][]Kin{"die": {{"death", 1}}, "death": {{"die", 1}}}},
		{"end > death .4\ndie death", map[string][]Kin{
			"die": {{"death", 1}}, "death": {{"die", 1}}, "end": {{"death", .4}, {"die", .4}}}},
	} {
		l, err := read("file", tt.text)
		if err != nil {
			t.Errorf("%q: %v", tt.text, err)
			continue
		}
		if got := l.expand(); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q:\n got %v\nwant %v", tt.text, got, tt.want)
		}
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
	} {
		_, err := read("file", tt.text)
		if err == nil || err.Error() != tt.want {
			t.Errorf("%q:\n got %v\nwant %s", tt.text, err, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("die death\nkill > die .8 shoot .5\narrest ~ detain .9\nstart begin = .9 # comment")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := read("file", text)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "file:") {
				t.Fatalf("error %q names no line", err)
			}
			return
		}
		for asked, kin := range l.expand() {
			for _, k := range kin {
				if k.Word == asked || !(k.Weight > 0 && k.Weight <= 1) {
					t.Fatalf("%q: %s has %v", text, asked, k)
				}
			}
		}
	})
}
