package main

import "testing"

func TestParseSet(t *testing.T) {
	tests := []struct {
		in   string
		want evalSet
	}{
		{"a=b,c", evalSet{"a", "b", "c"}},
		{"news-2.1_x=folder/of,commas,q.jsonl", evalSet{"news-2.1_x", "folder/of,commas", "q.jsonl"}},
		{"übung=b=c,d", evalSet{"übung", "b=c", "d"}},
	}
	for _, test := range tests {
		if got, err := parseSet(test.in); err != nil || got != test.want {
			t.Errorf("parseSet(%q) = %+v, %v, want %+v", test.in, got, err, test.want)
		}
	}
	for _, bad := range []string{"", "a", "a=", "a=b", "a=,c", "a=b,", "=b,c", "a b=c,d", "a/b=c,d", "..=c,d", ".a=c,d"} {
		if got, err := parseSet(bad); err == nil {
			t.Errorf("parseSet(%q) = %+v, want an error", bad, got)
		}
	}
}

func TestWithoutTwins(t *testing.T) {
	sets, failed := withoutTwins([]evalSet{{"a", "1", "1"}, {"b", "2", "2"}, {"a", "3", "3"}}, nil)
	if len(sets) != 2 || sets[0].corpus != "1" || len(failed) != 1 {
		t.Errorf("withoutTwins = %v, %v, want the first of each name and an error", sets, failed)
	}
}
