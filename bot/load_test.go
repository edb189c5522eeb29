package bot_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"go.uber.org/goleak"

	"pullquote/bot"
	"pullquote/bot/discordtest"
	"pullquote/corpus/sample"
	"pullquote/internal/sharedtest"
	"pullquote/retrieval/quality"
)

var (
	fullLoad = flag.Bool("load", false, "run the load test in full: 2,000 questions in 40 s")
	noFaults = flag.Bool("nofaults", false, "run the load test without faults")
)

// load is a number of questions, one every 20 ms, half of them commands and half mentions.
type load struct {
	*world
	questions int
	askers    []*discordtest.User
	rooms     []*discordtest.Channel
	texts     []string
	faulty    bool
	corpora   [2]fs.FS

	waiting   sync.WaitGroup
	mu        sync.Mutex
	responses []time.Duration // from the event to the first response
	replies   []time.Duration // from the message to the answer
	lost      []string
}

const askEvery = 20 * time.Millisecond

// TestLoad asks 50 questions a second of a bot that is reloaded and whose Discord fails all the time: none is lost and
// none answered twice, and when all is over the bot holds no more memory and goroutines than after a few questions.
// It asks 150 questions and is skipped with -short. The whole load, of 2,000 questions in 40 s, is asked by
//
//	go test ./bot -run TestLoad -v -load [-nofaults]
//
// which logs how long answers took; that is never judged.
func TestLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("the load takes seconds")
	}
	questions := 150
	if *fullLoad {
		questions = 2000
	}
	before := goleak.IgnoreCurrent()
	idle := newLoad(t, 20, false).run()
	after := newLoad(t, questions, !*noFaults).run()
	if after > idle+idle/4+4<<20 {
		t.Errorf("the heap has %d bytes after %d questions, %d after 20", after, questions, idle)
	}
	t.Logf("heap: %.1f MB after 20 questions, %.1f MB after %d", float64(idle)/1e6, float64(after)/1e6, questions)
	if err := goleak.Find(before, goleak.IgnoreTopFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker")); err != nil {
		t.Error(err)
	}
}

// newLoad starts a bot with 200 members in three servers. With faulty, Discord fails all the time.
func newLoad(t *testing.T, questions int, faulty bool) *load {
	t.Helper()
	l := &load{questions: questions, faulty: faulty, texts: loadTexts(t), corpora: loadCorpora(t)}
	l.world = newWorld(t, func(w *world, o *bot.Options) {
		w.files = newFiles(l.corpora[0])
	})
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	t.Cleanup(cancel)
	l.ctx = ctx
	for n := range 3 {
		guild := l.AddGuild(fmt.Sprintf("server %d", n))
		l.rooms = append(l.rooms, guild.AddChannel("general"), guild.AddChannel("help"))
	}
	for n := range 200 {
		l.askers = append(l.askers, l.AddUser(fmt.Sprintf("member%d", n)))
	}
	l.logs("commands")
	return l
}

// loadTexts returns the acceptance questions in several wordings, or a few of the sample's.
func loadTexts(t *testing.T) []string {
	t.Helper()
	plain := []string{"How many people were arrested?", "How many people were killed?", "Where did the protests begin?", "Who is the Pope?"}
	if path := sharedtest.Optional(t, "acceptance/seed-questions.jsonl"); path != "" {
		f, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		set, err := quality.Load(bytes.NewReader(f))
		if err != nil {
			t.Fatal(err)
		}
		plain = plain[:0]
		for _, q := range set {
			plain = append(plain, q.Question)
		}
	}
	var texts []string
	for _, form := range []string{"%s", "Can you tell me: %s", "%s (according to the reports)", "hello, %s thank you"} {
		for _, q := range plain {
			texts = append(texts, fmt.Sprintf(form, q))
		}
	}
	return texts
}

// loadCorpora returns the documents with and without a further one.
func loadCorpora(t *testing.T) [2]fs.FS {
	t.Helper()
	var files fs.FS = sample.Files()
	if path := sharedtest.Optional(t, "acceptance/seeds"); path != "" {
		files = os.DirFS(path)
	}
	few := fstest.MapFS{}
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(files, path)
		few[path] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	more := maps.Clone(few)
	more["letter.txt"] = &fstest.MapFile{Data: []byte("A letter\n\nThe harbour master counted 41 ships on Monday. He had seen more.\n")}
	return [2]fs.FS{few, more}
}

// run asks all questions, waits for the answers, stops the bot, and returns the bytes on the heap that it still has.
func (l *load) run() (heap uint64) {
	l.t.Helper()
	tick := time.NewTicker(askEvery)
	defer tick.Stop()
	for n := range l.questions {
		<-tick.C
		if l.faulty {
			l.disturb(n)
		}
		l.put(n)
	}
	l.waiting.Wait()
	l.ClearFaults()
	l.judge()
	if l.faulty {
		l.judgeFaults()
	}
	l.must(l.stop())
	l.audit()
	l.forget()
	heap = settled()
	runtime.KeepAlive(l.bot)
	l.must(l.library.Close())
	return heap
}

// settled returns the bytes on the heap once they grow less no more: what has ended lets go of its memory a little later,
// such as connections that were cut.
func settled() uint64 {
	least := uint64(math.MaxUint64)
	for same := 0; same < 10; same++ {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		if m.HeapAlloc < least-least/100 {
			same = 0
		}
		least = min(least, m.HeapAlloc)
		time.Sleep(20 * time.Millisecond)
	}
	return least
}

