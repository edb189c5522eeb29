package bot

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discord"
)

const (
	// firstWithin is how long Discord waits for the first response to an interaction, and deferAfter how long we work on
	// one before we acknowledge it, which leaves a second and a half for the way.
	firstWithin = 3 * time.Second
	deferAfter  = 1500 * time.Millisecond
	// lastTry is how long the sending of a first response that comes late may take.
	lastTry = time.Second
	// deferSoonest is how long we work at least on one that seems to have been on its way for long.
	deferSoonest = 250 * time.Millisecond
	// tokenLives is how long an interaction can be responded to, a margin taken off.
	tokenLives = 15*time.Minute - 10*time.Second
)

// exchange is how one request is responded to.
type exchange interface {
	// show shows a response, in place of the one before if there was one.
	show(ctx context.Context, r response) error
	// end releases what the exchange holds; nothing is shown after it.
	end()
}

// post sends a message of its own into a channel, once it was read back.
func post(ctx context.Context, client *discord.Client, channel string, r response) error {
	if err := r.check(); err != nil {
		return err
	}
	return client.Send(ctx, channel, r.send(nil))
}

// reply is the exchange with who wrote a message: an answer that refers to it.
type reply struct {
	client *discord.Client
	to     *discordgo.Message
}

func (x reply) show(ctx context.Context, r response) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	err := x.client.Send(ctx, x.to.ChannelID, r.send(x.to))
	if discord.ErrorCode(err) == codeNoHistory { // an answer below the question is better than none
		return x.client.Send(ctx, x.to.ChannelID, r.send(nil))
	}
	return err
}

func (x reply) end() {}

// interaction is the exchange over an interaction. Where no response is ready in time it says that one is coming.
type interaction struct {
	client   *discord.Client
	with     *discordgo.Interaction
	received time.Time
	// private and updates say what a response will be: seen by the asker alone, or in place of the message that the
	// button stands on. Discord wants to know when it is told to wait.
	private, updates bool
	// notDeleted is what who pressed is told where a message cannot be deleted.
	notDeleted string

	mu   sync.Mutex
	sent firstSent
	// dead is why Discord takes no response any more, nil while it does.
	dead  error
	timer *time.Timer
}

// firstSent is what was sent as the first response. Whether it arrived need not be known.
type firstSent uint8

const (
	nothing firstSent = iota
	refusal           // what Discord does not take: nothing may be promised after it
	promise           // that a response is coming
	taken             // a promise for everybody, taken back
	answer
)

// startInteraction returns the exchange and has it acknowledged by itself if nothing is shown in time.
func startInteraction(ctx context.Context, client *discord.Client, r *request, route route) *interaction {
	x := &interaction{client: client, with: r.interaction, received: r.received,
		private: route.private || r.private, updates: route.updates, notDeleted: r.say().NotDeleted}
	if !x.isAutocomplete() {
		x.timer = time.AfterFunc(deferIn(r.id, r.received), func() { x.acknowledge(ctx) })
	}
	return x
}

// deferIn is how long after its receipt an interaction is acknowledged: sooner where it was long on its way, as one is
// that a resumed connection delivers, because Discord counts from when it was made. That is in its id, by Discord's
// clock. Where ours is behind it counts for nothing, and where ours is ahead it does no harm.
func deferIn(id string, received time.Time) time.Duration {
	made, err := discordgo.SnowflakeTimestamp(id)
	if err != nil || made.After(received) {
		return deferAfter
	}
	return max(deferSoonest, deferAfter-received.Sub(made))
}

// acknowledge says that a response is coming. If that fails, so will the response, which reports it.
func (x *interaction) acknowledge(ctx context.Context) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.sent != nothing || x.dead != nil {
		return
	}
	r := &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource}
	switch {
	case x.updates:
		r.Type = discordgo.InteractionResponseDeferredMessageUpdate
	case x.private:
		r.Data = &discordgo.InteractionResponseData{Components: []discordgo.MessageComponent{}, Embeds: []*discordgo.MessageEmbed{},
			Flags: discordgo.MessageFlagsEphemeral, AllowedMentions: noMentions()}
	}
	_, _ = x.first(ctx, r, promise)
}

