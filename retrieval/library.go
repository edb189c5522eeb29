// Package retrieval finds the words of a corpus that answer a question.
//
// A [Library] answers from one corpus snapshot at a time (library.go), indexed as an edition (edition.go) of one or more
// segments (segment.go): runs of documents with the posting lists of their terms (package postings), the terms of their
// passages in order (forward.go) and what is counted of their languages (lexis.go, learnt.go, package terms).
// [Library.Read] reads what has changed in its source, and [Update.Serve] exchanges the edition while questions are asked
// (update.go). A library that has a folder keeps snapshots there (archive.go, filed.go, findings.go, checking.go,
// versions.go, package store), adds new documents as a segment (filing.go, segmentbuild.go, segmentfiles.go), counts what
// is gone of the others (losses.go) and folds small ones into it (assembly.go).
//
// [Library.Ask] turns a [Question] into an [Answer], in these steps, each in a file of its own:
//
//   - what is no question to a corpus is told apart by its form (intent.go);
//   - the documents that it may be answered from are looked up (scope.go);
//   - the question is read once in every language of the corpus (query.go), with what else can say its words in a source
//     (crossing.go, bridge.go, abbreviation.go), how else they are spelt (variant.go, spelt.go) and their other forms
//     (forms.go); and once for what it asks for, whatever the language: a figure, a name, a reason, a definition (plan.go,
//     asks.go, slot.go);
//   - the posting lists propose passages, the best of which are then read (read.go, pattern.go) and ranked by BM25 (rank.go);
//   - the sentences of those passages are scored by features with learnt weights (sentence.go, feature.go);
//   - the best of them decide whether the corpus answers the question at all (evidence.go, confidence.go, outcome.go),
//     measured against what a question scores by chance (chance.go);
//   - where a value is asked for, the other documents of a small corpus are surveyed for it too (depth.go);
//   - the best sentences of every source become excerpts, each the shortest run that stands on its own (excerpt.go,
//     choose.go), grouped by the value they state where the question asks for one (statement.go, value.go, scene.go,
//     group.go), and told where the groups differ (disagree.go);
//   - sources are numbered (assemble.go), and documents that say nothing, or were not read to the end, are told (depth.go).
//
// [Library.Trace] does so for every statement of a text and puts what speaks of any of them into one Answer (trace.go,
// tracepick.go).
//
// An Answer holds quotes and numbers, nothing else: the package writes no sentence about the world.
//
// [Library.Calibrate] moves the threshold from which on a question counts as answered to where readers find it (calibrate.go).
// [Library.Consider] returns the sentences that an answer is chosen from, for weights to be learnt, and [Library.Retrieve]
// the passages that they stand in, for the search to be measured by itself (considered.go).
//
// Equal snapshots, questions and thresholds give equal answers, whatever the machine, the order of loading and the way in
// which the documents came into their segments.
package retrieval

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"pullquote/corpus"
)

// Library answers questions from a corpus snapshot, which can be exchanged while it does. It is safe for concurrent use.
type Library struct {
	current atomic.Pointer[edition]
	source  *corpus.Source // nil where the library was opened from a snapshot
	archive *archive       // nil where all is in memory
	// rebuilding is that of the Options.
	rebuilding func(why error)
	// found is what the reading has found that the current edition comes from; nil where that is not known.
	found atomic.Pointer[findings]
	// seen is what the last reading has found. It is another one while an earlier snapshot serves.
	seen atomic.Pointer[findings]
	// threshold is in force for all editions.
	threshold threshold
	// saving says that the process is to take little memory.
	saving atomic.Bool
	// writing holds a token, which is taken while current is exchanged or closed and guards closed.
	writing chan struct{}
	closed  bool

	open     sync.WaitGroup // the editions whose indexes are not closed yet
	mu       sync.Mutex
	failures []error // of closing them
}

// ErrClosed is the error of a Library that has been closed.
var ErrClosed = errors.New("library is closed")

// Open indexes a snapshot in memory. It fails when the context ends or the index cannot be built. The Library must be
// closed.
func Open(ctx context.Context, snapshot *corpus.Snapshot) (*Library, error) {
	l := &Library{writing: make(chan struct{}, 1)}
	if err := l.publish(ctx, snapshot); err != nil {
		return nil, fmt.Errorf("open library: %w", err)
	}
	l.writing <- struct{}{}
	return l, nil
}

