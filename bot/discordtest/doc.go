// Package discordtest is a Discord on loopback: a gateway and a REST API for the tests of a bot, the way net/http/httptest
// is a web server for the tests of a web client. The bot under test is the whole bot with its real client library; the
// test plays the people, and the faults.
//
//	srv := discordtest.NewServer()
//	defer srv.Close()
//	guild := srv.AddGuild("Reading room")
//	channel := guild.AddChannel("general")
//	ada := srv.AddUser("ada")
//
//	// Start the bot against srv.API(), or with the HTTP client srv.Client(). Then:
//	i := ada.Command(channel, "ask", discordtest.Options{"question": "How many?"})
//	msg, err := i.Wait(ctx) // what Ada reads
//	ada.Press(msg, "More")
//
// # What it does as Discord does
//
// The gateway speaks hello, heartbeat, identify, ready, resume, reconnect and invalid session. It sends an event only to
// the shard that serves its guild and only with the intent it needs, keeps what a disconnected session misses for its
// resume, and leaves a message's content out unless the bot is mentioned, is written to directly, or wrote it itself. The
// same goes for the message that a reply refers to, and for messages that are fetched.
//
// The REST API has the gateway's address, the application, its global commands, messages in channels, and responses to
// interactions with their edits and followups: with deadlines, nonces, permissions, files and Discord's error codes. A
// route that it lacks is answered by 404: commands of single guilds, reactions, threads, members and voice, among others.
//
// Every request is recorded and checked: always against the limits on messages, components and commands, and, after
// [Server.Describe], against Discord's own description of its API. What Discord would not accept is answered by its 400
// and listed in [Server.Problems]; refusals that depend on the state of things, such as an unknown message or a late
// response, are answered as Discord does and are not problems.
//
// # What goes wrong
//
// [Server.Inject] makes requests fail, hang or lose their answers; [Server.LimitRate] limits a route's rate;
// [Server.OnConnect], [Server.OnResume], [Server.Freeze], [Server.Reconnect] and others disturb the gateway. [Server.WaitFor] and
// [Server.WaitConnected] wait for what comes of it, so that no test needs to sleep.
//
// # Values
//
// A [Message] is a snapshot that does not change; an [Interaction] is live. All methods may be called at the same time.
// A mistake in a test, such as pressing a button that is not there, panics.
package discordtest
