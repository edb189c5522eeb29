package main

import (
	"errors"
	"io"
	"log/slog"
	"time"

	"pullquote/bot"
	"pullquote/bot/discord"
)

// botSettings are the settings of the Discord bot, read and checked. Zero numbers leave the choice to package bot.
type botSettings struct {
	token, api     string
	shards         discord.Shards
	moderatorRoles []string
	// questionChannels are channels by the id of their server.
	questionChannels map[string]string
	logQuestions     bool
	// watch is the time between two looks whether the corpus has changed; zero is never.
	watch    time.Duration
	logLevel slog.Level
	logJSON  bool
	// metricsAddr is where metrics and health are served, as host:port; "" is nowhere.
	metricsAddr string
	limits      bot.Limits
}

// The most that a number may be. Beyond these a value is rather a slip of the keyboard than what anybody wants.
const (
	mostShards            = 1 << 16
	mostQuestionsByUser   = 6_000
	mostQuestionsByServer = 600_000
	mostWorkers           = 1_024
	mostQueued            = 100_000
)

// readBotSettings reads the settings of the bot. Its error joins everything that is wrong with them, each with the
// variable, its value unless that is secret, and the mend.
func readBotSettings(given settings) (botSettings, error) {
	c := &checker{settings: given}
	s := botSettings{
		token:            c.get("DISCORD_TOKEN"),
		api:              c.value("DISCORD_API_URL"),
		moderatorRoles:   c.roles("MODERATOR_ROLES"),
		questionChannels: c.channels("QUESTION_CHANNELS"),
		logQuestions:     c.truth("LOG_QUESTIONS"),
		watch:            watchTime(c.truth("CORPUS_WATCH")),
		logLevel:         c.level("LOG_LEVEL"),
		logJSON:          c.oneOf("LOG_FORMAT", "text", "json") == "json",
		metricsAddr:      c.address("METRICS_ADDR"),
		limits: bot.Limits{
			UserPerMinute:   c.number("USER_QUESTIONS_PER_MINUTE", mostQuestionsByUser),
			ServerPerMinute: c.number("SERVER_QUESTIONS_PER_MINUTE", mostQuestionsByServer),
			Workers:         c.number("WORKERS", mostWorkers),
			Queue:           c.number("QUEUE", mostQueued),
		},
	}
	// A client that is never connected says whether the token and the address can be right.
	_, err := discord.New(discord.Config{Token: s.token, API: s.api, Log: slog.New(slog.DiscardHandler)})
	s.shards.Count = c.number("SHARD_COUNT", mostShards)
	s.shards.IDs = c.shards("SHARD_IDS", s.shards.Count)
	return s, errors.Join(err, errors.Join(c.mistakes...))
}

// watchEvery is the time between two looks at the corpus: a change is read after one to two of them.
const watchEvery = 5 * time.Second

func watchTime(on bool) time.Duration {
	if on {
		return watchEvery
	}
	return 0
}

// logger returns the log of the bot, which never holds the token.
func (s botSettings) logger(w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: s.logLevel}
	var handler slog.Handler = slog.NewTextHandler(w, options)
	if s.logJSON {
		handler = slog.NewJSONHandler(w, options)
	}
	return slog.New(discord.RedactHandler(handler, s.token))
}
