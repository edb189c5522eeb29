package discord

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Discord's codes for errors that this package knows.
const (
	codeUnknownMessage      = 10008
	codeAlreadyAcknowledged = 40060
)

// ErrRefusedBefore is in Send's error when the channel answered 403 less than 10 minutes ago and nothing was sent now:
// repeated 403s get a bot's address banned. StatusCode and ErrorCode give what the channel answered then.
var ErrRefusedBefore = errors.New("the channel refused a message less than 10 minutes ago; nothing was sent")

// ErrTooManyInvalid is in the error of a request that was not sent because Discord has refused nearly as many in the
// last 10 minutes as it takes to ban a bot's address.
var ErrTooManyInvalid = errors.New("too many requests were refused by Discord in the last 10 minutes; nothing was sent")

// requestError is the error of every request. Its text has the route's template in place of ids and tokens.
type requestError struct {
	method, route string
	status        int // 0 where there was no answer
	code          int // Discord's own, 0 for none
	text          string
	cause         error         // may be nil
	wait          time.Duration // what a 429 asks for
}

func (e *requestError) Error() string {
	line := e.method + " " + e.route + ": "
	if e.status != 0 {
		line += strings.TrimSpace(fmt.Sprintf("%d %s", e.status, http.StatusText(e.status)))
	}
	if e.code != 0 {
		line += fmt.Sprintf(" (%d)", e.code)
	}
	return strings.TrimSuffix(strings.TrimSpace(line+" "+e.text), ":")
}

func (e *requestError) Unwrap() error { return e.cause }

// because returns e with the reason why there was no further attempt.
func (e *requestError) because(err error) *requestError {
	with := *e
	with.text = strings.TrimSpace(e.text + "; " + err.Error())
	with.cause = errors.Join(e.cause, err)
	return &with
}

// ErrorCode returns Discord's own code for an error, such as 10062 for an unknown interaction; 0 if it has none.
func ErrorCode(err error) int {
	if e, ok := errors.AsType[*requestError](err); ok {
		return e.code
	}
	return 0
}

// StatusCode returns the HTTP status of an error, 0 if there was no answer.
func StatusCode(err error) int {
	if e, ok := errors.AsType[*requestError](err); ok {
		return e.status
	}
	return 0
}

// refusal returns the error for an answer of 400 or above.
func (c *Client) refusal(r request, status int, body []byte) *requestError {
	var said struct {
		Code    int    `json:"code"`
		Message string `json:"message"`
		Errors  any    `json:"errors"`
	}
	e := &requestError{method: r.method, route: r.route, status: status}
	if json.Unmarshal(body, &said) != nil {
		e.text = "the answer is not Discord's"
		return e
	}
	e.code = said.Code
	e.text = clip(redact(strings.Join(append([]string{said.Message}, faults("", said.Errors)...), "; "), c.secrets(r)...))
	return e
}

// secrets returns what must not be in an error about r.
func (c *Client) secrets(r request) []string {
	if r.byToken {
		return []string{c.config.Token, r.ids[1]}
	}
	return []string{c.config.Token}
}

// faults lists what Discord finds wrong with a body as "path: CODE". Its sentences are left out: they can repeat what
// was sent.
func faults(path string, v any) []string {
	var found []string
	switch v := v.(type) {
	case map[string]any:
		if code, ok := v["code"].(string); ok {
			found = append(found, strings.TrimPrefix(path, ".")+": "+code)
		}
		for key, inner := range v {
			found = append(found, faults(path+"."+key, inner)...)
		}
	case []any:
		for _, inner := range v {
			found = append(found, faults(strings.TrimSuffix(path, "._errors"), inner)...)
		}
	}
	slices.Sort(found)
	return found
}

// clip returns one line of text that is not too long for a log.
func clip(text string) string {
	const limit = 400
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > limit {
		text = strings.ToValidUTF8(text[:limit], "") + " …"
	}
	return text
}

// failure returns the error for an attempt without an answer.
func (c *Client) failure(r request, err error) *requestError {
	return &requestError{method: r.method, route: r.route, text: clip(redact(c.plain(err), c.secrets(r)...)), cause: bare(err)}
}

// bare returns err without the address in it, which may have a token.
func bare(err error) error {
	if e, ok := errors.AsType[*url.Error](err); ok {
		return e.Err
	}
	return err
}

// plain returns err as one line that an operator may read.
func (c *Client) plain(err error) string {
	err = bare(err)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "the connection was closed without an answer"
	}
	return clip(redact(err.Error(), c.config.Token))
}
