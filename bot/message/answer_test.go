package message

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// document is one line of a corpus made for a test.
type document struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Text      string `json:"text"`
}

func snapshotOf(t testing.TB, docs ...document) *corpus.Snapshot {
	t.Helper()
	var lines bytes.Buffer
	for _, d := range docs {
		if err := json.NewEncoder(&lines).Encode(d); err != nil {
			t.Fatal(err)
		}
	}
	s, err := corpus.Load(context.Background(), fstest.MapFS{"docs.jsonl": {Data: lines.Bytes()}}, corpus.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// doc returns the document that snapshotOf made with the id.
func doc(s *corpus.Snapshot, id string) *corpus.Document { return s.Document("docs.jsonl#" + id) }

// pick is an excerpt wanted in an answer: the sentences of document doc that hold text, and the value in them.
type pick struct{ doc, text, value, kind string }

// answerOf builds the answer that retrieval would give with the picks as its groups.
func answerOf(t testing.TB, s *corpus.Snapshot, question string, outcome retrieval.Outcome, groups ...[]pick) retrieval.Answer {
	t.Helper()
	a := retrieval.Answer{Question: question, Outcome: outcome, Searched: len(s.Documents()), Snapshot: s.ID()}
	numbers := map[string]int{}
	for _, picks := range groups {
		g := retrieval.Group{}
		for _, p := range picks {
			e := excerptOf(t, s, p)
			if numbers[p.doc] == 0 {
				numbers[p.doc] = len(a.Sources) + 1
				a.Sources = append(a.Sources, retrieval.Source{Number: len(a.Sources) + 1, Document: doc(s, p.doc)})
			}
			e.Source = numbers[p.doc]
			if g.Value == "" {
				g.Value = p.value
			}
			g.Excerpts = append(g.Excerpts, e)
		}
		a.Groups = append(a.Groups, g)
	}
	for _, d := range s.Documents() {
		if !slices.ContainsFunc(a.Sources, func(s retrieval.Source) bool { return s.Document == d }) && outcome != retrieval.NotFound {
			a.Silent = append(a.Silent, d)
		}
	}
	return a
}

func excerptOf(t testing.TB, s *corpus.Snapshot, p pick) retrieval.Excerpt {
	t.Helper()
	d := doc(s, p.doc)
	if d == nil {
		t.Fatalf("no document %q", p.doc)
	}
	start := strings.Index(d.Text(), p.text)
	if start < 0 {
		t.Fatalf("document %q does not hold %q", p.doc, p.text)
	}
	e := retrieval.Excerpt{Quote: quoteOf(t, d, corpus.Span{Start: start, End: start + len(p.text)}), Score: 1}
	if p.value != "" {
		at := start + strings.Index(p.text, p.value)
		e.Value = &retrieval.Value{Span: corpus.Span{Start: at, End: at + len(p.value)}, Kind: p.kind}
	}
	return e
}

// quoteOf cuts the shortest run of sentences that holds at.
func quoteOf(t testing.TB, d *corpus.Document, at corpus.Span) corpus.Quote {
	t.Helper()
	for _, p := range d.Passages() {
		first, last := 0, p.Len()
		for first < last && p.Sentence(first).End <= at.Start {
			first++
		}
		for last > first && p.Sentence(last-1).Start >= at.End {
			last--
		}
		if q, err := p.Quote(first, last); err == nil && q.Span().Contains(at) {
			return q
		}
	}
	t.Fatalf("no quote of %s holds [%d, %d)", d.ID(), at.Start, at.End)
	return corpus.Quote{}
}
