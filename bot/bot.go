// Package bot is how a Discord server asks and reads.
package bot
