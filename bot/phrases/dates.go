package phrases

import (
	"fmt"
	"strconv"
	"time"
)

// Dates is how dates, times and durations are written.
type Dates struct {
	// Day is a date: the day, the month's name and the year.
	Day Gaps3[int, string, int]
	// Months are the short names of the months as they stand in a date, Alone as they stand before a year.
	Months, Alone [12]string
	// Durations, in the unit that suits them.
	Milliseconds Gap[int]
	Seconds      Gap[float64]
	Minutes      Gaps[int, int]
}

// Date writes a date as precisely as it is known: day is 0 where it is not, and month where only the year is.
func (d Dates) Date(year int, month time.Month, day int) string {
	switch {
	case month < time.January || month > time.December:
		return strconv.Itoa(year)
	case day == 0:
		return d.Alone[month-1] + " " + strconv.Itoa(year)
	}
	return d.Day.With(day, d.Months[month-1], year)
}

// Time writes a time to the minute: "22 Nov 2026, 09:06 UTC".
func (d Dates) Time(t time.Time) string {
	t = t.UTC()
	return d.Date(t.Date()) + fmt.Sprintf(", %02d:%02d UTC", t.Hour(), t.Minute())
}

// Duration writes a duration in the unit that suits it: "340 ms", "1.2 s", "2 min 5 s".
func (d Dates) Duration(t time.Duration) string {
	switch ms, s := int(t.Round(time.Millisecond).Milliseconds()), int(t.Round(time.Second).Seconds()); {
	case ms < 1000:
		return d.Milliseconds.With(ms)
	case t < time.Minute-50*time.Millisecond:
		return d.Seconds.With(t.Seconds())
	default:
		return d.Minutes.With(s/60, s%60)
	}
}
