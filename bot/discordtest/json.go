package discordtest

import (
	"encoding/json"
	"strconv"
	"time"
)

// object is a JSON object.
type object = map[string]any

// mustJSON encodes what is known to have a JSON form.
func mustJSON(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic("discordtest: " + err.Error())
	}
	return b
}

// orEmpty makes of no list an empty one, since nil would become null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func permissionString(p int64) string { return strconv.FormatInt(p, 10) }

// timestamp returns t as Discord writes times.
func timestamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000-07:00") }
