package discord

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// Codes with which this side closes a gateway connection.
const (
	closeNormal    = 1000 // ends the session
	closeResumable = 4000 // lets the session be resumed
)

// Why a gateway connection ended, as far as the gateway says so. A closeError is a third.
var (
	errReconnect      = errors.New("the gateway asks to reconnect")
	errInvalidSession = errors.New("the gateway has ended the session")
	errNotYet         = errors.New("the gateway does not take the session now")
)

// closeError is a close frame's code.
type closeError int

func (e closeError) Error() string {
	return fmt.Sprintf("the gateway closed the connection with code %d", int(e))
}

// wire is the socket under one gateway connection, in plain text. It does what discordgo does not:
//   - every read and write has a deadline, so that a silent gateway is noticed;
//   - Reconnect and Invalid Session end the connection here, before discordgo sees them: on a Reconnect in answer to a
//     RESUME it waits for its own lock for ever, and on an Invalid Session it sends an IDENTIFY at once, outside every
//     limit;
//   - it knows why the connection ended, which discordgo keeps to itself;
//   - discordgo closes with 1000 after every error, which would end the session; the wire changes that to a code after
//     which the session can be resumed, unless the program is leaving.
type wire struct {
	net.Conn
	timing  timing
	open    atomic.Bool  // the connection has been opened; from then on patience counts
	leaving *atomic.Bool // the session is to end
	heard   *atomic.Int64
	keep    func() bool // the end of the opening's context no longer closes the wire

	frames  frames // of Read alone
	mu      sync.Mutex
	reason  error
	stopped bool          // reason ends all reads
	gone    chan struct{} // closed by Close
	closing sync.Once
}

// Read reads within the deadline. After Reconnect and Invalid Session it returns that as an error.
func (w *wire) Read(p []byte) (int, error) {
	if reason, stopped := w.why(); stopped {
		return 0, reason
	}
	limit := w.timing.answer
	if w.open.Load() {
		limit = w.timing.patience
	}
	if err := w.SetReadDeadline(time.Now().Add(limit)); err != nil {
		return 0, err
	}
	n, err := w.Conn.Read(p)
	if n > 0 {
		w.heard.Store(time.Now().UnixNano())
	}
	return w.passed(p[:n], limit, err)
}

// passed returns how much of what was read discordgo may see, and with which error.
func (w *wire) passed(p []byte, limit time.Duration, err error) (int, error) {
	n, stopped := w.frames.scan(p, w.see)
	switch {
	case stopped && n == 0:
		reason, _ := w.why()
		return 0, reason
	case stopped:
		return n, nil
	case errors.Is(err, os.ErrDeadlineExceeded):
		w.end(fmt.Errorf("the gateway was silent for %v", limit), true)
	case err != nil:
		w.end(errors.New("the connection to the gateway broke off"), true)
	}
	return n, err
}

// see looks at a frame and says whether discordgo must not see it nor anything after it.
func (w *wire) see(kind byte, payload []byte) (stop bool) {
	switch kind {
	case frameClose:
		w.end(closeCode(payload), false)
	case frameText:
		if err := order(payload); err != nil {
			w.end(err, true)
			return true
		}
	}
	return false
}

// closeCode returns the code of a close frame, 1005 where there is none.
func closeCode(payload []byte) closeError {
	if len(payload) < 2 {
		return 1005
	}
	return closeError(binary.BigEndian.Uint16(payload))
}

// order returns the error for a message that tells the client to reconnect, nil for any other.
func order(message []byte) error {
	var m struct {
		Op int             `json:"op"`
		D  json.RawMessage `json:"d"`
	}
	if json.Unmarshal(message, &m) != nil {
		return nil
	}
	switch {
	case m.Op == 7:
		return errReconnect
	case m.Op == 9 && string(m.D) == "true":
		return errNotYet
	case m.Op == 9:
		return errInvalidSession
	}
	return nil
}

// Write writes within the deadline.
func (w *wire) Write(p []byte) (int, error) {
	if isCloseFrame(p) && !w.leaving.Load() {
		// Without an error before it this is discordgo's answer to five heartbeats without one.
		w.end(errors.New("the gateway does not answer heartbeats"), false)
		p = withCloseCode(p, closeResumable)
	}
	if err := w.SetWriteDeadline(time.Now().Add(w.timing.write)); err != nil {
		return 0, err
	}
	return w.Conn.Write(p)
}

// Close closes the socket.
func (w *wire) Close() error {
	w.end(errors.New("the connection was closed"), true)
	w.closing.Do(func() { close(w.gone) })
	return w.Conn.Close()
}

// end notes why the connection ends; the first reason stays.
func (w *wire) end(reason error, stopped bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.reason == nil {
		w.reason = reason
	}
	w.stopped = w.stopped || stopped
}

// why returns the reason why the connection ended, nil for none yet, and whether it ends all reads.
func (w *wire) why() (reason error, stopped bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.reason, w.stopped
}
