package main

import (
	"bytes"
	"encoding/json"
	"math"
	"time"

	"pullquote/corpus"
	"pullquote/retrieval"
)

// The types below are the output of ask --json. Other programs rely on it: names, order and nulls are fixed.
// start and end are byte offsets into the canonical text of the document.

type answerJSON struct {
	ID           json.RawMessage   `json:"id,omitempty"`
	Question     string            `json:"question"`
	Outcome      retrieval.Outcome `json:"outcome"`
	Confidence   float64           `json:"confidence"`
	Snapshot     string            `json:"snapshot"`
	Searched     int               `json:"searched"`
	TookMS       float64           `json:"took_ms"`
	Disagreement bool              `json:"disagreement"`
	Groups       []groupJSON       `json:"groups"`
	Sources      []sourceJSON      `json:"sources"`
	Silent       []string          `json:"silent"`
	UnknownWords []string          `json:"unknown_words"`
	Message      string            `json:"message"`
	// Intent is left out for a question, Updated where it is false.
	Intent  retrieval.Intent `json:"intent,omitempty"`
	Updated bool             `json:"updated,omitempty"`

	Retrieved   *[]retrievedJSON       `json:"retrieved,omitempty"`
	Explanation *retrieval.Explanation `json:"explanation,omitempty"`
}

type groupJSON struct {
	Value    *string       `json:"value"`
	Excerpts []excerptJSON `json:"excerpts"`
}

type excerptJSON struct {
	Source int `json:"source"`
	placeJSON
	Paragraph int        `json:"paragraph"`
	Page      *int       `json:"page"`
	Text      string     `json:"text"`
	Value     *valueJSON `json:"value"`
	Score     float64    `json:"score"`
	More      bool       `json:"more,omitempty"`

	Features []retrieval.Feature `json:"features,omitempty"` // only with --explain
}

type placeJSON struct {
	Doc   string `json:"doc"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type valueJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Kind  string `json:"kind"`
}

type sourceJSON struct {
	Number    int      `json:"number"`
	Doc       string   `json:"doc"`
	Title     string   `json:"title"`
	Author    string   `json:"author"`
	Publisher string   `json:"publisher"`
	Published string   `json:"published"`
	URL       string   `json:"url"`
	SHA256    string   `json:"sha256"`
	Copies    []string `json:"copies,omitempty"`
}

type retrievedJSON struct {
	placeJSON
	Score float64 `json:"score"`
}

// json returns r as one line. id, if not nil, is the JSON text to echo.
func (r reply) json(id json.RawMessage, explain bool) ([]byte, error) {
	out := answerJSON{
		ID: id, Question: r.Question, Outcome: r.Outcome, Confidence: rounded(r.Confidence), Snapshot: r.Snapshot,
		Searched: r.Searched, TookMS: milliseconds(r.took), Disagreement: r.Disagreement,
		Groups: r.groupsJSON(explain), Sources: []sourceJSON{}, Silent: ids(r.Silent), UnknownWords: append([]string{}, r.UnknownWords...),
		Message: r.message.Content, Updated: r.Updated,
	}
	if r.Intent != retrieval.IntentQuestion {
		out.Intent = r.Intent
	}
	for _, s := range r.Sources {
		out.Sources = append(out.Sources, newSourceJSON(s))
	}
	if explain {
		out.Retrieved, out.Explanation = r.retrievedJSON(), &r.Explanation
	}
	return encodeLine(out)
}

// groupsJSON lists the groups of which something is on the first screen before the others, and the same for the
// excerpts in each.
func (r reply) groupsJSON(explain bool) []groupJSON {
	first, rest := []groupJSON{}, []groupJSON{}
	for i, g := range r.Groups {
		shown, more := []excerptJSON{}, []excerptJSON{}
		for j, e := range g.Excerpts {
			if r.onScreen(i, j) {
				shown = append(shown, newExcerptJSON(e, false, explain))
			} else {
				more = append(more, newExcerptJSON(e, true, explain))
			}
		}
		out := groupJSON{Excerpts: append(shown, more...)}
		if g.Value != "" {
			out.Value = &g.Value
		}
		if len(shown) > 0 {
			first = append(first, out)
		} else {
			rest = append(rest, out)
		}
	}
	return append(first, rest...)
}

func newExcerptJSON(e retrieval.Excerpt, more, explain bool) excerptJSON {
	doc, block := e.Quote.Document(), e.Quote.Block()
	out := excerptJSON{
		Source: e.Source, placeJSON: place(doc, e.Quote.Span()), Paragraph: block.Number,
		Text: e.Quote.Text(), Score: rounded(e.Score), More: more,
	}
	if block.Page > 0 {
		out.Page = &block.Page
	}
	if explain {
		out.Features = e.Features
	}
	if v := e.Value; v != nil {
		out.Value = &valueJSON{v.Start, v.End, doc.Text()[v.Start:v.End], v.Kind}
	}
	return out
}

func newSourceJSON(s retrieval.Source) sourceJSON {
	m := s.Document.Metadata()
	return sourceJSON{
		Number: s.Number, Doc: s.Document.ID(), Title: m.Title.Value, Author: m.Author.Value, Publisher: m.Publisher.Value,
		Published: m.Published.String(), URL: m.URL.Value, SHA256: s.Document.SHA256(), Copies: ids(s.Copies),
	}
}

func (r reply) retrievedJSON() *[]retrievedJSON {
	out := []retrievedJSON{}
	for _, p := range r.Retrieved {
		out = append(out, retrievedJSON{place(p.Passage.Document(), p.Passage.Span()), rounded(p.Score)})
	}
	return &out
}

func place(d *corpus.Document, s corpus.Span) placeJSON { return placeJSON{d.ID(), s.Start, s.End} }

func ids(docs []*corpus.Document) []string {
	out := []string{}
	for _, d := range docs {
		out = append(out, d.ID())
	}
	return out
}

// rounded keeps six decimals: enough to rank by, and the same on every machine.
func rounded(x float64) float64 { return math.Round(x*1e6) / 1e6 }

// encodeLine returns v as one line of JSON with its characters as they are.
func encodeLine(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return b.Bytes(), err
}

func milliseconds(d time.Duration) float64 { return math.Round(d.Seconds()*1e5) / 100 }
