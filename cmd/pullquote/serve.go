package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"pullquote/bot"
	"pullquote/retrieval"
)

// serve is the program as a Discord bot. It returns nil when ctx ends, after what was under way is finished, and fails
// when a setting is wrong, there is nothing to answer from, or the connection cannot be kept.
func (p *program) serve(ctx context.Context) error {
	s, err := readBotSettings(p.settings)
	_, corpusErr := p.source()
	if err := errors.Join(err, corpusErr, p.checkData()); err != nil {
		p.remarkUnknown()
		return err
	}
	log := s.logger(p.err)
	slog.SetDefault(log) // what a library writes with package log is redacted too
	for _, line := range p.unknown {
		log.Warn(line)
	}
	err = p.runBot(ctx, s, log)
	if err == nil || ctx.Err() != nil && errors.Is(err, context.Canceled) {
		log.Info("stopped")
		return nil
	}
	p.fail(s, log, err)
	return exit(exitFailure)
}

// fail says why the bot ended, in a form that whoever reads its log can read: in a JSON log there is nothing but JSON.
func (p *program) fail(s botSettings, log *slog.Logger, err error) {
	if !s.logJSON {
		p.complain(err)
		return
	}
	for _, e := range joined(err) {
		log.Error(e.Error())
	}
}

// runBot is serve once the settings are known. The address for metrics is taken first, since that fails sooner than a
// large corpus is read.
func (p *program) runBot(ctx context.Context, s botSettings, log *slog.Logger) error {
	monitor, err := startMonitor(s.metricsAddr, log)
	if err != nil {
		return err
	}
	defer monitor.close()
	dir, _ := p.dataFolder()
	log.Info("starting", "version", programVersion(), "corpus", p.describeCorpus(), "data", dir)
	library, err := p.openForBot(ctx, log)
	if err != nil {
		return err
	}
	defer library.Close()
	b, err := bot.New(bot.Options{
		Token: s.token, API: s.api, Shards: s.shards, Library: library, Watch: s.watch, ModeratorRoles: s.moderatorRoles,
		QuestionChannels: s.questionChannels, LogQuestions: s.logQuestions, Version: programVersion(), Log: log, Limits: s.limits,
	})
	if err != nil {
		return err
	}
	monitor.show(b.Handler())
	return b.Run(ctx)
}

// openForBot opens the library that the bot answers from. The snapshot of a data folder serves at once; the bot reads what
// has changed since when it runs.
func (p *program) openForBot(ctx context.Context, log *slog.Logger) (*retrieval.Library, error) {
	shown := p.startProgress("reading the corpus")
	defer shown.close()
	began := time.Now()
	library, err := p.openSource(ctx, retrieval.Options{
		Progress:   shown.files,
		Rebuilding: func(why error) { log.Warn(p.rebuildingLine(why)) },
	})
	if err != nil {
		return nil, err
	}
	p.logCorpus(library, began, log)
	return library, nil
}

// logCorpus says what is answered from. Files that were left out are a warning.
func (p *program) logCorpus(library *retrieval.Library, began time.Time, log *slog.Logger) {
	s := library.Snapshot()
	what := "corpus read"
	if s.Loaded().Before(began) {
		what = "the snapshot in the data folder serves"
	}
	log.Info(what, "documents", len(s.Documents()), "snapshot", s.ID(), "read", s.Loaded().UTC().Format(time.RFC3339))
	if library.IsRolledBack() {
		log.Warn(p.rolledBackLine(library))
	}
	if out := s.LeftOut(); out > 0 {
		log.Warn(leftOutWords(out), "see", p.checkLine())
	}
}
