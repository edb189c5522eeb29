// Package message lays out what a reader in Discord sees.
//
// [In.Render] lays an answer out as one message, in a language. Its words are the fixed phrases of package phrases, names
// and dates from metadata, and quotes; everything that does not come from package phrases is escaped. [Verify] reads the
// finished message back and compares each block quote with its document, so that a wrong quote is an error and never a
// message. What reads a message of ours back does so whatever language it is in.
//
// An answer is followed up by its citations: [EncodeCitations] writes them into the few characters that a button keeps,
// [DecodeCitations] finds them again in the corpus of that time, and [In.RenderMore] and [In.RenderContext] show them. A
// document that has changed or gone since is said to have, and never quoted as if it had not.
//
// [Quotations] reads the other way: what somebody quotes in a message, as Discord shows it; [In.RenderChecks] says where in
// the corpus it stands. [Read] reads what a message states; [In.RenderPassages] shows what speaks of it, and [In.RenderCited]
// what a message of our own quotes. The other Render functions tell of the corpus and the bot. Only quotes that Verify has compared
// are set as block quotes in any of them.
//
// The package knows Discord's markup and limits and nothing of its network.
package message