// publish indexes a snapshot and makes it the current edition.
func (l *Library) publish(ctx context.Context, snapshot *corpus.Snapshot) error {
	e, err := newEdition(ctx, snapshot)
	if err != nil {
		return err
	}
	l.exchange(e)
	return nil
}

// exchange makes an edition the current one.
func (l *Library) exchange(e *edition) {
	e.threshold = &l.threshold
	l.open.Add(1)
	if old := l.current.Swap(e); old != nil {
		l.letGo(old)
	}
}

// begin waits until nobody else exchanges the current edition.
func (l *Library) begin(ctx context.Context) error {
	select {
	case <-l.writing:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// end lets others exchange it.
func (l *Library) end() { l.writing <- struct{}{} }

// Ask answers a question from the snapshot that is current when it is asked. It fails only when the context ends, with a
// *corpus.ReadError when a file cannot be read or is not as it was written, or, with ErrClosed, when the library has been
// closed.
func (l *Library) Ask(ctx context.Context, q Question) (Answer, error) {
	a, err := consult(l, func(e *edition) (Answer, error) { return e.ask(ctx, q) })
	if err != nil {
		return Answer{}, fmt.Errorf("ask: %w", err)
	}
	return a, nil
}

// consult asks the current edition, which stays open meanwhile. What it cannot read, the next reading of the source makes
// anew.
func consult[T any](l *Library, ask func(*edition) (T, error)) (answer T, err error) {
	e, err := l.hold()
	if err != nil {
		return answer, err
	}
	defer l.letGo(e)
	defer func() {
		if isDamage(err) {
			e.damaged.Store(true)
		}
	}()
	defer recoverRead(&err)
	return ask(e)
}

// hold returns the current edition, which stays open until it is let go.
func (l *Library) hold() (*edition, error) {
	for {
		e := l.current.Load()
		if e.hold() {
			return e, nil
		}
		if e == l.current.Load() { // it is let go after its successor has taken its place, so it has none
			return nil, ErrClosed
		}
	}
}

// letGo ends a hold on an edition; the last one closes it.
func (l *Library) letGo(e *edition) {
	if e.holders.Add(-1) > 0 {
		return
	}
	if err := e.close(); err != nil {
		l.mu.Lock()
		l.failures = append(l.failures, err)
		l.mu.Unlock()
	}
	l.open.Done()
}

// Reload makes the library answer from another snapshot. It is indexed aside while the old one serves; questions that are
// under way end on the snapshot they began with, whose index is closed when the last of them has ended. One with the ID
// of the current snapshot changes no answer and is not indexed. When Reload fails, because the context ends, the index
// cannot be built or, with ErrClosed, the library has been closed, the old snapshot serves on. One reload runs at a time;
// others wait, no longer than their context.
func (l *Library) Reload(ctx context.Context, snapshot *corpus.Snapshot) error {
	if err := l.begin(ctx); err != nil {
		return fmt.Errorf("reload library: %w", err)
	}
	defer l.end()
	if l.closed {
		return fmt.Errorf("reload library: %w", ErrClosed)
	}
	if e := l.current.Load(); e.snapshot.ID() == snapshot.ID() {
		e.latest.Store(snapshot.WithDocuments(e.snapshot))
		return nil
	}
	if err := l.publish(ctx, snapshot); err != nil {
		return fmt.Errorf("reload library: %w", err)
	}
	return nil
}

// Snapshot returns the snapshot that is searched; of a closed library the last one. After a reload that changed no
// document it has the problems and the time of the new one.
func (l *Library) Snapshot() *corpus.Snapshot { return l.current.Load().latest.Load() }

// Close waits for a reload and for all questions under way, and releases every index. Later questions and reloads fail
// with ErrClosed. Its error says what could not be released, at this Close or after a reload; a second Close does
// nothing.
func (l *Library) Close() error {
	<-l.writing
	defer l.end()
	if l.closed {
		return nil
	}
	l.closed = true
	if e := l.current.Load(); e != nil {
		l.letGo(e)
	}
	l.open.Wait()
	if l.archive != nil {
		l.failures = append(l.failures, l.archive.close())
	}
	if err := errors.Join(l.failures...); err != nil {
		return fmt.Errorf("close library: %w", err)
	}
	return nil
}
