// Package jsonlines reads question sets and other files that hold one JSON object a line, and reports all bad lines of a
// file at once.
package jsonlines

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// longest is the number of bytes of a line beyond which a file is taken for something else.
const longest = 64 << 20

// Read returns what each line of r decodes to, in order. Blank lines are passed over, and so is a byte order mark at the
// beginning. check, given the number of the line from 1, may refuse what was decoded; it is not called for a line that
// is no JSON.
//
// bad has an error that begins with "line N: " for every line that could not be used, and values has the others. err is
// that of reading r or of a line longer than 64 MiB; what was read until then is returned too.
func Read[T any](r io.Reader, check func(n int, value T) error) (values []T, bad []error, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longest)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if n == 1 {
			line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\ufeff")))
		}
		if len(line) == 0 {
			continue
		}
		value, err := decode[T](line)
		if err == nil {
			err = check(n, value)
		}
		if err != nil {
			bad = append(bad, fmt.Errorf("line %d: %w", n, err))
			continue
		}
		values = append(values, value)
	}
	return values, bad, lines.Err()
}

func decode[T any](line []byte) (value T, err error) {
	if !utf8.Valid(line) {
		return value, errors.New("not valid UTF-8")
	}
	if err := json.Unmarshal(line, &value); err != nil {
		return value, fmt.Errorf("not an object of the kind expected: %w", err)
	}
	return value, nil
}
