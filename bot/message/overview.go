package message

import "pullquote/corpus"

// overview is what the head of the list of sources says of all documents.
type overview struct {
	publishers, languages int
	// earliest and latest are the years of publication, 0 where no date is known.
	earliest, latest int
}

// overviewer counts one document after another.
type overviewer struct {
	publishers, languages map[string]bool
	earliest, latest      int
}

func newOverviewer() *overviewer {
	return &overviewer{publishers: map[string]bool{}, languages: map[string]bool{}}
}

func (o *overviewer) add(m corpus.Metadata) {
	if publisher := squeeze(m.Publisher.Value); publisher != "" {
		o.publishers[publisher] = true
	}
	if m.Language.Value != "" {
		o.languages[m.Language.Value] = true
	}
	if y := m.Published.Year; y != 0 {
		o.latest = max(o.latest, y)
		if o.earliest == 0 || y < o.earliest {
			o.earliest = y
		}
	}
}

func (o *overviewer) overview() overview {
	return overview{len(o.publishers), len(o.languages), o.earliest, o.latest}
}
