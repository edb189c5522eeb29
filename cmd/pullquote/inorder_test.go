package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestInOrder(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	for _, n := range []int{0, 1, 2, 100} {
		items := make([]int, n)
		want := ""
		for i := range items {
			items[i] = i
			want += fmt.Sprintln(i)
		}
		var got strings.Builder
		err := inOrder(context.Background(), items,
			func(i int) ([]byte, error) {
				time.Sleep(time.Duration((i*7)%5) * 100 * time.Microsecond) // results come in another order
				return fmt.Appendln(nil, i), nil
			},
			func(line []byte) error { got.Write(line); return nil })
		if err != nil || got.String() != want {
			t.Errorf("%d items: got %q, %v, want %q", n, got.String(), err, want)
		}
	}
}

func TestInOrderStops(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	bad := errors.New("bad")
	items := make([]int, 1000)
	for i := range items {
		items[i] = i
	}
	line := func(i int) ([]byte, error) { return fmt.Appendln(nil, i), nil }

	t.Run("work fails", func(t *testing.T) {
		var got strings.Builder
		err := inOrder(context.Background(), items,
			func(i int) ([]byte, error) {
				if i == 3 {
					return nil, bad
				}
				return line(i)
			},
			func(l []byte) error { got.Write(l); return nil })
		if !errors.Is(err, bad) || got.String() != "0\n1\n2\n" {
			t.Errorf("got %q, %v, want the three lines before the failure", got.String(), err)
		}
	})
	t.Run("write fails", func(t *testing.T) {
		if err := inOrder(context.Background(), items, line, func([]byte) error { return bad }); !errors.Is(err, bad) {
			t.Errorf("got %v, want %v", err, bad)
		}
	})
	t.Run("interrupted", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		var working atomic.Int32
		lines := 0
		err := inOrder(ctx, items,
			func(i int) ([]byte, error) {
				working.Add(1)
				defer working.Add(-1)
				return line(i)
			},
			func([]byte) error {
				if lines++; lines == 5 {
					cancel()
				}
				return nil
			})
		if !errors.Is(err, context.Canceled) || lines != 5 {
			t.Errorf("got %d lines, %v, want 5 and a cancelled context", lines, err)
		}
		if n := working.Load(); n != 0 {
			t.Errorf("%d items are still being worked on", n)
		}
	})
}
