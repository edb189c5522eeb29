package main

import (
	"slices"
	"testing"
)

func TestNearest(t *testing.T) {
	names := []string{"ask", "corpus check", "corpus text", "eval", "version", "help"}
	for _, c := range []struct {
		said string
		want []string
	}{
		{"ask", []string{"ask"}},
		{"aks", []string{"ask"}},
		{"evl", []string{"eval"}},
		{"versoin", []string{"version"}},
		{"corpus chek", []string{"corpus check"}},
		{"check", []string{"corpus check"}},
		{"EVAL", []string{"eval"}},
		{"something", nil},
		{"", nil},
	} {
		if got := nearest(c.said, names); !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("nearest(%q) = %q, want %q", c.said, got, c.want)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"a", "", 1}, {"", "ab", 2}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"größe", "grösse", 2},
	} {
		if got := editDistance(c.a, c.b); got != c.want {
			t.Errorf("editDistance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) = %q, want %q", n, got, want)
		}
	}
}
