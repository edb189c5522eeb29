package retrieval

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var soakFor = flag.Duration("soak", 0, "how long TestSoak asks and reloads, once a minute; 0: a few seconds, without a pause")

const (
	soakDocuments = 450 // of about 2,000 passages; fewer in the short form
	soakBriefly   = 90
	soakRounds    = 13 // in the short form
	soakAskers    = 4
	changing      = 8 // of so many documents one changes in a round
)

// soak is a library that is asked and reloaded at the same time.
type soak struct {
	t         *testing.T
	documents int
	library   *Library
	folder    *folder
	dir       string
	// without is what is open without the library, and each what is open for each of its segments.
	without, each held

	// asking is held by who asks, and taken by who measures: then nobody does.
	asking sync.RWMutex
	asked  int // guarded by mu
	mu     sync.Mutex
	texts  map[string]files // by snapshot
}

// TestSoak asks from several goroutines while the library is reloaded. No answer fails or quotes what is not there, and
// neither goroutines, open files and memory grow, nor the folder.
func TestSoak(t *testing.T) {
	if *soakFor == 0 && testing.Short() {
		t.Skip("takes seconds")
	}
	s := newSoak(t)
	stop := make(chan struct{})
	var askers sync.WaitGroup
	for i := range soakAskers {
		askers.Go(func() { s.ask(uint64(i), stop) })
	}
	rounds := s.rounds()
	close(stop)
	askers.Wait()
	closeLibrary(t, s.library)
	t.Logf("%d questions in %d rounds", s.asked, len(rounds))
	for _, what := range []string{"heap", "disk"} {
		checkGrowth(t, what, rounds)
	}
}

func newSoak(t *testing.T) *soak {
	s := &soak{t: t, documents: soakDocuments, folder: newFolder(t, 1), dir: t.TempDir(), texts: map[string]files{}}
	if *soakFor == 0 {
		s.documents = soakBriefly
	}
	s.folder.set(t, soakFiles(s.documents, 0))
	s.without = held{1, runtime.NumGoroutine()} // the lock
	s.library = openDir(t, s.folder, s.dir)
	s.texts[s.library.Snapshot().ID()] = s.folder.files
	now := s.held()
	s.each = held{now.files - s.without.files, now.goroutines - s.without.goroutines}
	s.without.goroutines += soakAskers
	return s
}

// held is how much of something that is not memory this process holds.
type held struct{ files, goroutines int }

// held counts the goroutines and the open files in the library's folder, removed ones too.
func (s *soak) held() held {
	s.t.Helper()
	const open = "/proc/self/fd"
	all, err := os.ReadDir(open)
	if err != nil {
		s.t.Skipf("this system does not tell which files are open: %v", err)
	}
	h := held{goroutines: runtime.NumGoroutine()}
	for _, f := range all {
		if path, _ := os.Readlink(filepath.Join(open, f.Name())); strings.HasPrefix(path, s.dir) {
			h.files++
		}
	}
	return h
}

// soakFiles returns plain texts of about five passages each, of which those whose turn it is have changed.
func soakFiles(n, round int) files {
	f := files{}
	for i := range n {
		rng := rand.New(rand.NewPCG(uint64(i), uint64((round+i%changing)/changing)))
		var b strings.Builder
		for range 5 {
			for range 5 {
				fmt.Fprintf(&b, "The %s of %s said that %d boats were lost near the %s in %d and that %s was to blame. ", soakWord(rng), soakWord(rng),
					rng.IntN(1000), soakWord(rng), 1900+rng.IntN(100), soakWord(rng))
			}
			b.WriteString("\n\n")
		}
		f[fmt.Sprintf("%d/%d.txt", i%10, i)] = b.String()
	}
	return f
}

// soakWord returns one of 3,375 words, some of which are more common.
func soakWord(rng *rand.Rand) string {
	part := func() string {
		return []string{"va", "ska", "rno", "lu", "men", "tor", "hel", "bri", "gan", "ost", "wik", "dal", "fen", "mar", "pel"}[rng.IntN(1+rng.IntN(15))]
	}
	return part() + part() + part()
}

