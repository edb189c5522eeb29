package message

import (
	"strings"

	"pullquote/bot/phrases"
	"pullquote/corpus"
)

const (
	pathLimit   = 90
	reasonLimit = 120
	// pathsListed is how many files with one problem a message names, pathsInFile how many a file does.
	pathsListed = 3
	pathsInFile = 2000
)

// addProblems adds the files that were left out, then those with a remark.
func (r *report) addProblems(problems []corpus.Problem) {
	var leftOut, remarks []corpus.ProblemGroup
	for _, g := range corpus.GroupProblems(problems) {
		if g.LeftOut {
			leftOut = append(leftOut, g)
		} else {
			remarks = append(remarks, g)
		}
	}
	r.add(problemList(r.say.Reload.LeftOut, leftOut))
	r.add(problemList(r.say.Reload.Remarked, remarks))
}

func problemList(heading string, groups []corpus.ProblemGroup) list {
	return list{heading, len(groups), func(w Wording, i int) string { return problemEntry(w, groups[i]) }}
}

// problemEntry says what is wrong, how to mend it, and with which files.
func problemEntry(w Wording, g corpus.ProblemGroup) string {
	what := w.inline(g.Reason, reasonLimit)
	if mend := w.inline(g.Mend, reasonLimit); mend != "" {
		what += dash + mend
	}
	if len(g.Paths) == 1 {
		return w.inline(g.Paths[0], pathLimit) + colon + what
	}
	return w.say.Reload.Files.Of(len(g.Paths)) + colon + what + colon + w.paths(g.Paths)
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
		return w.say.Answer.AndMore.With(list, more)
	}
	return list
}

// problemCounts says how many documents were left out and how many remarks there are.
func problemCounts(s *corpus.Snapshot, say phrases.Reload) []string {
	var parts []string
	if n := s.LeftOut(); n > 0 {
		parts = append(parts, say.LeftOutCount.Of(n))
	}
	if n := s.Remarks(); n > 0 {
		parts = append(parts, say.Remarks.Of(n))
	}
	return parts
}
