package corpus

import "testing"

func TestWithDocuments(t *testing.T) {
	first := mustLoad(t, map[string]string{"a.txt": "One two three."}, Options{})
	equal := mustLoad(t, map[string]string{"a.txt": "One two three.", "b.png": "x"}, Options{})
	merged := equal.WithDocuments(first)
	if merged.ID() != first.ID() || merged.Documents()[0] != first.Documents()[0] || merged.Document("a.txt") != first.Document("a.txt") {
		t.Error("the documents are not those of the other snapshot")
	}
	if len(merged.Problems()) != 1 || !merged.Loaded().Equal(equal.Loaded()) || len(first.Problems()) != 0 {
		t.Errorf("problems %v, loaded %v, want those of the snapshot itself", merged.Problems(), merged.Loaded())
	}
	other := mustLoad(t, map[string]string{"a.txt": "One two four."}, Options{})
	if got := other.WithDocuments(first); got != other {
		t.Error("a snapshot took documents that differ from its own")
	}
}
