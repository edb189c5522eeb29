package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// console is where the program reads and writes, and how text for people is laid out there.
type console struct {
	in       io.Reader
	out, err io.Writer
	// asks is true when a person types the input and reads the output, so that a prompt is of use.
	asks bool
	// watches is true when a person sees err, so that progress is of use.
	watches bool
	page    page
}

// page says how text for people is laid out.
type page struct {
	// width is the number of columns, at least leastWidth.
	width int
	// styled is true where bold, colours and underlines may be used.
	styled bool
}

// Columns of a page: what is assumed, what is needed for one word beside a bar, and beyond what lines are hard to read.
const (
	usualWidth = 80
	leastWidth = 20
	mostWidth  = 120
)

func newConsole(in, out, err *os.File, s settings) console {
	toPerson := isTerminal(out)
	return console{
		in: in, out: out, err: err,
		asks:    isTerminal(in) && toPerson,
		watches: isTerminal(err),
		page:    newPage(toPerson, terminalWidth(out), s),
	}
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// terminalWidth returns the columns of the terminal behind f, 0 where there is none.
func terminalWidth(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// newPage lays a page out for an output with the given number of columns, 0 where that is not known.
func newPage(toTerminal bool, columns int, s settings) page {
	if columns <= 0 {
		columns, _ = strconv.Atoi(s.get("COLUMNS"))
	}
	if columns <= 0 {
		columns = usualWidth
	}
	return page{
		width:  min(max(columns, leastWidth), mostWidth),
		styled: toTerminal && s.get("NO_COLOR") == "" && s.get("TERM") != "dumb",
	}
}
