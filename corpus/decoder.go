package corpus

import (
	"encoding/binary"
	"errors"
	"math"
)

// What is kept on disk is written as variable-length numbers, and as strings with their length before them.

func appendNumber(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

func appendString(b []byte, s string) []byte { return append(appendNumber(b, len(s)), s...) }

func appendStrings(b []byte, list []string) []byte {
	b = appendNumber(b, len(list))
	for _, s := range list {
		b = appendString(b, s)
	}
	return b
}

// errCode is the error of bytes that the append functions have not written.
var errCode = errors.New("it is not in the format of this version")

// decoder reads what the append functions wrote. From the first thing that is wrong on it is bad, and reads nothing but
// zeros. Strings are parts of the one that it reads.
type decoder struct {
	rest string
	bad  bool
}

// fail makes the decoder bad.
func (d *decoder) fail() { d.rest, d.bad = "", true }

// uvarint reads a number that may be of any size, without a sign.
func (d *decoder) uvarint() (n uint64) {
	for i := range min(len(d.rest), binary.MaxVarintLen64) {
		c := d.rest[i]
		n |= uint64(c&0x7f) << (7 * i)
		if c >= 0x80 {
			continue
		}
		if i == binary.MaxVarintLen64-1 && c > 1 {
			break
		}
		d.rest = d.rest[i+1:]
		return n
	}
	d.fail()
	return 0
}

// varint reads a number that may be of any size, with its sign, as [binary.AppendVarint] writes it.
func (d *decoder) varint() int64 {
	n := d.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}

// number reads a number from 0 to most.
func (d *decoder) number(most int) int {
	n := d.uvarint()
	if n > uint64(most) {
		d.fail()
		return 0
	}
	return int(n)
}

// any reads a number that is not negative.
func (d *decoder) any() int { return d.number(math.MaxInt) }

// count reads how many things follow, each of size bytes or more.
func (d *decoder) count(size int) int { return d.number(len(d.rest) / size) }

// fixed reads a number of a fixed size in bytes, 8 at most.
func (d *decoder) fixed(size int) (n uint64) {
	s := d.take(size)
	for i := range len(s) {
		n |= uint64(s[i]) << (8 * i)
	}
	return n
}

// take reads n bytes.
func (d *decoder) take(n int) string {
	if n > len(d.rest) {
		d.fail()
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

// text reads a string.
func (d *decoder) text() string { return d.take(d.count(1)) }

// leadingText returns the string that a record begins with: the id of a card, the text of a body.
func leadingText(record []byte) (string, error) {
	size, n := binary.Uvarint(record)
	if n <= 0 || size > uint64(len(record)-n) {
		return "", errCode
	}
	return string(record[n:][:size]), nil
}

// texts reads a list of strings.
func (d *decoder) texts() []string {
	n := d.count(1)
	if n == 0 {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = d.text()
	}
	return list
}

// end returns an error unless everything has been read and was right.
func (d *decoder) end() error {
	if d.bad || d.rest != "" {
		return errCode
	}
	return nil
}
