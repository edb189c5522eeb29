package phrases

// Reload is what moderators are told of reloads, checks and the files.
type Reload struct {
	// Unchanged names the snapshot, Changed the one before and the one after. WouldNot and Would are the same of a reload
	// that was only tried.
	Unchanged Gap[string]
	Changed   Gaps[string, string]
	WouldNot  Gap[string]
	Would     Gaps[string, string]
	WouldHave Counted
	// Failed and CheckFailed are the number of documents in words and the id of the snapshot that stays.
	Failed, CheckFailed Gaps[string, string]
	NotAsChecked        string
	Took                Gap[string]

	AddedCount, ChangedCount, RemovedCount Counted
	// Synonyms says that synonyms.txt, which is no document, has changed.
	Synonyms              string
	LeftOutCount, Remarks Counted

	// What stands above the lists.
	Added, Altered, Removed    string
	LeftOut, Remarked          string
	NewCopies, AllCopies       string
	Undated, Untitled          string
	MoreEntries                Gap[int]
	Attached                   string
	EntriesLeftOut             Counted
	Files                      Counted
	CopyOf                     Gaps[string, string]
	Parts                      Parts
	Loaded, Last               Gap[string]
	NoneYet                    string
	FailedKept, NothingChanged string
	// ByItself is said of a reload that nobody asked for.
	ByItself string
	Moved    Gaps[string, string]
	Running  Gap[string]
	Progress Progress
	Failures Failures
}

// Parts are what may differ between two versions of a document.
type Parts struct{ Text, Title, Author, Publisher, Date, Address, Language, Reading string }

// Progress is how far a reload has come.
type Progress struct {
	Starting string
	// Reading is the number of files read and of all, Indexing that of documents.
	Reading  Gaps[int, int]
	Indexing Counted
	// Silent is said when Discord takes no more news, Already to who asks for a second reload.
	Silent, Already string
}

// Failures are why a reload failed, as a part of a sentence.
type Failures struct {
	NoDocuments, Gone, Forbidden, Unreadable, Stopped, Mistake string
	// DiskFull and FolderForbidden are about the folder for snapshots, Damaged about a file there, and NotKept about the
	// snapshot to return to.
	DiskFull, FolderForbidden, Damaged, NotKept string
}

// RollBack is what moderators are told of earlier snapshots, and of returning to one.
type RollBack struct {
	// Kept stands above those that are kept, Filed is when one was filed.
	Kept           string
	Filed          Gap[string]
	None, InMemory string
	// Done names the snapshot before and after; Failed is the number of documents in words and the snapshot that stays.
	Done, Failed Gaps[string, string]
	// Until and UntilChange say how long the earlier snapshot serves, where files are not watched and where they are.
	Until, UntilChange string
	// Serves is said in the status while it does.
	Serves string
}
