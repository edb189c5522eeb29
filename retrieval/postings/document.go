package postings

import (
	"strconv"
	"strings"

	index "github.com/blevesearch/bleve_index_api"
)

// document is a passage as bleve takes it: fields whose terms are known already, so that bleve neither maps nor analyses
// anything.
type document struct {
	number  int
	fields  []*field
	indexed [fields]field
}

// set makes the document that of a passage. It may have been another's.
func (d *document) set(number int, p Passage) {
	d.number, d.fields = number, d.fields[:0]
	for f, terms := range [fields][]Occurring{Text: p.Text, Title: p.Title} {
		if len(terms) > 0 {
			d.indexed[f].set(Field(f).name(p.Language), terms)
			d.fields = append(d.fields, &d.indexed[f])
		}
	}
}

func (f *field) set(name string, all []Occurring) {
	f.name = name
	if f.terms == nil {
		f.terms = make(index.TokenFrequencies, len(all))
	}
	clear(f.terms)
	for _, o := range all {
		for tier := 0; tier < len(tiers) && o.Times >= tiers[tier]; tier++ {
			f.terms[tiered(o.Term, tier)] = once
		}
	}
}

// tiered returns the name of the list of passages that hold a term often enough for a tier.
func tiered(term string, tier int) string {
	if tier == 0 {
		return term
	}
	var b strings.Builder
	b.Grow(len(term) + 2)
	b.WriteString(term)
	b.WriteByte(0) // no term has one
	b.WriteByte('0' + byte(tier))
	return b.String()
}

// once is what bleve is told of every posting: the tiers say how often. bleve does not change it.
var once = func() *index.TokenFreq {
	f := &index.TokenFreq{}
	f.SetFrequency(1)
	return f
}()

// ID returns the passage's number.
func (d *document) ID() string { return strconv.Itoa(d.number) }

// AddIDField adds the number as the value of a field, because bleve numbers the documents of a batch in no order. Nobody
// looks for a passage by its number, so all have the same term there: terms of their own would take as much time as a
// tenth of their text.
func (d *document) AddIDField() {
	d.fields = append(d.fields, &field{name: "_id", value: strconv.AppendInt(nil, int64(d.number), 10), terms: sameID})
}

// sameID is the term of all passages in the field of their numbers.
var sameID = index.TokenFrequencies{"": once}

// VisitFields calls visit for every field.
func (d *document) VisitFields(visit index.FieldVisitor) {
	for _, f := range d.fields {
		visit(f)
	}
}

// The rest of what bleve asks of a document has no meaning for a passage.

func (d *document) Size() int                                  { return 0 }
func (d *document) VisitComposite(index.CompositeFieldVisitor) {}
func (d *document) HasComposite() bool                         { return false }
func (d *document) NumPlainTextBytes() uint64                  { return 0 }
func (d *document) StoredFieldsBytes() uint64                  { return 0 }
func (d *document) Indexed() bool                              { return true }

// field is a field of a document: terms, and perhaps a value that is stored.
type field struct {
	name  string
	terms index.TokenFrequencies
	value []byte
}

func (f *field) Name() string             { return f.name }
func (f *field) Value() []byte            { return f.value }
func (f *field) ArrayPositions() []uint64 { return nil }
func (f *field) EncodedFieldType() byte   { return 't' }
func (f *field) Analyze()                 {}

// Options says that terms are indexed and the number is stored too.
func (f *field) Options() index.FieldIndexingOptions {
	if f.value != nil {
		return index.IndexField | index.StoreField
	}
	return index.IndexField
}

// AnalyzedLength is 1 for every field: bleve's norms are not used, and a 1 takes the least room.
func (f *field) AnalyzedLength() int { return 1 }

func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.terms }
func (f *field) NumPlainTextBytes() uint64                        { return 0 }
