package corpus

import "testing"

// TestRecordsInAnyOrder asks for the records of files as they stand, with files between that are new, that have gone and
// that come back.
func TestRecordsInAnyOrder(t *testing.T) {
	i := &Inventory{files: []record{{path: sidecarName}, {path: synonymsName}, {path: "a"}, {path: "b"}, {path: "c"}, {path: "d"}}}
	r := i.records()
	for _, path := range []string{"a", "b", "bb", "c", "d", "e", "a", "d", "b", "c", "c", sidecarName, "a"} {
		got := r.of(path)
		switch isThere := len(path) == 1 && path < "e"; {
		case isThere && (got == nil || got.path != path):
			t.Errorf("%q: %v", path, got)
		case !isThere && got != nil:
			t.Errorf("%q is the record of %q", path, got.path)
		}
	}
}

func TestRule(t *testing.T) {
	i := &Inventory{files: []record{{path: synonymsName}, {path: "a"}, {path: "z/" + sidecarName}}}
	if got := i.rule(synonymsName); got != &i.files[0] {
		t.Errorf("the synonyms are %v", got)
	}
	var none *Inventory
	if got := [...]*record{i.rule(sidecarName), i.rule("a"), none.rule(synonymsName), none.records().of("a")}; got != [4]*record{} {
		t.Errorf("found %v where there is none", got)
	}
}
