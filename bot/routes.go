package bot

import "context"

// handler computes the response to a request. It does not send it. An error is a failure of the program or of Discord, not
// of the asker, and is logged; the asker sees a fixed phrase.
type handler func(ctx context.Context, r *request) (response, error)

// route is how requests of one name are treated.
type route struct {
	handle handler
	// private is true where only the asker sees the response.
	private bool
	// updates is true where the response takes the place of the message that the pressed button stands on, unless the
	// response is private.
	updates bool
	// paced is true where the request counts as a question of its asker and server.
	paced bool
	// moderators is true where only they may.
	moderators bool
	// long is true where the handler may take minutes: it does not hold up others, and ends early when the bot stops.
	long bool
}

// The names of routes that are no command's.
const (
	routeMention = "mention"
	completing   = "complete "
	pressed      = "press "
)

func (b *Bot) allRoutes() map[string]route {
	return map[string]route{
		commandAsk:                {handle: b.ask, paced: true},
		routeMention:              {handle: b.ask, paced: true},
		completing + commandAsk:   {handle: b.complete},
		commandSources:            {handle: b.sources, private: true},
		commandAbout:              {handle: b.about, private: true},
		commandFind:               {handle: b.findSources, private: true, paced: true},
		commandCheckQuotes:        {handle: b.checkQuotes, private: true, paced: true},
		commandStatus:             {handle: b.status, private: true, moderators: true},
		commandReload:             {handle: b.reload, private: true, moderators: true, long: true},
		commandCheck:              {handle: b.check, private: true, moderators: true, long: true},
		commandRollBack:           {handle: b.versions, private: true, moderators: true},
		pressed + verbContext:     {handle: b.pressContext, private: true},
		pressed + verbContextPage: {handle: b.pressContextPage, updates: true},
		pressed + verbMore:        {handle: b.pressMore, private: true},
		pressed + verbSources:     {handle: b.pressSources, updates: true},
		pressed + verbHelpful:     {handle: b.pressVote, private: true},
		pressed + verbUnhelpful:   {handle: b.pressVote, private: true},
		pressed + verbDelete:      {handle: b.pressDelete, updates: true},
		pressed + verbPassOn:      {handle: b.pressPassOn, private: true, paced: true, long: true},
		pressed + verbReload:      {handle: b.reload, private: true, moderators: true, long: true},
		pressed + verbRollBack:    {handle: b.rollBack, private: true, moderators: true, long: true},
	}
}
