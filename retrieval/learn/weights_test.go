package learn

import (
	"slices"
	"strings"
	"testing"
)

func TestWeightsAreReadAsWritten(t *testing.T) {
	names := []string{"passage", "coverage", "bias"}
	var b strings.Builder
	if err := NewWeights(names, []float64{1.5, -.000012345678, 3}).Write(&b, "Learnt from three sets.\nReview it."); err != nil {
		t.Fatal(err)
	}
	want := "# Learnt from three sets.\n# Review it.\npassage 1.5\ncoverage -1.23457e-05\nbias 3\n"
	if b.String() != want {
		t.Errorf("written:\n%s\nwant:\n%s", &b, want)
	}
	w, err := ReadWeights(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	got, err := w.In([]string{"bias", "passage", "coverage"})
	if err != nil || !slices.Equal(got, []float64{3, 1.5, -.0000123457}) {
		t.Errorf("read %v, %v", got, err)
	}
}

func TestReadWeightsNamesEveryBadLine(t *testing.T) {
	_, err := ReadWeights(strings.NewReader("a 1\n\n# fine\na 2\nb\nc 1 2\nd one\ne NaN\nf +Inf\n"))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{`line 4: there are two weights "a"`, "line 5:", "line 6:", `line 7: "one"`, "line 8:", "line 9:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error lacks %q:\n%v", want, err)
		}
	}
}

func TestInNamesWhatIsMissingAndUnknown(t *testing.T) {
	_, err := NewWeights([]string{"a", "b"}, []float64{1, 2}).In([]string{"a", "c"})
	if err == nil || !strings.Contains(err.Error(), `"c" is missing`) || !strings.Contains(err.Error(), `"b" is unknown`) {
		t.Errorf("error %v", err)
	}
}

// FuzzReadWeights checks that whatever is read comes back the same when written and read again.
func FuzzReadWeights(f *testing.F) {
	f.Add("# c\nbias -1.25\npassage 3.1\n")
	f.Add("a 1\na 2")
	f.Add("x 1e400\r\ny -0")
	f.Fuzz(func(t *testing.T, text string) {
		w, err := ReadWeights(strings.NewReader(text))
		if err != nil {
			return
		}
		var once, twice strings.Builder
		if err := w.Write(&once, ""); err != nil {
			t.Fatal(err)
		}
		again, err := ReadWeights(strings.NewReader(once.String()))
		if err != nil {
			t.Fatalf("%q is written as %q: %v", text, &once, err)
		}
		if err := again.Write(&twice, ""); err != nil || once.String() != twice.String() {
			t.Errorf("%q, then %q, %v", &once, &twice, err)
		}
	})
}
