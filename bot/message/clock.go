package message

import (
	"fmt"
	"time"
)

// timeText returns a time as people write it, to the minute: "22 Nov 2026, 09:06 UTC".
func timeText(t time.Time) string {
	t = t.UTC()
	return fmt.Sprintf(phraseTime, t.Day(), months[t.Month()], t.Year(), t.Hour(), t.Minute())
}

// durationText returns a duration as people write it, in the unit that suits it: "340 ms", "1.2 s", "2 min 5 s".
func durationText(d time.Duration) string {
	switch ms, s := d.Round(time.Millisecond).Milliseconds(), int(d.Round(time.Second).Seconds()); {
	case ms < 1000:
		return fmt.Sprintf(phraseMilliseconds, ms)
	case d < time.Minute-50*time.Millisecond:
		return fmt.Sprintf(phraseSeconds, d.Seconds())
	default:
		return fmt.Sprintf(phraseMinutes, s/60, s%60)
	}
}
