package main

import (
	"strings"

	"pullquote/corpus"
)

// The types below are the output of corpus check --json.

type checkReport struct {
	Snapshot  string          `json:"snapshot"`
	Documents []checkDocument `json:"documents"`
	Problems  []checkProblem  `json:"problems"`
	Summary   checkSummary    `json:"summary"`
}

type checkDocument struct {
	Doc        string          `json:"doc"`
	SHA256     string          `json:"sha256"`
	Title      checkField      `json:"title"`
	Author     checkField      `json:"author"`
	Publisher  checkField      `json:"publisher"`
	Published  checkField      `json:"published"`
	URL        checkField      `json:"url"`
	Language   checkField      `json:"language"`
	Words      int             `json:"words"`
	Paragraphs int             `json:"paragraphs"`
	Sentences  int             `json:"sentences"`
	CopyOf     string          `json:"copy_of,omitempty"`
	Furniture  []checkExcluded `json:"furniture"`
}

// checkField is a piece of metadata and the rule that found it; both are empty where it is not known.
type checkField struct {
	Value string `json:"value"`
	Rule  string `json:"rule"`
}

// checkExcluded is text that is kept but never quoted.
type checkExcluded struct {
	Rule  string `json:"rule"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// checkProblem is one problem and all files that have it.
type checkProblem struct {
	Reason  string   `json:"reason"`
	Mend    string   `json:"mend"`
	LeftOut bool     `json:"left_out"`
	Paths   []string `json:"paths"`
	// Count is how many problems are summed up in this one, 0 where all are listed.
	Count int `json:"count,omitempty"`
}

type checkSummary struct {
	Documents int `json:"documents"`
	Words     int `json:"words"`
	Copies    int `json:"copies"`
	Furniture int `json:"furniture"`
	// Synonyms is the number of lines of synonyms.txt that hold.
	Synonyms int `json:"synonyms"`
	LeftOut  int `json:"left_out"`
	Remarks  int `json:"remarks"`
}

func newCheck(s *corpus.Snapshot) checkReport {
	r := checkReport{Snapshot: s.ID(), Documents: []checkDocument{}, Problems: groupProblems(s.Problems())}
	for _, d := range s.Documents() {
		c := newCheckDocument(d)
		if w := s.Witness(d); w != d {
			c.CopyOf = w.ID()
			r.Summary.Copies++
		}
		r.Summary.Words += c.Words
		r.Summary.Furniture += len(c.Furniture)
		r.Documents = append(r.Documents, c)
	}
	r.Summary.Documents = len(r.Documents)
	r.Summary.Synonyms = len(s.Synonyms())
	r.Summary.LeftOut, r.Summary.Remarks = s.LeftOut(), s.Remarks()
	return r
}

func newCheckDocument(d *corpus.Document) checkDocument {
	m := d.Metadata()
	c := checkDocument{
		Doc: d.ID(), SHA256: d.SHA256(), Furniture: []checkExcluded{},
		Title: checkField(m.Title), Author: checkField(m.Author), Publisher: checkField(m.Publisher), URL: checkField(m.URL),
		Language: checkField(m.Language), Published: checkField{m.Published.String(), m.Published.Rule},
	}
	for _, b := range d.Blocks() {
		text := d.Text()[b.Start:b.End]
		if b.Kind == corpus.Furniture {
			c.Furniture = append(c.Furniture, checkExcluded{b.Rule, b.Start, b.End, text})
			continue
		}
		c.Words += len(strings.Fields(text))
		c.Paragraphs = max(c.Paragraphs, b.Number)
	}
	for _, p := range d.Passages() {
		c.Sentences += p.Len()
	}
	return c
}

// groupProblems puts files with the same problem together.
func groupProblems(problems []corpus.Problem) []checkProblem {
	groups := []checkProblem{}
	for _, g := range corpus.GroupProblems(problems) {
		groups = append(groups, checkProblem{Reason: g.Reason, Mend: g.Mend, LeftOut: g.LeftOut, Paths: g.Paths, Count: g.Count})
	}
	return groups
}
