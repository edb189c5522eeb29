package retrieval

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"pullquote/corpus"
	"pullquote/retrieval/store"
)

// filed is a generation as far as the next one builds on it.
type filed struct {
	number  int      // of the generation
	edition *edition // nil: there is none to build on
	parts   []store.Part
	found   *findings           // of the reading of its source
	lost    []map[string]*lexis // of each part, what is counted of the documents that are not live
	usual   string
}

// The files of a generation of its own.
const (
	snapshotName  = "snapshot"  // of package corpus
	inventoryName = "inventory" // of the reading of its source
	editionName   = "edition"   // filedEdition
	lostName      = "lost"      // what is counted of dead documents
	shelfName     = "documents" // in a part: the folder of its shelf
)

// indexVersion names the rules by which documents become an index. It must be raised with every change to the analysis of
// texts or to the files of a segment: what another version has made is then made anew.
const indexVersion = 3

// filedEdition is what is found out about all documents together, and where they come from.
type filedEdition struct {
	Version   int
	Source    string // the name of the corpus
	Documents int
	Usual     string
	Chance    map[string]float64 // by language
}

// errForeign is the error of a generation that another version has made.
var errForeign = errors.New("another version of the program has made it")

// openFiled opens a generation of the source.
func (a *archive) openFiled(g *store.Generation) (_ *edition, _ filed, err error) {
	defer recoverRead(&err)
	f := filed{number: g.Number, parts: g.Parts, found: findingsOf(g)}
	state, err := readFiledEdition(filepath.Join(g.Dir, editionName))
	if err != nil {
		return nil, f, err
	}
	if state.Source != a.source.Name() {
		return nil, f, &OtherCorpusError{state.Source}
	}
	f.usual = state.Usual
	if f.lost, err = readLost(filepath.Join(g.Dir, lostName), len(g.Parts)); err != nil {
		return nil, f, err
	}
	snapshot, err := openFiledSnapshot(g)
	if err != nil {
		return nil, f, err
	}
	segments, err := openSegments(g.Parts)
	if err != nil {
		return nil, f, err
	}
	f.edition = openEdition(snapshot, segments, byLanguage(f.lost))
	for _, t := range f.edition.tongues {
		t.chance = state.Chance[t.code]
	}
	return f.edition, f, nil
}

func openFiledSnapshot(g *store.Generation) (*corpus.Snapshot, error) {
	var shelves []*corpus.Shelf
	for _, p := range g.Parts {
		s, err := corpus.OpenShelf(filepath.Join(p.Dir, shelfName))
		if err != nil {
			return nil, err
		}
		shelves = append(shelves, s)
	}
	data, err := os.ReadFile(filepath.Join(g.Dir, snapshotName))
	if err != nil {
		return nil, err
	}
	return corpus.OpenSnapshot(shelves, data)
}

func openSegments(parts []store.Part) (segments []*segment, err error) {
	for _, p := range parts {
		s, err := openSegment(p.Dir)
		if err != nil {
			return nil, errors.Join(err, closeAll(segments))
		}
		segments = append(segments, s)
	}
	return segments, nil
}

func closeAll[T io.Closer](all []T) error {
	var errs []error
	for _, x := range all {
		errs = append(errs, x.Close())
	}
	return errors.Join(errs...)
}

// findingsOf returns what was found by the reading of which a generation was made.
func findingsOf(g *store.Generation) *findings {
	return &findings{path: filepath.Join(g.Dir, inventoryName)}
}

func readFiledEdition(path string) (filedEdition, error) {
	var f filedEdition
	data, err := os.ReadFile(path)
	if err != nil {
		return f, err
	}
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&f); err != nil || f.Version != indexVersion {
		return f, fmt.Errorf("%s: %w", path, errForeign)
	}
	return f, nil
}

// write writes the files of a generation of its own, whose snapshot was read from a source as latest.
func (f filed) write(dir, source string, latest *corpus.Snapshot) error {
	state := filedEdition{indexVersion, source, len(latest.Documents()), f.usual, map[string]float64{}}
	for _, t := range f.edition.tongues {
		state.Chance[t.code] = t.chance
	}
	var edition bytes.Buffer
	err := gob.NewEncoder(&edition).Encode(state)
	if err != nil {
		return err
	}
	snapshot, err := latest.AppendBinary(nil)
	if err != nil {
		return err
	}
	lost, err := appendLost(nil, f.lost)
	if err != nil {
		return err
	}
	inventory, err := appendInventory(nil, f.found.inventory())
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{snapshotName: snapshot, inventoryName: inventory, editionName: edition.Bytes(), lostName: lost} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			return fmt.Errorf("write snapshot: %w", err)
		}
	}
	return nil
}

func appendLost(b []byte, lost []map[string]*lexis) ([]byte, error) {
	for _, l := range lost {
		data, err := appendLanguages(nil, l)
		if err != nil {
			return nil, err
		}
		b = append(binary.LittleEndian.AppendUint32(b, uint32(len(data))), data...)
	}
	return b, nil
}

func readLost(path string, parts int) (lost []map[string]*lexis, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for range parts {
		size, rest, ok := readNumber(data)
		if !ok || size > len(rest) {
			return nil, errSegment
		}
		l, err := readLanguages(rest[:size])
		if err != nil {
			return nil, err
		}
		lost, data = append(lost, l), rest[size:]
	}
	return lost, nil
}

// byLanguage returns what is counted of each language, one for each part that has it.
func byLanguage(parts []map[string]*lexis) map[string][]*lexis {
	out := map[string][]*lexis{}
	for _, p := range parts {
		for code, l := range p {
			out[code] = append(out[code], l)
		}
	}
	return out
}
