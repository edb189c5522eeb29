package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Problem is something that a moderator has to know about a file: why it, or a part of it, is not in the snapshot.
type Problem struct {
	// Path names the file, or the document in it ("faq.jsonl line 7").
	Path string
	// Reason says what is wrong, Mend what to do about it. Both are phrases without a final stop.
	Reason, Mend string
	// LeftOut is true when a document is missing from the snapshot because of the problem; false for a remark about
	// a document that was loaded.
	LeftOut bool
	// Count is how many problems this one stands for, where it sums up those that are not listed; 0 means one.
	Count int
}

func (p Problem) count() int { return max(p.Count, 1) }

// ProblemGroup is one problem and all files that have it. Its own Path is empty.
type ProblemGroup struct {
	Problem
	Paths []string
}

// GroupProblems puts files with the same problem together, in the order in which the problems first occur.
func GroupProblems(problems []Problem) []ProblemGroup {
	var groups []ProblemGroup
	index := map[Problem]int{}
	for _, p := range problems {
		path := p.Path
		p.Path = ""
		i, ok := index[p]
		if !ok {
			i = len(groups)
			index[p] = i
			groups = append(groups, ProblemGroup{Problem: p})
		}
		groups[i].Paths = append(groups[i].Paths, path)
	}
	return groups
}

// file returns the path of the file that p is about, so that the lines of a file stay in their order.
func (p Problem) file() string {
	const mark = " line "
	if i := strings.LastIndex(p.Path, mark); i >= 0 && strings.Trim(p.Path[i+len(mark):], digits) == "" {
		return p.Path[:i]
	}
	return p.Path
}

// remark is a problem of a document that has been read.
type remark struct{ reason, mend string }

// refusal is the error of a reader that will not read a document.
type refusal struct{ reason, mend string }

func (r refusal) Error() string { return r.reason }

func problemOf(where string, err error) Problem {
	var r refusal
	if errors.As(err, &r) {
		return Problem{Path: where, Reason: r.reason, Mend: r.mend, LeftOut: true}
	}
	return Problem{Path: where, Reason: err.Error(), Mend: "report this as a mistake of the program", LeftOut: true}
}

// unread is a refusal for what may pass: the file is tried again at every reading.
type unread struct{ refusal }

func (u unread) Unwrap() error { return u.refusal }

// unreadable makes an unread of err.
func unreadable(err error) error {
	var r refusal
	switch {
	case errors.As(err, &r):
		return unread{r}
	case errors.Is(err, fs.ErrPermission):
		return unread{refusal{"it may not be read", "give this user the right to read it"}}
	}
	return unread{refusal{"it cannot be read: " + cause(err), "check the file and the disk"}}
}

func tooLarge(limit int64) string { return "it is larger than the limit of " + byteCount(limit) }

// cause returns the innermost message of err, without the paths that the others repeat.
func cause(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// isPrintable reports whether a name is valid UTF-8 without control, format or other unseen characters.
func isPrintable(name string) bool {
	return utf8.ValidString(name) && !strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsGraphic(r)
	})
}

// shown returns name as it can be printed on one line.
func shown(name string) string {
	if isPrintable(name) {
		return name
	}
	return strconv.QuoteToGraphic(name)
}

// counted returns n with what it counts.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// byteCount returns n in the largest unit that keeps it at 1 or more.
func byteCount(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.4g GiB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.4g MiB", float64(n)/(1<<20))
	case n >= 1<<10:
		return fmt.Sprintf("%.4g KiB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d bytes", n)
}
