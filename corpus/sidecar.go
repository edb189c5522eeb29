package corpus

import (
	"errors"
	"fmt"
	"io/fs"
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
type sidecar struct{ entries []entry }

type entry struct {
	line    int
	pattern string
	meta    Metadata
}

// metadata returns what the sidecar states for the document.
func (s *sidecar) metadata(id string) Metadata {
	var m Metadata
	if s == nil {
		return m
	}
	for _, e := range slices.Backward(s.entries) {
		if e.matches(id) {
			m = m.or(e.meta)
		}
	}
	return m
}

// matches reports whether the entry speaks of the document, or of the file that holds it.
func (e entry) matches(id string) bool {
	if e.matchesName(id) {
		return true
	}
	i := strings.Index(id, "#")
	return i > 0 && isJSONL(id[:i]) && e.matchesName(id[:i])
}

func (e entry) matchesName(name string) bool {
	return name == e.pattern || strings.ContainsAny(e.pattern, `*?[\`) && matchPath(e.pattern, name)
}

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

// readSidecar reads sources.yaml, if there is one. What is wrong with it is noted; the rest holds.
func (l *loader) readSidecar() {
	if _, err := fs.Stat(l.fsys, sidecarName); errors.Is(err, fs.ErrNotExist) {
		return
	}
	raw, err := l.bytes(sidecarName)
	if err != nil {
		l.sidecarProblem(0, err.Error(), "mend or delete it")
		return
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.TrimPrefix(string(raw), byteOrderMark)), &doc); err != nil {
		l.sidecarProblem(0, "it is not valid YAML: "+plainLine(err.Error()), "mend the line; names with special characters go in quotes")
		return
	}
	l.sidecar = &sidecar{}
	if len(doc.Content) == 1 {
		l.sidecarEntries(doc.Content[0])
	}
}

// sidecarProblem notes a problem of the sidecar: in the line, or in all of it if line is 0.
func (l *loader) sidecarProblem(line int, reason, mend string) {
	where := sidecarName
	if line > 0 {
		where = fmt.Sprintf("%s line %d", sidecarName, line)
	}
	l.problems = append(l.problems, Problem{Path: where, Reason: reason, Mend: mend})
}

const sidecarShape = "write the name of a file, a colon, and below it lines such as title: …"

func (l *loader) sidecarEntries(top *yaml.Node) {
	switch top.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(top.Content); i += 2 {
			l.sidecarEntry(top.Content[i], top.Content[i+1])
		}
	case yaml.SequenceNode:
		for _, e := range top.Content {
			l.sidecarListed(e)
		}
	default:
		l.sidecarProblem(top.Line, "it is neither a map nor a list", sidecarShape)
	}
}

// sidecarListed reads an entry of a list, which names its files itself.
func (l *loader) sidecarListed(e *yaml.Node) {
	for i := 0; e.Kind == yaml.MappingNode && i+1 < len(e.Content); i += 2 {
		if isFilesKey(e.Content[i].Value) {
			l.sidecarEntry(e.Content[i+1], e)
			return
		}
	}
	l.sidecarProblem(e.Line, `the entry does not say which files it is about`, `add files: and a name`)
}

func isFilesKey(key string) bool {
	return slices.Contains([]string{"files", "file", "glob", "path"}, key)
}

func (l *loader) sidecarEntry(name, body *yaml.Node) {
	pattern := path.Clean(name.Value)
	if strings.HasSuffix(name.Value, "/") {
		pattern += "/**"
	}
	if _, err := path.Match(pattern, ""); err != nil || name.Kind != yaml.ScalarNode || name.Value == "" {
		l.sidecarProblem(name.Line, fmt.Sprintf("%q is not a name or a pattern", name.Value), "close the bracket, or write a backslash before it")
		return
	}
	if body.Kind != yaml.MappingNode {
		l.sidecarProblem(name.Line, fmt.Sprintf("nothing is stated for %q", pattern), sidecarShape)
		return
	}
	values := map[string]any{}
	for i := 0; i+1 < len(body.Content); i += 2 {
		key := body.Content[i]
		switch {
		case body.Content[i+1] == name || isFilesKey(key.Value):
		case statedKeys[statedKey(key.Value)] == "":
			l.sidecarProblem(key.Line, fmt.Sprintf("%q is not a known field", key.Value), "use title, author, publisher, published, url or lang")
		default:
			values[key.Value] = yamlValue(body.Content[i+1], 0)
		}
	}
	meta, notes := stated(values, sidecarName)
	for _, n := range notes {
		l.sidecarProblem(name.Line, n.reason, n.mend)
	}
	l.sidecar.entries = append(l.sidecar.entries, entry{name.Line, pattern, meta})
}

// unused notes the patterns that fit no document, loaded or left out.
func (l *loader) unused(r *results) {
	if l.sidecar == nil {
		return
	}
	names := map[string]bool{}
	for _, one := range r.list {
		names[one.file] = true
		if one.doc != nil {
			names[one.doc.ID()] = true
		}
	}
	for _, p := range l.problems {
		names[p.file()] = true
	}
	for _, e := range l.sidecar.entries {
		if !anyKey(names, e.matches) {
			l.sidecarProblem(e.line, fmt.Sprintf("%q fits no document", e.pattern), "correct the name; it is written from the top folder of the corpus")
		}
	}
}

func anyKey(m map[string]bool, is func(string) bool) bool {
	for k := range m {
		if is(k) {
			return true
		}
	}
	return false
}
