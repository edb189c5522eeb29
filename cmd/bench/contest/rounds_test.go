package contest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pullquote/cmd/bench/passages"
)

// The test program is a contender itself where it is called with actor in front: it builds an index that holds the number
// of lines of its source and a log of its calls, and answers questions by their lengths.
const actor = "as-actor"

func TestMain(m *testing.M) {
	if len(os.Args) == 6 && os.Args[1] == actor {
		if err := act(os.Args[2], os.Args[3], os.Args[4], os.Args[5]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func act(log, command, a, b string) error {
	f, err := os.OpenFile(log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := fmt.Fprintln(f, filepath.Base(log), command, filepath.Base(a), filepath.Base(b)); err != nil {
		return err
	}
	switch command {
	case "build":
		text, err := os.ReadFile(a)
		if err != nil {
			return err
		}
		fmt.Printf(`{"phase":"build","passages":%d}`+"\n", strings.Count(string(text), "\n"))
		return os.WriteFile(filepath.Join(b, "index"), make([]byte, 2_000_000), 0o666)
	case "query-quick":
		return answer(b, 2_000)
	case "query-slow":
		return answer(b, 500_000)
	case "query", "query-fast":
		fmt.Println(`{"phase":"query","threads":1,"wall_us":3000000,"cpu_us":30000,"latencies_us":[1000,2000,9000]}`)
		fmt.Println(`{"phase":"query","threads":2,"wall_us":1500000,"latencies_us":[1000,2000,9000],"resident_kb":1000}`)
	case "hits":
		fmt.Println(`{"phase":"hits","hits":[1,0]}`)
		fmt.Println(`{"phase":"hits"}`)
		fmt.Println(`{"phase":"hits","documents":["else"]}`)
	case "reload":
		fmt.Println(`{"phase":"reload","wall_us":2000000,"cpu_us":1000000}`)
	default:
		return fmt.Errorf("no command %q", command)
	}
	return nil
}

// answer takes so many microseconds for each question, and ten times as many for a long one.
func answer(questions string, each int64) error {
	text, err := os.ReadFile(questions)
	if err != nil {
		return err
	}
	l := Line{Phase: "query"}
	for q := range strings.Lines(string(text)) {
		took := each
		if isLong(q) {
			took *= 10
		}
		l.LatenciesUS = append(l.LatenciesUS, took)
		l.WallUS, l.CPUUS = l.WallUS+took, l.CPUUS+took
	}
	return json.NewEncoder(os.Stdout).Encode(l)
}

// newCorpus returns a corpus of two passages and three questions.
func newCorpus(t *testing.T) passages.Corpus {
	t.Helper()
	c := passages.Corpus{Dir: t.TempDir()}
	if err := os.WriteFile(c.Passages(), []byte("a\tA\tone\nb\tB\ttwo\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("word ", longWords)
	if err := os.WriteFile(c.Questions(), []byte("one?\ntwo?\n"+long+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	return c
}

func contender(t *testing.T, log, name string) Contender {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Contender{Name: name, Index: name, Program: []string{program, actor, log}, Build: []string{"build"}, Query: []string{"query"}}
}

func TestRun(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	one, two := contender(t, log, "one"), contender(t, log, "two")
	one.Reload = []string{"reload"}
	fast := two
	fast.Name, fast.Build, fast.Query = "fast", nil, []string{"query-fast"}
	changes := 0
	c := Contest{
		Contenders: []Contender{one, two, fast}, Corpus: newCorpus(t), Work: t.TempDir(), Rounds: 2, Progress: func(string) {},
		Docs: "changed", Change: func(context.Context, int) error { changes++; return nil },
	}
	got, first, err := c.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	checkCalls(t, log)
	if len(first["one"]) > 0 {
		t.Errorf("of so few questions there are figures of the first by themselves: %v", first["one"])
	}
	if changes != 2 {
		t.Errorf("documents changed %d times, want once a round", changes)
	}
	for _, tt := range []struct {
		contender, name string
		want            float64
	}{
		{"one", "build/passages", 2}, {"one", "build/disk_mb", 2}, {"fast", "query/p50_ms", 2}, {"two", "query/long_ms", 9},
		{"two", "query/per_second", 1}, {"two", "query@2/per_second", 2}, {"two", "query/cpu_ms", 10}, {"two", "query@2/resident_mb", 1.024},
		{"one", "reload/wall_s", 2}, {"one", "reload/cpu_s", 1},
	} {
		if v, ok := got[tt.contender][tt.name]; !ok || v != tt.want {
			t.Errorf("%s of %s = %v, %v, want %v", tt.name, tt.contender, v, ok, tt.want)
		}
	}
	if v, ok := got["one"]["query/p95_ms"]; ok {
		t.Errorf("of three questions p95 is said to be %v ms", v)
	}
	if v := got["one"]["build/process_wall_s"]; v <= 0 {
		t.Errorf("the build took %v s", v)
	}
	if _, ok := got["fast"]["build/disk_mb"]; ok {
		t.Error("who shares an index is said to have built it")
	}
}

// A slow contender is asked the first questions and the long ones, the others those and all.
func TestRunSlow(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	quick, slow := contender(t, log, "quick"), contender(t, log, "slow")
	quick.Build, slow.Build = nil, nil
	quick.Query, slow.Query = []string{"query-quick"}, []string{"query-slow"}
	c := Contest{Contenders: []Contender{quick, slow}, Corpus: newCorpus(t), Work: t.TempDir(), Rounds: 1, Progress: func(string) {}}
	long := strings.Repeat("word ", longWords)
	if err := os.WriteFile(c.Corpus.Questions(), []byte(strings.Repeat("short?\n", Few)+long+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	all, first, err := c.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		figures Figures
		name    string
		want    float64
	}{
		{all["quick"], "query/p50_ms", 2}, {first["quick"], "query/p50_ms", 2},
		{first["slow"], "query/p50_ms", 500}, {first["slow"], "query/p95_ms", 500}, {all["slow"], "query/long_ms", 5000},
	} {
		if v, ok := tt.figures[tt.name]; !ok || v != tt.want {
			t.Errorf("%s = %v, %v, want %v", tt.name, v, ok, tt.want)
		}
	}
	if len(all["slow"]) != 1 {
		t.Errorf("of all questions the slow one has %v, want what long ones take and no more", all["slow"])
	}
	if _, ok := first["slow"]["query/p99_ms"]; ok {
		t.Error("there is a p99 of so few questions")
	}
	want := []string{"query-quick quick first.txt", "query-quick quick questions.txt", "query-slow slow first.txt", "query-slow slow long.txt"}
	if got := calls(t, log); !slices.Equal(got, want) {
		t.Errorf("calls are\n%q\nwant\n%q", got, want)
	}
}

// calls returns the calls of a log.
func calls(t *testing.T, log string) []string {
	t.Helper()
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.ReplaceAll(strings.TrimSpace(string(text)), "log ", ""), "\n")
}

// checkCalls checks that contenders took turns: in every round all of them in their order.
func checkCalls(t *testing.T, log string) {
	t.Helper()
	var want []string
	for range 2 {
		want = append(want, "build passages.tsv one", "build passages.tsv two")
	}
	for range 2 {
		want = append(want, "query one questions.txt", "query two questions.txt", "query-fast two questions.txt")
	}
	want = append(want, "reload changed one", "reload changed one")
	if got := calls(t, log); !slices.Equal(got, want) {
		t.Errorf("calls are\n%q\nwant\n%q", got, want)
	}
}

func TestRunFails(t *testing.T) {
	broken := contender(t, filepath.Join(t.TempDir(), "log"), "broken")
	broken.Query = []string{"sing"}
	c := Contest{Contenders: []Contender{broken}, Corpus: newCorpus(t), Work: t.TempDir(), Rounds: 1, Progress: func(string) {}}
	if _, _, err := c.Run(context.Background()); err == nil || !strings.Contains(err.Error(), `no command "sing"`) {
		t.Errorf("the error is %v, want what the program said", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := c.Run(ctx); err == nil {
		t.Error("it runs on when the context has ended")
	}
}

func TestHits(t *testing.T) {
	c := contender(t, filepath.Join(t.TempDir(), "log"), "one")
	got, err := Hits(context.Background(), c, "", "", []string{"a", "b"})
	if want := [][]string{{"b", "a"}, nil, {"else"}}; err != nil || !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("Hits = %q, %v, want %q", got, err, want)
	}
	if _, err := Hits(context.Background(), c, "", "", []string{"a"}); err == nil {
		t.Error("a passage that is not there is no error")
	}
}

func TestMedians(t *testing.T) {
	got := medians([]Figures{{"a": 3, "b": 1}, {"a": 1}, {"a": 2}})
	if got["a"] != 2 || got["b"] != 1 || len(got) != 2 {
		t.Errorf("medians = %v, want a 2 and b 1", got)
	}
}
