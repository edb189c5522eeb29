// Package discord keeps the connection to Discord: the gateway with its shards and watchdogs, and the REST API with
// bounded retries. It knows nothing of questions and answers.
package discord

import (
	"context"
	"log/slog"
	"time"

	"github.com/bwmarrin/discordgo"
)

// DefaultAPI is the address of Discord's REST API.
const DefaultAPI = "https://discord.com/api/v10"

// Config says how Discord is reached.
type Config struct {
	// Token is the bot's token, without "Bot ".
	Token string
	// API is the address that replaces DefaultAPI, "" for that. The gateway's address comes from its answer.
	API string
	// Shards are the shards that this process runs.
	Shards Shards
	Log    *slog.Logger
	// Patience is how long the gateway may be silent before it counts as dead, and how long a lock of the session may be
	// held. Zero means 90 s, a little over two of Discord's heartbeat intervals.
	Patience time.Duration
	// Observe, if not nil, is told of every request's end and of every connection's state, for metrics.
	Observe Observer
}

// Shards say which part of Discord's servers a process serves: those whose id gives one of IDs by (id>>22) % Count.
// The zero value is the one shard of a bot that is not sharded.
type Shards struct {
	// IDs are the shards of this process; empty means all of Count.
	IDs   []int
	Count int
}

// Observer is told what happens on the wire. Calls may overlap.
type Observer interface {
	// Requested is called after each attempt of a request. route has no ids or tokens; status is 0 where there was no
	// answer.
	Requested(method, route string, status int, took time.Duration)
	// Connected is called when a shard is connected or is not any more.
	Connected(shard int, up bool)
}

// Handler receives events. Its methods are called one event after the other for each shard, and must not wait for long.
type Handler interface {
	Ready(*discordgo.Ready)
	Interaction(*discordgo.InteractionCreate)
	Message(*discordgo.MessageCreate)
}

// Client is a bot's connection to Discord.
type Client struct{}

// New returns a client that is not connected yet. It fails when the configuration cannot work.
func New(c Config) (*Client, error) { panic("not written yet") }

// Run connects and delivers events to h until the context ends, when it returns nil, or until the connection cannot be
// kept: the error is one line for the operator that says what is wrong and what to do.
func (c *Client) Run(ctx context.Context, h Handler) error { panic("not written yet") }

// Health is the state of one shard.
type Health struct {
	Shard     int
	Connected bool
	// Heard is when the gateway last acknowledged a heartbeat or sent an event.
	Heard time.Time
}

// Health returns the state of every shard of the process, by number.
func (c *Client) Health() []Health { panic("not written yet") }

// Respond answers an interaction for the first time. Discord wants that within 3 s of the interaction.
func (c *Client) Respond(ctx context.Context, i *discordgo.Interaction, r *discordgo.InteractionResponse) error {
	panic("not written yet")
}

// Edit changes the first response to an interaction, within 15 minutes of it.
func (c *Client) Edit(ctx context.Context, i *discordgo.Interaction, e *discordgo.WebhookEdit) error {
	panic("not written yet")
}

// Followup sends a further message in response to an interaction, within 15 minutes of it.
func (c *Client) Followup(ctx context.Context, i *discordgo.Interaction, p *discordgo.WebhookParams) error {
	panic("not written yet")
}

// DeleteOriginal deletes the message that an interaction's component stands on, or the first response to a command.
func (c *Client) DeleteOriginal(ctx context.Context, i *discordgo.Interaction) error {
	panic("not written yet")
}

// Send sends a message to a channel. A retry never posts it twice.
func (c *Client) Send(ctx context.Context, channel string, m *discordgo.MessageSend) error {
	panic("not written yet")
}

// SyncCommands makes the application's global commands these, by one bulk overwrite and only when they differ from what
// Discord has. It reports whether they did.
func (c *Client) SyncCommands(ctx context.Context, application string, commands []*discordgo.ApplicationCommand) (changed bool, err error) {
	panic("not written yet")
}

// ErrorCode returns Discord's own code for an error, such as 10062 for an unknown interaction; 0 if it has none.
func ErrorCode(err error) int { panic("not written yet") }

// StatusCode returns the HTTP status of an error, 0 if there was no answer.
func StatusCode(err error) int { panic("not written yet") }
