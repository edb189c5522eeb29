package discordtest_test

import (
	"net/http"
	"strings"
	"testing"
	"unicode/utf16"

	"pullquote/bot/discordtest"
)

// FuzzBody sends any body to the routes that take one: it must be answered, refused if it is not JSON, and never leave a
// message behind that is longer than allowed.
func FuzzBody(f *testing.F) {
	for _, body := range []string{
		`{"content":"hello","flags":64,"nonce":1,"enforce_nonce":true}`,
		`{"content":null,"components":[{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"x"}]}]}`,
		`{"flags":32768,"components":[{"type":9,"components":[{"type":10,"content":"x"}],"accessory":{"type":2}}]}`,
		`{"type":4,"data":{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}}`,
		`{"type":8,"data":{"choices":[{"name":"x","value":1}]}}`,
		`[{"name":"ask","description":"x","options":[{"type":1,"name":"x","options":null}]},null]`,
		`{"content":"x","embeds":[{"fields":[{"name":"x"}]}],"attachments":[{"id":"1"}],"message_reference":{"message_id":"1"}}`,
		"--x\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{\"content\":\"x\"}\r\n--x--\r\n",
		`{"content":`, "", "null", "7",
	} {
		f.Add(body, false)
		f.Add(body, true)
	}
	srv := discordtest.NewServer()
	f.Cleanup(srv.Close)
	ada := srv.AddUser("ada")
	channel := srv.AddGuild("a").AddChannel("general")
	f.Fuzz(func(t *testing.T, body string, form bool) {
		i := ada.Command(channel, "unregistered", nil)
		for method, path := range map[string]string{
			"PUT":  "/applications/" + srv.ApplicationID + "/commands",
			"POST": "/channels/" + channel.ID + "/messages",
			"":     callbackPath(i),
		} {
			r, err := http.NewRequest(method, srv.API()+path, strings.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			if method == "" {
				r.Method = "POST"
			}
			r.Header.Set("Authorization", "Bot "+srv.Token)
			r.Header.Set("Content-Type", map[bool]string{true: "multipart/form-data; boundary=x", false: "application/json"}[form])
			if got := send(t, srv, r); got.Status >= 500 || got.Status >= 300 && got.JSON == nil {
				t.Errorf("%s %s: got %d %s", method, path, got.Status, got.Body)
			}
		}
		all := channel.Messages()
		if len(all) > 0 && len(utf16.Encode([]rune(all[len(all)-1].Content))) > 2000 {
			t.Error("a message is too long")
		}
	})
}
