package figure

import (
	"math"
	"time"

	"pullquote/corpus"
)

// Words that count from the day of publication: "yesterday", "last week", "Thursday". Without that day they are dates
// whose words alone are known. A weekday may be the last or, of an announcement, the next one: both are in its
// interval, and Date is the last one, since reports mostly tell of the past.

// bareDay reads "on the 8th": a day whose month is said elsewhere.
func (s *scan) bareDay(i int) (dated, int) {
	if !s.is(i, "the") || !s.is(i-1, "on", "by", "until", "since", "till", "from") {
		return dated{}, i
	}
	n, next := s.dayNumber(i + 1)
	if next != i+3 || !s.stopsAfter(next) {
		return dated{}, i
	}
	return dated{corpus.Date{Day: n}, math.Inf(-1), math.Inf(1)}, next
}

// stopsAfter reports whether no noun follows, as it does in "on the 8th floor".
func (s *scan) stopsAfter(i int) bool {
	t := s.at(i)
	return t.kind != word || s.words.stops[t.low] || t.upper
}

// relativeDate reads a day, week, month or year relative to the reference, or a weekday.
func (s *scan) relativeDate(i int) (Figure, int) {
	if n, ok := s.words.relative[s.low(i)]; ok {
		return s.unresolved(i, i+1, n, n), i + 1
	}
	if n, ok := s.words.last[s.low(i)]; ok && !s.is(i-1, "the", "at", "its", "his", "their", "her") {
		if f, next := s.lastPeriod(i, n); next > i {
			return f, next
		}
	}
	return s.weekday(i)
}

// lastPeriod reads "last week" and "last Thursday"; n is -1, 0 or 1 for last, this, next.
func (s *scan) lastPeriod(i, n int) (Figure, int) {
	low := s.low(i + 1)
	if w, ok := s.words.weekdays[low]; ok {
		f, _ := s.weekdayFigure(i, i+2, w)
		return f, i + 2
	}
	length, ok := s.words.durations[low]
	if !ok || length < day || length > year {
		return Figure{}, i
	}
	f := s.unresolved(i, i+2, 0, 0)
	if s.reference.Day == 0 {
		return f, i + 2
	}
	from := civilDate(s.reference)
	switch length {
	case week:
		monday := from.AddDate(0, 0, -(int(from.Weekday())+6)%7+7*n)
		f.Low, f.High, f.Date = dayNumberOf(monday), dayNumberOf(monday)+6, dateOf(monday)
	case month:
		m := time.Date(from.Year(), from.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		f.Date = corpus.Date{Year: m.Year(), Month: m.Month()}
		f.Low, f.High, _ = days(f.Date)
	case year:
		f.Date = corpus.Date{Year: from.Year() + n}
		f.Low, f.High, _ = days(f.Date)
	default:
		return Figure{}, i
	}
	f.words = ""
	return f, i + 2
}

// unresolved is the date n days to m days from the reference, or one of which only the words are known.
func (s *scan) unresolved(i, end, n, m int) Figure {
	f := s.spanning(Figure{Kind: Date, Interval: Interval{Low: math.Inf(-1), High: math.Inf(1)}}, i, end)
	if s.reference.Day == 0 {
		f.words = s.normal(f.Span)
		return f
	}
	from := civilDate(s.reference)
	f.Date = dateOf(from.AddDate(0, 0, n))
	f.Low, f.High = dayNumberOf(from)+float64(n), dayNumberOf(from)+float64(m)
	return f
}

// weekday reads the name of a day that is not part of another name, as in "Black Friday".
func (s *scan) weekday(i int) (Figure, int) {
	t := s.at(i)
	w, ok := s.words.weekdays[t.low]
	if !ok || s.words.plurals && (!t.upper || len(t.low) < 6) {
		return Figure{}, i
	}
	before, after := s.at(i-1), s.at(i+1)
	if before.upper && dayNames[before.low] {
		return Figure{}, i + 1
	}
	if after.upper && after.kind == word && nameAfterDay[after.low] {
		return Figure{}, i + 2
	}
	return s.weekdayFigure(i, i+1, w)
}

var (
	dayNames     = set("black bloody good easter palm ash cyber super holy casual freaky shrove maundy joe tuesday")
	nameAfterDay = set("times telegraph post mail express magazine review world mirror school night nights herald")
)

func (s *scan) weekdayFigure(i, end int, w time.Weekday) (Figure, int) {
	f := s.unresolved(i, end, 0, 0)
	if f.words != "" {
		return f, end
	}
	from := civilDate(s.reference)
	back := (int(from.Weekday()) - int(w) + 7) % 7
	last := from.AddDate(0, 0, -back)
	f.Date = dateOf(last)
	f.Low, f.High = dayNumberOf(last), dayNumberOf(last)+7
	if i+1 < end { // last Thursday, next Thursday: a week either way
		f.Low -= 7
	}
	f.Approximate = true
	return f, end
}

func civilDate(d corpus.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

func dateOf(t time.Time) corpus.Date {
	return corpus.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}

func dayNumberOf(t time.Time) float64 { return float64(t.Unix() / (24 * 60 * 60)) }
