package corpus

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
)

// Documents are built by a fixed number of workers. One goroutine hands out jobs in the order of the files and waits
// while all workers are busy, so only a few files are in memory besides the documents. A job makes at most one
// document; its number puts the results back in order, so that the outcome does not depend on the workers.

// job makes one document.
type job struct {
	n     int
	file  string
	where string // names the file, or the line of a JSONL file
	make  func() (id string, d draft, notes []remark, err error)
}

// result is what became of a job.
type result struct {
	file, where string
	doc         *Document
	problems    []Problem
}

// load builds the documents in files.
func (l *loader) load(ctx context.Context, files []file) (*Snapshot, error) {
	jobs := make(chan job)
	var results results
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range jobs {
				if ctx.Err() == nil {
					results.put(j.n, l.run(j))
				}
			}
		})
	}
	d := dispatcher{loader: l, jobs: jobs}
	d.files(ctx, files)
	close(jobs)
	wg.Wait()
	l.progress(len(files), len(files))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	l.unused(&results)
	docs, problems := results.merge()
	return newSnapshot(ctx, docs, l.synonyms, append(l.problems, problems...))
}

// dispatcher hands out the jobs.
type dispatcher struct {
	*loader
	jobs chan<- job
	next int // number of the next job
}

func (d *dispatcher) files(ctx context.Context, files []file) {
	step := max(1, len(files)/100)
	for i, f := range files {
		if i%step == 0 {
			d.progress(i, len(files))
		}
		if d.next >= d.limits.Documents {
			d.leaveOut(f.path, d.tooMany(), "make the corpus smaller")
			continue
		}
		if isJSONL(f.path) {
			d.lines(ctx, f)
		} else {
			d.send(ctx, f.path, f.path, func() (string, draft, []remark, error) { return d.readFile(f) })
		}
		if ctx.Err() != nil {
			return
		}
	}
}

func (d *dispatcher) tooMany() string {
	return fmt.Sprintf("the corpus already has %d documents, the most that are loaded", d.limits.Documents)
}

func (d *dispatcher) send(ctx context.Context, file, where string, make func() (string, draft, []remark, error)) {
	select {
	case d.jobs <- job{d.next, file, where, make}:
		d.next++
	case <-ctx.Done():
	}
}

// run does one job. A reader that panics costs its own document only.
func (l *loader) run(j job) (r result) {
	r = result{file: j.file, where: j.where}
	defer func() {
		if p := recover(); p != nil {
			r.doc, r.problems = nil, []Problem{problemOf(j.where, fmt.Errorf("reading it failed: %v", p))}
		}
	}()
	id, d, notes, err := j.make()
	if err == nil {
		d.meta = l.sidecar.metadata(id).or(d.meta).tidy()
		r.doc, err = newDocument(id, d)
	}
	if err == nil && r.doc.PassageCount() == 0 {
		err = refusal{"it holds no text that can be quoted", "check that it is the right file"}
	}
	if err != nil {
		r.doc, r.problems = nil, []Problem{problemOf(j.where, err)}
		return r
	}
	for _, n := range append(notes, inspect(r.doc)...) {
		r.problems = append(r.problems, Problem{Path: j.where, Reason: n.reason, Mend: n.mend})
	}
	return r
}

// results collects what the workers bring, in the order of the jobs.
type results struct {
	mu   sync.Mutex
	list []result
}

func (r *results) put(n int, one result) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for len(r.list) <= n {
		r.list = append(r.list, result{})
	}
	r.list[n] = one
}

// merge returns the documents and problems in order. Of several documents with one id the first stays.
func (r *results) merge() (docs []*Document, problems []Problem) {
	first := map[string]string{}
	for i, one := range r.list {
		if one.doc == nil {
			continue
		}
		if where, taken := first[one.doc.ID()]; taken {
			r.list[i].problems = []Problem{{Path: one.where, Reason: fmt.Sprintf("its id %q is already taken by %s", one.doc.ID(), where),
				Mend: "give every document an id of its own", LeftOut: true}}
			continue
		}
		first[one.doc.ID()] = one.where
		docs = append(docs, one.doc)
	}
	return docs, r.problems()
}

// mostProblems is how many problems of one file are listed, so that a file of another kind by the wrong name does not
// bury the report.
const mostProblems = 100

// problems returns what was wrong: of each file the first ones, and a count of the others.
func (r *results) problems() (out []Problem) {
	for begin := 0; begin < len(r.list); {
		file, end := r.list[begin].file, begin
		var all []Problem
		for ; end < len(r.list) && r.list[end].file == file; end++ {
			all = append(all, r.list[end].problems...)
		}
		out = append(out, listed(file, all)...)
		begin = end
	}
	return out
}

// listed returns the first problems of a file and sums up the others: those for which a document is left out, and
// remarks.
func listed(file string, all []Problem) []Problem {
	if len(all) <= mostProblems {
		return all
	}
	leftOut := 0
	for _, p := range all[mostProblems:] {
		if p.LeftOut {
			leftOut++
		}
	}
	out := slices.Clip(all[:mostProblems])
	if leftOut > 0 {
		out = append(out, Problem{Path: file, LeftOut: true, Count: leftOut,
			Reason: counted(leftOut, "more document of this file is", "more documents of this file are") + " left out", Mend: "mend the listed ones first"})
	}
	if remarks := len(all) - mostProblems - leftOut; remarks > 0 {
		out = append(out, Problem{Path: file, Count: remarks,
			Reason: counted(remarks, "more remark", "more remarks") + " on this file", Mend: "see to the listed ones first"})
	}
	return out
}
