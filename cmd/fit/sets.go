package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pullquote/retrieval/learn"
	"pullquote/retrieval/quality"
)

// The sets lie under one folder: eval/NAME/corpus.jsonl with eval/NAME/questions.jsonl, and the acceptance corpus, a
// folder of files, acceptance/seeds with acceptance/seed-questions.jsonl.
//
// A set without a question that its corpus fails to answer teaches nothing about abstention. It is split: half of its
// documents are taken away, and the questions about them become unanswerable. What belongs together goes together:
// documents that one question speaks of, and those whose ids are the same up to a #. Each language of such a set is a set
// of its own.

// set is a corpus and the questions asked of it.
type set struct {
	name      string
	corpus    string // a folder or a .jsonl file
	lines     []line // of it to keep, all if nil
	questions []question
}

// question is a question of a set.
type question struct {
	quality.Question
	// About are the documents that it speaks of, whether they answer it or not.
	About []struct {
		Doc string `json:"doc_id"`
	} `json:"docs"`
}

// line is a document of a .jsonl corpus.
type line struct {
	id, lang string
	text     []byte
}

// family is a set's name without what tells it from sets with the same source: their questions must not be learnt from
// when it is tested.
func (s set) family() string {
	name, _, _ := strings.Cut(s.name, " ")
	if name == "xquad" { // translations of questions about articles that squad2_open has too
		return "squad2_open"
	}
	return name
}

// readSets returns the sets of a folder, by name.
func readSets(dir string) ([]set, error) {
	files, err := filepath.Glob(filepath.Join(dir, "eval", "*", "questions.jsonl"))
	if err != nil {
		return nil, err
	}
	first, err := readSet("acceptance", filepath.Join(dir, "acceptance", "seeds"), filepath.Join(dir, "acceptance", "seed-questions.jsonl"))
	if err != nil {
		return nil, err
	}
	all := first
	for _, f := range files {
		folder := filepath.Dir(f)
		more, err := readSet(filepath.Base(folder), filepath.Join(folder, "corpus.jsonl"), f)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

func readSet(name, corpus, file string) ([]set, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	checked, err := quality.Load(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	s := set{name: name, corpus: corpus}
	for i, row := range rows(data) {
		q := question{}
		if err := json.Unmarshal(row, &q); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		q.Question = checked[i]
		s.questions = append(s.questions, q)
	}
	if slices.ContainsFunc(s.questions, func(q question) bool { return !q.Answerable }) {
		return []set{s}, nil
	}
	return s.halves()
}

// rows returns the lines that are not empty.
func rows(data []byte) [][]byte {
	var out [][]byte
	for row := range bytes.Lines(data) {
		if len(bytes.TrimSpace(row)) > 0 {
			out = append(out, row)
		}
	}
	return out
}

// halves returns for each language of the set a set with about half of the documents.
func (s set) halves() ([]set, error) {
	lines, err := readLines(s.corpus)
	if err != nil {
		return nil, err
	}
	kept := s.half(lines)
	byLanguage := map[string]*set{}
	for _, q := range s.questions {
		h := byLanguage[q.Lang]
		if h == nil {
			h = &set{name: strings.TrimSpace(s.name + " " + q.Lang), corpus: s.corpus}
			h.lines = slices.DeleteFunc(slices.Clone(lines), func(l line) bool {
				return !kept[l.id] || cmp.Or(q.Lang, l.lang) != l.lang
			})
			byLanguage[q.Lang] = h
		}
		q.Answerable = slices.ContainsFunc(q.documents(), func(id string) bool { return kept[id] })
		h.questions = append(h.questions, q)
	}
	var out []set
	for _, lang := range slices.Sorted(maps.Keys(byLanguage)) {
		out = append(out, *byLanguage[lang])
	}
	return out, nil
}

// half returns the ids of the documents that stay, half of what belongs together by the hash of a name.
func (s set) half(lines []line) map[string]bool {
	var groups [][]string
	for _, q := range s.questions {
		groups = append(groups, wholes(q.documents()))
	}
	for _, l := range lines {
		groups = append(groups, wholes([]string{l.id}))
	}
	kept := map[string]bool{}
	for i, first := range learn.Connected(groups) {
		if i >= len(s.questions) {
			kept[lines[i-len(s.questions)].id] = hash(groups[first][0])%2 == 0
		}
	}
	return kept
}

// documents returns the documents that a question speaks of.
func (q question) documents() []string {
	out := slices.Clone(q.GoldDocs)
	for _, g := range q.Gold {
		out = append(out, g.Doc)
	}
	for _, d := range q.About {
		out = append(out, d.Doc)
	}
	return out
}

// wholes returns the names of what the documents are parts of, in any language.
func wholes(ids []string) []string {
	var out []string
	for _, id := range ids {
		if lang, rest, ok := strings.Cut(id, ":"); ok && len(lang) == 2 {
			id = rest
		}
		id, _, _ = strings.Cut(id, "#")
		out = append(out, id)
	}
	return out
}

func hash(name string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return h.Sum64()
}

func readLines(file string) ([]line, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out []line
	for _, row := range rows(data) {
		var d struct{ ID, Lang string }
		if err := json.Unmarshal(row, &d); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		out = append(out, line{d.ID, d.Lang, row})
	}
	return out, nil
}
