package discord

import (
	"errors"
	"fmt"
	"net/http"
	"time"
)

const portal = "https://discord.com/developers/applications"

// errToken is why Run ends when Discord does not take the token, at first or later.
var errToken = errors.New("DISCORD_TOKEN is not accepted by Discord: it is mistyped or has been reset; make a new one at " +
	portal + ", under Bot, with Reset Token")

// fatalCode returns the error for a code with which the gateway closes for good, nil for other codes.
func (s *shard) fatalCode(code closeError) error {
	switch code {
	case 4004:
		return errToken
	case 4010:
		return fmt.Errorf("shard %d of %d is not taken by Discord: check the numbers of the shards (close code 4010)", s.id, s.client.config.Shards.Count)
	case 4011:
		return fmt.Errorf("the bot is in too many servers for %d shards: raise the number of shards (close code 4011)", s.client.config.Shards.Count)
	case 4012:
		return errors.New("this version of the gateway's protocol is no longer taken by Discord: update the program (close code 4012)")
	case 4013:
		return errors.New("the intents that the program asks for are unknown to Discord: update the program (close code 4013)")
	case 4014:
		return errors.New("the intents that the bot asks for are not allowed by Discord, though none is privileged: look at " +
			portal + ", under Bot, whether it is limited or disabled (close code 4014)")
	}
	return nil
}

// unreachable returns the error for the operator when the first requests fail.
func (c *Client) unreachable(err error) error {
	api, status := redact(c.config.API, c.config.Token), StatusCode(err)
	switch {
	case status == http.StatusUnauthorized:
		return errToken
	case status >= 500:
		return fmt.Errorf("there is a fault at Discord, %s (%w): try again later, and see https://discordstatus.com", api, err)
	case status == http.StatusTooManyRequests || errors.Is(err, ErrTooManyInvalid):
		return fmt.Errorf("too many requests for Discord at %s (%w): wait before the next start", api, err)
	case status != 0:
		return fmt.Errorf("what answers at %s is not Discord's API (%w): check DISCORD_API_URL", api, err)
	}
	return fmt.Errorf("cannot reach Discord at %s: %w; check the network, the proxy and DISCORD_API_URL", api, err)
}

// checkSessions says when the bot may connect again, if it has too few sessions left today for the shards of this
// process.
func (c *Client) checkSessions(g gateway) error {
	if g.Limits.Total == 0 || g.Limits.Remaining >= len(c.shards) {
		return nil
	}
	wait := g.resetAfter().Round(time.Second)
	return fmt.Errorf("the bot has connected too often today, %d of %d connections are left and %d needed: start it again in %v, at %s",
		g.Limits.Remaining, g.Limits.Total, len(c.shards), wait, time.Now().Add(wait).UTC().Format("2006-01-02 15:04 MST"))
}