// ask asks until stop is closed, now and then: other processes want the processor too.
func (s *soak) ask(seed uint64, stop <-chan struct{}) {
	rng := rand.New(rand.NewPCG(seed, 5))
	pause := time.NewTicker(20 * time.Millisecond)
	defer pause.Stop()
	for {
		s.asking.RLock()
		s.askOnce(fmt.Sprintf("How many boats were lost near the %s in %d?", soakWord(rng), 1900+rng.IntN(100)))
		s.asking.RUnlock()
		select {
		case <-stop:
			return
		case <-pause.C:
		}
	}
}

func (s *soak) askOnce(question string) {
	a, err := s.library.Ask(context.Background(), Question{Text: question})
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked++
	if err != nil {
		s.t.Errorf("%s: %v", question, err)
		return
	}
	texts := s.texts[a.Snapshot]
	for _, g := range a.Groups {
		for _, x := range g.Excerpts {
			if id := x.Quote.Document().ID(); !strings.Contains(texts[id], x.Quote.Text()) {
				s.t.Errorf("%s: %q is quoted from %s, where it does not stand", question, x.Quote.Text(), id)
			}
		}
	}
}

// rounds reloads as long as the test takes, and returns what was measured after each reload.
func (s *soak) rounds() []map[string]float64 {
	every, rounds := 100*time.Millisecond, soakRounds
	if *soakFor > 0 {
		every, rounds = time.Minute, int(*soakFor/time.Minute)
	}
	next := time.NewTicker(every)
	defer next.Stop()
	var out []map[string]float64
	for n := range rounds {
		<-next.C
		s.reload(n + 1)
		out = append(out, s.measure())
		s.t.Logf("round %d: %d segments, %+v, heap %.0f, disk %.0f", n+1, len(s.library.current.Load().segments), s.held(), out[n]["heap"], out[n]["disk"])
	}
	return out
}

func (s *soak) reload(round int) {
	s.folder.set(s.t, soakFiles(s.documents, round))
	u, err := s.library.Read(context.Background(), nil)
	if err != nil {
		s.t.Fatal(err)
	}
	s.mu.Lock()
	s.texts[u.Snapshot().ID()] = s.folder.files
	s.mu.Unlock()
	if err := u.Serve(context.Background()); err != nil {
		s.t.Fatal(err)
	}
}

// measure measures what must not grow, while nobody asks.
func (s *soak) measure() map[string]float64 {
	s.asking.Lock()
	defer s.asking.Unlock()
	current := s.library.Snapshot().ID()
	maps.DeleteFunc(s.texts, func(id string, _ files) bool { return id != current })
	segments := len(s.library.current.Load().segments)
	most := held{s.without.files + segments*s.each.files, s.without.goroutines + segments*s.each.goroutines}
	const collections = 100
	for n := 0; !s.holds(most); n++ { // what a collection finds out of use is closed soon after it
		if n == collections {
			s.t.Errorf("%+v with %d segments, %+v at most", s.held(), segments, most)
			break
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return map[string]float64{"heap": float64(m.HeapAlloc), "disk": diskUse(s.t, s.dir)}
}

// holds collects what is out of use and reports whether no more is held than may be.
func (s *soak) holds(most held) bool {
	runtime.GC()
	runtime.GC() // frees what had to be closed
	now := s.held()
	return now.files <= most.files && now.goroutines <= most.goroutines
}

// diskUse returns the bytes in a folder.
func diskUse(t testing.TB, dir string) (bytes float64) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			bytes += float64(info.Size())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

// checkGrowth fails where all of the last third of the rounds have more of something than any of the first third. The first
// few do not count: they fill what is kept.
func checkGrowth(t *testing.T, what string, rounds []map[string]float64) {
	t.Helper()
	const warm = 4
	var all []float64
	for _, r := range rounds[min(warm, len(rounds)):] {
		all = append(all, r[what])
	}
	third := len(all) / 3
	if third == 0 {
		t.Fatalf("%d rounds are too few", len(rounds))
	}
	first, last := slices.Max(all[:third]), slices.Min(all[len(all)-third:])
	t.Logf("%s: %.4g at most in the first third, %.4g at least in the last", what, first, last)
	if last > first {
		t.Errorf("%s grow: %v", what, all)
	}
}
