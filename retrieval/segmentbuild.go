package retrieval

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"pullquote/corpus"
	"pullquote/retrieval/postings"
)

// segmentBuilder makes a segment.
type segmentBuilder struct {
	*segment
	dir      string // "" in memory
	censuses map[string]*census
	postings *postings.Builder
	texts    forwardBuilder
	records  recording
}

// manyPassages is the number of passages from which on it pays to care for memory.
const manyPassages = 100_000

// recording is where the terms of passages are written to: memory or a file.
type recording struct {
	memory bytes.Buffer
	file   *os.File
	*bufio.Writer
}

// newSegmentBuilder begins a segment in an empty folder or, where dir is "", in memory. It must be finished or discarded.
func newSegmentBuilder(dir string) (*segmentBuilder, error) {
	b := &segmentBuilder{segment: &segment{languages: map[string]*lexis{}}, dir: dir, censuses: map[string]*census{}}
	if err := b.records.begin(dir); err != nil {
		return nil, fmt.Errorf("begin a segment: %w", err)
	}
	b.texts.out = b.records
	inner := ""
	if dir != "" {
		inner = filepath.Join(dir, postingsName)
		if err := os.Mkdir(inner, 0o700); err != nil {
			return nil, errors.Join(fmt.Errorf("begin a segment: %w", err), b.records.discard())
		}
	}
	b.postings = postings.NewBuilder(inner)
	return b, nil
}

func (r *recording) begin(dir string) error {
	if dir == "" {
		r.Writer = bufio.NewWriter(&r.memory)
		return nil
	}
	f, err := os.OpenFile(filepath.Join(dir, forwardName), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	const buffered = 1 << 18
	r.file, r.Writer = f, bufio.NewWriterSize(f, buffered)
	return nil
}

// finish returns what has been written.
func (r *recording) finish() (records, error) {
	if err := r.Flush(); err != nil {
		return records{}, err
	}
	if r.file == nil {
		return records{ReaderAt: bytes.NewReader(r.memory.Bytes())}, nil
	}
	if err := r.file.Close(); err != nil {
		return records{}, err
	}
	f, err := os.Open(r.file.Name())
	return records{f, f}, err
}

// discard closes the file, if it is open.
func (r *recording) discard() error {
	if r.file == nil {
		return nil
	}
	if err := r.file.Close(); !errors.Is(err, os.ErrClosed) {
		return err
	}
	return nil
}

// add adds a document. One whose language is not known waits for the end, when the usual language of the corpus is known.
func (b *segmentBuilder) add(d *corpus.Document) error {
	n := len(b.language)
	code := d.Metadata().Language.Value
	b.language, b.first, b.title = append(b.language, code), append(b.first, 0), append(b.title, 0)
	if code == "" {
		b.assumed = append(b.assumed, uint32(n))
		return nil
	}
	return b.read(d, n, code)
}

// read analyses and indexes document n in a language.
func (b *segmentBuilder) read(d *corpus.Document, n int, code string) error {
	b.language[n], b.first[n], b.title[n] = code, uint32(len(b.document)), uint32(len(b.texts.ends))
	c := b.census(code)
	title := c.titleOf(d)
	err := b.texts.add(title)
	c.document(d, title, func(words []word, stored postings.Passage) {
		b.document = append(b.document, uint32(n))
		b.postings.Add(stored)
		err = cmp.Or(err, b.texts.add(words))
	})
	return err
}

// census returns what counts the passages of a language.
func (b *segmentBuilder) census(code string) *census {
	c := b.censuses[code]
	if c == nil {
		c = newCensus(code, b.texts.number)
		b.censuses[code] = c
	}
	return c
}

// finish returns the segment, which must be closed. Documents of an unknown language, which at returns once more, are read
// in the usual one.
func (b *segmentBuilder) finish(ctx context.Context, usual string, at func(n int) (*corpus.Document, error)) (*segment, error) {
	for _, n := range b.assumed {
		d, err := at(int(n))
		if err == nil {
			err = b.read(d, int(n), usual)
		}
		if err != nil {
			return nil, errors.Join(err, b.discard())
		}
	}
	names := map[string]postings.Names{}
	for code, c := range b.censuses {
		b.languages[code], names[code] = c.finish(), c.names()
	}
	b.censuses = nil
	r, err := b.records.finish()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("finish a segment: %w", err), b.discard())
	}
	b.forward = forward{b.texts.ids, b.texts.ends, r}
	if err := b.write(); err != nil {
		return nil, errors.Join(fmt.Errorf("finish a segment: %w", err), b.forward.close(), b.postings.Discard())
	}
	if len(b.document) > manyPassages {
		giveBack()
	}
	if b.index, err = b.postings.Finish(ctx, names); err != nil {
		return nil, errors.Join(fmt.Errorf("finish a segment: %w", err), b.forward.close())
	}
	return b.segment, nil
}

// discard gives up the segment.
func (b *segmentBuilder) discard() error {
	return errors.Join(b.postings.Discard(), b.records.discard())
}
