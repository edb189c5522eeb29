package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"pullquote/corpus"
)

// job is a request on its way to a response.
type job struct {
	*request
	route
	exchange
}

// accept takes a request in: it is refused at once, put into the queue or, where it may take long, worked on aside. It
// does not wait. long ends what is worked on aside.
func (b *Bot) accept(ctx, long context.Context, r *request) {
	if !b.seen.add(r.id) {
		return
	}
	route, known := b.routes[r.name]
	if !b.gate.enter() {
		b.refuse(ctx, job{request: r, route: route}, notice("stopping", r.say().Stopping))
		return
	}
	j := job{r, route, b.open(ctx, r, route)}
	refusal := b.refusal(j, known)
	if refusal.outcome == "" && route.long {
		b.running.Go(func() { b.serve(ctx, long, j) })
		return
	}
	if refusal.outcome == "" {
		select {
		case b.queue <- j:
			return
		default:
			refusal = notice("busy", r.say().Busy)
		}
	}
	b.refuse(ctx, j, refusal)
	b.gate.leave()
}

// refuse tells why a request is not worked on, without waiting. A member who keeps writing messages is told once in a
// while, since every notice is a message too, and so is everybody where too many are to be told at once.
func (b *Bot) refuse(ctx context.Context, j job, r response) {
	told := j.message != nil && !b.pace.mayTell(j.user+" "+r.outcome)
	if told || b.notices.count() >= b.mostNotices || !b.notices.enter() {
		b.log.Info("request", "request", j.name, "id", j.id, "guild", j.guild, "channel", j.channel, "outcome", r.outcome, "told", false)
		b.metrics.untold(j.name, r.outcome)
		if j.exchange != nil {
			j.end()
		}
		return
	}
	b.running.Go(func() {
		defer b.notices.leave()
		if j.exchange == nil {
			j.exchange = b.open(ctx, j.request, j.route)
		}
		b.conclude(ctx, j, r, nil)
	})
}

// open starts the exchange over a request.
func (b *Bot) open(ctx context.Context, r *request, route route) exchange {
	if r.interaction == nil {
		return reply{b.client, r.message}
	}
	return startInteraction(ctx, b.client, r, route)
}

// refusal returns what to say to a request that is not worked on, with an empty outcome for one that is.
func (b *Bot) refusal(j job, known bool) response {
	switch {
	case !known:
		return notice("unknown", j.say().Unknown)
	case j.moderators && !b.moderates(j.request):
		return notice("not allowed", j.say().Moderators)
	case j.paced:
		if wait := b.pace.take(j.user, j.guild); wait > 0 {
			return notice("too fast", j.say().TooFast.With(int(wait.Round(time.Second)/time.Second)))
		}
	case !b.pace.press(j.user):
		return notice("too fast", j.say().TooManyPresses)
	}
	return response{}
}

// work takes requests from the queue until the context ends.
func (b *Bot) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case j := <-b.queue:
			b.serve(ctx, ctx, j)
		}
	}
}

// serve works on a request until the context handling ends, and has the response sent until ctx does.
func (b *Bot) serve(ctx, handling context.Context, j job) {
	j.request.interim = func(r response) { b.interim(ctx, j, r) }
	r, err := b.compute(handling, j)
	b.dispatch(ctx, j, r, err)
}

// dispatch has a response sent without waiting for that, unless very many are being sent.
func (b *Bot) dispatch(ctx context.Context, j job, r response, err error) {
	b.sending <- struct{}{}
	b.running.Go(func() {
		defer func() { <-b.sending }()
		defer b.gate.leave()
		b.conclude(ctx, j, r, err)
	})
}

// compute runs the handler. A panic in it is an error.
func (b *Bot) compute(ctx context.Context, j job) (r response, err error) {
	defer recoverPanic(&err)
	return j.handle(ctx, j.request)
}

// recoverPanic makes a panic an error: that of a document whose file cannot be read as it is, which names the file and the
// mend, any other with its stack.
func recoverPanic(err *error) {
	switch p := recover().(type) {
	case nil:
	case *corpus.ReadError:
		*err = p
	default:
		*err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
	}
}

// interimWithin is how long the work on a request waits for an interim response to be shown.
const interimWithin = 3 * time.Second

// interim shows a response that another one will follow. If that fails the next one may not.
func (b *Bot) interim(ctx context.Context, j job, r response) {
	ctx, cancel := context.WithTimeout(ctx, interimWithin)
	defer cancel()
	if err := b.send(ctx, j, r); err != nil {
		b.log.Debug("progress not shown", "request", j.name, "err", err)
	}
}

// conclude shows the last response to a request, logs it and counts it.
func (b *Bot) conclude(ctx context.Context, j job, r response, err error) {
	defer j.end()
	level := slog.LevelInfo
	attrs := []any{"request", j.name, "id", j.id, "guild", j.guild, "channel", j.channel}
	if err != nil {
		level, r = slog.LevelError, notice("failed", j.say().Failed.With(j.id))
		attrs = append(attrs, "err", err)
	}
	if sent := b.send(ctx, j, r); sent != nil {
		if r.outcome = "not sent: " + r.outcome; err == nil {
			level = levelOf(sent)
		}
		attrs = append(attrs, "send", sent)
		if mend := mendOf(sent); mend != "" {
			attrs = append(attrs, "mend", mend)
		}
	}
	took := time.Since(j.received)
	b.metrics.responded(j.name, r.outcome, took)
	attrs = append(attrs, "outcome", r.outcome, "took", took.Round(time.Microsecond).String())
	if b.options.LogQuestions && j.question != "" {
		attrs = append(attrs, "question", j.question)
	}
	b.log.Log(ctx, level, "request", attrs...)
}

// send reads a response back and sends it. One that does not read as its sources do is not sent: the asker is told so.
func (b *Bot) send(ctx context.Context, j job, r response) error {
	wrong := r.check()
	var unread *corpus.ReadError
	switch {
	case errors.As(wrong, &unread):
		b.log.Error("a message was not sent because a source cannot be read", "request", j.name, "id", j.id, "err", wrong)
		r = notice(r.outcome, j.say().Failed.With(j.id))
	case wrong != nil:
		b.metrics.unverified.Inc()
		b.log.Error("a message was not sent because it does not read as its sources do", "request", j.name, "id", j.id, "err", wrong)
		r = notice(r.outcome, j.say().Unverified)
	}
	err := j.show(ctx, r)
	if refused(err) {
		err = errors.Join(err, j.show(ctx, notice(r.outcome, j.say().Failed.With(j.id))))
	}
	return cmp.Or(err, wrong)
}
