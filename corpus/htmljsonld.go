package corpus

import (
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// linked returns what the page's JSON-LD states about the article.
func (h *pageHead) linked() Metadata {
	byID := map[string]map[string]any{}
	var nodes []map[string]any
	for _, script := range h.scripts {
		var v any
		if json.Unmarshal([]byte(script), &v) == nil {
			nodes = linkedNodes(v, nodes, byID, 0)
		}
	}
	var m Metadata
	for _, is := range []func(map[string]any) bool{isArticleNode, isPageNode} {
		if i := slices.IndexFunc(nodes, is); i >= 0 {
			m = m.or(linkedMetadata(nodes[i], byID))
		}
	}
	return m
}

// linkedNodes appends the objects in v that have a type, in order, and notes those that others refer to.
func linkedNodes(v any, out []map[string]any, byID map[string]map[string]any, depth int) []map[string]any {
	const deepest = 4
	if depth > deepest {
		return out
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			out = linkedNodes(e, out, byID, depth+1)
		}
	case map[string]any:
		if id, ok := v["@id"].(string); ok && len(v) > 1 {
			byID[id] = v
		}
		if v["@type"] != nil {
			out = append(out, v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			out = linkedNodes(v[key], out, byID, depth+1)
		}
	}
	return out
}

func linkedMetadata(n map[string]any, byID map[string]map[string]any) Metadata {
	const rule = "JSON-LD"
	var m Metadata
	for _, f := range []struct {
		meaning string
		value   any
	}{
		{"title", n["headline"]}, {"title", n["name"]},
		{"author", resolve(n["author"], byID)}, {"author", resolve(n["creator"], byID)},
		{"publisher", resolve(n["publisher"], byID)},
		{"published", n["datePublished"]},
		{"url", n["url"]}, {"url", linkedAddress(n["mainEntityOfPage"])},
		{"lang", n["inLanguage"]},
	} {
		if value := plainLine(html.UnescapeString(textOf(f.value))); value != "" && !(f.meaning == "author" && strings.Contains(value, "://")) {
			m.state(f.meaning, value, rule)
		}
	}
	return m
}

// resolve replaces references to other objects by those.
func resolve(v any, byID map[string]map[string]any) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			if _, nested := e.([]any); !nested {
				out[i] = resolve(e, byID)
			}
		}
		return out
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["name"] == nil && byID[id] != nil {
			return byID[id]
		}
	}
	return v
}

func linkedAddress(v any) any {
	if m, ok := v.(map[string]any); ok {
		return m["@id"]
	}
	return v
}

func isArticleNode(n map[string]any) bool {
	for _, t := range typesOf(n) {
		if strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report" || t == "QAPage" || t == "Question" {
			return true
		}
	}
	return false
}

func isPageNode(n map[string]any) bool { return slices.Contains(typesOf(n), "WebPage") }

func typesOf(n map[string]any) []string {
	switch t := n["@type"].(type) {
	case string:
		return []string{t}
	case []any:
		var out []string
		for _, e := range t {
			if s, ok := e.(string); ok {
				out = append(out, s)
			}
		}
		return out
	}
	return nil
}
