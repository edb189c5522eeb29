package main

import (
	"fmt"
	"testing"
	"testing/fstest"
)

// A corpus of more than twenty documents is summed up; all of them are listed when that is asked for.
func TestCheckDigest(t *testing.T) {
	const repeated = "The harbour was closed on Monday because of the storm, and it will stay closed for a week, said the harbour master."
	files := fstest.MapFS{"empty.txt": {}}
	for i := range listedDocuments - 1 {
		files[fmt.Sprintf("%02d.txt", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "Report %d\n\nBy Ann Example\n\nThing %d happened.\n\nComments are closed.\n", i, i)}
	}
	files["a.txt"], files["b.txt"] = &fstest.MapFile{Data: []byte(repeated)}, &fstest.MapFile{Data: []byte(repeated)}
	golden(t, "digest.golden", page{80, false}.check(newCheck(load(t, files)), "docs", false))

	if got := (page{80, false}).check(newCheck(load(t, files)), "docs", true); len(got) < 21*40 {
		t.Errorf("the verbose report does not list every document:\n%s", got)
	}
}
