package figure

import "strings"

// Seven readers are tried in turn at every token, each with rules of its own, and at most words none of them has anything
// to read. So every vocabulary knows of each word which readers can begin with it and, where it begins nothing by itself,
// such as "in" and "a", what must follow; only those readers are tried, and only there. A digit may begin anything but an
// age; what is neither a digit nor a word that is listed here begins nothing.

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

// beginning is what a word can begin.
type beginning struct {
	readings
	alone bool            // whatever follows
	next  map[string]bool // the words of which one must follow where it does not begin alone
	count bool            // digits may follow as well
}

// begunBy returns the readers that token i can begin.
func (s *scan) begunBy(i int) readings {
	t := &s.toks[i]
	if t.kind == digits {
		return readsMark | readsDate | readsClock | readsFraction | readsRank | readsQuantity
	}
	if s.words.inner != "" && strings.Contains(t.low, s.words.inner) {
		return readsQuantity | s.words.begins[t.low].readings // sechsundzwanzig
	}
	b, known := s.words.begins[t.low]
	if known && (b.alone || b.next[s.low(i+1)] || b.count && s.at(i+1).kind == digits) {
		return b.readings
	}
	return 0
}

// indexed returns v with the words that can begin a figure.
func (v vocabulary) indexed() vocabulary {
	v.begins = map[string]beginning{}
	v.begin(readsMark, "[", "(", "+")
	v.begin(readsClock|readsQuantity, "midnight", "noon", "midday")
	v.begin(readsAge, v.aged...)
	v.begin(readsFraction|readsQuantity, v.half...)
	v.begin(readsDate, keys(v.weekdays)...)
	v.begin(readsDate, keys(v.relative, v.last)...)
	v.begin(readsDate, keys(v.months)...)
	v.begin(readsDate, keys(v.eras)...)
	v.begin(readsDate|readsQuantity, keys(v.between)...)
	v.begin(readsDate|readsRank, keys(v.ordinals)...)
	v.begin(readsDate|readsFraction|readsRank|readsQuantity, keys(v.ones)...)
	v.begin(readsFraction, keys(v.shares)...)
	v.begin(readsQuantity, keys(v.magnitudes, v.few)...)
	v.begin(readsQuantity, keys(v.scales)...)
	v.begin(readsQuantity, keys(currencySigns)...)
	for code := range currencyCodes {
		v.begin(readsQuantity, strings.ToLower(code))
	}
	for letters := range dollars {
		v.beginBefore(readsQuantity, letters, "$")
	}
	v.begins["the"] = beginning{readings: readsDate, count: true} // on the 8th
	v.beginPhrases(readsDate, v.dateQualifiers)
	v.beginPhrases(readsFraction|readsQuantity, v.qualifiers)
	for a := range v.article {
		v.beginBefore(readsFraction|readsQuantity, a, "quarter", "-", "–", "—", "‑", "−")
		v.beginBefore(readsFraction|readsQuantity, a, v.half...)
		v.beginBefore(readsFraction|readsQuantity, a, keys(v.few)...)
		v.beginBefore(readsFraction|readsQuantity, a, keys(v.shares, v.scales, v.durations)...)
	}
	return v
}

// begin notes what words can begin alone.
func (v *vocabulary) begin(r readings, words ...string) {
	for _, w := range words {
		b := v.begins[w]
		b.readings, b.alone = b.readings|r, true
		v.begins[w] = b
	}
}

// beginBefore notes what a word can begin before others.
func (v *vocabulary) beginBefore(r readings, word string, next ...string) {
	b := v.begins[word]
	if b.next == nil {
		b.next = map[string]bool{}
	}
	b.readings |= r
	for _, w := range next {
		b.next[w] = true
	}
	v.begins[word] = b
}

// beginPhrases notes what phrases can begin.
func (v *vocabulary) beginPhrases(r readings, p phrases) {
	for first, all := range p {
		for _, q := range all {
			if len(q.words) == 1 {
				v.begin(r, first)
			} else {
				v.beginBefore(r, first, q.words[1])
			}
		}
	}
}

// keys returns the words of tables.
func keys[V any](tables ...map[string]V) []string {
	var all []string
	for _, t := range tables {
		for w := range t {
			all = append(all, w)
		}
	}
	return all
}
