package corpus

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const (
	french       = "Le bac quitte le vieux quai à neuf heures. L’été, il s’arrête également près de l’écluse, où les pêcheurs attendent déjà. On dit que le dernier trajet a été retardé.\n"
	german       = "Die Fähre verläßt den alten Pier um neun Uhr. Im Sommer hält sie auch an der Schleuse, wo die Fischer schon warten. Für Räder genügt ein Schein.\n"
	russian      = "Паром отходит от старого причала в девять часов. Летом он останавливается и у шлюза, где уже ждут рыбаки. Билет стоит две монеты.\n"
	greek        = "Το πλοίο φεύγει από την παλιά προβλήτα στις εννέα. Το καλοκαίρι σταματά και στο κανάλι, όπου περιμένουν οι ψαράδες.\n"
	japaneseText = "渡し船は九時に古い桟橋を出ます。夏には水門にも止まり、漁師たちがそこで待っています。料金は二枚の硬貨です。\n"
	chinese      = "渡船九点离开旧码头。夏天它也停靠在水闸旁，渔民们已经在那里等候。票价是两枚硬币。\n"
	taiwan       = "渡船九點離開舊碼頭。夏天它也停靠在水閘旁，漁民們已經在那裡等候。票價是兩枚硬幣。\n"
	koreanText   = "나룻배는 아홉 시에 오래된 부두를 떠납니다. 여름에는 수문에도 멈추고 어부들이 그곳에서 기다립니다.\n"
)

func TestDecode(t *testing.T) {
	le, be := unicode.LittleEndian, unicode.BigEndian
	for _, c := range []struct {
		name string
		text string
		enc  encoding.Encoding
	}{
		{"latin-1 French", strings.ReplaceAll(french, "’", "'"), charmap.ISO8859_1},
		{"windows-1252 French", french, charmap.Windows1252},
		{"latin-1 German", german, charmap.ISO8859_1},
		{"KOI8-R", russian, charmap.KOI8R},
		{"windows-1251", russian, charmap.Windows1251},
		{"windows-1253", greek, charmap.Windows1253},
		{"Shift-JIS", japaneseText, japanese.ShiftJIS},
		{"EUC-JP", japaneseText, japanese.EUCJP},
		{"ISO-2022-JP", japaneseText, japanese.ISO2022JP},
		{"GB 18030", chinese, simplifiedchinese.GB18030},
		{"Big5", taiwan, traditionalchinese.Big5},
		{"EUC-KR", koreanText, korean.EUCKR},
		{"UTF-16 little-endian with mark", russian, unicode.UTF16(le, unicode.UseBOM)},
		{"UTF-16 big-endian with mark", japaneseText, unicode.UTF16(be, unicode.UseBOM)},
		{"UTF-16 little-endian", german, unicode.UTF16(le, unicode.IgnoreBOM)},
		{"UTF-16 big-endian", russian, unicode.UTF16(be, unicode.IgnoreBOM)},
		{"UTF-32 little-endian with mark", french, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
		{"UTF-32 big-endian with mark", french, utf32.UTF32(utf32.BigEndian, utf32.UseBOM)},
		{"UTF-32 little-endian", german, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"UTF-32 big-endian", german, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	} {
		raw, err := c.enc.NewEncoder().String(c.text)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		got, notes, err := decode([]byte(raw), "")
		if err != nil || got != c.text || len(notes) != 1 {
			t.Errorf("%s: decode = %q, %v, %v, want %q", c.name, got, notes, err, c.text)
		}
	}
}

func TestDecodeKeepsUTF8(t *testing.T) {
	late := strings.Repeat("Nothing but ASCII here.\n", 200) + french
	for _, text := range []string{"", "a", french, russian, late, byteOrderMark + "Crossed.\r\nAgain.\r", "e\u0301 is not \u00e9"} {
		got, notes, err := decode([]byte(text), "windows-1252")
		if err != nil || got != text || notes != nil {
			t.Errorf("decode(%q) = %q, %v, %v, want it unchanged", text, got, notes, err)
		}
	}
}

func TestDecodeDeclared(t *testing.T) {
	const word = "Łódź"
	raw, err := charmap.ISO8859_2.NewEncoder().String(word)
	if err != nil {
		t.Fatal(err)
	}
	if got, _, err := decode([]byte(raw), "iso-8859-2"); err != nil || got != word {
		t.Errorf("decode as declared = %q, %v, want %q", got, err, word)
	}
}

func TestDecodeDamaged(t *testing.T) {
	got, notes, err := decode([]byte(russian+"\xff"+russian), "")
	if want := russian + "\ufffd" + russian; err != nil || got != want || len(notes) != 0 {
		t.Errorf("decode of damaged UTF-8 = %q, %v, %v, want %q", got, notes, err, want)
	}
}

func TestDecodeRefuses(t *testing.T) {
	noise := make([]byte, 4000)
	for i, x := 0, uint32(1); i < len(noise); i++ {
		x = x*1664525 + 1013904223
		noise[i] = byte(x >> 24)
	}
	for name, raw := range map[string]string{
		"zip": "PK\x03\x04\x14\x00", "pdf": "%PDF-1.7\nA text.", "noise": string(noise),
		"NUL": strings.Repeat("\x00", 100), "odd UTF-16": "\xff\xfe\x00\xd8\x00\xd8\x00\xd8",
		"controls": "a\x01\x02\x03b",
	} {
		if got, _, err := decode([]byte(raw), ""); err == nil {
			t.Errorf("decode of %s = %q, want an error", name, got)
		}
	}
}

func FuzzDecodeCharset(f *testing.F) {
	for _, s := range []string{french, "\xff\xfea\x00", "\xe0\xe1", "\x1b$B", "\x00\x00\xfe\xff", "PK\x03\x04", russian + "\xff"} {
		f.Add([]byte(s), "koi8-r")
	}
	f.Fuzz(func(t *testing.T, raw []byte, declared string) {
		text, _, err := decode(raw, declared)
		if err != nil {
			return
		}
		if !utf8.ValidString(text) {
			t.Fatalf("%q is not valid UTF-8", text)
		}
		if utf8.Valid(raw) && text != string(raw) && patternFree(raw) {
			t.Fatalf("valid UTF-8 %q became %q", raw, text)
		}
	})
}

// patternFree reports whether raw can be nothing but UTF-8.
func patternFree(raw []byte) bool { return !strings.ContainsAny(string(raw), "\x00\x1b") }
