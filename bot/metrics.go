package bot

import (
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// metrics count what the bot does, for Prometheus.
type metrics struct {
	routes     map[string]route
	registry   *prometheus.Registry
	requests   *prometheus.CounterVec
	latency    *prometheus.HistogramVec
	calls      *prometheus.CounterVec
	callTime   *prometheus.HistogramVec
	connected  *prometheus.GaugeVec
	reloads    *prometheus.CounterVec
	votes      *prometheus.GaugeVec
	unverified prometheus.Counter
}

func newMetrics(b *Bot) *metrics {
	m := &metrics{
		routes:   b.routes,
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "pullquote_requests_total",
			Help: "Requests by name and what came of them."}, []string{"request", "outcome"}),
		latency: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "pullquote_request_seconds",
			Help:    "Time from receiving a request to Discord having its response.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 1.5, 3, 10, 60}}, []string{"request"}),
		calls: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "pullquote_discord_requests_total",
			Help: "Attempts of requests to Discord; status 0 is no answer."}, []string{"method", "route", "status"}),
		callTime: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "pullquote_discord_request_seconds",
			Help: "Time of one attempt of a request to Discord.", Buckets: prometheus.DefBuckets}, []string{"method", "route"}),
		connected: prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "pullquote_shard_connected",
			Help: "1 while the shard is connected to Discord."}, []string{"shard"}),
		reloads: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "pullquote_reloads_total",
			Help: "Reloads of the corpus by outcome."}, []string{"outcome"}),
		votes: prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "pullquote_votes",
			Help: "Readers' votes on answers since the start; a changed vote moves."}, []string{"vote", "outcome"}),
		unverified: prometheus.NewCounter(prometheus.CounterOpts{Name: "pullquote_unverified_total",
			Help: "Messages that were not sent because they did not read as their sources do. It must stay 0."}),
	}
	m.registry.MustRegister(m.requests, m.latency, m.calls, m.callTime, m.connected, m.reloads, m.votes, m.unverified,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		gauge("pullquote_queue_length", "Requests that wait.", func() float64 { return float64(len(b.queue)) }),
		gauge("pullquote_corpus_documents", "Documents that answers are quoted from.", func() float64 {
			return float64(len(b.options.Library.Snapshot().Documents()))
		}),
		gauge("pullquote_corpus_loaded_timestamp_seconds", "When the corpus was read.", func() float64 {
			return float64(b.options.Library.Snapshot().Loaded().Unix())
		}),
		gauge("pullquote_heard_age_seconds", "Time since the shard heard least recently from was heard.", func() float64 {
			return oldest(b.client.Health(), time.Now()).Seconds()
		}))
	return m
}

func gauge(name, help string, value func() float64) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value)
}

// responded counts a request. Names that anybody could make up are counted as one.
func (m *metrics) responded(name, outcome string, took time.Duration) {
	name = m.nameOf(name)
	m.requests.WithLabelValues(name, outcome).Inc()
	m.latency.WithLabelValues(name).Observe(took.Seconds())
}

// untold counts a request that nobody was told about: it has no response and so no time.
func (m *metrics) untold(name, outcome string) {
	m.requests.WithLabelValues(m.nameOf(name), "untold: "+outcome).Inc()
}

func (m *metrics) nameOf(name string) string {
	if _, known := m.routes[name]; !known {
		return "unknown"
	}
	return name
}

func (m *metrics) voted(vote, outcome string, n float64) {
	m.votes.WithLabelValues(vote, outcome).Add(n)
}

// Requested counts an attempt of a request to Discord.
func (m *metrics) Requested(method, route string, status int, took time.Duration) {
	m.calls.WithLabelValues(method, route, strconv.Itoa(status)).Inc()
	m.callTime.WithLabelValues(method, route).Observe(took.Seconds())
}

// Connected notes whether a shard is connected.
func (m *metrics) Connected(shard int, up bool) {
	value := 0.0
	if up {
		value = 1
	}
	m.connected.WithLabelValues(strconv.Itoa(shard)).Set(value)
}
