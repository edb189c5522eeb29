package figure

import "strings"

// Seven readers are tried in turn at every token, each with rules of its own, and at most words none of them has anything
// to read. So every vocabulary knows of each word which readers can begin with it, and only those are tried. A digit may
// begin anything but an age; what is neither a digit nor a word that is listed here begins nothing.

// readings are the readers that a token can begin, one bit for each.
type readings uint8

const (
	readsMark readings = 1 << iota
	readsDate
	readsClock
	readsAge
	readsFraction
	readsRank
	readsQuantity
)

// readers are in this order because a date is made of numbers and a mark may look like a year.
var readers = [...]struct {
	readings
	read func(*scan, int) (Figure, int)
}{
	{readsMark, (*scan).mark}, {readsDate, (*scan).date}, {readsClock, (*scan).clock}, {readsAge, (*scan).age},
	{readsFraction, (*scan).fraction}, {readsRank, (*scan).rank}, {readsQuantity, (*scan).quantity},
}

// begunBy returns the readers that t can begin.
func (v *vocabulary) begunBy(t *token) readings {
	if t.kind == digits {
		return readsMark | readsDate | readsClock | readsFraction | readsRank | readsQuantity
	}
	begun := v.begins[t.low]
	if v.inner != "" && strings.Contains(t.low, v.inner) {
		begun |= readsQuantity // sechsundzwanzig
	}
	return begun
}

// indexed returns v with the words that can begin a figure.
func (v vocabulary) indexed() vocabulary {
	v.begins = map[string]readings{}
	v.beginWith(readsMark, "[", "(", "+")
	v.beginWith(readsDate, "the")
	v.beginWith(readsClock|readsQuantity, "midnight", "noon", "midday")
	v.beginWith(readsAge, v.aged...)
	v.beginWith(readsFraction|readsQuantity, v.half...)
	begin(&v, readsDate, v.dateQualifiers)
	begin(&v, readsDate, v.weekdays)
	begin(&v, readsDate, v.months)
	begin(&v, readsDate, v.relative)
	begin(&v, readsDate, v.last)
	begin(&v, readsDate, v.eras)
	begin(&v, readsDate|readsQuantity, v.between)
	begin(&v, readsDate|readsRank, v.ordinals)
	begin(&v, readsDate|readsFraction|readsRank|readsQuantity, v.ones)
	begin(&v, readsFraction|readsQuantity, v.qualifiers)
	begin(&v, readsFraction|readsQuantity, v.article)
	begin(&v, readsFraction, v.shares)
	begin(&v, readsQuantity, v.magnitudes)
	begin(&v, readsQuantity, v.few)
	begin(&v, readsQuantity, v.scales)
	begin(&v, readsQuantity, dollars)
	begin(&v, readsQuantity, currencySigns)
	for code := range currencyCodes {
		v.beginWith(readsQuantity, strings.ToLower(code))
	}
	return v
}

// begin notes that the words of a table can begin a reading.
func begin[V any](v *vocabulary, r readings, words map[string]V) {
	for w := range words {
		v.begins[w] |= r
	}
}

func (v *vocabulary) beginWith(r readings, words ...string) {
	for _, w := range words {
		v.begins[w] |= r
	}
}
