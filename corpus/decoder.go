package corpus

import (
	"encoding/binary"
	"math"
)

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// decoder reads values one after another. Once one cannot be read, failed is set and all others are zero.
type decoder struct {
	rest   []byte
	failed bool
}

func (d *decoder) take(n int) []byte {
	if n < 0 || n > len(d.rest) {
		d.failed, d.rest = true, nil
		return nil
	}
	b := d.rest[:n:n]
	d.rest = d.rest[n:]
	return b
}

func (d *decoder) byte() byte {
	if b := d.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (d *decoder) uvarint() uint64 {
	v, n := binary.Uvarint(d.rest)
	if n <= 0 {
		n = -1
	}
	if d.take(n) == nil {
		return 0
	}
	return v
}

func (d *decoder) varint() int64 {
	v := d.uvarint()
	return int64(v>>1) ^ -int64(v&1)
}

// int returns a number from 0 to 2³¹-1.
func (d *decoder) int() int {
	v := d.uvarint()
	if v > math.MaxInt32 {
		d.take(-1)
		return 0
	}
	return int(v)
}

// count returns the number of things of which each takes at least so many bytes.
func (d *decoder) count(bytes int) int {
	n := d.int()
	if n > len(d.rest)/bytes {
		d.take(-1)
		return 0
	}
	return n
}

func (d *decoder) uint64() uint64 {
	if b := d.take(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}

func (d *decoder) string() string { return string(d.take(d.int())) }
