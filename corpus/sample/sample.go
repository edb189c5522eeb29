// Package sample is the corpus that pullquote answers from until it is given one: five briefs on the unrest in
// Kazakhstan in January 2022.
//
// Each brief sums up one published report. The sentences were written for this project, so that quoting them is free
// for everyone; the figures, names and dates are those of the report, which is named as publisher and dated only where
// it says so itself. The reports contradict each other, and so do the briefs: that is what they are here to show.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed briefs
var briefs embed.FS

// Files returns the documents and, in sources.yaml, what is known about them.
func Files() fs.FS {
	files, err := fs.Sub(briefs, "briefs")
	if err != nil {
		panic(err) // the name is a constant and valid
	}
	return files
}
