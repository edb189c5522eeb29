package message

import (
	"strings"

	"pullquote/bot/phrases"
	"pullquote/corpus"
)

// addChange adds what differs between two snapshots.
func (r *report) addChange(before *corpus.Snapshot, c corpus.Change) {
	r.add(documentList(r.say.Reload.Added, c.Added))
	r.add(list{r.say.Reload.Altered, len(c.Changed), func(w Wording, i int) string {
		d := c.Changed[i]
		return w.inline(d.ID(), pathLimit) + colon + strings.Join(differences(before.Document(d.ID()), d, w.say.Reload.Parts), comma)
	}})
	r.add(documentList(r.say.Reload.Removed, c.Removed))
}

// documentList lists documents by id, with their titles.
func documentList(heading string, docs []*corpus.Document) list {
	return list{heading, len(docs), func(w Wording, i int) string {
		entry := w.inline(docs[i].ID(), pathLimit)
		// Cut alike in the message and in the file: a long title alone is no reason for a file.
		if title := w.inline(plainLine(docs[i].Metadata().Title.Value, nameLimit), 2*nameLimit); title != "" {
			entry += separator + title
		}
		return entry
	}}
}

// differences names what differs between two versions of a document.
func differences(old, d *corpus.Document, say phrases.Parts) []string {
	before, after := old.Metadata(), d.Metadata()
	var out []string
	for _, part := range []struct {
		name   string
		differ bool
	}{
		{say.Text, old.SHA256() != d.SHA256()},
		{say.Title, before.Title.Value != after.Title.Value},
		{say.Author, before.Author.Value != after.Author.Value},
		{say.Publisher, before.Publisher.Value != after.Publisher.Value},
		{say.Date, before.Published.Compare(after.Published) != 0},
		{say.Address, before.URL.Value != after.URL.Value},
		{say.Language, before.Language.Value != after.Language.Value},
	} {
		if part.differ {
			out = append(out, part.name)
		}
	}
	if len(out) == 0 {
		return []string{say.Reading}
	}
	return out
}

// synonyms says that the moderators' synonyms have changed, if they have: answers change with them, and no document does.
func (r Reload) synonyms(say phrases.Reload) []string {
	if corpus.EqualSynonyms(r.Before.Synonyms(), r.After.Synonyms()) {
		return nil
	}
	return []string{say.Synonyms}
}

// copyList lists the near-copies of a snapshot for which is holds, with what they are copies of.
func copyList(heading string, s *corpus.Snapshot, is func(*corpus.Document) bool) list {
	var copies []*corpus.Document
	for _, d := range s.Documents() {
		if s.Witness(d) != d && is(d) {
			copies = append(copies, d)
		}
	}
	return list{heading, len(copies), func(w Wording, i int) string {
		d := copies[i]
		return w.say.Reload.CopyOf.With(w.inline(d.ID(), pathLimit), w.inline(s.Witness(d).ID(), pathLimit))
	}}
}

// isNewCopy reports whether d was no near-copy in an earlier snapshot.
func isNewCopy(before *corpus.Snapshot, d *corpus.Document) bool {
	old := before.Document(d.ID())
	return old == nil || before.Witness(old) == old
}

// changeCounts says how many documents a change concerns.
func changeCounts(c corpus.Change, say phrases.Reload) []string {
	var parts []string
	for _, count := range []struct {
		phrase phrases.Counted
		n      int
	}{{say.AddedCount, len(c.Added)}, {say.ChangedCount, len(c.Changed)}, {say.RemovedCount, len(c.Removed)}} {
		if count.n > 0 {
			parts = append(parts, count.phrase.Of(count.n))
		}
	}
	return parts
}
