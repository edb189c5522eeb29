package quality

import (
	"fmt"
	"strings"
)

// Judge judges the results, which must hold one for every question, by its id, and returns the verdicts in the order of
// the questions. textOf returns the canonical text of a document; it reports false for one that does not exist.
func Judge(questions []Question, results []Result, textOf func(doc string) (string, bool)) ([]Verdict, error) {
	byID := make(map[string]Result, len(results))
	for _, r := range results {
		byID[r.ID] = r
	}
	var missing []string
	var out []Verdict
	for _, q := range questions {
		r, ok := byID[q.ID]
		if !ok {
			missing = append(missing, q.ID)
			continue
		}
		v := judge(q, r)
		v.checkVerbatim(r, textOf)
		out = append(out, v)
	}
	if len(missing) > 0 {
		some := strings.Join(missing[:min(len(missing), 10)], ", ")
		return nil, fmt.Errorf("judge: no result for %d of %d questions, among them %s", len(missing), len(questions), some)
	}
	return out, nil
}

func (v *Verdict) checkVerbatim(r Result, textOf func(string) (string, bool)) {
	for _, e := range r.Excerpts {
		if !isVerbatim(e, textOf) {
			v.NotVerbatim = append(v.NotVerbatim, fmt.Sprintf("question %s: %s [%d, %d)", v.ID, e.Doc, e.Start, e.End))
		}
	}
}
