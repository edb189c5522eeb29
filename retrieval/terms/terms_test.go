package terms

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// naive is a vocabulary as one would write it down.
type naive map[string]Count

// sum returns the terms of some, less those of others, of which something is left.
func sum(plus, minus []naive) naive {
	out := naive{}
	for i, all := range [][]naive{plus, minus} {
		sign := 1 - 2*i
		for _, n := range all {
			for t, c := range n {
				out[t] = Count{out[t].Passages + sign*c.Passages, out[t].Small + sign*c.Small}
			}
		}
	}
	maps.DeleteFunc(out, func(_ string, c Count) bool { return c.Passages <= 0 })
	return out
}

// plain is the alias of a term: the same without hyphens.
func plain(term string) []string {
	if !strings.Contains(term, "-") {
		return nil
	}
	return []string{strings.ReplaceAll(term, "-", ""), "=" + term}
}

func (n naive) table() Table { return NewTable(maps.All(n), plain) }

// some returns a few short terms, so that many begin and end alike.
func some(rng *rand.Rand, most int) naive {
	n := naive{}
	for range rng.IntN(most + 1) {
		var b strings.Builder
		for range rng.IntN(5) {
			b.WriteString([]string{"a", "b", "é", "船", "-", "1"}[rng.IntN(6)])
		}
		passages := 1 + rng.IntN(5)
		n[b.String()] = Count{passages, rng.IntN(passages + 1)}
	}
	return n
}

// part returns a part of the terms, with a part of their counts.
func (n naive) part(rng *rand.Rand) naive {
	out := naive{}
	for _, t := range slices.Sorted(maps.Keys(n)) {
		if passages := rng.IntN(n[t].Passages + 1); passages > 0 {
			out[t] = Count{passages, min(passages, n[t].Small)}
		}
	}
	return out
}

// matching returns the terms that are accepted, sorted.
func (n naive) matching(accept func(term string) bool) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(n)), func(t string) bool { return !accept(t) })
}

// TestVocabularyIsThatOfItsTables compares a vocabulary with a naive one, made of tables that were written and read.
func TestVocabularyIsThatOfItsTables(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 8))
	for round := range 300 {
		var plus, minus []naive
		var tables [2][]Table
		for range rng.IntN(4) {
			n := some(rng, 30)
			plus, tables[0] = append(plus, n), append(tables[0], again(t, n.table()))
			if rng.IntN(2) == 0 {
				lost := n.part(rng)
				minus, tables[1] = append(minus, lost), append(tables[1], again(t, lost.table()))
			}
		}
		v := NewVocabulary(tables[0], tables[1])
		want := sum(plus, minus)
		checkAll(t, fmt.Sprint("round ", round), v, want)
		for _, key := range append(slices.Collect(maps.Keys(some(rng, 20))), "", "a", "zz") {
			checkKey(t, fmt.Sprintf("round %d, %q", round, key), v, want, key)
		}
	}
}

// again returns a table that was written and read.
func again(t *testing.T, table Table) Table {
	t.Helper()
	data, err := table.AppendBinary([]byte("before"))
	if err != nil {
		t.Fatal(err)
	}
	read, rest, err := Read(append(data, "behind"...)[len("before"):])
	if err != nil || string(rest) != "behind" {
		t.Fatalf("%v, %q is left", err, rest)
	}
	return read
}

func checkAll(t *testing.T, what string, v Vocabulary, want naive) {
	t.Helper()
	got := naive{}
	for term, n := range v.All() {
		if _, twice := got[term]; twice {
			t.Fatalf("%s: %q comes twice", what, term)
		}
		got[term] = n
	}
	if !maps.Equal(got, want) {
		t.Fatalf("%s: the terms are %v, want %v", what, got, want)
	}
}

func checkKey(t *testing.T, what string, v Vocabulary, want naive, key string) {
	t.Helper()
	if got := v.Count(key); got.Passages != want[key].Passages {
		t.Errorf("%s: count %v, want %v", what, got, want[key])
	}
	isShort := func(s Shape) bool { return s.Letters > 0 && s.Letters < 3 }
	for name, lists := range map[string][2][]string{
		"prefixed": {slices.Compact(slices.Sorted(v.Prefixed(key))), want.matching(func(t string) bool { return strings.HasPrefix(t, key) })},
		"suffixed": {slices.Compact(slices.Sorted(v.Suffixed(key))), want.matching(func(t string) bool { return strings.HasSuffix(t, key) })},
		"written":  {v.Written(key), want.matching(func(t string) bool { return slices.Contains(plain(t), key) })},
		"shaped": {slices.Compact(slices.Sorted(v.Shaped(key, isShort))), want.matching(func(t string) bool {
			return strings.HasPrefix(t, key) && isShort(ShapeOf(t))
		})},
	} {
		if !slices.Equal(lists[0], lists[1]) {
			t.Errorf("%s: %s %q, want %q", what, name, lists[0], lists[1])
		}
	}
}

// TestSearchesStop takes the first of what is found and no more.
func TestSearchesStop(t *testing.T) {
	v := NewVocabulary([]Table{naive{"a": {1, 0}, "ab": {1, 1}}.table(), naive{"b": {2, 0}}.table()}, nil)
	for range v.All() {
		break
	}
	for _, found := range []func(func(string) bool){v.Prefixed(""), v.Suffixed(""), v.Shaped("", func(Shape) bool { return true })} {
		n := 0
		for range found {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%d were found first", n)
		}
	}
}

func TestShapeOf(t *testing.T) {
	for word, letters := range map[string]int{"": 0, "a": 1, "abba": 4, "é船": 2, "a1": 0, "a-b": 0} {
		if s := ShapeOf(word); s.Letters != letters {
			t.Errorf("%q has %d letters, want %d", word, s.Letters, letters)
		}
	}
	if ShapeOf("abba").Set != ShapeOf("ab").Set || ShapeOf("ab").Set == ShapeOf("ac").Set {
		t.Error("sets are not those of the letters")
	}
}

func FuzzRead(f *testing.F) {
	for seed := range uint64(3) {
		data, err := some(rand.New(rand.NewPCG(seed, 1)), 20).table().AppendBinary(nil)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(bytes.Repeat([]byte{255}, 40))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, rest, err := Read(data)
		if err != nil {
			return
		}
		v := NewVocabulary([]Table{table}, []Table{table})
		for i := range table.Len() {
			term := table.Term(i)
			_, _, _ = table.Count(i), table.Shape(i), v.Written(term)
			for range v.Suffixed(term) {
			}
			for range v.Prefixed(term) {
			}
		}
		written, err := table.AppendBinary(nil)
		if err != nil || !bytes.Equal(append(written, rest...), data) {
			t.Errorf("written again the table is another: %v", err)
		}
	})
}
