package discordtest

import (
	"encoding/json"
	"net/http"
)

// answer is a response. A nil body is sent without one.
type answer struct {
	status int
	header http.Header
	body   any
}

func (a answer) write(w http.ResponseWriter) {
	for k, v := range a.header {
		w.Header()[k] = v
	}
	if html, ok := a.body.(string); ok {
		w.Header().Set("Content-Type", "text/html; charset=UTF-8")
		w.WriteHeader(a.status)
		_, _ = w.Write([]byte(html)) // fails only if the client has gone
		return
	}
	if a.body == nil {
		w.WriteHeader(a.status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(a.status)
	_, _ = w.Write(mustJSON(a.body)) // fails only if the client has gone
}

// Discord's codes for errors.
const (
	codeUnknownChannel     = 10003
	codeUnknownMessage     = 10008
	codeUnknownUser        = 10013
	codeUnknownWebhook     = 10015
	codeUnknownApplication = 10002
	codeUnknownInteraction = 10062
	codeAcknowledged       = 40060
	codeMissingAccess      = 50001
	codeNotTheAuthor       = 50005
	codeEmptyMessage       = 50006
	codeCannotMessageUser  = 50007
	codeMissingPermissions = 50013
	codeInvalidToken       = 50027
	codeInvalidForm        = 50035
	codeUnreadable         = 50109
	codeNoHistory          = 160002
)

// refuse returns an error in Discord's form.
func refuse(status, code int, message string) *answer {
	return &answer{status: status, body: object{"message": message, "code": code}}
}

func ok(body any) *answer { return &answer{status: http.StatusOK, body: body} }

func noContent() *answer { return &answer{status: http.StatusNoContent} }

// decode reads the call's JSON into v. It returns the refusal if the JSON does not fit.
func (c *call) decode(v any) *answer {
	if err := json.Unmarshal(c.payload, v); err != nil {
		c.Problems = append(c.Problems, "body: "+err.Error())
		return refuse(http.StatusBadRequest, codeUnreadable, "The request body contains invalid JSON.")
	}
	return nil
}
