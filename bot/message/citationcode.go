package message

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"pullquote/corpus"
)

// How citations are written: base64url without padding of a version byte and one record for each citation,
//
//	3 bytes   hash of the document's id
//	4 bytes   hash of the document's text, of the quote's place and of its words
//	uvarint   where the quote begins, in bytes of the text
//	uvarint   source number << 4 | number of sentences, 1 to 15; 0 means that the number follows
//	uvarint   number of sentences, only then
//
// so that most take 10 to 12 bytes and a custom_id holds about seven. The hash of 4 bytes makes sure that a citation is
// read back as the very words that were cited: other words pass for them once in four thousand million times. There is one way to write a list of citations;
// every other is refused.
const (
	codeVersion  = 2
	codeLimit    = 100
	hashesLength = 7
	countBits    = 4
	shortCounts  = 1<<countBits - 1
)

var errTruncated = errors.New("the code is cut short")

// record is a citation as it is written.
type record struct {
	id                uint32 // hashID of the document
	quote             uint32 // hashQuote of the quote
	start             uint64
	source, sentences uint64
}

func recordOf(c Citation) (r record, ok bool) {
	_, first, last, ok := sentencesOf(c.Quote)
	if !ok || c.Source < 1 || c.Source > math.MaxInt32 {
		return record{}, false
	}
	d := c.Quote.Document()
	return record{
		id: hashID(d.ID()), quote: hashQuote(c.Quote), start: uint64(c.Quote.Span().Start),
		source: uint64(c.Source), sentences: uint64(last - first),
	}, true
}

// hashID returns 24 bits of a hash of an id: FNV-1a, folded. It is fast because every id of a corpus is hashed to find
// one.
func hashID(id string) uint32 {
	const offset, prime = 2166136261, 16777619
	h := uint32(offset)
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * prime
	}
	return (h>>24 ^ h) & 0xffffff
}

// hashQuote returns 32 bits of a hash of the document's text, the quote's place in it and the quote's words.
func hashQuote(q corpus.Quote) uint32 {
	h := sha256.New()
	fmt.Fprintf(h, "%s %d %d %s", q.Document().SHA256(), q.Span().Start, q.Span().End, q.Text())
	return binary.BigEndian.Uint32(h.Sum(nil))
}

func writeCode(records []record) string {
	b := []byte{codeVersion}
	for _, r := range records {
		b = r.append(b)
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func (r record) append(b []byte) []byte {
	b = append(b, byte(r.id>>16), byte(r.id>>8), byte(r.id))
	b = binary.BigEndian.AppendUint32(b, r.quote)
	b = binary.AppendUvarint(b, r.start)
	if r.sentences <= shortCounts {
		return binary.AppendUvarint(b, r.source<<countBits|r.sentences)
	}
	return binary.AppendUvarint(binary.AppendUvarint(b, r.source<<countBits), r.sentences)
}

// readCode is the inverse of writeCode for one record or more.
func readCode(code string) ([]record, error) {
	if len(code) > codeLimit {
		return nil, fmt.Errorf("the code has %d characters, the limit is %d", len(code), codeLimit)
	}
	b, err := base64.RawURLEncoding.DecodeString(code)
	switch {
	case err != nil:
		return nil, err
	case len(b) < 2:
		return nil, errTruncated
	case b[0] != codeVersion:
		return nil, fmt.Errorf("the code has version %d, want %d", b[0], codeVersion)
	}
	var records []record
	for rest := b[1:]; len(rest) > 0; {
		var r record
		if r, rest, err = readRecord(rest); err != nil {
			return nil, fmt.Errorf("citation %d: %w", len(records), err)
		}
		records = append(records, r)
	}
	if writeCode(records) != code {
		return nil, errors.New("the code is not written in the shortest way")
	}
	return records, nil
}

// readRecord reads the record that b begins with and returns what follows it.
func readRecord(b []byte) (r record, rest []byte, err error) {
	if len(b) < hashesLength {
		return record{}, nil, errTruncated
	}
	r.id = uint32(b[0])<<16 | uint32(b[1])<<8 | uint32(b[2])
	r.quote = binary.BigEndian.Uint32(b[3:])
	var numbered uint64
	if r.start, rest, err = readUvarint(b[hashesLength:]); err != nil {
		return record{}, nil, err
	}
	if numbered, rest, err = readUvarint(rest); err != nil {
		return record{}, nil, err
	}
	r.source, r.sentences = numbered>>countBits, numbered&shortCounts
	if r.sentences == 0 {
		r.sentences, rest, err = readUvarint(rest)
	}
	if err == nil && (r.source < 1 || r.source > math.MaxInt32 || r.sentences < 1) {
		err = errors.New("there is no such source or no sentence")
	}
	return r, rest, err
}

func readUvarint(b []byte) (n uint64, rest []byte, err error) {
	n, size := binary.Uvarint(b)
	if size <= 0 {
		return 0, nil, errTruncated
	}
	return n, b[size:], nil
}
