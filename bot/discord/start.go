package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"
)

const (
	routeMe      = "/users/@me"
	routeGateway = "/gateway/bot"
)

// passing is an error that may pass by itself, such as that of a network that is not up yet. Its text is for the
// operator.
type passing struct {
	error
	wait time.Duration // the least time before another attempt
}

// start greets Discord until that goes well or ctx ends. What may pass by itself does not end it: another attempt costs
// no IDENTIFY, while a supervisor that starts the process anew has the corpus read each time, or gives up. The operator
// is told of every attempt that fails at once, with what to do.
func (c *Client) start(ctx context.Context) (gateway, error) {
	for backoff := c.timing.backoff; ; backoff = min(2*backoff, c.timing.backoffMax) {
		g, err := c.greet(ctx)
		trouble, passes := errors.AsType[passing](err)
		if !passes || ctx.Err() != nil {
			return g, err
		}
		wait := max(jittered(backoff), trouble.wait)
		c.config.Log.Warn(trouble.Error(), "again_in", wait.Round(time.Millisecond).String())
		if err := pause(ctx, wait, wait); err != nil {
			return g, err
		}
	}
}

// greet checks the token and asks for the gateway.
func (c *Client) greet(ctx context.Context) (gateway, error) {
	var me struct {
		ID string `json:"id"`
	}
	if err := c.get(ctx, routeMe, &me); err != nil {
		return gateway{}, c.unreachable(err)
	}
	if me.ID == "" {
		return gateway{}, c.notDiscord("its answer names no user")
	}
	var g gateway
	if err := c.get(ctx, routeGateway, &g); err != nil {
		return gateway{}, c.unreachable(err)
	}
	if err := checkGatewayURL(g.URL); err != nil {
		return gateway{}, c.notDiscord(err.Error())
	}
	return g, c.checkSessions(g)
}

// get reads what route answers into v. It asks once: its caller decides what a failure means.
func (c *Client) get(ctx context.Context, route string, v any) error {
	r := request{method: http.MethodGet, route: route}
	if err := c.admit(ctx, r); err != nil {
		return err
	}
	a := c.attempt(ctx, r, payload{})
	if failed := c.judge(r, a); failed != nil {
		return failed
	}
	if json.Unmarshal(a.body, v) != nil {
		return &requestError{method: r.method, route: route, status: http.StatusOK, text: "the answer is not Discord's"}
	}
	return nil
}

// unreachable returns the error for the operator when a first request fails. What Discord itself, or nobody, answered
// may pass.
func (c *Client) unreachable(err error) error {
	api, status := redact(c.config.API, c.config.Token), StatusCode(err)
	switch {
	case status == http.StatusUnauthorized:
		return errToken
	case status >= 500:
		return passing{error: fmt.Errorf("there is a fault at Discord, %s (%w): nothing to do but wait; see https://discordstatus.com", api, err)}
	case status == http.StatusTooManyRequests || errors.Is(err, ErrTooManyInvalid):
		return passing{fmt.Errorf("too many requests for Discord at %s (%w): wait, and stop what else uses this token or address", api, err), askedWait(err)}
	case status != 0:
		return c.notDiscord(err.Error())
	}
	return passing{error: fmt.Errorf("cannot reach Discord at %s: %w; check the network, the proxy and DISCORD_API_URL", api, err)}
}

// askedWait returns how long the answer behind err asks to wait, 0 where it does not.
func askedWait(err error) time.Duration {
	if e, ok := errors.AsType[*requestError](err); ok {
		return e.wait
	}
	return 0
}

func (c *Client) notDiscord(why string) error {
	return fmt.Errorf("what answers at %s is not Discord's API (%s): check DISCORD_API_URL", redact(c.config.API, c.config.Token), why)
}

// checkSessions says when the bot may connect again, if it has too few sessions left today for the shards of this
// process.
func (c *Client) checkSessions(g gateway) error {
	if g.Limits.Total == 0 || g.Limits.Remaining >= len(c.shards) {
		return nil
	}
	wait := g.resetAfter().Round(time.Second)
	return passing{fmt.Errorf("the bot has connected too often today, %d of %d connections are left and %d needed: find out why; it connects again at %s",
		g.Limits.Remaining, g.Limits.Total, len(c.shards), time.Now().Add(wait).UTC().Format("2006-01-02 15:04 MST")), g.resetAfter()}
}
