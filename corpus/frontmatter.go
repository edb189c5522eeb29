package corpus

import (
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

const frontMatterRule = "front matter"

var yamlKey = regexp.MustCompile(`^[A-Za-z][\w -]*:(?:\s|$)`)

// splitFrontMatter parts the metadata between two lines of dashes at the head of a text from the rest. What is not
// metadata, such as a rule across the page, stays in the text.
func splitFrontMatter(text string) (m Metadata, body string, notes []remark) {
	const longest = 64 << 10
	fence, rest, ok := cutLine(text)
	if !ok || fence != "---" && fence != "+++" {
		return Metadata{}, text, nil
	}
	head, body, ok := cutAtFence(rest, fence)
	if !ok || len(head) > longest {
		return Metadata{}, text, nil
	}
	first := strings.TrimSpace(strings.TrimLeft(head, "\r\n"))
	if fence == "+++" {
		return Metadata{}, body, []remark{{"its front matter is TOML, which is not read", "write it as YAML between lines of ---"}}
	}
	var doc yaml.Node
	err := yaml.Unmarshal([]byte(head), &doc)
	values, isMap := yamlValue(&doc, 0).(map[string]any)
	switch {
	case err == nil && isMap:
		m, notes = stated(values, frontMatterRule)
		return m, body, notes
	case first == "":
		return Metadata{}, body, nil
	case !yamlKey.MatchString(first):
		return Metadata{}, text, nil
	}
	return Metadata{}, body, []remark{{"its front matter cannot be read: " + plainLine(fmt.Sprint(err)), "write it as lines of key: value"}}
}

// cutLine cuts the first line, without its ending, off text.
func cutLine(text string) (line, rest string, ok bool) {
	line, rest, ok = strings.Cut(text, "\n")
	return strings.TrimRight(line, " \t\r"), rest, ok
}

func cutAtFence(text, fence string) (head, body string, ok bool) {
	for at := 0; at < len(text); {
		line, rest, more := cutLine(text[at:])
		if line == fence || fence == "---" && line == "..." {
			return text[:at], rest, true
		}
		if !more {
			break
		}
		at = len(text) - len(rest)
	}
	return "", "", false
}

// yamlValue returns a node as text, a list or a map. Scalars stay as they are written, so that a date keeps its day
// and a number its zeros. Aliases are not followed.
func yamlValue(n *yaml.Node, depth int) any {
	const deepest = 6
	if depth > deepest {
		return nil
	}
	switch n.Kind {
	case yaml.DocumentNode:
		if len(n.Content) == 1 {
			return yamlValue(n.Content[0], depth+1)
		}
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return ""
		}
		return n.Value
	case yaml.SequenceNode:
		var list []any
		for _, c := range n.Content {
			list = append(list, yamlValue(c, depth+1))
		}
		return list
	case yaml.MappingNode:
		values := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			values[n.Content[i].Value] = yamlValue(n.Content[i+1], depth+1)
		}
		return values
	}
	return nil
}
