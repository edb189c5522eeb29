package retrieval

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"pullquote/retrieval/postings"
)

// The files of a segment in its folder. That they are whole is seen to by package store.
const (
	layoutName    = "layout"    // of documents, passages and texts
	languagesName = "languages" // what is counted of the languages
	forwardName   = "terms"     // the records of the forward index
	postingsName  = "postings"  // the folder of the posting lists
)

var errSegment = errors.New("not a segment that this version can read")

// write writes what the builder holds in memory, if the segment is in a folder.
func (b *segmentBuilder) write() error {
	if b.dir == "" {
		return nil
	}
	languages, err := appendLanguages(nil, b.languages)
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(b.dir, layoutName), b.appendLayout(nil), 0o600),
		os.WriteFile(filepath.Join(b.dir, languagesName), languages, 0o600),
	)
}

// openSegment opens the segment in a folder. It must be closed.
func openSegment(dir string) (*segment, error) {
	s := &segment{}
	if err := s.readFiles(dir); err != nil {
		return nil, fmt.Errorf("open segment %s: %w", dir, err)
	}
	f, err := os.Open(filepath.Join(dir, forwardName))
	if err != nil {
		return nil, fmt.Errorf("open segment: %w", err)
	}
	s.forward.records = records{f, f}
	if s.index, err = postings.Open(filepath.Join(dir, postingsName)); err != nil {
		return nil, errors.Join(fmt.Errorf("open segment: %w", err), f.Close())
	}
	return s, nil
}

func (s *segment) readFiles(dir string) error {
	data, err := os.ReadFile(filepath.Join(dir, layoutName))
	if err != nil {
		return err
	}
	if err := s.readLayout(data); err != nil {
		return err
	}
	if data, err = os.ReadFile(filepath.Join(dir, languagesName)); err != nil {
		return err
	}
	s.languages, err = readLanguages(data)
	return err
}

// appendLayout appends the layout and the places of the forward index in the form that readLayout reads: six lists, each
// behind its length.
func (s *segment) appendLayout(b []byte) []byte {
	codes, numbers := codesOf(s.language)
	b = appendStrings(b, codes)
	for _, list := range [][]uint32{numbers, s.assumed, s.first, s.document, s.title, s.forward.ends} {
		b = appendNumbers(b, list)
	}
	for _, id := range s.forward.ids {
		b = binary.LittleEndian.AppendUint64(b, uint64(id))
	}
	return b
}

func (s *segment) readLayout(data []byte) error {
	codes, data, ok := readStrings(data)
	var numbers []uint32
	for _, list := range []*[]uint32{&numbers, &s.assumed, &s.first, &s.document, &s.title, &s.forward.ends} {
		if !ok {
			return errSegment
		}
		*list, data, ok = readNumbers(data)
	}
	if !ok || len(data)%8 != 0 {
		return errSegment
	}
	s.forward.ids = make([]termID, len(data)/8)
	for i := range s.forward.ids {
		s.forward.ids[i] = termID(binary.LittleEndian.Uint64(data[8*i:]))
	}
	s.language = make([]string, len(numbers))
	for i, n := range numbers {
		if int(n) >= len(codes) {
			return errSegment
		}
		s.language[i] = codes[n]
	}
	return s.check()
}

// check fails where looking something up would lead out of a list.
func (s *segment) check() error {
	documents, passages := len(s.language), len(s.document)
	isNone := func(n uint32) bool { return int(n) >= documents }
	if len(s.first) != documents || len(s.title) != documents || !slices.IsSorted(s.forward.ends) ||
		slices.ContainsFunc(s.assumed, isNone) || slices.ContainsFunc(s.document, isNone) {
		return errSegment
	}
	for n := range s.language {
		if int(s.first[n]) > passages || int(s.title[n])+s.passagesOf(n) >= len(s.forward.ends) {
			return errSegment
		}
	}
	return nil
}

// codesOf returns the strings of a list once each, and the list by their numbers.
func codesOf(list []string) (each []string, numbers []uint32) {
	number := map[string]uint32{}
	for _, s := range list {
		n, known := number[s]
		if !known {
			n = uint32(len(each))
			number[s], each = n, append(each, s)
		}
		numbers = append(numbers, n)
	}
	return each, numbers
}

func appendStrings(b []byte, list []string) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	for _, s := range list {
		b = append(binary.LittleEndian.AppendUint32(b, uint32(len(s))), s...)
	}
	return b
}

func readStrings(data []byte) (list []string, rest []byte, ok bool) {
	n, data, ok := readNumber(data)
	for range n {
		var size int
		if size, data, ok = readNumber(data); !ok || size > len(data) {
			return nil, nil, false
		}
		list, data = append(list, string(data[:size])), data[size:]
	}
	return list, data, ok
}

func appendNumbers(b []byte, list []uint32) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(list)))
	for _, n := range list {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return b
}

func readNumber(data []byte) (n int, rest []byte, ok bool) {
	if len(data) < 4 {
		return 0, nil, false
	}
	return int(binary.LittleEndian.Uint32(data)), data[4:], true
}

func readNumbers(data []byte) (list []uint32, rest []byte, ok bool) {
	n, data, ok := readNumber(data)
	if !ok || n > len(data)/4 {
		return nil, nil, false
	}
	list = make([]uint32, n)
	for i := range list {
		list[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return list, data[4*n:], true
}
