package discord

import (
	"bytes"
	"encoding/binary"
)

// The kinds of WebSocket frame that this package knows (RFC 6455, section 5.2).
const (
	frameText  = 1
	frameClose = 8
)

// smallFrame is the longest payload that frames keeps, in bytes. Reconnect, Invalid Session and closes are shorter.
const smallFrame = 256

// endOfUpgrade ends the HTTP answer that comes before the first frame.
var endOfUpgrade = []byte("\r\n\r\n")

// frames follows what a WebSocket server sends, an HTTP answer and then frames, in pieces of any size. The zero value
// stands before the first byte.
type frames struct {
	upgraded bool
	head     []byte // the frame so far, while it may be small; before the upgrade, the last bytes of the HTTP answer
	skip     uint64 // what is still to come of a frame that is not small
}

// scan reads p and calls see for every small frame that ends in it. When see says stop, scan returns how many bytes of p
// come before that frame, and true; else len(p) and false. After a stop it must not be called again.
func (f *frames) scan(p []byte, see func(kind byte, payload []byte) (stop bool)) (n int, stopped bool) {
	start := 0 // where in p the frame begins
	for i := 0; i < len(p); {
		if f.skip > 0 {
			passed := min(f.skip, uint64(len(p)-i))
			f.skip -= passed
			i += int(passed)
			start = i
			continue
		}
		f.head = append(f.head, p[i])
		i++
		if !f.upgraded {
			f.upgrade()
			start = i
			continue
		}
		kind, payload, done := f.frame()
		if !done {
			continue
		}
		if payload != nil && see(kind, payload) {
			return start, true
		}
		f.head = f.head[:0]
		start = i
	}
	return len(p), false
}

// upgrade looks for the end of the HTTP answer.
func (f *frames) upgrade() {
	if len(f.head) > len(endOfUpgrade) {
		f.head = f.head[1:]
	}
	if bytes.Equal(f.head, endOfUpgrade) {
		f.upgraded, f.head = true, nil
	}
}

// frame says whether head has a whole small frame, or the whole header of another one, the rest of which is then
// skipped and has no payload here.
func (f *frames) frame() (kind byte, payload []byte, done bool) {
	header, size, ok := frameSize(f.head)
	if !ok {
		return 0, nil, false
	}
	if size > smallFrame {
		f.skip = size
		return 0, nil, true
	}
	if len(f.head) < header+int(size) {
		return 0, nil, false
	}
	return f.head[0] & 0x0f, f.head[header:], true
}

// frameSize reads the header of a frame that is not masked, as a server's never are. ok is false while bytes are
// missing.
func frameSize(head []byte) (header int, size uint64, ok bool) {
	if len(head) < 2 {
		return 0, 0, false
	}
	switch size := head[1] & 0x7f; {
	case size == 126 && len(head) >= 4:
		return 4, uint64(binary.BigEndian.Uint16(head[2:])), true
	case size == 127 && len(head) >= 10:
		return 10, binary.BigEndian.Uint64(head[2:]), true
	case size < 126:
		return 2, uint64(size), true
	}
	return 0, 0, false
}

// isCloseFrame says whether p is a close frame with a code as a client writes it, in one piece and masked.
func isCloseFrame(p []byte) bool {
	return len(p) >= 8 && p[0] == 0x80|frameClose && p[1]&0x80 != 0 && p[1]&0x7f >= 2
}

// withCloseCode returns a copy of a client's close frame that has another code.
func withCloseCode(p []byte, code uint16) []byte {
	p = bytes.Clone(p)
	mask := p[2:6]
	p[6], p[7] = byte(code>>8)^mask[0], byte(code)^mask[1]
	return p
}
