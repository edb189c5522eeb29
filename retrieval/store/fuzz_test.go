package store

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sealBytes puts the checksum over any body, so that fuzzing reaches what lies behind it.
func sealBytes(t testing.TB, body []byte) []byte {
	t.Helper()
	data, err := seal("")
	if err != nil {
		t.Fatal(err)
	}
	line := data[:strings.Index(string(data), "\n")+1]
	data = append(line[:len(line):len(line)], body...)
	copy(data[len(sealed):], sumOf(body).String())
	return data
}

func FuzzDecodePointer(f *testing.F) {
	f.Add([]byte(`{"format":1,"generation":3,"last":5}`))
	f.Add([]byte(`{"format":1,"generation":0,"last":-5}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		p, err := decodePointer(sealBytes(t, body))
		if err != nil {
			return
		}
		if p.Generation < 1 || p.Last < p.Generation {
			t.Errorf("%q gives %+v", body, p)
		}
		checkAgain(t, p, decodePointer)
	})
}

func FuzzDecodeManifest(f *testing.F) {
	m := manifest{Format: format, Number: 7, Label: "l", Created: time.Unix(0, 0).UTC(), Own: []file{{"a/b", 3, 9}},
		Parts: []partListed{{"7-1", []file{{"x", 0, 0}, {"y", 1, 2}}}}}
	data, err := seal(m)
	if err != nil {
		f.Fatal(err)
	}
	_, body, _ := strings.Cut(string(data), "\n")
	f.Add([]byte(body))
	for _, name := range []string{"../x", "/etc/passwd", "a//b", ".", "a/../../b", `c:\\x`} {
		f.Add([]byte(strings.ReplaceAll(body, "a/b", name)))
		f.Add([]byte(strings.ReplaceAll(body, "7-1", name)))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		m, err := decodeManifest(sealBytes(t, body))
		if err != nil {
			return
		}
		for _, p := range append(m.Parts, partListed{Name: "own", Files: m.Own}) {
			checkInside(t, "/parts", folder("/").part(p.Name))
			for _, file := range p.Files {
				checkInside(t, folder("/").part(p.Name), filepath.Join(folder("/").part(p.Name), filepath.FromSlash(file.Name)))
			}
		}
		checkAgain(t, m, decodeManifest)
	})
}

// checkInside fails unless a path is below a folder.
func checkInside(t *testing.T, dir, path string) {
	t.Helper()
	rel, err := filepath.Rel(dir, path)
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		t.Errorf("%q is not in %q", path, dir)
	}
}

// checkAgain fails unless a value is the same after it has been written and read again.
func checkAgain[T any](t *testing.T, value T, decode func([]byte) (T, error)) {
	t.Helper()
	data, err := seal(value)
	if err != nil {
		t.Fatal(err)
	}
	again, err := decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(value, again); diff != "" {
		t.Errorf("read again:\n%s", diff)
	}
}

func FuzzUnseal(f *testing.F) {
	data, err := seal(pointer{1, 2, 3})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data, 0, byte(1))
	f.Add([]byte("crc32c 00000000\n"), 3, byte(0))
	f.Fuzz(func(t *testing.T, data []byte, at int, bit byte) {
		var p any
		if unseal(data, &p) != nil || at < 0 || at >= len(data) {
			return
		}
		changed := append([]byte(nil), data...)
		changed[at] ^= 1 << (bit % 8)
		if err := unseal(changed, &p); err == nil {
			t.Errorf("%q was read although byte %d of %q has changed", changed, at, data)
		}
	})
}
