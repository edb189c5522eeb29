package bot

// The state of a button is in its custom_id: a version, a letter for what the button does, and what it does it with.
// So buttons work after a restart. Discord gives a custom_id 100 characters.

const (
	customIDVersion = "1"
	// payloadLimit is what a button's state may have.
	payloadLimit = 100 - len(customIDVersion) - 1 - 1 // the last is the page of pressContextPage
)

// What buttons do.
const (
	verbContext     = "context"
	verbContextPage = "context page"
	verbMore        = "more"
	verbSources     = "sources page"
	verbHelpful     = "helpful"
	verbUnhelpful   = "not helpful"
	verbDelete      = "delete"
	verbReload      = "reload"
	verbPassOn      = "pass on"
	verbRollBack    = "roll back"
)

// verbLetters are the verbs as they stand in a custom_id.
var verbLetters = map[string]string{
	verbContext: "c", verbContextPage: "p", verbMore: "m", verbSources: "s",
	verbHelpful: "h", verbUnhelpful: "n", verbDelete: "d", verbReload: "r",
	verbPassOn: "q", verbRollBack: "b",
}

func customID(verb, payload string) string { return customIDVersion + verbLetters[verb] + payload }

// readCustomID returns the route and the payload of a pressed button. Buttons of another version have a route that does
// not exist.
func readCustomID(id string) (route, payload string) {
	if len(id) < 2 || id[:1] != customIDVersion {
		return pressed + "unknown", ""
	}
	for verb, letter := range verbLetters {
		if id[1:2] == letter {
			return pressed + verb, id[2:]
		}
	}
	return pressed + "unknown", ""
}
