package discord

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const upgradeAnswer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"

// serverFrame encodes a frame as a server sends it.
func serverFrame(kind byte, payload []byte) []byte {
	head := []byte{0x80 | kind}
	switch n := len(payload); {
	case n < 126:
		head = append(head, byte(n))
	case n < 1<<16:
		head = append(head, 126, byte(n>>8), byte(n))
	default:
		head = append(head, 127, 0, 0, 0, 0, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
	}
	return append(head, payload...)
}

// scanned returns what frames sees of the pieces, and how much of them it lets through.
func scanned(pieces [][]byte, stop string) (seen []string, passed int) {
	var f frames
	for _, p := range pieces {
		n, stopped := f.scan(p, func(kind byte, payload []byte) bool {
			seen = append(seen, fmt.Sprintf("%d %s", kind, payload))
			return stop != "" && string(payload) == stop
		})
		passed += n
		if stopped {
			break
		}
	}
	return seen, passed
}

// cut returns b in pieces of n bytes.
func cut(b []byte, n int) [][]byte { return slices.Collect(slices.Chunk(b, n)) }

func TestFramesSeesSmallFramesInAnyPieces(t *testing.T) {
	small, edge := "hello", strings.Repeat("e", smallFrame)
	stream := []byte(upgradeAnswer)
	for _, p := range []string{small, edge, edge + "+", strings.Repeat("x", 70_000), "", small} {
		stream = append(stream, serverFrame(frameText, []byte(p))...)
	}
	stream = append(stream, serverFrame(frameClose, []byte{0x0f, 0xa4})...)
	want := []string{"1 " + small, "1 " + edge, "1 ", "1 " + small, "8 \x0f\xa4"}
	for _, size := range []int{1, 2, 3, 7, 128, 4096, len(stream)} {
		got, passed := scanned(cut(stream, size), "")
		if diff := cmp.Diff(want, got); diff != "" || passed != len(stream) {
			t.Errorf("in pieces of %d: passed %d of %d bytes, frames (-want +got):\n%s", size, passed, len(stream), diff)
		}
	}
}

func TestFramesStopsBeforeTheFrame(t *testing.T) {
	before := append([]byte(upgradeAnswer), serverFrame(frameText, []byte("event"))...)
	stop := serverFrame(frameText, []byte("stop"))
	after := serverFrame(frameText, []byte("never"))
	stream := slices.Concat(before, stop, after)
	for size := 1; size <= len(stream); size++ {
		seen, passed := scanned(cut(stream, size), "stop")
		// Of the frame itself, bytes that came in earlier pieces may have passed, but never its last one.
		if passed < len(before) || passed >= len(before)+len(stop) {
			t.Errorf("in pieces of %d: %d bytes passed, want %d to %d", size, passed, len(before), len(before)+len(stop)-1)
		}
		if want := []string{"1 event", "1 stop"}; !slices.Equal(seen, want) {
			t.Errorf("in pieces of %d: saw %q, want %q", size, seen, want)
		}
	}
}

func TestWithCloseCode(t *testing.T) {
	mask := []byte{1, 2, 3, 4}
	frame := append([]byte{0x88, 0x82}, mask...)
	frame = append(frame, 0x03^mask[0], 0xe8^mask[1]) // 1000
	if !isCloseFrame(frame) {
		t.Fatalf("isCloseFrame(% x) = false, want true", frame)
	}
	got := withCloseCode(frame, closeResumable)
	if code := int(got[6]^mask[0])<<8 | int(got[7]^mask[1]); code != closeResumable {
		t.Errorf("the code of % x is %d, want %d", got, code, closeResumable)
	}
	for _, other := range [][]byte{nil, {0x88, 0x80, 1, 2, 3, 4}, frame[:7], {0x81, 0x82, 1, 2, 3, 4, 5, 6}} {
		if isCloseFrame(other) {
			t.Errorf("isCloseFrame(% x) = true, want false", other)
		}
	}
}

func FuzzFrames(f *testing.F) {
	f.Add([]byte(upgradeAnswer+"\x81\x05hello\x88\x02\x0f\xa4"), 3)
	f.Add(append([]byte(upgradeAnswer), serverFrame(frameText, bytes.Repeat([]byte("x"), 300))...), 100)
	f.Add([]byte(upgradeAnswer+"\x81\x7f\xff\xff\xff\xff\xff\xff\xff\xff rest"), 1)
	f.Fuzz(func(t *testing.T, stream []byte, size int) {
		if size < 1 || len(stream) == 0 {
			return
		}
		whole, passed := scanned([][]byte{stream}, "")
		pieces, passedInPieces := scanned(cut(stream, size), "")
		if !slices.Equal(whole, pieces) || passed != len(stream) || passedInPieces != len(stream) {
			t.Errorf("whole: %q, %d bytes; in pieces of %d: %q, %d bytes; want the same and %d bytes",
				whole, passed, size, pieces, passedInPieces, len(stream))
		}
	})
}
