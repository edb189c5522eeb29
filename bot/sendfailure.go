package bot

import (
	"errors"
	"log/slog"
	"net/http"
	"slices"

	"pullquote/bot/discord"
)

// refused reports whether Discord found fault with a message, which it does not show then. The asker, whom that leaves
// without a word, is told so by another one.
func refused(err error) bool {
	status := discord.StatusCode(err)
	return (status == http.StatusBadRequest || status == http.StatusRequestEntityTooLarge) && discord.ErrorCode(err) != codeAcknowledged
}

// Discord's codes: for permissions that the bot lacks, for a message that is gone, and for an interaction that is too
// old, by its age or its token's, or was responded to already. Who asked too slow a bot sees Discord's own notice; there is
// nothing to do about it.
const (
	codeMissingAccess      = 50001
	codeMissingPermissions = 50013
	codeNoHistory          = 160002
	codeUnknownMessage     = 10008
	codeUnknownInteraction = 10062
	codeAcknowledged       = 40060
	codeTokenTooOld        = 50027
)

// mayHaveArrived reports whether Discord may have done what a request asked for although it failed: there was no answer,
// or one of something in front of Discord.
func mayHaveArrived(err error) bool {
	status := discord.StatusCode(err)
	return status == 0 || status >= http.StatusInternalServerError
}

// mendOf says what the operator or a server's moderators can do about a message that could not be sent, "" where that is
// not for them.
func mendOf(err error) string {
	switch discord.ErrorCode(err) {
	case codeMissingAccess:
		return "grant the bot View Channel in this channel"
	case codeMissingPermissions:
		return "grant the bot Send Messages in this channel, in threads Send Messages in Threads"
	}
	return ""
}

// levelOf says how loudly a failure to send is logged: what users or servers cause is a warning, and what was warned of
// a short while ago only a matter for debugging.
func levelOf(err error) slog.Level {
	switch {
	case errors.Is(err, discord.ErrRefusedBefore):
		return slog.LevelDebug
	case slices.Contains([]int{codeUnknownInteraction, codeAcknowledged, codeTokenTooOld}, discord.ErrorCode(err)),
		slices.Contains([]int{http.StatusForbidden, http.StatusNotFound}, discord.StatusCode(err)):
		return slog.LevelWarn
	}
	return slog.LevelError
}
