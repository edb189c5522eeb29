package corpus

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/japanese"
	xunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// The encoding of a file is found in this order: byte order mark, UTF-8 that is valid from the first byte to the last,
// the patterns of UTF-32, UTF-16 and ISO-2022-JP, what the file declares, and last what its letters look like. Valid
// UTF-8 comes before the declaration because a file of that length is not valid by chance, while declarations are
// often wrong.

// decode returns raw as UTF-8, with a remark unless it was UTF-8 before. UTF-8 is returned byte for byte, a byte order
// mark included. declared names the encoding that the file states, "" if it states none.
func decode(raw []byte, declared string) (string, []remark, error) {
	if kind := binaryKind(raw); kind != "" {
		return "", nil, refusal{"it is " + kind + ", whatever its name says", "convert it to text, or correct the ending of its name"}
	}
	for _, find := range []func([]byte) (string, encoding.Encoding){markedEncoding, patternEncoding} {
		if name, enc := find(raw); enc != nil {
			return convert(raw, name, enc)
		}
	}
	if utf8.Valid(raw) {
		return checked(string(raw), nil)
	}
	if damaged(raw) {
		return checked(strings.ToValidUTF8(string(raw), "\ufffd"), nil)
	}
	for _, name := range []string{declared, detectCharset(raw)} {
		if enc, err := htmlindex.Get(name); err == nil && name != "" && enc != xunicode.UTF8 {
			if text, notes, err := convert(raw, name, enc); err == nil {
				return text, notes, nil
			}
		}
	}
	return "", nil, unknownEncoding
}

var unknownEncoding = refusal{"its encoding cannot be told; it is not valid UTF-8, or no text at all", "save it as UTF-8"}

// markedEncoding looks at the byte order mark. That of UTF-8 needs no conversion.
func markedEncoding(raw []byte) (string, encoding.Encoding) {
	for _, m := range []struct {
		mark, name string
		enc        encoding.Encoding
	}{
		{"\xff\xfe\x00\x00", "UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM)},
		{"\x00\x00\xfe\xff", "UTF-32", utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM)},
		{"\xff\xfe", "UTF-16", xunicode.UTF16(xunicode.LittleEndian, xunicode.ExpectBOM)},
		{"\xfe\xff", "UTF-16", xunicode.UTF16(xunicode.BigEndian, xunicode.ExpectBOM)},
	} {
		if bytes.HasPrefix(raw, []byte(m.mark)) {
			return m.name, m.enc
		}
	}
	return "", nil
}

// patternEncoding looks for encodings that leave a mark on every text: bytes of 0 at every second or fourth place, or the
// escape sequences of ISO-2022-JP.
func patternEncoding(raw []byte) (string, encoding.Encoding) {
	const sample = 4096
	head := raw[:min(len(raw), sample)]
	var zeros [4]int
	for i, b := range head {
		if b == 0 {
			zeros[i%4]++
		}
	}
	even, odd, units := zeros[0]+zeros[2], zeros[1]+zeros[3], len(head)/2
	switch {
	case len(raw) < 4:
	case zeros[0] > units*4/10 && zeros[1] > units*4/10 && zeros[3] == 0:
		return "UTF-32", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case zeros[3] > units*4/10 && zeros[2] > units*4/10 && zeros[0] == 0:
		return "UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case odd > units/20 && even*20 <= odd:
		return "UTF-16", xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM)
	case even > units/20 && odd*20 <= even:
		return "UTF-16", xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM)
	case bytes.Contains(raw, []byte("\x1b$B")) || bytes.Contains(raw, []byte("\x1b$@")):
		return "ISO-2022-JP", japanese.ISO2022JP
	}
	return "", nil
}

func convert(raw []byte, name string, enc encoding.Encoding) (string, []remark, error) {
	text, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", nil, unknownEncoding
	}
	return checked(string(text), []remark{{"it is not UTF-8 and was read as " + name, "save it as UTF-8 if letters look wrong"}})
}

// checked refuses what decoded well but is no text.
func checked(text string, notes []remark) (string, []remark, error) {
	const most = 50 // one odd character in so many
	if isPlainASCII(text) {
		return text, notes, nil
	}
	odd, all := 0, 0
	for _, r := range text {
		all++
		if isOdd(r) {
			odd++
		}
	}
	if odd*most > all {
		return "", nil, unknownEncoding
	}
	return text, notes, nil
}

// isOdd reports whether r does not stand in texts: what was lost in a conversion, private characters, controls.
func isOdd(r rune) bool {
	if ' ' <= r && r < 0x7f {
		return false
	}
	return r == utf8.RuneError || unicode.Is(unicode.Co, r) || unicode.IsControl(r) && !unicode.IsSpace(r)
}

// damaged reports whether raw is UTF-8 with a few bytes gone wrong: its good multi-byte characters outnumber the bad
// bytes by far, which no other encoding brings about.
func damaged(raw []byte) bool {
	good, bad := 0, 0
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		raw = raw[n:]
	}
	return good >= 4*bad
}

// detectCharset returns the encoding that the bytes beyond ASCII look like, or "" if none is likely.
func detectCharset(raw []byte) string {
	const before, sample, floor = 1 << 10, 64 << 10, 20
	at := max(0, bytes.IndexFunc(raw, func(r rune) bool { return r >= utf8.RuneSelf })-before)
	found, err := chardet.NewTextDetector().DetectAll(raw[at:min(len(raw), at+sample)])
	if err != nil {
		return ""
	}
	best := chardet.Result{Confidence: floor - 1}
	for _, f := range found { // equals come in any order
		if f.Confidence > best.Confidence || f.Confidence == best.Confidence && f.Charset < best.Charset {
			best = f
		}
	}
	if name, ok := chardetNames[best.Charset]; ok {
		return name
	}
	return best.Charset
}

// chardetNames maps names that the web standard writes otherwise.
var chardetNames = map[string]string{"GB-18030": "gb18030", "ISO-8859-8-I": "iso-8859-8-i"}

// binaryKind names the kind of file that often carries a wrong ending, by its first bytes; "" for text.
func binaryKind(raw []byte) string {
	for _, k := range []struct{ magic, kind string }{
		{"PK\x03\x04", "a ZIP archive or an office document"}, {"PK\x05\x06", "a ZIP archive"}, {"%PDF-", "a PDF document"},
		{"\x1f\x8b", "a gzip archive"}, {"\xd0\xcf\x11\xe0", "an old office document"}, {"\x89PNG", "a picture"},
		{"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"}, {"\x7fELF", "a program"}, {"SQLite format 3\x00", "a database"},
		{"{\\rtf", "a rich text document"}, {"7z\xbc\xaf", "a 7z archive"}, {"BZh9", "a bzip2 archive"}, {"\xfd7zXZ", "an xz archive"},
	} {
		if bytes.HasPrefix(raw, []byte(k.magic)) {
			return k.kind
		}
	}
	return ""
}
