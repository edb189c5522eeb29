package message

import (
	"net/url"
	"strings"

	"pullquote/corpus"
)

// relation is how a document relates to the source that a message gives for a quotation.
type relation uint8

// The document is that source; it may be; it is another one.
const (
	isClaimed relation = iota
	mayBeClaimed
	isOther
)

// relate relates d to a claimed source. An address says nothing about a document whose own is not known, and what is not
// claimed says nothing about any.
func relate(claimed string, d *corpus.Document) relation {
	own := d.Metadata().URL.Value
	switch {
	case claimed == "" || isAddress(claimed) && !isAddress(own):
		return mayBeClaimed
	case isAddress(claimed) && webPage(claimed) == webPage(own), !isAddress(claimed) && hasName(d, claimed):
		return isClaimed
	}
	return isOther
}

// hasName reports whether a message of ours may have called d by a name, which may be a shortened one.
func hasName(d *corpus.Document, name string) bool {
	publisher, label := d.Metadata().Publisher.Value, d.Label()
	short, cut := strings.CutSuffix(name, ellipsis)
	for _, own := range []string{publisher, label, publisher + ": " + label, d.ID(), publisher + ": " + d.ID()} {
		own, short := seenName(own), seenName(short)
		if own == short || cut && strings.HasPrefix(own, short) {
			return true
		}
	}
	return false
}

func seenName(s string) string { return strings.ToLower(squeeze(strings.Map(visible, s))) }

// webPage returns what tells the page of an address apart from others: not how it is fetched, nor a place in it, nor
// where the reader came from.
func webPage(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	query := u.Query()
	for key := range query {
		if strings.HasPrefix(key, "utm_") {
			query.Del(key)
		}
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	return host + strings.TrimSuffix(u.Path, "/") + "?" + query.Encode()
}
