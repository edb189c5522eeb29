package discord

import (
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
)

// timing has the durations that tests shorten.
type timing struct {
	patience   time.Duration // silence of an open connection; also what a lock may be held
	answer     time.Duration // silence while a connection opens
	open       time.Duration // opening a connection, all of it
	closing    time.Duration // a session's Close, which sleeps for a second
	write      time.Duration // one write to the gateway
	backoff    time.Duration // before the second attempt to connect; doubles
	backoffMax time.Duration
	identify   time.Duration // between two IDENTIFYs under one rate limit key
	retry      time.Duration // before the second attempt of a request; doubles
	longest    time.Duration // the longest wait that a 429 may ask for
}

func defaultTiming(patience time.Duration) timing {
	return timing{
		patience: patience, answer: 30 * time.Second, open: 60 * time.Second, closing: 3 * time.Second,
		write: 10 * time.Second, backoff: time.Second, backoffMax: 60 * time.Second,
		identify: 5500 * time.Millisecond, // Discord wants 5 s; connections do not take the same time to open
		retry:    250 * time.Millisecond, longest: 2 * time.Minute,
	}
}

// withDefaults returns c with its zero fields filled in, and the shards sorted and without repeats.
func (c Config) withDefaults() Config {
	c.API = strings.TrimRight(cmp.Or(c.API, DefaultAPI), "/")
	c.Patience = cmp.Or(c.Patience, 90*time.Second)
	c.Shards.Count = cmp.Or(c.Shards.Count, 1)
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if len(c.Shards.IDs) == 0 {
		for id := range c.Shards.Count {
			c.Shards.IDs = append(c.Shards.IDs, id)
		}
	}
	c.Shards.IDs = slices.Compact(slices.Sorted(slices.Values(c.Shards.IDs)))
	return c
}

// check returns all mistakes of c, each with its mend, or nil.
func (c Config) check() error {
	return errors.Join(checkToken(c.Token), checkAPI(c.API), checkShards(c.Shards), checkPatience(c.Patience))
}

// quotationMarks are those that shells, settings files and word processors put around a value.
const quotationMarks = "\"'`\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb"

func checkToken(token string) error {
	switch {
	case token == "":
		return errors.New("DISCORD_TOKEN is empty: copy the bot's token from https://discord.com/developers/applications, under Bot")
	case strings.Trim(token, quotationMarks) != token:
		return errors.New("DISCORD_TOKEN has quotation marks around it: write it without them; the env file of a container takes them for a part of it")
	case strings.HasPrefix(token, "Bot "):
		return errors.New(`DISCORD_TOKEN begins with "Bot ": leave that word out`)
	case strings.ContainsFunc(token, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r > unicode.MaxASCII }):
		return errors.New("DISCORD_TOKEN has a space or another character that no token has: copy it again, all of it and nothing else")
	}
	return nil
}

func checkAPI(api string) error {
	u, err := url.Parse(api)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("DISCORD_API_URL %q is not a web address: write one like %s, or leave it empty", redact(api), DefaultAPI)
	}
	if u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return fmt.Errorf("DISCORD_API_URL has a query, a fragment or a user name: write only an address like %s", DefaultAPI)
	}
	return nil
}

func checkShards(s Shards) error {
	if s.Count < 0 {
		return fmt.Errorf("the number of shards is %d: it must be 1 or more", s.Count)
	}
	for _, id := range s.IDs {
		if id < 0 || id >= s.Count {
			return fmt.Errorf("there is no shard %d: shards are numbered 0 to %d", id, s.Count-1)
		}
	}
	return nil
}

func checkPatience(patience time.Duration) error {
	if patience < 0 {
		return fmt.Errorf("the patience with the gateway is %v: it must be above zero", patience)
	}
	return nil
}
