package discord

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
)

func TestRedact(t *testing.T) {
	const token = "MTAx.Gq_x-1.s3cr3t"
	tests := []struct{ in, want string }{
		{"", ""},
		{"nothing secret", "nothing secret"},
		{"the Bot answers questions", "the Bot answers questions"},
		{"with " + token + " twice " + token, "with [redacted] twice [redacted]"},
		{"https://discord.com/api/v10/interactions/123/aW50ZXJ/callback", "https://discord.com/api/v10/interactions/123/[redacted]/callback"},
		{`Patch "http://h/webhooks/9/tok_en-1/messages/@original": EOF`, `Patch "http://h/webhooks/9/[redacted]/messages/@original": EOF`},
		{"/webhooks/9/tok?wait=true", "/webhooks/9/[redacted]?wait=true"},
		{"/webhooks/{webhook_id}/{webhook_token}", "/webhooks/{webhook_id}/{webhook_token}"},
		{"Authorization: Bot MTAyLongEnough.abc.def", "Authorization: Bot [redacted]"},
		{"authorization:[bot MTAyLongEnough]", "authorization:[bot [redacted]]"},
	}
	for _, tt := range tests {
		if got := redact(tt.in, token, ""); got != tt.want {
			t.Errorf("redact(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzRedact(f *testing.F) {
	f.Add("see ", "aW50ZXJhY3Rpb24", " there")
	f.Add("", "a", "/callback")
	f.Add("Bot ", "x.y.z", "\n")
	f.Fuzz(func(t *testing.T, before, token, after string) {
		if token == "" || strings.ContainsAny(token, "/\"'?# \t\r\n\v\f") || strings.Contains(redacted, token) {
			return
		}
		if strings.Contains(before, token) || strings.Contains(after, token) {
			return
		}
		for _, prefix := range []string{"/interactions/12/", "/webhooks/12/"} {
			if got, want := redact("http://h"+prefix+token+"/callback"), "http://h"+prefix+redacted+"/callback"; got != want {
				t.Errorf("with the token %q: %q, want %q", token, got, want)
			}
		}
		got := redact(before+" "+token+" "+after, token)
		if strings.Contains(got, " "+token+" ") {
			t.Errorf("the secret %q is still in %q", token, got)
		}
	})
}

// secretive has a secret wherever a log can print it.
type secretive struct{ Inner struct{ Secret string } }

func (s secretive) LogValue() slog.Value { return slog.StringValue("resolved " + s.Inner.Secret) }

func TestRedactHandler(t *testing.T) {
	const secret = "sup3rs3cret"
	var out bytes.Buffer
	log := slog.New(RedactHandler(slog.NewJSONHandler(&out, nil), secret))
	inner := secretive{}
	inner.Inner.Secret = secret
	log.With("with", secret).WithGroup("group").Info("message "+secret,
		"string", secret, "error", errors.New("Get /webhooks/1/"+secret+": "+secret), "valuer", inner, "struct", struct{ S string }{secret},
		"bytes", []string{secret}, slog.Group("inner", "deep", secret), secret, "key", "number", 7)
	if got := out.String(); strings.Contains(got, secret) {
		t.Errorf("the secret is in the log: %s", got)
	}
	for _, want := range []string{`"number":7`, `"with":"[redacted]"`, `"group":{`, `"deep":"[redacted]"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not in the log: %s", want, out.String())
		}
	}
	if log.Enabled(context.Background(), slog.LevelDebug) {
		t.Error("the handler takes debug records though the one behind it does not")
	}
}
