package corpus

import "strings"

// isLoudName reports whether the mark belongs to a name, as in "Yahoo!".
func (s *splitter) isLoudName(st stop) bool {
	switch wordBefore(s.text, st.at) {
	case "Yahoo", "Jeopardy", "Yum", "Joomla":
		return st.marks == st.at+1 && st.end == st.marks
	}
	return false
}

// isSpeaker reports whether next names who said what was quoted before the stop, as in "“Why?” Mary asked."
func (s *splitter) isSpeaker(st stop, next next) bool {
	const most = 3 // words of a name
	if st.end == st.marks || !s.know.english {
		return false
	}
	rest := s.text[next.at:min(len(s.text), next.at+longestWord)]
	for i, word := range strings.Fields(rest) {
		switch strings.Trim(word, ",.") {
		case "said", "says", "asked", "asks", "cried", "shouted", "exclaimed", "replied", "answered", "added", "wrote",
			"whispered", "yelled", "wondered":
			return i > 0
		}
		if i == most || !isCapitalised(word) {
			return false
		}
	}
	return false
}
