package retrieval

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"os"
	"reflect"
	"slices"
	"testing"

	"pullquote/corpus"
	"pullquote/retrieval/analysis"
)

// buildSegment makes a segment of the documents of some files, in a folder or, where dir is "", in memory.
func buildSegment(t testing.TB, dir string, f files, usual string) (*segment, []*corpus.Document) {
	t.Helper()
	snapshot, _, err := f.source().Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	all := snapshot.Documents()
	b, err := newSegmentBuilder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		if err := b.add(d); err != nil {
			t.Fatal(err)
		}
	}
	s, err := b.finish(context.Background(), usual, func(n int) (*corpus.Document, error) { return all[n], nil })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s, all
}

// checkSegment fails where a segment does not hold the terms of its documents, with their places.
func checkSegment(t *testing.T, s *segment, all []*corpus.Document) {
	t.Helper()
	for n, d := range all {
		a := analysis.For(s.language[n])
		if got := s.passagesOf(n); got != d.PassageCount() {
			t.Fatalf("document %d has %d passages, want %d", n, got, d.PassageCount())
		}
		for i, p := range d.Passages() {
			text, title, err := s.terms(n, i)
			if err != nil {
				t.Fatal(err)
			}
			if want := occurrences(a.Tokens(p.Text())); !slices.Equal(text, want) {
				t.Errorf("passage %d of document %d has the terms %v, want %v", i, n, text, want)
			}
			if want := occurrences(a.Tokens(d.Metadata().Title.Value)); !slices.Equal(title, want) {
				t.Errorf("the title of document %d has the terms %v, want %v", n, title, want)
			}
		}
	}
}

func TestSegmentIsTheSameInMemoryAndInAFolder(t *testing.T) {
	for _, f := range []files{{}, {"a.txt": "Pier 3 closed!\n"}, files{}.changed(7, 60), {"zh.txt": "港口关闭了。渡船停在旧码头。"}} {
		memory, all := buildSegment(t, "", f, "en")
		checkSegment(t, memory, all)
		dir := t.TempDir()
		built, _ := buildSegment(t, dir, f, "en")
		checkSegment(t, built, all)
		opened, err := openSegment(dir)
		if err != nil {
			t.Fatal(err)
		}
		checkSegment(t, opened, all)
		if len(opened.language) != len(all) || !slices.Equal(opened.assumed, memory.assumed) {
			t.Errorf("opened, the segment has languages %v, %v of them assumed, want %v, %v", opened.language, opened.assumed, memory.language, memory.assumed)
		}
		checkLanguages(t, opened.languages, memory.languages)
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	}
}

// checkLanguages compares what is counted of languages.
func checkLanguages(t *testing.T, got, want map[string]*lexis) {
	t.Helper()
	g, err := appendLanguages(nil, got)
	if err != nil {
		t.Fatal(err)
	}
	w, err := appendLanguages(nil, want)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(g, w) {
		t.Errorf("the counts of %d languages are others than those of %d", len(got), len(want))
	}
}

// TestTermsThatDoNotFit damages the places of terms in ways that a checksum would not tell.
func TestTermsThatDoNotFit(t *testing.T) {
	ids := []termID{7, 8}
	term := func(number uint64, gap int64, length uint64) []byte {
		return binary.AppendUvarint(binary.AppendVarint(binary.AppendUvarint(nil, number), gap), length)
	}
	for what, tt := range map[string]struct {
		record []byte
		want   []occurrence
	}{
		"nothing":         {nil, []occurrence{}},
		"one":             {term(1, 3, 4), []occurrence{{8, 3, 7}}},
		"overlapping":     {slices.Concat(term(0, 3, 4), term(1, -2, 4)), []occurrence{{7, 3, 7}, {8, 5, 9}}},
		"another term":    {term(2, 0, 1), nil},
		"before the text": {term(0, -1, 1), nil},
		"far away":        {term(0, 1<<40, 1), nil},
		"endless":         {term(0, 0, 1<<63), nil},
		"too far":         {slices.Concat(term(0, 1<<31, 1<<31-1), term(0, 1<<31, 1)), nil},
		"broken off":      {term(0, 0, 300)[:3], nil},
		"unending number": {bytes.Repeat([]byte{255}, 12), nil},
	} {
		got, err := decodeTerms(tt.record, ids)
		if (err == nil) != (tt.want != nil) || err == nil && !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, %v, want %v", what, got, err, tt.want)
		}
	}
}

// FuzzDecodeForward also seals what it decodes: else it would never get behind the checksum.
func FuzzDecodeForward(f *testing.F) {
	ids := []termID{1, 2, 3}
	var b forwardBuilder
	var out bytes.Buffer
	b.out = &out
	if err := b.add([]word{{number: 2, Span: corpus.Span{Start: 3, End: 9}}, {number: 0, Span: corpus.Span{Start: 5, End: 12}}}); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Add(out.Bytes()[:out.Len()-forwardSum])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, record []byte) {
		_, _ = decodeForward(record, ids)
		sealed := binary.LittleEndian.AppendUint32(slices.Clone(record), crc32.Checksum(record, castagnoli))
		found, err := decodeForward(sealed, ids)
		for _, o := range found {
			if err != nil || o.start > o.end {
				t.Errorf("%v: %v, %v", record, o, err)
			}
		}
	})
}

// segmentFile returns a file of a segment of a few documents.
func segmentFile(f *testing.F, name string) []byte {
	f.Helper()
	dir := f.TempDir()
	buildSegment(f, dir, files{}.changed(7, 20), "en")
	data, err := os.ReadFile(dir + "/" + name)
	if err != nil {
		f.Fatal(err)
	}
	return data
}

func FuzzReadLayout(f *testing.F) {
	f.Add(segmentFile(f, layoutName))
	f.Add([]byte{})
	f.Add([]byte{255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		var s segment
		if s.readLayout(data) != nil {
			return
		}
		for n := range s.language {
			for i := range s.passagesOf(n) {
				if at := int(s.title[n]) + 1 + i; at >= len(s.forward.ends) {
					t.Errorf("passage %d of document %d is text %d of %d", i, n, at, len(s.forward.ends))
				}
			}
		}
		var again segment
		if err := again.readLayout(s.appendLayout(nil)); err != nil || !reflect.DeepEqual(s.layout, again.layout) {
			t.Errorf("written and read again the layout is %+v, %v, want %+v", again.layout, err, s.layout)
		}
	})
}

func FuzzReadLanguages(f *testing.F) {
	f.Add(segmentFile(f, languagesName))
	f.Add([]byte{})
	f.Add([]byte{255, 255, 255, 255, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		languages, err := readLanguages(data)
		if err != nil {
			return
		}
		for code, l := range languages {
			_ = newTongue(code, nil, []*lexis{l}, []*lexis{l})
		}
		written, err := appendLanguages(nil, languages)
		if err != nil {
			t.Fatal(err)
		}
		again, err := readLanguages(written)
		if err != nil {
			t.Fatal(err)
		}
		checkLanguages(t, again, languages)
	})
}
