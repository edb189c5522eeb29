package bot_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"pullquote/bot"
	"pullquote/bot/discordtest"
	"pullquote/corpus"
	"pullquote/corpus/sample"
	"pullquote/internal/sharedtest"
	"pullquote/retrieval"
)

// patience is how long a test waits for what must happen; it is no measure of speed.
const patience = 2 * time.Minute

// world is a Discord with a bot in it, a server, a channel, a member and a moderator.
type world struct {
	*discordtest.Server
	t        testing.TB
	ctx      context.Context
	bot      *bot.Bot
	options  bot.Options
	library  *retrieval.Library
	files    *files
	data     string // the folder of the library; "" keeps it in memory
	log      *log
	guild    *discordtest.Guild
	channel  *discordtest.Channel
	ada, mod *discordtest.User
	// stop ends the bot and returns what Run returned; ended gets that too if the bot ends before.
	stop  func() error
	ended <-chan error
}

// newWorld starts a bot on the sample corpus. change changes its options or the server before both start. When the test
// ends the bot must stop cleanly, and nothing that it sent may be against Discord's rules or ours.
func newWorld(t testing.TB, change ...func(*world, *bot.Options)) *world {
	t.Helper()
	w := prepare(t, change...)
	w.start()
	return w
}

// prepare is newWorld without starting the bot.
func prepare(t testing.TB, change ...func(*world, *bot.Options)) *world {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	w := &world{Server: discordtest.NewUnstartedServer(), t: t, ctx: ctx, log: &log{}, files: newFiles(sample.Files())}
	w.RequireAllowedMentions = true
	w.ResponseTime = patience // a slow machine is no reason to lose an interaction
	o := bot.Options{Token: w.Token, Version: "test", Log: slog.New(slog.NewTextHandler(w.log, nil)),
		Limits: bot.Limits{UserPerMinute: 60_000, ServerPerMinute: 60_000}}
	for _, c := range change {
		c(w, &o)
	}
	w.Start()
	t.Cleanup(func() { w.Close() })
	w.describe()
	w.guild = w.AddGuild("Reading room")
	w.channel = w.guild.AddChannel("general")
	w.ada, w.mod = w.AddUser("ada"), w.AddUser("mod")
	w.guild.AddMember(w.mod, discordtest.ManageGuild)

	w.openLibrary()
	if o.API == "" {
		o.API = w.API()
	}
	o.Library = w.library
	w.options = o
	w.newBot()
	return w
}

// openLibrary opens the library, in the folder data if there is one, until the test ends.
func (w *world) openLibrary() {
	w.t.Helper()
	library, _, err := retrieval.OpenSource(w.ctx, retrieval.Options{Source: corpus.SourceFS(w.files, corpus.Options{}), Dir: w.data})
	w.must(err)
	w.library = library
	w.t.Cleanup(func() { library.Close() })
}

// newBot makes a bot with the options.
func (w *world) newBot() {
	w.t.Helper()
	var err error
	w.bot, err = bot.New(w.options)
	w.must(err)
	w.bot.BeforeRead(w.files.beforeRead)
}

// describe makes the server check every request against Discord's own description, where that is at hand.
func (w *world) describe() {
	description := sharedtest.Optional(w.t, "discord/openapi.json")
	if description == "" {
		return
	}
	f, err := os.Open(description)
	w.must(err)
	defer f.Close()
	w.must(w.Describe(f))
}

// start runs the bot until the test ends, and waits until it is connected.
func (w *world) start() {
	w.t.Helper()
	end := w.run()
	w.stop = sync.OnceValue(end)
	w.t.Cleanup(func() {
		if err := w.stop(); err != nil {
			w.t.Errorf("the bot stopped with: %v", err)
		}
		w.audit()
	})
	w.must(w.WaitConnected(w.ctx))
}

