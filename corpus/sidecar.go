package corpus

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// sidecarName is the file in the root that states metadata for the others. It maps the name of a document, or a
// pattern of names, to what is known about it:
//
//	reports/2022-*.txt:
//	  publisher: The Harbour Post
//	  published: 2022-01-07
//	faq.jsonl#ferry:
//	  title: When the ferry leaves
//
// or lists the same with the name under "files". In a pattern * and ? stay within a folder and ** does not; a pattern
// for a JSONL file holds for all documents in it. Where several patterns state a field, the last one does.
const sidecarName = "sources.yaml"

// sidecar is what sources.yaml states. The nil sidecar states nothing.
type sidecar struct {
	entries  []entry
	exact    map[string][]int // entries by the name they state something for
	patterns []int            // the other entries
	problems []Problem
}

type entry struct {
	line    int
	pattern string
	meta    Metadata
}

func (s *sidecar) add(e entry) {
	n := len(s.entries)
	s.entries = append(s.entries, e)
	if e.isPattern() {
		s.patterns = append(s.patterns, n)
	}
	// A name with a bracket in it may be meant as it stands.
	s.exact[e.pattern] = append(s.exact[e.pattern], n)
}

// metadata returns what the sidecar states for the document.
func (s *sidecar) metadata(id string) Metadata {
	var m Metadata
	if s == nil {
		return m
	}
	var fits []int
	for n := range s.fitting(id) {
		fits = append(fits, n)
	}
	slices.Sort(fits)
	for _, n := range slices.Backward(fits) {
		m = m.or(s.entries[n].meta)
	}
	return m
}

// fitting yields the entries that speak of the document, or of the file that holds it, some of them twice.
func (s *sidecar) fitting(id string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, name := range [...]string{id, holderOf(id)} {
			for _, n := range s.exact[name] {
				if !yield(n) {
					return
				}
			}
		}
		for _, n := range s.patterns {
			if s.entries[n].matches(id) && !yield(n) {
				return
			}
		}
	}
}

