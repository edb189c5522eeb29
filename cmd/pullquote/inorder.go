package main

import (
	"context"
	"errors"
	"runtime"
)

// worked is what became of one item.
type worked[R any] struct {
	value R
	err   error
}

// inOrder calls work for every item, on all processors, and write for every result, one at a time and in the order
// of the items. It stops at the first error and when ctx ends; what was written until then is complete, and no work
// is under way any more when it returns.
func inOrder[T, R any](ctx context.Context, items []T, work func(T) (R, error), write func(R) error) error {
	ctx, cancel := context.WithCancel(ctx)
	queue := startWork(ctx, items, work)
	defer func() {
		cancel()
		for slot := range queue {
			<-slot
		}
	}()
	for slot := range queue {
		r := <-slot
		if err := errors.Join(ctx.Err(), r.err); err != nil {
			return err
		}
		if err := write(r.value); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// startWork returns the places where the results of the items will be, in their order. Results that nobody has taken
// yet are bounded in number.
func startWork[T, R any](ctx context.Context, items []T, work func(T) (R, error)) <-chan chan worked[R] {
	queue := make(chan chan worked[R], 4*runtime.GOMAXPROCS(0))
	busy := make(chan struct{}, runtime.GOMAXPROCS(0))
	go func() {
		defer close(queue)
		for _, item := range items {
			slot := make(chan worked[R], 1)
			select {
			case queue <- slot:
			case <-ctx.Done():
				return
			}
			busy <- struct{}{}
			go func() {
				value, err := work(item)
				<-busy
				slot <- worked[R]{value, err}
			}()
		}
	}()
	return queue
}
