package retrieval

import (
	"maps"

	"pullquote/retrieval/postings"
)

// losses counts the documents of an edition that are not in the next one, by segment and language. Those that a reading
// replaces are counted aside while it goes on, unless they are many: then it is likely that nothing of their segment stays,
// and they need not be counted. What is counted is the same in any order.
type losses struct {
	of      *edition
	counted []bool               // by place: it is, or will be before ahead ends
	gone    []map[string]*census // of each segment
	ahead   chan int             // places; nil as long as none is counted aside
	noted   int                  // how many were sent there
	done    chan error           // of who counts them
}

// mostLostAhead is how many documents are counted before it is known which segments stay.
const mostLostAhead = 2000

func newLosses(e *edition) *losses {
	return &losses{of: e, counted: make([]bool, len(e.snapshot.Documents())), gone: make([]map[string]*census, len(e.segments))}
}

// replace takes note that the document at a place is replaced. It is to be ended.
func (l *losses) replace(place int) {
	if l.noted == mostLostAhead {
		return
	}
	if l.ahead == nil {
		l.ahead, l.done = make(chan int, mostLostAhead), make(chan error, 1)
		go l.countAhead(l.ahead)
	}
	l.counted[place] = true
	l.noted++
	l.ahead <- place
}

func (l *losses) countAhead(places <-chan int) {
	var err error
	defer func() { l.done <- err }()
	defer recoverRead(&err)
	for place := range places {
		l.count(place)
	}
}

// end waits until what was replaced is counted. Where a document cannot be read nothing is counted yet: perhaps its segment
// does not stay. A second time it does nothing.
func (l *losses) end() {
	if l.ahead == nil {
		return
	}
	close(l.ahead)
	l.ahead = nil
	if <-l.done != nil {
		clear(l.counted)
		clear(l.gone)
	}
}

// count counts the document at a place.
func (l *losses) count(place int) {
	d := l.of.snapshot.Documents()[place]
	segment, n := l.of.snapshot.Where(d)
	code := l.of.segments[segment].language[n]
	if l.gone[segment] == nil {
		l.gone[segment] = map[string]*census{}
	}
	c := l.gone[segment][code]
	if c == nil {
		c = newCensus(code, func(string) uint32 { return 0 })
		l.gone[segment][code] = c
	}
	c.document(d, c.titleOf(d), func([]word, postings.Passage) {})
}

// with returns what is lost of a segment: what was before, and those of its documents that are not live now. It panics like
// the methods of documents where one cannot be read. It is called once for a segment, after end.
func (l *losses) with(before map[string]*lexis, segment int, live []bool) map[string]*lexis {
	for n, place := range l.of.places[segment] {
		if place != noPlace && !live[n] && !l.counted[place] {
			l.count(int(place))
		}
	}
	lost := map[string]*lexis{}
	maps.Copy(lost, before)
	for code, c := range l.gone[segment] {
		lost[code] = c.finish().and(lost[code])
	}
	return lost
}
