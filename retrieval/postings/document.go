package postings

import (
	"strconv"
	"strings"

	index "github.com/blevesearch/bleve_index_api"
)

// document is a passage as bleve takes it: fields whose terms are known already, so that bleve neither maps nor analyses
// anything.
type document struct {
	number int
	fields []*field
}

// newDocument puts the terms of a passage into fields.
func newDocument(number int, p Passage) *document {
	d := &document{number: number}
	d.add(Text.name(p.Language), p.Text)
	d.add(Title.name(p.Language), p.Title)
	return d
}

// add adds a field, if it has a term.
func (d *document) add(name string, all []Occurring) {
	if len(all) == 0 {
		return
	}
	f := &field{name: name, terms: make(index.TokenFrequencies, len(all))}
	for _, o := range all {
		for tier := 0; tier < len(tiers) && o.Times >= tiers[tier]; tier++ {
			f.terms[tiered(o.Term, tier)] = once
		}
	}
	d.fields = append(d.fields, f)
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

// AddIDField adds the number as a field of its own, which is stored too: bleve numbers the documents of a batch in no order.
func (d *document) AddIDField() {
	id := d.ID()
	d.fields = append(d.fields, &field{name: "_id", value: []byte(id), terms: index.TokenFrequencies{id: once}})
}

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
