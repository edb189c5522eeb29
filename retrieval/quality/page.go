package quality

import (
	"fmt"
	"io"
	"strings"
)

// Page is the report on several sets that is kept with the source: ours beside the baseline, with sampling errors.
type Page struct {
	// Date is when it was measured, as a line of its own shows it.
	Date string
	// Baseline says how the baseline works.
	Baseline string
	// Sets are shown in their order.
	Sets []Measurement
}

// DateLine is how the one line of a page begins that differs from day to day.
const DateLine = "Measured on "

const pageIntroduction = `# Quality of answers

How well questions are answered, measured on question sets with known answers, beside plain BM25 as the baseline. This
page is written by ` + "`pullquote eval --report`" + `: change the program, not the page. None of the sets is part of the project;
only figures are kept.

`

const pageErrors = `## Sampling error

± is half the width of the 95 % interval, by bootstrap: the questions of a set are drawn again with replacement a thousand
times, from a fixed seed, and the figure is computed of each draw; the interval holds the middle 95 %. For *ours − plain*
both are computed over the same draws, question by question: a difference is beyond chance where it exceeds its ±. A figure
on which all questions of a set agree shows ± 0, which for a small set says little: that all of n questions go well leaves
room for about 3/n that do not. That the questions of a set resemble one another, and that the ranking was tuned on these
sets, is not in the ±.

`

const pageReproduction = "## How to reproduce\n\n" + `Each set is a folder with ` + "`corpus.jsonl`" + ` (or the documents in ` + "`corpus`" + ` or ` + "`seeds`" + `) and ` + "`questions.jsonl`" + `, in
the formats that ` + "`pullquote help eval`" + ` describes; offsets are in UTF-8 bytes. With the sets in the folder ` + "`sets`" + `:

    pullquote eval --sets sets --report docs/quality.md

A test holds the figures and this page: where the sets lie in a folder ` + "`shared`" + ` beside the checkout it fails when they differ, and

    go test ./cmd/pullquote -run TestQuality -update

writes them anew, so that a change of ranking shows as a change of figures in review.

Why a question went wrong: ` + "`pullquote eval --misses`" + ` lists such questions, ` + "`--dump FILE`" + ` writes one line of JSON for each
question, and ` + "`pullquote ask --explain`" + ` shows how one answer came about.
`

// Write writes the page as Markdown. Equal verdicts and dates give equal pages.
func (p Page) Write(w io.Writer) error {
	var b strings.Builder
	sets := make([][]row, len(p.Sets))
	for i, m := range p.Sets {
		sets[i] = m.rows()
	}
	b.WriteString(pageIntroduction + DateLine + p.Date + ".\n\n")
	p.writeTargets(&b, sets)
	for i, m := range p.Sets {
		m.writeSection(&b, sets[i])
	}
	writeMeanings(&b)
	b.WriteString(pageErrors)
	fmt.Fprintf(&b, "## The baseline\n\n%s\n\n", p.Baseline)
	p.writeSources(&b)
	b.WriteString(pageReproduction)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeTargets says which targets are missed, and by how much.
func (p Page) writeTargets(b *strings.Builder, sets [][]row) {
	all, missed := 0, []string{}
	for i, rows := range sets {
		for _, r := range rows {
			if r.target != nil {
				all++
			}
			if !r.reached() {
				missed = append(missed, fmt.Sprintf("| %s | %s | %s | %s |", p.Sets[i].Set, r.title(), r.number(*r.Ours), r.bound()))
			}
		}
	}
	fmt.Fprintf(b, "## Targets\n\n%d of %d targets are reached.", all-len(missed), all)
	if len(missed) > 0 {
		b.WriteString(" Not reached:\n\n| set | figure | ours | target |\n| --- | --- | --- | --- |")
		for _, row := range missed {
			b.WriteString("\n" + row)
		}
	}
	b.WriteString("\n\n")
}

// writeSection shows the figures of one set.
func (m Measurement) writeSection(b *strings.Builder, rows []row) {
	about, report := aboutSet(m.Set), Sum(m.Ours)
	fmt.Fprintf(b, "## %s\n\n", m.Set)
	if about.what != "" {
		b.WriteString(strings.ToUpper(about.what[:1]) + about.what[1:] + ".\n")
	}
	fmt.Fprintf(b, "%d questions, %d of them with an answer.\n\n", report.Questions, report.Answerable)
	b.WriteString("| figure | ours | plain BM25 | ours − plain | target |\n| --- | --- | --- | --- | --- |\n")
	for _, r := range rows {
		b.WriteString(r.markdown())
	}
	b.WriteString("\n")
}

// markdown is a row of the table of a set.
func (r row) markdown() string {
	plain, difference, aim := absent, absent, ""
	if r.Plain != nil {
		plain = r.number(*r.Plain) + r.margin(r.PlainMargin)
	}
	if r.Difference != nil {
		difference = r.signed(*r.Difference) + r.margin(r.DifferenceMargin)
	}
	if r.target != nil {
		aim = r.bound() + map[bool]string{true: ", reached", false: ", **missed**"}[r.reached()]
	}
	return fmt.Sprintf("| %s | %s%s | %s | %s | %s |\n", r.title(), r.number(*r.Ours), r.margin(r.OursMargin), plain, difference, aim)
}

func (r row) margin(v float64) string { return " ± " + r.number(v) }

// bound is the target of a row in words.
func (r row) bound() string {
	if r.lower {
		return "at most " + r.number(r.target.bound)
	}
	return "at least " + r.number(r.target.bound)
}

func writeMeanings(b *strings.Builder) {
	b.WriteString("## What the figures mean\n\n| figure | name in JSON | what it says |\n| --- | --- | --- |\n")
	for _, f := range headline() {
		fmt.Fprintf(b, "| %s | `%s` | %s |\n", f.label, f.name, f.means)
	}
	b.WriteString("\nA span of more than 80 bytes counts as shown where 60 % of it is. A figure that follows a comma, as in *AUROC, offcorpus*, is over the\n" +
		"questions of that kind alone; AUROC compares those with all questions that have an answer.\n\n")
}

// writeSources names the sets and their licences.
func (p Page) writeSources(b *strings.Builder) {
	b.WriteString("## The sets\n\n| set | questions | licence |\n| --- | --- | --- |\n")
	for _, m := range p.Sets {
		licence := aboutSet(m.Set).licence
		if licence == "" {
			licence = absent
		}
		fmt.Fprintf(b, "| %s | %d | %s |\n", m.Set, len(m.Ours), licence)
	}
	b.WriteString("\n")
}
