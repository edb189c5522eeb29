package discord

import (
	"context"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
)

// redacted stands where a secret was.
const redacted = "[redacted]"

// secretPath matches the addresses that carry an interaction's token, which lets anyone answer for the bot; bearer
// matches the value of an Authorization header.
var (
	secretPath = regexp.MustCompile(`(?i)((?:interactions|webhooks)/[0-9]+/)[^/\s"'?#]+`)
	bearer     = regexp.MustCompile(`(?i)\b((?:bot|bearer) )[\w+/=-]{8,}(?:\.[\w+/=-]*)*`)
)

// redact returns text without the tokens of interactions, the values of Authorization headers and the given secrets.
// Empty secrets are ignored.
func redact(text string, secrets ...string) string {
	for _, secret := range secrets {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, redacted)
		}
	}
	text = secretPath.ReplaceAllString(text, "${1}"+redacted)
	return bearer.ReplaceAllString(text, "${1}"+redacted)
}

// RedactHandler returns a handler that passes every record on to next without the tokens of interactions, the values of
// Authorization headers and the given secrets, wherever in the message, the attributes' values or their names they
// stand. It is the second line of defence: nothing in this package logs one.
func RedactHandler(next slog.Handler, secrets ...string) slog.Handler {
	return redactor{next, secrets}
}

type redactor struct {
	next    slog.Handler
	secrets []string
}

func (h redactor) Enabled(ctx context.Context, level slog.Level) bool {
	return h.next.Enabled(ctx, level)
}

func (h redactor) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, redact(r.Message, h.secrets...), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(h.attr(a))
		return true
	})
	return h.next.Handle(ctx, clean)
}

func (h redactor) WithAttrs(attrs []slog.Attr) slog.Handler {
	return redactor{h.next.WithAttrs(h.attrs(attrs)), h.secrets}
}

func (h redactor) WithGroup(name string) slog.Handler {
	return redactor{h.next.WithGroup(redact(name, h.secrets...)), h.secrets}
}

func (h redactor) attrs(attrs []slog.Attr) []slog.Attr {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = h.attr(a)
	}
	return clean
}

func (h redactor) attr(a slog.Attr) slog.Attr {
	return slog.Attr{Key: redact(a.Key, h.secrets...), Value: h.value(a.Value.Resolve())}
}

// value leaves numbers, times and the like as they are. What is neither those nor text becomes text, since a secret may
// be anywhere inside it.
func (h redactor) value(v slog.Value) slog.Value {
	switch v.Kind() {
	case slog.KindString:
		return slog.StringValue(redact(v.String(), h.secrets...))
	case slog.KindGroup:
		return slog.GroupValue(h.attrs(v.Group())...)
	case slog.KindAny:
		return slog.StringValue(redact(fmt.Sprintf("%+v", v.Any()), h.secrets...))
	}
	return v
}