// run runs the bot and returns a function that ends it.
func (w *world) run() func() error {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	w.ended = ended
	go func() {
		defer close(ended)
		ended <- w.bot.Run(ctx)
	}()
	return func() error {
		cancel()
		select {
		case err := <-ended:
			return err
		case <-time.After(patience):
			return errors.New("the bot did not stop")
		}
	}
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// ask asks with /ask and returns the answer.
func (w *world) ask(question string) *discordtest.Message {
	w.t.Helper()
	return w.wait(w.ada.Command(w.channel, "ask", discordtest.Options{"question": question}))
}

// wait returns the response to an interaction.
func (w *world) wait(i *discordtest.Interaction) *discordtest.Message {
	w.t.Helper()
	err := i.WaitFor(w.ctx, func(i *discordtest.Interaction) bool { return i.Message() != nil || len(i.Followups()) > 0 })
	if err != nil {
		w.t.Fatalf("%s: %v\n%s", i.What, err, w.log)
	}
	if m := i.Message(); m != nil {
		return m
	}
	return i.Followups()[0] // a notice for the asker alone, where a slow machine had an answer for all announced before
}

// mention writes a message that mentions the bot and returns the answer.
func (w *world) mention(text string) *discordtest.Message {
	w.t.Helper()
	return w.answer(w.ada.Say(w.channel, w.Bot.Mention()+" "+text))
}

func (w *world) answer(m *discordtest.Message) *discordtest.Message {
	w.t.Helper()
	answer, err := m.WaitAnswer(w.ctx)
	if err != nil {
		w.t.Fatalf("%q: %v\n%s", m.Content, err, w.log)
	}
	return answer
}

// restart runs a new bot with nothing but the options of the first.
func (w *world) restart() {
	w.t.Helper()
	w.newBot()
	w.start()
}

// reload reloads the corpus with /corpus reload and waits for the report.
func (w *world) reload() *discordtest.Message {
	w.t.Helper()
	return w.report(w.mod.Command(w.channel, "corpus reload", nil))
}

// idle waits until no reload and no check runs.
func (w *world) idle() {
	w.t.Helper()
	for {
		m := w.wait(w.mod.Command(w.channel, "corpus status", nil))
		if !strings.Contains(m.Content, "Reading the corpus") && !strings.Contains(m.Content, "Indexing") {
			return
		}
	}
}

// report waits for the last message of an interaction that shows its progress first.
func (w *world) report(i *discordtest.Interaction) *discordtest.Message {
	w.t.Helper()
	err := i.WaitFor(w.ctx, func(i *discordtest.Interaction) bool {
		m := i.Message()
		return m != nil && !strings.Contains(m.Content, "The old one serves meanwhile") && !strings.Contains(m.Content, "The old corpus serves meanwhile")
	})
	if err != nil {
		w.t.Fatalf("%s: %v\n%s", i.What, err, w.log)
	}
	return i.Message()
}

// audit checks everything that the bot has sent and logged.
func (w *world) audit() {
	w.t.Helper()
	for _, p := range w.Problems() {
		w.t.Errorf("Discord would refuse: %s", p)
	}
	for _, r := range w.Requests() {
		auditMentions(w.t, r)
	}
	if strings.Contains(w.log.String(), w.Token) {
		w.t.Error("the log holds the token")
	}
}

// auditMentions checks that a request with a message forbids every mention.
func auditMentions(t testing.TB, r discordtest.Request) {
	t.Helper()
	body, _ := r.JSON.(map[string]any)
	if data, ok := body["data"].(map[string]any); ok {
		body = data
	}
	content, _ := body["content"].(string)
	if content == "" {
		return
	}
	allowed, _ := body["allowed_mentions"].(map[string]any)
	parse, ok := allowed["parse"].([]any)
	if !ok || len(parse) > 0 || allowed["replied_user"] == true || allowed["users"] != nil && len(allowed["users"].([]any)) > 0 {
		t.Errorf("%s %s: allowed mentions are %v in %s", r.Method, r.Route, body["allowed_mentions"], r.Body)
	}
}

// files are a corpus that changes while the bot runs.
type files struct {
	mu   sync.Mutex
	fsys fs.FS
	slip string
	err  error
	// held, if not nil, is what a reload waits for.
	held chan struct{}
}

func newFiles(fsys fs.FS) *files { return &files{fsys: fsys} }

// Open opens a file of the corpus as it is now.
func (f *files) Open(name string) (fs.File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.fsys.Open(name)
}

func (f *files) set(fsys fs.FS) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.fsys = fsys
}

// fail makes reloads fail, until it is called with nil.
func (f *files) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.err = err
}

// panic makes reloads panic.
func (f *files) panic(slip string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.slip = slip
}

// hold makes reloads wait until the returned function is called.
func (f *files) hold() (release func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	held := make(chan struct{})
	f.held = held
	return sync.OnceFunc(func() { close(held) })
}

func (f *files) beforeRead(ctx context.Context) error {
	f.mu.Lock()
	slip, err, held := f.slip, f.err, f.held
	f.mu.Unlock()
	if slip != "" {
		panic(slip)
	}
	if held == nil {
		return err
	}
	select {
	case <-held:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// log is what the bot logs.
type log struct {
	mu sync.Mutex
	b  bytes.Buffer
	// written, if not nil, is closed by the next write.
	written chan struct{}
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.written != nil {
		close(l.written)
		l.written = nil
	}
	return l.b.Write(p)
}

// next returns a channel that the next write closes.
func (l *log) next() <-chan struct{} {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.written == nil {
		l.written = make(chan struct{})
	}
	return l.written
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// reset forgets what was written.
func (l *log) reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.b = bytes.Buffer{}
}

// labels returns the labels of a message's buttons.
func labels(m *discordtest.Message) string {
	var out []string
	for _, b := range m.Buttons() {
		out = append(out, b.Label)
	}
	return strings.Join(out, ", ")
}

// labelled returns the label of a message's button that begins with some words, the words where there is none.
func labelled(m *discordtest.Message, words string) string {
	for _, b := range m.Buttons() {
		if strings.HasPrefix(b.Label, words) {
			return b.Label
		}
	}
	return words
}

// anyNumber puts n for the numbers in labels, which depend on how many excerpts there are.
func anyNumber(labels string) string { return number.ReplaceAllString(labels, "n") }

var number = regexp.MustCompile(`\d+`)

// contains checks that a message's text holds every one of the words.
func contains(t testing.TB, m *discordtest.Message, words ...string) {
	t.Helper()
	for _, word := range words {
		if !strings.Contains(m.Content, word) {
			t.Errorf("the message lacks %q:\n%s", word, m.Content)
		}
	}
}

func TestMain(m *testing.M) {
	flag.Parse()
	// The tests wait for most of their time, so that more of them than there are processors run at once.
	if err := flag.Set("test.parallel", "8"); err != nil {
		panic(err)
	}
	code := m.Run()
	if code == 0 {
		// bleve keeps its workers for the whole process.
		if err := goleak.Find(goleak.IgnoreTopFunction("github.com/blevesearch/bleve_index_api.AnalysisWorker")); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}
