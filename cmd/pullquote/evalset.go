package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// evalSet is a question set and the corpus it is asked on.
type evalSet struct {
	// name is made of letters, digits, ".", "-" and "_".
	name string
	// corpus is a path, "" for the corpus of the settings; questions is a file.
	corpus, questions string
}

var setName = regexp.MustCompile(`^[\pL\pN_-][\pL\pN._-]*$`)

// parseSet reads NAME=CORPUS,QUESTIONS. The path of the corpus may hold commas.
func parseSet(text string) (evalSet, error) {
	name, paths, _ := strings.Cut(text, "=")
	comma := strings.LastIndexByte(paths, ',')
	if !setName.MatchString(name) || comma < 1 || comma == len(paths)-1 {
		return evalSet{}, errors.New("want NAME=CORPUS,QUESTIONS, the name without spaces")
	}
	return evalSet{name, paths[:comma], paths[comma+1:]}, nil
}

// find returns the sets that the flags name. What is no set is an error of its own, and the others are returned.
func (f evalFlags) find() (sets []evalSet, failed []error) {
	if f.questions != "" {
		base := filepath.Base(f.questions)
		return []evalSet{{name: strings.TrimSuffix(base, filepath.Ext(base)), questions: f.questions}}, nil
	}
	sets = f.sets
	for _, folder := range f.folders {
		found, bad := setsIn(folder)
		sets, failed = append(sets, found...), append(failed, bad...)
	}
	return withoutTwins(sets, failed)
}

// withoutTwins keeps the first set of every name.
func withoutTwins(sets []evalSet, failed []error) ([]evalSet, []error) {
	var out []evalSet
	seen := map[string]evalSet{}
	for _, s := range sets {
		if first, twice := seen[s.name]; twice {
			failed = append(failed, fmt.Errorf("set %s: %s is left out, for %s has the same name; rename one", s.name, s.questions, first.questions))
			continue
		}
		seen[s.name] = s
		out = append(out, s)
	}
	return out, failed
}

// setsIn returns the sets in a folder: one for every folder in it, ordered by name.
func setsIn(folder string) (sets []evalSet, failed []error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, []error{fmt.Errorf("--sets: %w", err)}
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if at, err := os.Stat(path); err != nil || !at.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		set, err := setAt(path)
		if err != nil {
			failed = append(failed, fmt.Errorf("set %s: %w", e.Name(), err))
			continue
		}
		sets = append(sets, set)
	}
	if len(sets)+len(failed) == 0 {
		failed = append(failed, fmt.Errorf("--sets: there is no set in %s; a set is a folder with corpus.jsonl and questions.jsonl", folder))
	}
	return sets, failed
}

// setAt returns the set that a folder is.
func setAt(folder string) (evalSet, error) {
	set := evalSet{name: filepath.Base(folder), questions: filepath.Join(folder, "questions.jsonl")}
	if !setName.MatchString(set.name) {
		return evalSet{}, errors.New("its name should be of letters, digits, \".\", \"-\" and \"_\"; rename the folder")
	}
	if _, err := os.Stat(set.questions); err != nil {
		return evalSet{}, fmt.Errorf("there is no questions.jsonl in %s; add it, or name the set with --set", folder)
	}
	for _, name := range []string{"corpus.jsonl", "corpus", "seeds"} {
		path := filepath.Join(folder, name)
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			set.corpus = path
			return set, nil
		}
	}
	return evalSet{}, fmt.Errorf("there is no corpus in %s: neither corpus.jsonl nor a folder corpus or seeds; add one, or name the set with --set", folder)
}
