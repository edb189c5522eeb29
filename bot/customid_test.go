package bot

import (
	"strings"
	"testing"
)

func TestCustomID(t *testing.T) {
	letters := map[string]bool{}
	for verb, letter := range verbLetters {
		if len(letter) != 1 || letters[letter] {
			t.Errorf("the letter of %q is %q", verb, letter)
		}
		letters[letter] = true
		payload := strings.Repeat("x", payloadLimit)
		id := customID(verb, "0"+payload)
		if len(id) > 100 {
			t.Errorf("custom_id of %q has %d characters", verb, len(id))
		}
		if route, got := readCustomID(id); route != pressed+verb || got != "0"+payload {
			t.Errorf("readCustomID(%q) = %q, %q", id, route, got)
		}
	}
}

// FuzzCustomID: a custom_id is whatever somebody sends.
func FuzzCustomID(f *testing.F) {
	for _, s := range []string{"", "1", "1c", "1cAAAA", "2cAAAA", "1z", "äöü", "1\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, id string) {
		route, payload := readCustomID(id)
		verb := strings.TrimPrefix(route, pressed)
		if verb != "unknown" && customID(verb, payload) != id {
			t.Errorf("readCustomID(%q) = %q, %q", id, route, payload)
		}
	})
}
