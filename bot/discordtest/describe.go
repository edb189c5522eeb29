package discordtest

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// description is Discord's description of its API, in OpenAPI 3.1.
type description struct {
	paths    map[string]object // by template
	compiler *jsonschema.Compiler

	mu      sync.Mutex // guards what follows, and the compiler
	schemas map[string]*jsonschema.Schema
}

// descriptionURL is what the schemas call the document that they stand in.
const descriptionURL = "openapi.json"

// Describe makes the server check every request from now on against an OpenAPI 3.1 description of Discord's API, as
// published at github.com/discord/discord-api-spec. Its one mistake is mended: default_member_permissions may be a text.
func (s *Server) Describe(r io.Reader) error {
	document, err := jsonschema.UnmarshalJSON(r)
	if err != nil {
		return fmt.Errorf("read the API's description: %w", err)
	}
	root, _ := document.(object)
	paths, ok := root["paths"].(object)
	if !ok {
		return fmt.Errorf("read the API's description: it has no paths")
	}
	d := &description{paths: map[string]object{}, compiler: jsonschema.NewCompiler(), schemas: map[string]*jsonschema.Schema{}}
	for template, item := range paths {
		d.paths[template], _ = item.(object)
	}
	if err := d.compiler.AddResource(descriptionURL, document); err != nil {
		return fmt.Errorf("read the API's description: %w", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.description = d
	return nil
}

// check returns what a call has against the description. Without one, nothing.
func (s *Server) check(c *call) []violation {
	s.mu.Lock()
	d := s.description
	s.mu.Unlock()
	if d == nil {
		return nil
	}
	operation, ok := d.paths[c.Route][strings.ToLower(c.Method)].(object)
	if !ok {
		return []violation{{c.Path, "", "the API's description has no such method and path"}}
	}
	if _, takes := operation["requestBody"]; !takes || c.JSON == nil {
		return nil
	}
	schema, err := d.schema(c)
	if err != nil {
		return []violation{{c.Route, "", "the API's description: " + err.Error()}}
	}
	return explain(schema.Validate(mended(c.JSON)))
}

// schema returns the schema of a call's body.
func (d *description) schema(c *call) (*jsonschema.Schema, error) {
	escaped := strings.ReplaceAll(strings.ReplaceAll(c.Route, "~", "~0"), "/", "~1")
	at := fmt.Sprintf("%s#/paths/%s/%s/requestBody/content/application~1json/schema", descriptionURL, escaped, strings.ToLower(c.Method))
	d.mu.Lock()
	defer d.mu.Unlock()
	if s := d.schemas[at]; s != nil {
		return s, nil
	}
	s, err := d.compiler.Compile(at)
	if err == nil {
		d.schemas[at] = s
	}
	return s, err
}

// template returns the template that a path fits, "" if none does. Of several, the one with the fewest parameters.
func (d *description) template(path string) string {
	best, fewest := "", 0
	for _, t := range slices.Sorted(maps.Keys(d.paths)) {
		if params, ok := matchPath(t, path); ok && (best == "" || len(params) < fewest) {
			best, fewest = t, len(params)
		}
	}
	return best
}

var digits = regexp.MustCompile(`^[0-9]{1,17}$`)

// mended returns a body in which default_member_permissions is a number, as the description wants it.
func mended(body any) any {
	list, ok := body.([]any)
	if !ok {
		return body
	}
	list = slices.Clone(list)
	for i, each := range list {
		command, ok := each.(object)
		text, isText := command["default_member_permissions"].(string)
		if !ok || !isText || !digits.MatchString(text) {
			continue
		}
		command = maps.Clone(command)
		command["default_member_permissions"], _ = strconv.ParseFloat(text, 64) // only digits
		list[i] = command
	}
	return list
}

// explain returns the causes of a failed validation that lie deepest in the body: where one of several forms had to fit,
// those are of the form that was meant.
func explain(err error) []violation {
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return nil // Validate has no other errors
	}
	var deepest []*jsonschema.ValidationError
	for _, leaf := range leaves(invalid) {
		switch {
		case len(deepest) == 0 || len(leaf.InstanceLocation) > len(deepest[0].InstanceLocation):
			deepest = []*jsonschema.ValidationError{leaf}
		case len(leaf.InstanceLocation) == len(deepest[0].InstanceLocation):
			deepest = append(deepest, leaf)
		}
	}
	var out []violation
	english := message.NewPrinter(language.English)
	for _, leaf := range deepest {
		path := strings.Join(leaf.InstanceLocation, ".")
		v := violation{path, "DESCRIPTION_MISMATCH", leaf.ErrorKind.LocalizedString(english)}
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

func leaves(e *jsonschema.ValidationError) []*jsonschema.ValidationError {
	if len(e.Causes) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	var out []*jsonschema.ValidationError
	for _, cause := range e.Causes {
		out = append(out, leaves(cause)...)
	}
	return out
}
