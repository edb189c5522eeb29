package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
)

// checksum is a CRC-32C (Castagnoli), written as eight hexadecimal digits.
type checksum uint32

// castagnoli is what crc32 computes CRC-32C by; it is never written to.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// MarshalText implements encoding.TextMarshaler.
func (c checksum) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (c *checksum) UnmarshalText(text []byte) error {
	var n uint32
	if _, err := fmt.Sscanf(string(text), "%08x", &n); err != nil || checksum(n).String() != string(text) {
		return fmt.Errorf("%q is no checksum", text)
	}
	*c = checksum(n)
	return nil
}

// String returns the eight digits.
func (c checksum) String() string { return fmt.Sprintf("%08x", uint32(c)) }

const sealed = "crc32c "

// readFile returns what is in a file. It fails with a *DamageError when the file can be opened but not read: then it is
// the disk that fails, and not a right or a file descriptor that is missing.
func readFile(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	var failed *fs.PathError
	if errors.As(err, &failed) && failed.Op == "read" {
		return nil, &DamageError{File: path, Reason: fmt.Sprintf("it cannot be read: %v", failed.Err)}
	}
	return data, err
}

// seal returns a value as JSON, under a line with the checksum of all that follows it.
func seal(value any) ([]byte, error) {
	body, err := json.MarshalIndent(value, "", "\t")
	if err != nil {
		return nil, err
	}
	body = append(body, '\n')
	return append([]byte(sealed+sumOf(body).String()+"\n"), body...), nil
}

func sumOf(data []byte) checksum { return checksum(crc32.Checksum(data, castagnoli)) }

// unseal reads what seal has written. It fails when a byte of it has changed.
func unseal(data []byte, value any) error {
	line, body, found := bytes.Cut(data, []byte("\n"))
	digits, prefixed := bytes.CutPrefix(line, []byte(sealed))
	var want checksum
	if err := want.UnmarshalText(digits); !found || !prefixed || err != nil {
		return errors.New("it does not begin with its checksum")
	}
	if sum := sumOf(body); sum != want {
		return fmt.Errorf("its checksum is %v, it was written with %v", sum, want)
	}
	if err := json.Unmarshal(body, value); err != nil {
		return fmt.Errorf("it cannot be read: %w", err)
	}
	return nil
}
