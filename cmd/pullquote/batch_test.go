package main

import (
	"strings"
	"testing"
)

func TestParseBatch(t *testing.T) {
	got, err := parseBatch("f", strings.NewReader("\ufeff{\"id\": \"a\", \"question\": \"q\", \"history\": [\"x\", \"y\"]}\r\n\n{\"question\":\"r\"}"))
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || string(got[0].ID) != `"a"` || got[0].Question != "q" || len(got[0].History) != 2 || got[1].Question != "r" {
		t.Errorf("got %+v", got)
	}
	_, err = parseBatch("f", strings.NewReader("\xff\n{}\n[]\n"))
	for _, want := range []string{"3 bad lines", "line 1: not valid UTF-8", "line 2: \"question\" is missing", "line 3: not an object of the kind expected"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not say %q", err, want)
		}
	}
}
