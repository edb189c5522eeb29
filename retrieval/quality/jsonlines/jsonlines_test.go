package jsonlines

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
)

type row struct{ N int }

func positive(_ int, r row) error {
	if r.N < 1 {
		return errors.New("n is not positive")
	}
	return nil
}

func TestRead(t *testing.T) {
	tests := []struct {
		name, in  string
		want, bad []string
	}{
		{"nothing", "", nil, nil},
		{"blank lines", "\n \t\n\r\n", nil, nil},
		{"no line break at the end", `{"n":1}`, []string{"{1}"}, nil},
		{"carriage returns", "{\"n\":1}\r\n{\"n\":2}\r\n", []string{"{1}", "{2}"}, nil},
		{"byte order mark", "\ufeff{\"n\":1}\n", []string{"{1}"}, nil},
		{"byte order mark alone", "\ufeff\n{\"n\":1}\n", []string{"{1}"}, nil},
		{"byte order mark further down", "{\"n\":1}\n\ufeff{\"n\":2}", []string{"{1}"}, []string{"line 2: not an object"}},
		{"refused", "{\"n\":0}\n\n{\"n\":3}\n{\"n\":-1}", []string{"{3}"}, []string{"line 1: n is not positive", "line 4: n is not positive"}},
		{"not JSON", "n\n", nil, []string{"line 1: not an object"}},
		{"not an object", "[1]\n", nil, []string{"line 1: not an object"}},
		{"two objects in a line", `{"n":1} {"n":2}`, nil, []string{"line 1: not an object"}},
		{"not UTF-8", "{\"n\":1,\"x\":\"\xff\"}", nil, []string{"line 1: not valid UTF-8"}},
	}
	for _, test := range tests {
		values, bad, err := Read(strings.NewReader(test.in), positive)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		var got []string
		for _, v := range values {
			got = append(got, fmt.Sprint(v))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: values = %q, want %q", test.name, got, test.want)
		}
		if !slices.EqualFunc(bad, test.bad, func(err error, want string) bool { return strings.HasPrefix(err.Error(), want) }) {
			t.Errorf("%s: bad = %v, want %q", test.name, bad, test.bad)
		}
	}
}

func TestReadTellsWhatCannotBeRead(t *testing.T) {
	broken := errors.New("the disk is gone")
	in := io.MultiReader(strings.NewReader("{\"n\":1}\n"), iotest.ErrReader(broken))
	values, _, err := Read(in, positive)
	if !errors.Is(err, broken) || len(values) != 1 {
		t.Errorf("Read = %v, %v; want one value and %v", values, err, broken)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("\ufeff{\"n\":1}\n\n{\"n\":0}\nx\n")
	f.Add("null\n[]\r\n\xff")
	f.Fuzz(func(t *testing.T, in string) {
		values, bad, err := Read(strings.NewReader(in), positive)
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(in, "\n") + 1; len(values)+len(bad) > lines {
			t.Errorf("%d values and %d bad lines of %d", len(values), len(bad), lines)
		}
		for _, v := range values {
			if v.N < 1 {
				t.Errorf("%v was refused and is there", v)
			}
		}
	})
}
