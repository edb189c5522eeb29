package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pullquote/cmd/bench/contest"
	"pullquote/cmd/bench/passages"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fixed are results of three sizes in which every cost of ours is in proportion to the corpus.
func fixed() Results {
	r := Results{
		Run:    fixedRun(),
		Absent: []contest.Absent{{Name: xapian, Reason: "there is no compiler", Mend: "apt-get install g++"}},
	}
	for i, n := range []int{50, 200_000, 1_000_000} {
		r.Put(fixedSize([]string{"5", middle, biggest}[i], n))
	}
	return r
}

func fixedRun() Run {
	return Run{Date: "2026-11-22", Program: "0123456789ab", Machine: Machine{Processor: "Test processor", Cores: 2, Memory: 8e9, System: "Debian", Go: "go1.26"}}
}

func fixedSize(name string, n int) Size {
	x := float64(n)
	f := passages.Figures{Passages: n, Words: 80 * n, Vocabulary: n / 2, Once: .4, Frequent: [3]float64{.3, .48, .67}, Repeated: .005}
	s := Size{Name: name, Rounds: 3, Corpus: Corpus{
		Origin: "book 1, lexicon 2", SHA256: "0123456789abcdef", Source: f, Text: f, Documents: n / 10, Bytes: int64(500 * n),
	}}
	us := contest.Figures{
		"read/process_cpu_s": x / 20_000, "build/process_cpu_s": x / 8_000, "build/process_wall_s": x / 16_000, "build/peak_mb": x / 2_000, "build/disk_mb": x / 4_000,
		"first/process_wall_s": x / 1e7, "reload/wall_s": x / 1e6, "reload/cpu_s": x / 5e5,
		"query/p50_ms": x / 4e5, "query/p95_ms": x / 2e5, "query/p99_ms": x / 1e5, "query/long_ms": x / 5e4, "query/cpu_ms": x / 4e5, "query/per_second": 4e8 / x, "query@2/per_second": 7e8 / x,
		"answer/p50_ms": x / 1e5, "answer/p95_ms": x / 5e4, "answer/p99_ms": x / 2e4, "answer/long_ms": x / 2e4, "answer/cpu_ms": x / 1e5, "answer/per_second": 1e8 / x, "answer@2/per_second": 2e8 / x,
		"answer@2/resident_mb": x / 2_500, "answer/peak_mb": x / 2_000,
	}
	peer := contest.Figures{
		"build/process_cpu_s": x / 16_000, "build/process_wall_s": x / 20_000, "build/peak_mb": 140, "build/disk_mb": x / 1e4,
		"query/p50_ms": x / 8e5, "query/p95_ms": x / 4e5, "query/p99_ms": x / 4e5, "query/long_ms": x / 1e5, "query/cpu_ms": x / 8e5, "query/per_second": 8e8 / x,
	}
	s.Figures = map[string]contest.Figures{ours: us, lucene: peer, "Newcomer": {"query/p50_ms": 1}}
	s.Measured, s.Judged, s.Profiled = fixedRun(), fixedRun(), fixedRun()
	s.Measured.Machine.Floor = int64(12 * n)
	if name == biggest {
		s.Quality = []Quality{{ours, 1000, .8, .95}, {lucene, 1000, .75, .9}}
		s.Figures["Slow"] = contest.Figures{"query/long_ms": 40}
		s.First = map[string]contest.Figures{"Slow": {"query/p50_ms": 8, "query@2/per_second": 200}, ours: {"query/p50_ms": 2}}
		s.Measured.Program, s.Judged.Program, s.Judged.Machine.Cores = "ba9876543210", "", 4
		s.Profiles = []Profile{
			{"build", 20, 1, []Part{{"index", .6}, {Collection, .3}, {"search", .05}, {"crumbs", .01}, {Rest, .04}}},
			{"first", .2, 10, []Part{{"index", 1}}},
			{"reload", 2, 4, []Part{{"index", 1}}},
			{"query", 3, 1, []Part{{"search", .7}, {"index", .28}, {"crumbs", .02}}},
		}
	}
	return s
}

