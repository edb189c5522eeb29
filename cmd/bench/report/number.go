package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// absent stands where nothing was measured.
const absent = "–"

// measured is a number that may be missing.
type measured struct {
	v  float64
	ok bool
}

func known(v float64) measured { return measured{v, true} }

// over returns m divided by o; missing where either is, or o is 0.
func (m measured) over(o measured) measured {
	if !m.ok || !o.ok || o.v == 0 {
		return measured{}
	}
	return known(m.v / o.v)
}

// minus returns m less o.
func (m measured) minus(o measured) measured { return measured{m.v - o.v, m.ok && o.ok} }

// String returns two or three significant digits, with commas between thousands.
func (m measured) String() string {
	if !m.ok {
		return absent
	}
	switch size := math.Abs(m.v); {
	case size == 0:
		return "0"
	case size < .1:
		return trimmed(m.v, 1-int(math.Floor(math.Log10(size))))
	case size < 10:
		return trimmed(m.v, 2)
	case size < 100:
		return trimmed(m.v, 1)
	}
	return thousands(int64(math.Round(m.v)))
}

// times returns a ratio as a factor.
func (m measured) times() string {
	if !m.ok {
		return absent
	}
	return m.String() + " ×"
}

// percent returns a share as a percentage.
func (m measured) percent() string {
	if !m.ok {
		return absent
	}
	return measured{m.v * 100, true}.String() + " %"
}

// plain writes a bound as people do: without noughts behind the point.
func plain(s string) string { return strings.Replace(s, ".00", "", 1) }

func trimmed(v float64, digits int) string { return strconv.FormatFloat(v, 'f', digits, 64) }

// thousands returns a number with commas between thousands.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// round returns a large number in words of one or two digits, such as "34 million".
func round(n float64) string {
	switch {
	case math.IsInf(n, 1) || n >= 1e11:
		return "beyond reckoning"
	case n >= 1e9:
		return known(n/1e9).short() + " billion"
	case n >= 1e6:
		return known(n/1e6).short() + " million"
	}
	scale := math.Pow(10, math.Floor(math.Log10(n))-1)
	return thousands(int64(math.Round(n/scale) * scale))
}

// short returns a number of at most four digits with two significant ones.
func (m measured) short() string {
	if m.v >= 10 {
		return fmt.Sprintf("%.0f", m.v)
	}
	return fmt.Sprintf("%.1f", m.v)
}

// table writes a Markdown table.
type table struct{ b *strings.Builder }

func newTable(b *strings.Builder, heads ...string) table {
	t := table{b}
	t.row(heads...)
	t.row(strings.Split(strings.TrimSuffix(strings.Repeat("---|", len(heads)), "|"), "|")...)
	return t
}

func (t table) row(cells ...string) {
	t.b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

func (t table) end() { t.b.WriteString("\n") }
