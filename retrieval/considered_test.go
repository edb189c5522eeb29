package retrieval

import (
	"context"
	"reflect"
	"testing"
)

// What Retrieve returns begins with what Ask lists as retrieved.
func TestRetrieve(t *testing.T) {
	l := open(t, flood)
	for _, question := range []string{"Who is the mayor?", "How many people were rescued?", "What is a zyzzyva?"} {
		got, err := l.Retrieve(context.Background(), Question{Text: question})
		if err != nil {
			t.Fatal(err)
		}
		want := ask(t, l, question).Retrieved
		if got = got[:min(mostRetrieved, len(got))]; len(got)+len(want) > 0 && !reflect.DeepEqual(got, want) {
			t.Errorf("%q: Retrieve = %v, want %v", question, got, want)
		}
	}
}