// forget lets go of the server and all that it has recorded, but not of the bot.
func (l *load) forget() {
	l.Close()
	l.Server = discordtest.NewUnstartedServer()
	l.guild, l.channel, l.ada, l.mod, l.askers, l.rooms = nil, nil, nil, nil, nil, nil
	l.log.reset()
}

// loadFaults are met by requests in turn.
var loadFaults = []discordtest.Fault{
	{Route: routeCallback, Status: 429, RetryAfter: 200 * time.Millisecond, Scope: "user"},
	{Route: routeMessages, Status: 429, RetryAfter: 200 * time.Millisecond, Scope: "user"},
	{Route: routeCallback, Status: 502},
	{Route: routeMessages, Status: 502},
	{Route: routeCallback, Status: 429, RetryAfter: 200 * time.Millisecond, Scope: "shared"},
	{Route: routeMessages, Status: 429, RetryAfter: 200 * time.Millisecond, Scope: "shared"},
	{Route: routeCallback, Status: 502, Done: true},
	{Route: routeMessages, Status: 502, Done: true},
	{Route: routeCallback, Status: 429, RetryAfter: 200 * time.Millisecond, Scope: "global"},
	{Route: routeMessages, Status: 429, RetryAfter: 200 * time.Millisecond, Scope: "global"},
	{Route: routeCallback, Drop: true, Done: true},
	{Route: routeMessages, Drop: true, Done: true},
}

// disturb makes every tenth question meet a fault, and in every ten seconds reloads the corpus and loses the gateway once.
func (l *load) disturb(n int) {
	if n%10 == 5 {
		f := loadFaults[n/10%len(loadFaults)]
		f.Method = "POST"
		l.Inject(f)
	}
	period := l.period()
	switch n % period {
	case period / 3:
		l.files.set(l.corpora[(n/period+1)%2])
		l.mod.Command(l.channel, "corpus reload", nil)
	case period * 2 / 3:
		if n/period%2 == 0 {
			l.DropGateway()
		} else {
			l.Reconnect()
		}
	}
}

// period is how many questions are asked in ten seconds, or all of a load that takes less.
func (l *load) period() int { return min(l.questions, int(10*time.Second/askEvery)) }

// put asks the nth question and has its answer waited for.
func (l *load) put(n int) {
	asker, room, text := l.askers[n*7%len(l.askers)], l.rooms[n%len(l.rooms)], l.texts[n%len(l.texts)]
	if n%2 == 0 {
		sent := time.Now()
		i := asker.Command(room, "ask", discordtest.Options{"question": text})
		l.waiting.Go(func() {
			m, err := i.Wait(l.ctx)
			l.note(&l.responses, text, sent, m, err)
		})
		return
	}
	m := asker.Say(room, l.Bot.Mention()+" "+text)
	l.waiting.Go(func() {
		answer, err := m.WaitAnswer(l.ctx)
		l.note(&l.replies, text, m.Sent, answer, err)
	})
}

// note takes down how long an answer took, or that it was lost.
func (l *load) note(took *[]time.Duration, text string, sent time.Time, m *discordtest.Message, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case err != nil:
		l.lost = append(l.lost, fmt.Sprintf("%q: %v", text, err))
	case !strings.HasPrefix(m.Content, "**") && !strings.HasPrefix(m.Content, "That does not look like a question"):
		l.lost = append(l.lost, fmt.Sprintf("%q: %s", text, m.Content))
	default:
		*took = append(*took, m.Sent.Sub(sent))
	}
}

// judge checks that every question has been answered once.
func (l *load) judge() {
	l.t.Helper()
	if len(l.lost) > 0 {
		l.t.Errorf("%d of %d questions were lost: %s\n%s", len(l.lost), l.questions, strings.Join(l.lost, "\n"), l.log)
	}
	answers := map[string]int{}
	for _, room := range l.rooms {
		for _, m := range room.Messages() {
			answers[m.Reference]++
		}
	}
	delete(answers, "") // questions, and responses to commands
	for question, n := range answers {
		if n != 1 {
			l.t.Errorf("message %s was answered %d times", question, n)
		}
	}
	if n := len(l.attempts("POST", routeFollowup, "")); n > 0 {
		l.t.Errorf("%d messages besides the responses", n)
	}
	l.t.Logf("%d commands: %s", len(l.responses), summary(l.responses))
	l.t.Logf("%d mentions: %s", len(l.replies), summary(l.replies))
}

// judgeFaults checks that what was to go wrong did.
func (l *load) judgeFaults() {
	l.t.Helper()
	periods := l.questions / l.period()
	l.logsTimes(periods, "msg=reload ", "outcome=reloaded")
	if resumes, identifies := l.Resumes(), l.Identifies(); resumes != periods || identifies != 1 {
		l.t.Errorf("%d resumes and %d identifies, want %d and 1", resumes, identifies, periods)
	}
	met := map[int]int{}
	for _, r := range l.Requests() {
		met[r.Status]++
	}
	if met[429] == 0 || met[502] == 0 || met[0] == 0 {
		l.t.Errorf("answers by their status: %v, want some of 429, of 502 and of none", met)
	}
}

// summary gives the median, the 99th percentile and the longest of some times.
func summary(times []time.Duration) string {
	if len(times) == 0 {
		return "none"
	}
	slices.Sort(times)
	at := func(share float64) time.Duration {
		return times[int(share*float64(len(times)-1))].Round(100 * time.Microsecond)
	}
	return fmt.Sprintf("median %v, p99 %v, longest %v", at(.5), at(.99), at(1))
}
