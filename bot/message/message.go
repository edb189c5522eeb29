// Package message lays out what a reader in Discord sees.
//
// [Render] lays an answer out as one message. Its words are the fixed phrases of phrases.go, names and dates from
// metadata, and quotes; everything that does not come from phrases.go is escaped. [Verify] reads the finished message
// back and compares each block quote with its document, so that a wrong quote is an error and never a message.
//
// The package knows Discord's markup and limits and nothing of its network.
package message
