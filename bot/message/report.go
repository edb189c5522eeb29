package message

import (
	"strings"

	"pullquote/bot/phrases"
)

// attachmentLimit is the most bytes of the lists in a file; Discord takes far larger files, but nobody reads them.
const attachmentLimit = 1 << 20

// report is lines and lists for moderators. In the message lists are shortened until they fit; if they are, the file
// that goes with it has them in full.
type report struct {
	say   *phrases.Catalogue
	lines []string
	lists []list
	// attached is true when there is a file; the message then says so.
	attached bool
}

// list is a heading and entries below it. entry writes the one at index i, 0 <= i < size, with w: in full where w is
// plain, else short enough for a message.
type list struct {
	heading string
	size    int
	entry   func(w Wording, i int) string
}

// add adds a list, if it has entries.
func (r *report) add(l list) {
	if l.size > 0 {
		r.lists = append(r.lists, l)
	}
}

// reply lays the report out. file is the name of the file, should there be one.
func (r *report) reply(file string) Reply {
	shown := r.fit()
	if r.isWhole(shown) {
		return Reply{Content: r.compose(shown)}
	}
	r.attached = true
	return Reply{Content: r.compose(r.fit()), Attachment: &Attachment{Name: file, Text: r.text()}}
}

// isWhole reports whether a message with the given number of entries of each list says all that the file would.
func (r *report) isWhole(shown []int) bool {
	for i, l := range r.lists {
		if shown[i] < l.size {
			return false
		}
		for k := range l.size {
			if withoutIsolates.Replace(Unescape(l.entry(r.inMessage(), k))) != l.entry(r.inFile(), k) {
				return false
			}
		}
	}
	return true
}

// inMessage is the wording of entries in the message, which shortens them.
func (r *report) inMessage() Wording { return Wording{say: r.say, write: oneLine} }

// inFile is the wording of entries in the file.
func (r *report) inFile() Wording {
	return Wording{say: r.say, write: func(s string, _ int) string { return plainLine(s, len(s)) }, plain: true}
}

// withoutIsolates takes off what Wording.inline puts around names.
var withoutIsolates = strings.NewReplacer("\u2068", "", "\u2069", "")

// entriesListed is how many entries of one list a message has at most: more are read in a file.
const entriesListed = 8

// fit returns how many entries of each list the message has. The lists grow in turn, so that a long one does not take
// the room of the others; each is cut off where its next entry does not fit.
func (r *report) fit() []int {
	shown, full := make([]int, len(r.lists)), make([]bool, len(r.lists))
	for grown := true; grown; {
		grown = false
		for i, l := range r.lists {
			if full[i] || shown[i] == min(l.size, entriesListed) {
				continue
			}
			shown[i]++
			if full[i] = Units(r.compose(shown)) > Limit; full[i] {
				shown[i]--
			}
			grown = true
		}
	}
	return shown
}

// compose writes the message with the given number of entries of each list.
func (r *report) compose(shown []int) string {
	lines := append([]string(nil), r.lines...)
	for i, l := range r.lists {
		if shown[i] == 0 {
			continue
		}
		lines = append(lines, "", l.heading)
		for k := range shown[i] {
			lines = append(lines, bullet+l.entry(r.inMessage(), k))
		}
		if more := l.size - shown[i]; more > 0 {
			lines = append(lines, bullet+r.say.Reload.MoreEntries.With(more))
		}
	}
	if r.attached {
		lines = append(lines, smallMark+r.say.Reload.Attached)
	}
	return strings.Join(lines, "\n")
}

// text writes the whole report as plain text. Lists end before the entry with which they would be too long.
func (r *report) text() string {
	var b strings.Builder
	for _, line := range r.lines {
		b.WriteString(strings.ReplaceAll(Unescape(line), boldMark, "") + "\n")
	}
	left := 0
	for _, l := range r.lists {
		if left > 0 {
			left += l.size
			continue
		}
		left = l.writeTo(&b, r.inFile())
	}
	if left > 0 {
		b.WriteString("\n" + r.say.Reload.EntriesLeftOut.Of(left) + "\n")
	}
	return b.String()
}

// writeTo writes a list in the wording w and returns how many of its entries there was no room for.
func (l list) writeTo(b *strings.Builder, w Wording) (left int) {
	b.WriteString("\n" + l.heading + "\n")
	for k := range l.size {
		entry := bullet + l.entry(w, k) + "\n"
		if b.Len()+len(entry) > attachmentLimit {
			return l.size - k
		}
		b.WriteString(entry)
	}
	return 0
}
