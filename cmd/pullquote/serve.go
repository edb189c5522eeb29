package main

import (
	"context"
	"errors"
	"log/slog"

	"pullquote/bot"
	"pullquote/corpus"
)

// serve is the program as a Discord bot. It returns nil when ctx ends, after what was under way is finished, and fails
// when a setting is wrong, there is nothing to answer from, or the connection cannot be kept.
func (p *program) serve(ctx context.Context) error {
	s, err := readBotSettings(p.settings)
	if err := errors.Join(err, p.checkCorpus()); err != nil {
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
	log.Info("starting", "version", programVersion(), "corpus", p.describeCorpus())
	library, err := p.index(ctx)
	if err != nil {
		return err
	}
	defer library.Close()
	p.logCorpus(library.Snapshot(), log)
	b, err := bot.New(bot.Options{
		Token: s.token, API: s.api, Shards: s.shards, Library: library, Load: p.loadCorpus, ModeratorRoles: s.moderatorRoles,
		QuestionChannels: s.questionChannels, LogQuestions: s.logQuestions, Version: programVersion(), Log: log, Limits: s.limits,
	})
	if err != nil {
		return err
	}
	monitor.show(b.Handler())
	return b.Run(ctx)
}

// logCorpus says what is answered from. Files that were left out are a warning.
func (p *program) logCorpus(s *corpus.Snapshot, log *slog.Logger) {
	log.Info("corpus read", "documents", len(s.Documents()), "snapshot", s.ID())
	if out := s.LeftOut(); out > 0 {
		log.Warn(leftOutWords(out), "see", p.checkLine())
	}
}
