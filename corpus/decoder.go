package corpus

import (
	"encoding/binary"
	"math"
)

// byteDecoder reads values one after another. Once one cannot be read, failed is set and all others are zero.
type byteDecoder struct {
	rest   []byte
	failed bool
}

func (d *byteDecoder) take(n int) []byte {
	if n < 0 || n > len(d.rest) {
		d.failed, d.rest = true, nil
		return nil
	}
	b := d.rest[:n:n]
	d.rest = d.rest[n:]
	return b
}

func (d *byteDecoder) byte() byte {
	if b := d.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (d *byteDecoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 {
		n = -1
	}
	if d.take(n) == nil {
		return 0
	}
	return v
}

func (d *byteDecoder) varint() int64 {
	v := d.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// int returns a number from 0 to 2³¹-1.
func (d *byteDecoder) int() int {
	v := d.uvarint()
	if v > math.MaxInt32 {
		d.take(-1)
		return 0
	}
	return int(v)
}

// count returns the number of things of which each takes at least so many bytes.
func (d *byteDecoder) count(bytes int) int {
	n := d.int()
	if n > len(d.rest)/bytes {
		d.take(-1)
		return 0
	}
	return n
}

func (d *byteDecoder) uint64() uint64 {
	if b := d.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (d *byteDecoder) string() string { return string(d.take(d.int())) }
