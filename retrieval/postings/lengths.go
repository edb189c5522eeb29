package postings

import "fmt"

// lengths are the lengths of passages, by their numbers.
type lengths struct{ class [fields][]class }

func (l *lengths) count() int { return len(l.class[Text]) }

func (l *lengths) add(text, title int) {
	l.class[Text] = append(l.class[Text], classOf(text))
	l.class[Title] = append(l.class[Title], classOf(title))
}

// encode returns the classes of the texts, then those of the titles.
func (l *lengths) encode() []byte {
	out := make([]byte, 0, int(fields)*l.count())
	return append(append(out, l.class[Text]...), l.class[Title]...)
}

// decodeLengths reads what encode returned. It keeps data.
func decodeLengths(data []byte) (lengths, error) {
	n := len(data) / int(fields)
	if len(data) != n*int(fields) {
		return lengths{}, fmt.Errorf("%s: %d bytes are no whole number of passages", lengthsName, len(data))
	}
	return lengths{[fields][]class{data[:n:n], data[n:]}}, nil
}

// shortest returns the smallest class of a field of a part of the passages that have it.
func shortest(classes []class) class {
	least := class(0)
	for _, c := range classes {
		if c > 0 && (least == 0 || c < least) {
			least = c
		}
	}
	return least
}
