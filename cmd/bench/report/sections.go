package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"pullquote/cmd/bench/contest"
)

const reproduction = `## How to reproduce

On a Debian machine with Go:

    apt-get install anarchism wordnet-base gcc g++ libc6-dev libsqlite3-dev libxapian-dev default-jdk-headless liblucene8-java
    go run ./cmd/bench --fresh --sizes 5,20k,200k,1m --profile --report docs/performance.md

A peer whose tools are missing is left out, and the page says so. Corpora, indexes and results are kept in a folder of the user's
cache (` + "`--work`" + `); sizes can be measured one after another, and ` + "`--page`" + ` writes the page from the results without measuring. With
` + "`--sets DIR`" + `, where DIR holds squad2_open, the quality of ranking is measured too; ` + "`--rounds 0`" + ` measures nothing else. Without
` + "`--fresh`" + ` what is not measured anew stays on the page, which says so where another version of the program measured it.
`

// writeQuality shows that speed is not bought with a worse order.
func (r Results) writeQuality(b *strings.Builder) {
	judged := slices.DeleteFunc(slices.Clone(r.Sizes), func(s Size) bool { return len(s.Quality) == 0 })
	if len(judged) == 0 {
		return
	}
	last := judged[len(judged)-1].Quality
	fmt.Fprintf(b, "## Quality of ranking\n\nSuccess at 1 and at 5: the share of %s questions of squad2_open whose paragraph is found first, or among the first five,\n"+
		"when all paragraphs of the set are put among the passages of a corpus. The sampling error is about .015; differences between the\n"+
		"contenders are over the same questions.\n\n", thousands(int64(last[0].Questions)))
	heads := []string{""}
	for _, s := range judged {
		heads = append(heads, thousands(int64(s.passages()))+" passages")
	}
	t := newTable(b, heads...)
	for _, q := range last {
		cells := []string{q.Contender}
		for _, s := range judged {
			cells = append(cells, s.success(q.Contender))
		}
		t.row(cells...)
	}
	t.end()
}

// success returns how well a contender ranks, as the page shows it.
func (s Size) success(contender string) string {
	for _, q := range s.Quality {
		if q.Contender == contender {
			return fmt.Sprintf("%.3f / %.3f", q.First, q.Five)
		}
	}
	return absent
}

// writeChoice says what an operator needs.
func (r Results) writeChoice(b *strings.Builder) {
	b.WriteString("## Choosing a machine\n\nA reload builds beside the index that serves, so memory is that of both, and a quarter more. Disk is for the documents and for three\n" +
		"times the index: the one that serves, the next and one to go back to. *Answers a second* are whole answers on one core of the\n" +
		"machine above; a Discord server asks far less. Two cores are enough for all sizes; more make the first build shorter.\n\n")
	t := newTable(b, "passages", "documents, MB", "memory, MB", "disk, MB", "first build, minutes", "later starts, s", "answers a second")
	for _, s := range r.Sizes {
		documents := float64(s.Corpus.Bytes) / 1e6
		memory, disk := s.get(ours, "build", contest.Peak), s.get(ours, "build", contest.Disk)
		memory = measured{roundUp(1.25 * (memory.v + s.serving().v)), memory.ok && s.serving().ok}
		disk = measured{roundUp(documents + 3*disk.v), disk.ok}
		t.row(thousands(int64(s.passages())), known(documents).String(), memory.String(), disk.String(),
			s.get(ours, "build", contest.Wall).over(known(60)).String(), s.get(ours, "first", contest.Wall).String(),
			s.get(ours, "answer", contest.PerSecond).String())
	}
	t.end()
}

// roundUp returns the next number of two digits and noughts.
func roundUp(v float64) float64 {
	if v <= 0 {
		return 0
	}
	scale := math.Pow(10, math.Floor(math.Log10(v))-1)
	return math.Ceil(v/scale) * scale
}

// writeCorpora shows what the text is like.
func (r Results) writeCorpora(b *strings.Builder) {
	if len(r.Sizes) == 0 {
		return
	}
	c := r.Sizes[0].Corpus
	fmt.Fprintf(b, "## The corpora\n\nThe text is drawn, always the same, from a model of the words of two Debian packages (%s; hash %s).\n"+
		"Each document has a theme with words and names of its own, and new words keep coming. A smaller corpus is the beginning of a larger\n"+
		"one. *Once* is the share of the vocabulary that stands in one place, *repeated* the share of the runs of five words, among the\n"+
		"first two million words, that have stood before.\n\n", c.Origin, c.SHA256[:min(12, len(c.SHA256))])
	t := newTable(b, "", "documents", "passages", "words a passage", "vocabulary", "once", "share of the 10 / 100 / 1,000 most frequent words", "repeated")
	last := r.Sizes[len(r.Sizes)-1].Corpus
	t.row("the source", "", "", "", thousands(int64(last.Source.Vocabulary)), known(last.Source.Once).percent(), frequent(last.Source.Frequent), known(last.Source.Repeated).percent())
	for _, s := range r.Sizes {
		f := s.Corpus.Text
		t.row(s.Name, thousands(int64(s.Corpus.Documents)), thousands(int64(f.Passages)), known(float64(f.Words)).over(known(float64(f.Passages))).String(),
			thousands(int64(f.Vocabulary)), known(f.Once).percent(), frequent(f.Frequent), known(f.Repeated).percent())
	}
	t.end()
}

func frequent(shares [3]float64) string {
	var out []string
	for _, s := range shares {
		out = append(out, fmt.Sprintf("%.0f %%", s*100))
	}
	return strings.Join(out, " / ")
}
