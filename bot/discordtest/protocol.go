package discordtest

// The numbers of the gateway and of the API, as Discord documents them.

// Operations of the gateway.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opPresence       = 3
	opVoice          = 4
	opResume         = 6
	opReconnect      = 7
	opMembers        = 8
	opInvalidSession = 9
	opHello          = 10
	opHeartbeatAck   = 11
)

// Close codes of the gateway.
const (
	closeUnknownOp       = 4001
	closeUndecodable     = 4002
	closeUnauthenticated = 4003
	closeBadToken        = 4004
	closeAuthenticated   = 4005
	closeBadSequence     = 4007
	closeTimedOut        = 4009
	closeBadShard        = 4010
	closeBadIntents      = 4013
	closeDisallowed      = 4014
)

// Intents that the server knows.
const (
	intentGuilds         = 1 << 0
	intentMembers        = 1 << 1
	intentPresences      = 1 << 8
	intentGuildMessages  = 1 << 9
	intentDirectMessages = 1 << 12
	intentMessageContent = 1 << 15

	privilegedIntents = intentMembers | intentPresences | intentMessageContent
	// knownIntents are all that Discord has: bits 0 to 16, 20, 21, 24 and 25.
	knownIntents = 1<<17 - 1 | 3<<20 | 3<<24
)
