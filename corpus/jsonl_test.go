package corpus

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestReadLine(t *testing.T) {
	for _, c := range []struct {
		line, id, text string
		meta           Metadata
	}{
		{`{"id": "a", "text": "One.\r\n\r\nTwo."}`, "a", "One.\r\n\r\nTwo.", Metadata{}},
		{`{"id": 7, "text": "One."}`, "7", "One.", Metadata{}},
		{`{"id": 12345678901234567890, "text": "One."}`, "12345678901234567890", "One.", Metadata{}},
		{byteOrderMark + `{"id": "a", "text": "` + byteOrderMark + `"}`, "a", byteOrderMark, Metadata{}},
		{`{"id":"a","text":"One.","title":"T","author":["A B","C D"],"publisher":"P","published":"2022-01","url":"https://p.example","lang":"de","more":[1]}`, "a", "One.",
			Metadata{Title: Field{"T", "JSONL"}, Author: Field{"A B, C D", "JSONL"}, Publisher: Field{"P", "JSONL"}, URL: Field{"https://p.example", "JSONL"},
				Language: Field{"de", "JSONL"}, Published: Date{2022, 1, 0, "JSONL"}}},
		{`{"id": "a", "text": "lone \udc00 half", "title": null}`, "a", "lone \ufffd half", Metadata{}},
	} {
		id, d, _, err := readLine([]byte(c.line))
		if err != nil || id != c.id || d.text != c.text || d.meta != c.meta {
			t.Errorf("readLine(%s) = %q, %q, %+v, %v, want %q, %q, %+v", c.line, id, d.text, d.meta, err, c.id, c.text, c.meta)
		}
	}
}

func TestReadLineRefuses(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{`, "it is not a JSON object: unexpected EOF"},
		{`[]`, "it is not a JSON object"},
		{`null`, "it is not one JSON object"},
		{`{} {}`, "it is not one JSON object"},
		{`{"text": "One."}`, `it has no "id"`},
		{`{"id": "", "text": "One."}`, `it has no "id"`},
		{`{"id": "a\nb", "text": "One."}`, "its id holds characters that cannot be shown"},
		{`{"id": "a"}`, `it has no "text"`},
		{`{"id": "a", "text": ["One."]}`, `it has no "text"`},
		{"{\"id\": \"a\", \"text\": \"\xff\"}", "it is not valid UTF-8"},
		{`{"id": "a", "text": ` + strings.Repeat("[", 20_000), "it is not a JSON object"},
	} {
		if _, _, _, err := readLine([]byte(c.line)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("readLine(%.60s) = %v, want %q", c.line, err, c.want)
		}
	}
}

func TestLineScanner(t *testing.T) {
	long := strings.Repeat("x", 40)
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"a", []string{"a"}},
		{"a\n", []string{"a\n"}},
		{"a\n\nb", []string{"a\n", "\n", "b"}},
		{long[:20] + "\n" + long[:21] + "\nb\n", []string{long[:20] + "\n", "long", "b\n"}},
		{long, []string{"long"}},
		{"a\n" + long + "\n" + long, []string{"a\n", "long", "long"}},
	} {
		s := lineScanner{r: bufio.NewReaderSize(strings.NewReader(c.in), 16), most: 20}
		var got []string
		for {
			line, err := s.next()
			if errors.Is(err, io.EOF) {
				break
			}
			if errors.Is(err, errLongLine) {
				line = []byte("long")
			}
			got = append(got, string(line))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("lines of %q are %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzReadJSONL(f *testing.F) {
	for _, s := range []string{line("a", "One.\\r\\n\\nTwo."), `{"id":7,"text":"\ud800","author":[{"name":"A"}]}`, `{"id":"a","text":"a\u0000b\u200d"}`, "{", "[[", "\xff"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		id, d, _, err := readLine(line)
		if err != nil {
			return
		}
		if !utf8.ValidString(id) {
			t.Fatalf("id %q is not valid UTF-8", id)
		}
		mustKeepPromises(t, d)
		if _, err := newDocument(id, d); err != nil {
			t.Fatal(err)
		}
	})
}
