package discordtest

import (
	"strconv"
	"time"
)

// snowflakeEpoch is the first millisecond of 2015, where Discord's ids begin to count, in Unix time.
const snowflakeEpoch = 1_420_070_400_000

// firstGuild is the millisecond, after the epoch, in which the first guild was founded.
const firstGuild = 150_000_000_000

// snowflakes hands out ids. Guilds have one millisecond each, so that consecutive guilds fall to consecutive shards;
// everything else is as old as it says. The zero value is ready.
type snowflakes struct {
	last   uint64
	guilds uint64
}

// next returns an id of the given time, or a little later: ids increase.
func (s *snowflakes) next(at time.Time) string {
	s.last = max(uint64(at.UnixMilli()-snowflakeEpoch)<<22, s.last+1)
	return strconv.FormatUint(s.last, 10)
}

func (s *snowflakes) nextGuild() string {
	s.guilds++
	return strconv.FormatUint((firstGuild+s.guilds)<<22, 10)
}

// shardOf returns which of n shards serves a guild. Direct messages, whose guild is "", are shard 0's.
func shardOf(guild string, n int) int {
	id, err := strconv.ParseUint(guild, 10, 64)
	if err != nil || n < 1 {
		return 0
	}
	return int((id >> 22) % uint64(n))
}
