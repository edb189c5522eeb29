package discord

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"golang.org/x/sync/errgroup"
)

const (
	routeMe      = "/users/@me"
	routeGateway = "/gateway/bot"
)

// Run connects and delivers events to h until the context ends, when it returns nil, or until the connection cannot be
// kept: the error is one line for the operator that says what is wrong and what to do. No method of h runs any more when
// Run returns.
func (c *Client) Run(ctx context.Context, h Handler) error {
	defer c.http.CloseIdleConnections()
	g, err := c.greet(ctx)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		return err
	}
	b := newBudget(g, c.timing.identify)
	group, ctx := errgroup.WithContext(ctx)
	for _, s := range c.shards {
		q := newQueue(ctx, s.log)
		group.Go(func() error { return s.run(ctx, g, b, q) })
		group.Go(func() error { return q.deliver(h) })
	}
	group.Go(func() error {
		select {
		case <-c.revoked:
			return errToken
		case <-ctx.Done():
			return nil
		}
	})
	return group.Wait()
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

// get reads what route answers into v.
func (c *Client) get(ctx context.Context, route string, v any) error {
	r := request{method: http.MethodGet, route: route}
	body, err := c.do(ctx, r)
	if err != nil {
		return err
	}
	if json.Unmarshal(body, v) != nil {
		return &requestError{method: r.method, route: route, status: http.StatusOK, text: "the answer is not Discord's"}
	}
	return nil
}

func (c *Client) notDiscord(why string) error {
	return fmt.Errorf("what answers at %s is not Discord's API (%s): check DISCORD_API_URL", redact(c.config.API, c.config.Token), why)
}
