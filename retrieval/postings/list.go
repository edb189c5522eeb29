package postings

import (
	"github.com/RoaringBitmap/roaring/v2"
)

// list is the posting list of a clause in a segment, read from its beginning to its end.
type list struct {
	clause  int  // of the query
	isWhole bool // it is of all passages that hold the term, however often
	field   Field
	classes []class // of the field, by bleve's number
	worth   *worths
	most    uint32 // the most that a posting adds
	count   int

	bitmap *roaring.Bitmap // nil: one alone
	one    uint32

	rest []uint32 // what was decoded and not read yet
	more roaring.ManyIntIterable
	room []uint32
}

// decoded is how many postings are decoded at once.
const decoded = 256

// none is the number behind the last posting.
const none = ^uint32(0)

// start begins to read the list.
func (l *list) start() {
	l.room = make([]uint32, decoded)
	if l.bitmap == nil {
		l.rest = append(l.room[:0], l.one)
		return
	}
	l.more = l.bitmap.ManyIterator()
	l.fill()
}

func (l *list) fill() { l.rest = l.room[:l.more.NextMany(l.room)] }

// next returns the next posting that is not read yet, none if there is none.
func (l *list) next() uint32 {
	if len(l.rest) == 0 {
		return none
	}
	return l.rest[0]
}

// addTo adds what the postings before end are worth to the scores of a window.
func (l *list) addTo(w *window, end uint32) {
	for len(l.rest) > 0 {
		n := 0
		for n < len(l.rest) && l.rest[n] < end {
			w.add(l.rest[n], l.worth[l.classes[l.rest[n]]])
			n++
		}
		if l.rest = l.rest[n:]; len(l.rest) > 0 || l.more == nil {
			return
		}
		l.fill()
	}
}

// has reports whether the list holds a passage.
func (l *list) has(number uint32) bool {
	if l.bitmap == nil {
		return l.one == number
	}
	return l.bitmap.Contains(number)
}
