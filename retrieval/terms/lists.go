package terms

import "encoding/binary"

// appendLists appends lists of bytes, all behind their sizes.
func appendLists(b []byte, lists [][]byte) []byte {
	for _, l := range lists {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(l)))
	}
	for _, l := range lists {
		b = append(b, l...)
	}
	return b
}

// readLists reads as many lists as appendLists wrote, and returns the rest of the data. The lists are part of the data.
func readLists(data []byte, lists []*[]byte) (rest []byte, err error) {
	const size = 4
	if len(data) < size*len(lists) {
		return nil, ErrFormat
	}
	sizes, data := data[:size*len(lists)], data[size*len(lists):]
	for i, l := range lists {
		n := binary.LittleEndian.Uint32(sizes[size*i:])
		if uint64(n) > uint64(len(data)) {
			return nil, ErrFormat
		}
		*l, data = data[:n:n], data[n:]
	}
	return data, nil
}
