package main

import (
	"fmt"
	"log/slog"
	"net"
	"slices"
	"strconv"
	"strings"
)

// checker reads settings and collects what is wrong with them. Every method takes an unset variable for its default.
type checker struct {
	settings
	mistakes []error
}

// value returns what a variable holds, without the spaces around it.
func (c *checker) value(name string) string { return strings.TrimSpace(c.get(name)) }

// mistake notes that the value of a variable is of no use, and what to do.
func (c *checker) mistake(name, mend string, args ...any) {
	c.mistakes = append(c.mistakes, fmt.Errorf("%s is %q; %s", c.origin[name], c.get(name), fmt.Sprintf(mend, args...)))
}

// number returns a whole number from 1 to most, 0 where none is set.
func (c *checker) number(name string, most int) int {
	if c.value(name) == "" {
		return 0
	}
	n, err := strconv.Atoi(c.value(name))
	if err != nil || n < 1 || n > most {
		c.mistake(name, "write a whole number from 1 to %d, or leave it empty", most)
		return 0
	}
	return n
}

// oneOf returns the one of the words that is set, in any case, and the first where none is.
func (c *checker) oneOf(name string, words ...string) string {
	word := strings.ToLower(c.value(name))
	switch {
	case word == "":
		return words[0]
	case !slices.Contains(words, word):
		c.mistake(name, "write %s or %s", strings.Join(words[:len(words)-1], ", "), words[len(words)-1])
	}
	return word
}

// truth returns whether a switch is on.
func (c *checker) truth(name string) bool {
	return slices.Contains([]string{"true", "1", "yes"}, c.oneOf(name, "false", "true", "0", "1", "no", "yes"))
}

// level returns the least level to log.
func (c *checker) level(name string) slog.Level {
	switch c.oneOf(name, "info", "debug", "warn", "error") {
	case "debug":
		return slog.LevelDebug
	case "warn":
		return slog.LevelWarn
	case "error":
		return slog.LevelError
	}
	return slog.LevelInfo
}

// roles returns a list of ids of roles, which are parted by commas or spaces.
func (c *checker) roles(name string) []string {
	roles := items(c.get(name))
	for _, role := range roles {
		if !isID(role) {
			c.mistake(name, "%q is not the id of a role, a number of %d to 20 digits; switch on Developer Mode in Discord's "+
				"settings, right-click the role and choose Copy Role ID", role, leastID)
		}
	}
	return roles
}

// channels returns pairs of ids such as SERVER:CHANNEL, which are parted by commas or spaces, as a map.
func (c *checker) channels(name string) map[string]string {
	list := items(c.get(name))
	if len(list) == 0 {
		return nil
	}
	channels := make(map[string]string, len(list))
	for _, item := range list {
		server, channel, _ := strings.Cut(item, ":")
		switch {
		case !isID(server) || !isID(channel):
			c.mistake(name, "%q is not the id of a server and the id of a channel of it with a colon between them; switch on "+
				"Developer Mode in Discord's settings, right-click each and choose Copy ID", item)
		case channels[server] != "":
			c.mistake(name, "the server %s has two channels; choose one", server)
		}
		channels[server] = channel
	}
	return channels
}

// isID reports whether s is an id of Discord's.
func isID(s string) bool {
	_, err := strconv.ParseUint(s, 10, 64)
	return err == nil && len(s) >= leastID
}

// leastID is the number of digits of the oldest ids that servers and roles have.
const leastID = 17

// shards returns a list of numbers and ranges such as 0-3,7 of shards below n; n is 0 where it was not set.
func (c *checker) shards(name string, n int) []int {
	if c.value(name) != "" && n == 0 {
		c.mistake(name, "set SHARD_COUNT too, to the number of all shards")
		return nil
	}
	var ids []int
	for _, item := range items(c.get(name)) {
		first, last, ok := rangeOf(item)
		if !ok || last >= n {
			c.mistake(name, "%q is no shard or range of shards from 0 to %d; write them like 0-3,7", item, n-1)
			continue
		}
		for id := first; id <= last; id++ {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// rangeOf reads "7" as 7 to 7 and "0-3" as 0 to 3.
func rangeOf(item string) (first, last int, ok bool) {
	from, to, isRange := strings.Cut(item, "-")
	if !isRange {
		to = from
	}
	low, errLow := strconv.ParseUint(from, 10, 31)
	high, errHigh := strconv.ParseUint(to, 10, 31)
	return int(low), int(high), errLow == nil && errHigh == nil && low <= high
}

// address returns a host and port to listen on.
func (c *checker) address(name string) string {
	addr := c.value(name)
	if addr == "" {
		return ""
	}
	_, port, err := net.SplitHostPort(addr)
	if _, bad := strconv.ParseUint(port, 10, 16); err != nil || bad != nil {
		c.mistake(name, "write a host and a port from 0 to 65535, such as 127.0.0.1:9090")
	}
	return addr
}

// items returns the items of a list that is parted by commas or spaces.
func items(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
}
