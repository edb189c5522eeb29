package message

import "pullquote/bot/phrases"

// Failure is why a reload failed.
type Failure uint8

// The reasons for a failure. NoFailure: there was none. NoDocuments: the corpus holds none that can be read. CorpusGone,
// CorpusForbidden and CorpusUnreadable: its folder or file is not there, may not be read, could not be read. Stopped: the
// bot was. Mistake: the program made one. DiskFull and FolderForbidden: there is no room in the folder for snapshots, or it
// may not be written. Damaged: a file there is. NotKept: the snapshot to return to is there no more.
const (
	NoFailure Failure = iota
	NoDocuments
	CorpusGone
	CorpusForbidden
	CorpusUnreadable
	Stopped
	Mistake
	DiskFull
	FolderForbidden
	Damaged
	NotKept
)

// String returns the reason in English, for the log.
func (f Failure) String() string { return f.in(phrases.English.Phrases()) }

// in returns the reason in the language of the phrases, "" for NoFailure.
func (f Failure) in(say *phrases.Catalogue) string {
	s := say.Reload.Failures
	return [...]string{
		NoFailure: "", NoDocuments: s.NoDocuments, CorpusGone: s.Gone, CorpusForbidden: s.Forbidden,
		CorpusUnreadable: s.Unreadable, Stopped: s.Stopped, Mistake: s.Mistake,
		DiskFull: s.DiskFull, FolderForbidden: s.FolderForbidden, Damaged: s.Damaged, NotKept: s.NotKept,
	}[f]
}

// Progress is how far a reload or a check has come. The zero value says that none runs.
type Progress struct {
	Stage Stage
	// Done and All count files while reading; All counts documents while indexing.
	Done, All int
}

// Stage is what a reload is at.
type Stage uint8

// The stages of a reload, in their order. StillReading: it goes on, but Discord takes no more news of it.
const (
	NotRunning Stage = iota
	ReadingStarts
	ReadingFiles
	IndexingDocuments
	StillReading
)

// RenderProgress says how far a reload has come.
func (in In) RenderProgress(p Progress) Reply { return Reply{Content: p.in(in.say())} }

// in says it in the language of the phrases, "" where none runs.
func (p Progress) in(say *phrases.Catalogue) string {
	s := say.Reload.Progress
	switch p.Stage {
	case ReadingStarts:
		return s.Starting
	case ReadingFiles:
		return s.Reading.With(p.Done, p.All)
	case IndexingDocuments:
		return s.Indexing.Of(p.All)
	case StillReading:
		return s.Silent
	}
	return ""
}
