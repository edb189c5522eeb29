package discordtest

import (
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
	"time"
)

// fileLimit is the most bytes that an attachment may have.
const fileLimit = 10 << 20

// bodyLimit is the most bytes that are read of a request.
const bodyLimit = 10*fileLimit + 1<<20

// Request is a request to the REST API, as it came in and how it ended.
type Request struct {
	Time         time.Time
	Method, Path string
	// Route is the template that the path fits, such as "/channels/{channel_id}/messages"; "" if it fits none.
	Route  string
	Header http.Header
	Body   []byte
	// JSON is the decoded body, or that of the part payload_json of a form; nil without one.
	JSON any
	// Files are the files of a form.
	Files []File
	// Status is the answer's status, 0 while there is none or if the connection was cut.
	Status int
	// Problems are what Discord would not accept.
	Problems []string

	payload    json.RawMessage
	unreadable bool // whether the body is not what it says it is
}

// Requests returns all requests so far, the oldest first. A request is among them from the time that it is read.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]Request, len(s.requests))
	for i, r := range s.requests {
		out[i] = *r
		out[i].Problems = slices.Clone(r.Problems)
	}
	return out
}

// Problems returns everything that Discord would not have accepted, with the request's method and route in front.
func (s *Server) Problems() []string {
	var out []string
	for _, r := range s.Requests() {
		where := r.Route
		if where == "" {
			where = r.Path
		}
		for _, p := range r.Problems {
			out = append(out, fmt.Sprintf("%s %s: %s", r.Method, where, p))
		}
	}
	return out
}

func (s *Server) record(r *Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, r)
}

// read takes in a request. It fails only if the body cannot be read; what is in it is checked later.
func (s *Server) read(r *http.Request) (*call, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, bodyLimit))
	if err != nil {
		return nil, err
	}
	req := &Request{Time: s.Now(), Method: r.Method, Path: r.URL.Path, Header: r.Header.Clone(), Body: body}
	req.readBody()
	return &call{Request: req, query: r.URL.Query()}, nil
}

func (r *Request) readBody() {
	if len(r.Body) == 0 {
		return
	}
	kind, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case err == nil && kind == "application/json":
		r.payload = r.Body
	case err == nil && kind == "multipart/form-data":
		err = r.readForm(params["boundary"])
	case err == nil:
		err = fmt.Errorf("content type %s is not read", kind)
	}
	if err == nil && r.payload != nil {
		err = json.Unmarshal(r.payload, &r.JSON)
	}
	if err != nil {
		r.unreadable = true
		r.Problems = append(r.Problems, "body: "+err.Error())
	}
}

// readForm takes in the parts of a form: payload_json, and files[0] to files[9].
func (r *Request) readForm(boundary string) error {
	form := multipart.NewReader(strings.NewReader(string(r.Body)), boundary)
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		b, err := io.ReadAll(part)
		if err != nil {
			return err
		}
		switch name := part.FormName(); {
		case name == "payload_json":
			r.payload = b
		case strings.HasPrefix(name, "files["), name == "file":
			r.Files = append(r.Files, File{Name: part.FileName(), ContentType: part.Header.Get("Content-Type"), Data: b})
		default:
			return fmt.Errorf("a form has no part %q", name)
		}
	}
}