// hashRules returns a hash of what a sidecar states for a document, 0 for nothing.
func hashRules(m Metadata) uint64 {
	if m == (Metadata{}) {
		return 0
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%#v", m))
	return binary.LittleEndian.Uint64(sum[:])
}

// matches reports whether the entry speaks of the document, or of the file that holds it.
func (e entry) matches(id string) bool {
	if e.matchesName(id) {
		return true
	}
	file := holderOf(id)
	return file != "" && e.matchesName(file)
}

// holderOf returns the JSONL file that holds the document, "" for a file that is one document.
func holderOf(id string) string {
	if i := strings.Index(id, "#"); i > 0 && isJSONL(id[:i]) {
		return id[:i]
	}
	return ""
}

func (e entry) matchesName(name string) bool {
	return name == e.pattern || e.isPattern() && matchPath(e.pattern, name)
}

func (e entry) isPattern() bool { return strings.ContainsAny(e.pattern, `*?[\`) }

// matchPath is path.Match, with ** for any number of folders.
func matchPath(pattern, name string) bool {
	return matchParts(strings.Split(pattern, "/"), strings.Split(name, "/"))
}

func matchParts(pattern, name []string) bool {
	for len(pattern) > 0 {
		if pattern[0] == "**" {
			pattern = pattern[1:]
			for i := range len(name) + 1 {
				if matchParts(pattern, name[i:]) {
					return true
				}
			}
			return false
		}
		if len(name) == 0 {
			return false
		}
		if ok, err := path.Match(pattern[0], name[0]); !ok || err != nil {
			return false
		}
		pattern, name = pattern[1:], name[1:]
	}
	return len(name) == 0
}

// readSidecar reads a sources.yaml, or says why that is not possible. What is wrong with it is noted; the rest holds.
func readSidecar(raw []byte, err error) *sidecar {
	s := &sidecar{exact: map[string][]int{}}
	if err != nil {
		s.problem(0, err.Error(), "mend or delete it")
		return s
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.TrimPrefix(string(raw), byteOrderMark)), &doc); err != nil {
		s.problem(0, "it is not valid YAML: "+plainLine(err.Error()), "mend the line; names with special characters go in quotes")
		return s
	}
	if len(doc.Content) == 1 {
		s.readEntries(doc.Content[0])
	}
	return s
}

// problem notes a problem of the sidecar: in the line, or in all of it if line is 0.
func (s *sidecar) problem(line int, reason, mend string) {
	where := sidecarName
	if line > 0 {
		where = fmt.Sprintf("%s line %d", sidecarName, line)
	}
	s.problems = append(s.problems, Problem{Path: where, Reason: reason, Mend: mend})
}

const sidecarShape = "write the name of a file, a colon, and below it lines such as title: …"

func (s *sidecar) readEntries(top *yaml.Node) {
	switch top.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(top.Content); i += 2 {
			s.readEntry(top.Content[i], top.Content[i+1])
		}
	case yaml.SequenceNode:
		for _, e := range top.Content {
			s.readListed(e)
		}
	default:
		s.problem(top.Line, "it is neither a map nor a list", sidecarShape)
	}
}

// readListed reads an entry of a list, which names its files itself.
func (s *sidecar) readListed(e *yaml.Node) {
	for i := 0; e.Kind == yaml.MappingNode && i+1 < len(e.Content); i += 2 {
		if isFilesKey(e.Content[i].Value) {
			s.readEntry(e.Content[i+1], e)
			return
		}
	}
	s.problem(e.Line, `the entry does not say which files it is about`, `add files: and a name`)
}

func isFilesKey(key string) bool {
	return slices.Contains([]string{"files", "file", "glob", "path"}, key)
}

func (s *sidecar) readEntry(name, body *yaml.Node) {
	pattern := path.Clean(name.Value)
	if strings.HasSuffix(name.Value, "/") {
		pattern += "/**"
	}
	if _, err := path.Match(pattern, ""); err != nil || name.Kind != yaml.ScalarNode || name.Value == "" {
		s.problem(name.Line, fmt.Sprintf("%q is not a name or a pattern", name.Value), "close the bracket, or write a backslash before it")
		return
	}
	if body.Kind != yaml.MappingNode {
		s.problem(name.Line, fmt.Sprintf("nothing is stated for %q", pattern), sidecarShape)
		return
	}
	values := map[string]any{}
	for i := 0; i+1 < len(body.Content); i += 2 {
		key := body.Content[i]
		switch {
		case body.Content[i+1] == name || isFilesKey(key.Value):
		case statedKeys[statedKey(key.Value)] == "":
			s.problem(key.Line, fmt.Sprintf("%q is not a known field", key.Value), "use title, author, publisher, published, url or lang")
		default:
			values[key.Value] = yamlValue(body.Content[i+1], 0)
		}
	}
	meta, notes := stated(values, sidecarName)
	for _, n := range notes {
		s.problem(name.Line, n.reason, n.mend)
	}
	s.add(entry{name.Line, pattern, meta})
}

// unusedEntries are the entries of a sidecar that fit none of the names seen so far, documents that were left out
// included.
type unusedEntries struct {
	*sidecar
	seen []bool // by entry
	left int
}

func newUnusedEntries(s *sidecar) *unusedEntries {
	if s == nil {
		s = &sidecar{}
	}
	return &unusedEntries{s, make([]bool, len(s.entries)), len(s.entries)}
}

// see notes a name. It takes no time once all entries have been used.
func (u *unusedEntries) see(name string) {
	if u.left == 0 {
		return
	}
	for n := range u.fitting(name) {
		if !u.seen[n] {
			u.seen[n] = true
			u.left--
		}
	}
}

// problems returns a problem for every entry that fits nothing.
func (u *unusedEntries) problems() []Problem {
	var none sidecar
	for n, e := range u.entries {
		if !u.seen[n] {
			none.problem(e.line, fmt.Sprintf("%q fits no document", e.pattern), "correct the name; it is written from the top folder of the corpus")
		}
	}
	return none.problems
}
