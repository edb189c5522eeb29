package discordtest

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/gorilla/websocket"
)

// route is what the server does for a method and a path. The template is that of Discord's description, such as
// "/channels/{channel_id}/messages".
type route struct {
	method, template string
	// open is true where no authorization is asked for: the token in the path is enough.
	open   bool
	handle func(*Server, *call) *answer
}

// call is one request to the REST API.
type call struct {
	*Request
	params map[string]string // of the route's template
	query  url.Values
	route  *route      // nil where the server has none
	wrong  []violation // against the description
	within string      // where in the body that lies which is being checked, "" or ending in a dot
}

// routes returns what the server can do. Of two that fit, the first counts.
func routes() []*route {
	const (
		application = "/applications/{application_id}/commands"
		channel     = "/channels/{channel_id}/messages"
		webhook     = "/webhooks/{webhook_id}/{webhook_token}"
	)
	return []*route{
		{method: "GET", template: "/gateway", open: true, handle: (*Server).getGateway},
		{method: "GET", template: "/gateway/bot", handle: (*Server).getGatewayBot},
		{method: "GET", template: "/users/@me", handle: (*Server).getUser},
		{method: "POST", template: "/users/@me/channels", handle: (*Server).createDM},
		{method: "GET", template: "/oauth2/applications/@me", handle: (*Server).getApplication},
		{method: "GET", template: "/applications/@me", handle: (*Server).getApplication},
		{method: "GET", template: application, handle: (*Server).getCommands},
		{method: "PUT", template: application, handle: (*Server).putCommands},
		{method: "GET", template: "/channels/{channel_id}", handle: (*Server).getChannel},
		{method: "GET", template: channel, handle: (*Server).getMessages},
		{method: "POST", template: channel, handle: (*Server).createMessage},
		{method: "GET", template: channel + "/{message_id}", handle: (*Server).getMessage},
		{method: "PATCH", template: channel + "/{message_id}", handle: (*Server).editMessage},
		{method: "DELETE", template: channel + "/{message_id}", handle: (*Server).deleteMessage},
		{method: "POST", template: "/interactions/{interaction_id}/{interaction_token}/callback", open: true, handle: (*Server).respond},
		{method: "POST", template: webhook, open: true, handle: (*Server).createFollowup},
		{method: "GET", template: webhook + "/messages/@original", open: true, handle: (*Server).getResponse},
		{method: "PATCH", template: webhook + "/messages/@original", open: true, handle: (*Server).editResponse},
		{method: "DELETE", template: webhook + "/messages/@original", open: true, handle: (*Server).deleteResponse},
		{method: "GET", template: webhook + "/messages/{message_id}", open: true, handle: (*Server).getResponse},
		{method: "PATCH", template: webhook + "/messages/{message_id}", open: true, handle: (*Server).editResponse},
		{method: "DELETE", template: webhook + "/messages/{message_id}", open: true, handle: (*Server).deleteResponse},
	}
}

// matchPath returns the values of a template's parameters in path, or false if it does not fit.
func matchPath(template, path string) (map[string]string, bool) {
	want, have := strings.Split(template, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	params := map[string]string{}
	for i, w := range want {
		switch {
		case strings.HasPrefix(w, "{") && have[i] != "":
			params[strings.Trim(w, "{}")] = have[i]
		case w != have[i]:
			return nil, false
		}
	}
	return params, true
}

var apiPrefix = regexp.MustCompile(`^(/api)?(/v[0-9]+)?/`)

// find fills in the route of a call. Any version of the API will do, and none.
func (s *Server) find(c *call) {
	path := apiPrefix.ReplaceAllString(c.Path, "/")
	for _, r := range s.routes {
		if r.method != c.Method {
			continue
		}
		if params, ok := matchPath(r.template, path); ok {
			c.route, c.params, c.Route = r, params, r.template
			return
		}
	}
	s.mu.Lock()
	d := s.description
	s.mu.Unlock()
	if d != nil {
		c.Route = d.template(path)
	}
}

// serve handles every request: the gateway's and the API's.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	if websocket.IsWebSocketUpgrade(r) {
		s.serveGateway(w, r)
		return
	}
	c, err := s.read(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.find(c)
	c.wrong = s.check(c)
	c.note(c.wrong)
	s.record(c.Request)
	a := s.answer(r.Context(), c)
	s.finish(c, a)
	a.write(w)
}

// finish records how a call ends. Whoever has the answer finds it recorded.
func (s *Server) finish(c *call, a *answer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.Status = a.status
	s.changed.fire()
}

// answer does what a call asks for, or what the faults make of it.
func (s *Server) answer(ctx context.Context, c *call) *answer {
	f, faulty := s.fault(c)
	if !faulty {
		return s.do(c)
	}
	s.delay(ctx, f.Delay)
	if !f.Done && f.fails() {
		return s.fail(ctx, f)
	}
	a := s.do(c)
	if f.fails() {
		return s.fail(ctx, f)
	}
	return a
}

// do hands a call to its route, if it may.
func (s *Server) do(c *call) *answer {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case c.route == nil:
		return refuse(http.StatusNotFound, 0, "404: Not Found")
	case !c.route.open && !c.authorized(s):
		return refuse(http.StatusUnauthorized, 0, "401: Unauthorized")
	}
	header, limited := s.spend(c)
	if limited != nil {
		return limited
	}
	a := s.handle(c)
	a.header = header
	return a
}

// authorized reports whether a call brings the bot's token, which is still good. s.mu is held.
func (c *call) authorized(s *Server) bool {
	token, isBot := strings.CutPrefix(c.Header.Get("Authorization"), "Bot ")
	return isBot && s.isToken(token)
}

// handle hands a call to its route, unless the description is against it.
func (s *Server) handle(c *call) *answer {
	switch {
	case c.unreadable:
		return refuse(http.StatusBadRequest, codeUnreadable, "The request body contains invalid JSON.")
	case len(c.wrong) > 0:
		return formError(c.wrong)
	}
	return c.route.handle(s, c)
}
