package bot

import (
	"fmt"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"pullquote/bot/discord"
)

// silence is how long a connected shard may hear nothing from Discord before the process counts as ill: three
// heartbeats, each of 41 s, are missing then. A shard that is not connected is no reason to start the process anew:
// it tries to connect again, and a new process would begin with new sessions.
const silence = 150 * time.Second

// Handler serves, for the operator's eyes only: /metrics for Prometheus, /healthz, which fails when the process should be
// started anew, and /readyz, which fails while a shard is not connected.
func (b *Bot) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(b.metrics.registry, promhttp.HandlerOpts{}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { say(w, healthy(b.client.Health(), time.Now())) })
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) { say(w, ready(b.client.Health())) })
	return mux
}

func say(w http.ResponseWriter, trouble string) {
	if trouble == "" {
		fmt.Fprintln(w, "ok")
		return
	}
	w.WriteHeader(http.StatusServiceUnavailable)
	fmt.Fprintln(w, trouble)
}

// healthy says which connected shard has heard nothing for too long, "" for none.
func healthy(shards []discord.Health, now time.Time) string {
	for _, s := range shards {
		if age := now.Sub(s.Heard); s.Connected && age > silence {
			return fmt.Sprintf("shard %d has heard nothing from Discord for %s", s.Shard, age.Round(time.Second))
		}
	}
	return ""
}

// ready says which shard is not connected, "" for none.
func ready(shards []discord.Health) string {
	for _, s := range shards {
		if !s.Connected {
			return fmt.Sprintf("shard %d is not connected to Discord", s.Shard)
		}
	}
	return ""
}

// oldest returns how long ago the shard was heard that was heard least recently.
func oldest(shards []discord.Health, now time.Time) time.Duration {
	var most time.Duration
	for _, s := range shards {
		if !s.Heard.IsZero() {
			most = max(most, now.Sub(s.Heard))
		}
	}
	return most
}
