package store

import (
	"context"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSurplus(t *testing.T) {
	part := func(name string, bytes int64) partListed { return partListed{name, []file{{"f", bytes, 0}}} }
	shared, big := part("1-1", 100), part("3-1", 1000)
	kept := []manifest{
		{Number: 5, Parts: []partListed{shared}, Own: []file{{"own", 1, 0}}},
		{Number: 4, Parts: []partListed{shared}, Own: []file{{"own", 1, 0}}},
		{Number: 3, Parts: []partListed{shared, big}, Own: []file{{"own", 1, 0}}},
		{Number: 2, Parts: []partListed{shared, big}, Own: []file{{"own", 1, 0}}},
		{Number: 1, Own: []file{{"own", 1, 0}}},
	}
	for _, test := range []struct {
		options Options
		current int
		want    []int
	}{
		{Options{}, 5, []int{1}},
		{Options{KeepGenerations: 4}, 5, nil},
		{Options{KeepGenerations: 1}, 5, []int{3, 2, 1}},
		{Options{KeepGenerations: -1}, 5, []int{4, 3, 2, 1}},
		{Options{KeepBytes: -1}, 5, []int{4, 3, 2, 1}},
		{Options{KeepBytes: 1}, 5, []int{3, 2, 1}},
		{Options{KeepBytes: 1001}, 5, []int{3, 2, 1}},
		{Options{KeepBytes: 1002}, 5, []int{2, 1}},
		{Options{KeepBytes: 1003, KeepGenerations: 9}, 5, []int{1}},
		{Options{KeepBytes: 1004, KeepGenerations: 9}, 5, nil},
		{Options{KeepBytes: 3, KeepGenerations: 9}, 2, []int{1}},
	} {
		l := listing{current: test.current, kept: kept, certain: true}
		got := l.surplus(test.options.orDefault())
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%+v, current %d:\n%s", test.options, test.current, diff)
		}
	}
}

// TestPruningKeepsWhatIsNamed commits generations that share parts, and rolls back between them: all that are kept stay
// whole.
func TestPruningKeepsWhatIsNamed(t *testing.T) {
	s := mustOpen(t, t.TempDir(), Options{KeepGenerations: 2})
	current := mustCommit(t, s, "0")
	for i := range 12 {
		keep := current.Parts[max(0, len(current.Parts)-i%4):]
		current = mustCommit(t, s, strconv.Itoa(i+1), keep...)
		checkTidy(t, s)
		all := s.Generations()
		if want := min(2, i+1); len(all) != want {
			t.Fatalf("after commit %d there are %d old generations, want %d", i+2, len(all), want)
		}
		for _, g := range append(all, *current) {
			verified, err := s.folder.verified(context.Background(), g.Number)
			if err != nil {
				t.Fatal(err)
			}
			if err := whole(verified); err != nil {
				t.Fatal(err)
			}
		}
		if i%5 == 4 {
			var err error
			if current, err = s.Rollback(context.Background(), all[0].Number); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestPruningOfEqualGenerations commits what is there already: it takes the place of no earlier generation that differs.
func TestPruningOfEqualGenerations(t *testing.T) {
	s := mustOpen(t, t.TempDir(), Options{})
	for _, label := range []string{"one", "two", "three", "three", "three", "two"} {
		mustCommit(t, s, label)
	}
	var labels []string
	for _, g := range s.Generations() {
		labels = append(labels, g.Label)
	}
	if diff := cmp.Diff([]string{"three", "one"}, labels); diff != "" {
		t.Error(diff)
	}
	checkTidy(t, s)
}