func (x *interaction) show(ctx context.Context, r response) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	ours := r.private && !x.private // for the asker alone, and not announced so
	r.private = r.private || x.private
	switch {
	case x.dead != nil:
		return x.dead
	case r.remove:
		return x.remove(ctx)
	case x.sent == nothing || x.sent == refusal:
		return x.showFirst(ctx, r)
	case ours && (x.updates || x.sent == promise || x.sent == taken):
		return x.whisper(ctx, r)
	}
	return x.edit(ctx, r)
}

// showFirst shows a response as the first one. Where it is not known to have arrived, because Discord's answer was lost
// or speaks of another response, an edit tells: it fails where there is nothing to edit.
func (x *interaction) showFirst(ctx context.Context, r response) error {
	lost, err := x.first(ctx, x.response(r), answer)
	if !lost || x.isAutocomplete() || x.updates && r.private {
		return err
	}
	if x.edit(ctx, r) != nil {
		return err
	}
	return nil
}

// edit puts a response in place of the one before.
func (x *interaction) edit(ctx context.Context, r response) error {
	ctx, cancel := context.WithDeadline(ctx, x.received.Add(tokenLives))
	defer cancel()
	return x.client.Edit(ctx, x.with, r.edit())
}

// whisper shows a response to the asker alone where another kind was promised: an update of the message that the button
// stands on, which then stays as it is, or a message for everybody, which is taken back first because Discord would make
// the whisper of it.
func (x *interaction) whisper(ctx context.Context, r response) error {
	if !x.updates && x.sent == promise {
		err := x.client.DeleteOriginal(ctx, x.with)
		if err != nil && discord.StatusCode(err) != http.StatusNotFound {
			return x.edit(ctx, r)
		}
		x.sent = taken
	}
	return x.client.Followup(ctx, x.with, r.followup())
}

func (x *interaction) isAutocomplete() bool {
	return x.with.Type == discordgo.InteractionApplicationCommandAutocomplete
}

func (x *interaction) response(r response) *discordgo.InteractionResponse {
	switch {
	case x.isAutocomplete():
		return &discordgo.InteractionResponse{Type: discordgo.InteractionApplicationCommandAutocompleteResult,
			Data: &discordgo.InteractionResponseData{Choices: r.choices}}
	case x.updates && !r.private:
		return &discordgo.InteractionResponse{Type: discordgo.InteractionResponseUpdateMessage, Data: r.data()}
	}
	return &discordgo.InteractionResponse{Type: discordgo.InteractionResponseChannelMessageWithSource, Data: r.data()}
}

// remove deletes the message that the pressed button stands on. Who pressed is told when that fails.
func (x *interaction) remove(ctx context.Context) error {
	if x.sent == nothing || x.sent == refusal {
		r := &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredMessageUpdate}
		if lost, err := x.first(ctx, r, promise); err != nil && !lost {
			return err
		}
	}
	err := x.client.DeleteOriginal(ctx, x.with)
	if err == nil || discord.ErrorCode(err) == codeUnknownMessage {
		return nil
	}
	return errors.Join(err, x.client.Followup(ctx, x.with, notice("", x.notDeleted).followup()))
}

// first sends the first response, in the time that Discord gives for it, and notes what became of it. When that time is
// over by our clock it is still tried: it is Discord's that counts. lost is true for an error after which the response
// may have arrived all the same.
func (x *interaction) first(ctx context.Context, r *discordgo.InteractionResponse, what firstSent) (lost bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, max(lastTry, time.Until(x.received.Add(firstWithin))))
	defer cancel()
	x.sent = what
	if err = x.client.Respond(ctx, x.with, r); err == nil {
		return false, nil
	}
	switch code := discord.ErrorCode(err); {
	case code == codeUnknownInteraction:
		x.dead = err
	case code == codeAcknowledged || mayHaveArrived(err):
		return true, err
	default:
		x.sent = refusal
	}
	return false, err
}

// errEnded is the error of an exchange that has ended.
var errEnded = errors.New("the exchange has ended")

func (x *interaction) end() {
	if x.timer != nil {
		x.timer.Stop()
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.dead = cmp.Or(x.dead, errEnded)
}
