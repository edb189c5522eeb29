package bot

import (
	"context"
	"strconv"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"pullquote/bot/discord"
)

func TestDeferIn(t *testing.T) {
	made := time.UnixMilli(1_700_000_000_000)
	id := strconv.FormatInt((made.UnixMilli()-1420070400000)<<22, 10) // milliseconds since Discord's epoch, from bit 22
	for _, tt := range []struct {
		id   string
		late time.Duration
		want time.Duration
	}{
		{id, 0, deferAfter},
		{id, 100 * time.Millisecond, deferAfter - 100*time.Millisecond},
		{id, deferAfter - deferSoonest, deferSoonest},
		{id, deferAfter, deferSoonest},
		{id, time.Hour, deferSoonest},
		{id, -time.Millisecond, deferAfter},
		{id, -time.Hour, deferAfter},
		{"", 0, deferAfter},
		{"none", time.Second, deferAfter},
	} {
		if got := deferIn(tt.id, made.Add(tt.late)); got != tt.want {
			t.Errorf("deferIn(%q) %v after it was made = %v, want %v", tt.id, tt.late, got, tt.want)
		}
	}
}

// Once a response was sent, whatever came of it, nothing is promised any more.
func TestNothingIsPromisedAfterAResponse(t *testing.T) {
	for _, sent := range []firstSent{refusal, promise, taken, answer} {
		x := &interaction{sent: sent} // without a client: no request is survived
		x.acknowledge(context.Background())
		if x.sent != sent {
			t.Errorf("after %d: %d", sent, x.sent)
		}
	}
	x := &interaction{dead: errEnded}
	x.acknowledge(context.Background())
}

// A response whose arrival is in doubt counts as sent.
func TestLostResponse(t *testing.T) {
	client, err := discord.New(discord.Config{Token: "token", API: "http://127.0.0.1:1"})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	x := &interaction{client: client, with: &discordgo.Interaction{ID: "1", Token: "secret"}, received: time.Now()}
	if err := x.show(ctx, notice("", "text")); err == nil {
		t.Fatal("a response was sent though the context had ended")
	}
	if x.sent != answer {
		t.Errorf("what was sent is %d, want %d", x.sent, answer)
	}
}