func TestPage(t *testing.T) {
	var got bytes.Buffer
	if err := fixed().Write(&got); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join("testdata", "performance.golden")
	if *update {
		if err := os.WriteFile(name, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the page is\n%s\nwant\n%s", got.String(), want)
	}
}

// Without results, too, there is a page, which says that nothing was measured.
func TestEmptyPage(t *testing.T) {
	var got bytes.Buffer
	if err := (Results{}).Write(&got); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(got.String(), "| not measured |"); n != len(targets()) {
		t.Errorf("%d targets are not measured, want %d", n, len(targets()))
	}
	if strings.Contains(got.String(), "NaN") || strings.Contains(got.String(), "Inf") {
		t.Errorf("the page has numbers that are none:\n%s", got.String())
	}
}

func TestTargets(t *testing.T) {
	missed := map[string]bool{"retrieval part, p99, over Lucene": true, "whole answer, p50, over the retrieval part": true}
	s, _ := fixed().Size(biggest)
	for _, aim := range targets() {
		if m := aim.value(s); m.ok && aim.reached(m) == missed[aim.label] {
			t.Errorf("%s of %v, bound %v: reached is %v", aim.label, m.v, aim.bound, aim.reached(m))
		}
	}
}

// Sizes are in their order, whichever is measured first, and one that is measured anew takes the place of the old.
func TestPut(t *testing.T) {
	r := fixed()
	r.Put(Size{Name: biggest, Rounds: 7, Corpus: Corpus{Text: passages.Figures{Passages: 1_000_000}}})
	r.Put(Size{Name: "20k", Corpus: Corpus{Text: passages.Figures{Passages: 20_000}}})
	var names []string
	for _, s := range r.Sizes {
		names = append(names, s.Name)
	}
	if got := strings.Join(names, " "); got != "5 20k 200k 1m" {
		t.Errorf("sizes are %s, want 5 20k 200k 1m", got)
	}
	if s, ok := r.Size(biggest); !ok || s.Rounds != 7 || s.Figures != nil {
		t.Errorf("the size measured anew is %+v, %v, want the new one", s, ok)
	}
	if s, ok := r.Size("2m"); ok {
		t.Errorf("a size that was not measured is %+v", s)
	}
}

// A contender that was asked the first few questions is compared over these, and over the long ones as they are.
func TestRatio(t *testing.T) {
	s, _ := fixed().Size(biggest)
	for _, tt := range []struct {
		peer, measure string
		want          measured
	}{
		{lucene, contest.P50, known(2)}, {"Slow", contest.P50, known(.25)}, {"Slow", contest.Long, known(.5)},
		{"Slow", contest.P99, measured{}}, {"Nobody", contest.P50, measured{}},
	} {
		if got := s.ratio(tt.peer, "query", tt.measure); got.ok != tt.want.ok || got.ok && got.v != tt.want.v {
			t.Errorf("%s over that of %s = %v, want %v", tt.measure, tt.peer, got, tt.want)
		}
	}
}

func TestLike(t *testing.T) {
	for _, tt := range []struct {
		change func(*Run)
		want   bool
	}{
		{func(r *Run) { r.Date = "2026-11-23" }, true},
		{func(r *Run) { r.Machine.Floor++ }, true},
		{func(r *Run) { r.Machine.Cores++ }, false},
		{func(r *Run) { r.Program = "" }, false},
	} {
		r := fixedRun()
		if tt.change(&r); r.like(fixedRun()) != tt.want {
			t.Errorf("%+v is like %+v: %v, want %v", r, fixedRun(), !tt.want, tt.want)
		}
	}
}

func TestResultsAsJSON(t *testing.T) {
	text, err := json.Marshal(fixed())
	if err != nil {
		t.Fatal(err)
	}
	var back Results
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	var a, b bytes.Buffer
	if err := fixed().Write(&a); err != nil {
		t.Fatal(err)
	}
	if err := back.Write(&b); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Error("results that were kept give another page")
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		v    float64
		want string
	}{{0, "0"}, {.00123, "0.0012"}, {.000999, "0.00100"}, {.0999, "0.100"}, {.5, "0.50"}, {9.994, "9.99"}, {10, "10.0"}, {99.94, "99.9"}, {100, "100"}, {1234.5, "1,235"}, {-1234567, "-1,234,567"}} {
		if got := known(tt.v).String(); got != tt.want {
			t.Errorf("%v is written %s, want %s", tt.v, got, tt.want)
		}
	}
	for _, tt := range []struct {
		v    float64
		want string
	}{{1234, "1,200"}, {999_999, "1,000,000"}, {1.25e6, "1.2 million"}, {34e6, "34 million"}, {2.5e9, "2.5 billion"}, {math.Inf(1), "beyond reckoning"}} {
		if got := round(tt.v); got != tt.want {
			t.Errorf("round(%v) = %s, want %s", tt.v, got, tt.want)
		}
	}
	for v, want := range map[float64]float64{0: 0, 99: 99, 100: 100, 101: 110, 1234: 1300} {
		if got := roundUp(v); got != want {
			t.Errorf("roundUp(%v) = %v, want %v", v, got, want)
		}
	}
}
