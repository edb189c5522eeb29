package discord

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestRefusalSaysWhatIsWrong(t *testing.T) {
	c, err := New(Config{Token: "abc"})
	if err != nil {
		t.Fatal(err)
	}
	r := request{method: "POST", route: routeCallback, ids: []string{"12", "t0ken"}, byToken: true}
	tests := []struct {
		status, code int
		body, want   string
	}{
		{404, 10062, `{"message":"Unknown interaction","code":10062}`, "404 Not Found (10062) Unknown interaction"},
		{400, 50035, `{"code":50035,"message":"Invalid Form Body","errors":{"data":{"content":{"_errors":[
			{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 2000 or fewer: secret text"}]},"embeds":{"0":{"_errors":[{"code":"X"}]}}}}}`,
			"400 Bad Request (50035) Invalid Form Body; data.content: BASE_TYPE_MAX_LENGTH; data.embeds.0: X"},
		{502, 0, "<html>", "502 Bad Gateway the answer is not Discord's"},
		{403, 0, `{"message":"two\nlines t0ken"}`, "403 Forbidden two lines [redacted]"},
		{530, 0, "", "530 the answer is not Discord's"},
	}
	for _, tt := range tests {
		err := error(c.refusal(r, tt.status, []byte(tt.body)))
		if want := "POST " + routeCallback + ": " + tt.want; err.Error() != want {
			t.Errorf("refusal(%d, %s):\n got %q\nwant %q", tt.status, tt.body, err, want)
		}
		wrapped := fmt.Errorf("answering: %w", err)
		if StatusCode(wrapped) != tt.status || ErrorCode(wrapped) != tt.code {
			t.Errorf("refusal(%d, %s): status %d and code %d", tt.status, tt.body, StatusCode(wrapped), ErrorCode(wrapped))
		}
	}
	long := c.refusal(r, 400, []byte(`{"message":"`+strings.Repeat("é", 5000)+`"}`))
	if n := len(long.Error()); n > 600 {
		t.Errorf("the error is %d bytes long", n)
	}
}

func TestCodesOfOtherErrors(t *testing.T) {
	for _, err := range []error{nil, io.EOF, errors.Join(io.EOF, errToken)} {
		if StatusCode(err) != 0 || ErrorCode(err) != 0 {
			t.Errorf("%v: status %d and code %d, want none", err, StatusCode(err), ErrorCode(err))
		}
	}
}

func TestRedirectionsAreNotFollowed(t *testing.T) {
	t.Parallel()
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("the token %q went to another address", r.Header.Get("Authorization"))
	}))
	defer elsewhere.Close()
	api := httptest.NewServer(http.RedirectHandler(elsewhere.URL, http.StatusTemporaryRedirect))
	defer api.Close()
	wantStartError(t, api.URL, "is not Discord's API")
}
