package message

import (
	"fmt"
	"strings"

	"pullquote/corpus"
)

const (
	pathLimit   = 90
	reasonLimit = 120
	// pathsListed is how many files with one problem a message names, pathsInFile how many a file does.
	pathsListed = 3
	pathsInFile = 2000
)

// problemGroup is one problem and all files that have it.
type problemGroup struct {
	corpus.Problem // without a path
	paths          []string
}

// groupProblems puts files with the same problem together, in the order in which the problems first occur.
func groupProblems(problems []corpus.Problem) []problemGroup {
	var groups []problemGroup
	index := map[corpus.Problem]int{}
	for _, p := range problems {
		path := p.Path
		p.Path = ""
		i, ok := index[p]
		if !ok {
			i = len(groups)
			index[p] = i
			groups = append(groups, problemGroup{Problem: p})
		}
		groups[i].paths = append(groups[i].paths, path)
	}
	return groups
}

// addProblems adds the files of a snapshot that were left out, then those with a remark.
func (r *report) addProblems(s *corpus.Snapshot) {
	var leftOut, remarks []problemGroup
	for _, g := range groupProblems(s.Problems()) {
		if g.LeftOut {
			leftOut = append(leftOut, g)
		} else {
			remarks = append(remarks, g)
		}
	}
	r.add(problemList(phraseLeftOutList, leftOut))
	r.add(problemList(phraseRemarksList, remarks))
}

func problemList(heading string, groups []problemGroup) list {
	return list{heading, len(groups), func(w Wording, i int) string { return groups[i].entry(w) }}
}

// entry says what is wrong, how to mend it, and with which files.
func (g problemGroup) entry(w Wording) string {
	what := w.inline(g.Reason, reasonLimit)
	if mend := w.inline(g.Mend, reasonLimit); mend != "" {
		what = fmt.Sprintf(phraseMend, what, mend)
	}
	if len(g.paths) == 1 {
		return fmt.Sprintf(phraseFile, w.inline(g.paths[0], pathLimit), what)
	}
	return phraseFiles.of(what, w.paths(g.paths), len(g.paths))
}

// paths names files in one line, the first ones and a count.
func (w Wording) paths(paths []string) string {
	shown, most := paths, pathsListed
	if w.plain {
		most = pathsInFile
	}
	if len(paths) > most+1 { // "and 1 more" is no shorter than the name
		shown = paths[:most]
	}
	var names []string
	for _, p := range shown {
		names = append(names, w.inline(p, shortNameLimit))
	}
	list := strings.Join(names, comma)
	if more := len(paths) - len(shown); more > 0 {
		return fmt.Sprintf(phraseAndMore, list, more)
	}
	return list
}

// problemCounts says how many files were left out and how many have a remark.
func problemCounts(s *corpus.Snapshot) []string {
	leftOut := 0
	for _, p := range s.Problems() {
		if p.LeftOut {
			leftOut++
		}
	}
	var parts []string
	if leftOut > 0 {
		parts = append(parts, fmt.Sprintf(phraseLeftOutCount, leftOut))
	}
	if remarks := len(s.Problems()) - leftOut; remarks > 0 {
		parts = append(parts, phraseRemarkCount.of(remarks))
	}
	return parts
}
