package discord

import (
	"slices"
	"strings"
	"testing"
)

func TestNewNamesEveryMistake(t *testing.T) {
	tests := []struct {
		name   string
		config Config
		want   []string // nil for none
	}{
		{"least", Config{Token: "abc"}, nil},
		{"all", Config{Token: "abc", API: "http://127.0.0.1:80/api/v10/", Shards: Shards{IDs: []int{1, 0, 1}, Count: 2}}, nil},
		{"empty", Config{}, []string{"DISCORD_TOKEN is empty"}},
		{"with Bot", Config{Token: "Bot abc"}, []string{`leave that word out`}},
		{"quotation marks", Config{Token: `"abc"`}, []string{"has quotation marks around it: write it without them"}},
		{"typographic marks", Config{Token: "\u201cabc\u201d"}, []string{"quotation marks"}},
		{"one mark", Config{Token: "abc'"}, []string{"quotation marks"}},
		{"space", Config{Token: "abc def"}, []string{"copy it again"}},
		{"newline", Config{Token: "abc\n"}, []string{"copy it again"}},
		{"everything", Config{Token: "a b", API: "discord.com", Shards: Shards{IDs: []int{4}, Count: 4}, Patience: -1},
			[]string{"DISCORD_TOKEN", "DISCORD_API_URL", "no shard 4", "patience"}},
		{"query", Config{Token: "abc", API: "https://h/api?x=1"}, []string{"query"}},
		{"other scheme", Config{Token: "abc", API: "ftp://h/api"}, []string{"not a web address"}},
		{"negative count", Config{Token: "abc", Shards: Shards{Count: -1}}, []string{"number of shards is -1"}},
		{"negative shard", Config{Token: "abc", Shards: Shards{IDs: []int{-1}, Count: 2}}, []string{"no shard -1"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := New(tt.config)
			if (err == nil) != (tt.want == nil) {
				t.Fatalf("New: %v, want an error: %v", err, tt.want != nil)
			}
			for _, want := range tt.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("New: %v, want %q in it", err, want)
				}
			}
			if err != nil && strings.Contains(err.Error(), "abc") {
				t.Errorf("the token is in the error: %v", err)
			}
		})
	}
}

func TestShardsOfTheProcess(t *testing.T) {
	tests := []struct {
		shards Shards
		want   []int
	}{{Shards{}, []int{0}}, {Shards{Count: 3}, []int{0, 1, 2}}, {Shards{IDs: []int{5, 2, 5}, Count: 8}, []int{2, 5}}}
	for _, tt := range tests {
		c, err := New(Config{Token: "abc", Shards: tt.shards})
		if err != nil {
			t.Fatal(err)
		}
		var got []int
		for _, h := range c.Health() {
			got = append(got, h.Shard)
			if h.Connected || !h.Heard.IsZero() {
				t.Errorf("shard %d is connected before Run: %+v", h.Shard, h)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("the shards of %+v are %v, want %v", tt.shards, got, tt.want)
		}
	}
}
