package retrieval

// read finds the words of the question in every sentence of the passage and in the title, whose terms are given.
func (c *candidate) read(text, title []occurrence) {
	c.found = make([]matches, c.Len())
	base := c.Span().Start
	s := stretch{text: c.Text(), terms: text}
	c.terms, c.titleTerms = len(text), len(title)
	for i := range c.found {
		s.from, s.to = s.to, len(s.terms)
		if i < len(c.found)-1 {
			s.to = s.until(c.Sentence(i).End - base)
		}
		c.found[i] = c.query.read(s, base)
	}
	all := stretch{text: c.Document().Metadata().Title.Value, terms: title, to: len(title)}
	for _, m := range c.query.read(all, 0) {
		c.inTitle = append(c.inTitle, match{sense: m.sense})
	}
}

// until returns which term is the first that begins at a place or behind it.
func (s stretch) until(place int) int {
	i := s.from
	for i < len(s.terms) && s.terms[i].span().Start < place {
		i++
	}
	return i
}

// read returns the places of the question's words in a stretch of a text that begins at base.
func (q *query) read(s stretch, base int) matches {
	var out matches
	for i := s.from; i < s.to; i++ {
		for _, x := range q.senses[s.terms[i].term] {
			place := s.terms[i].span()
			if x.as != nil {
				var ok bool
				if place, ok = s.find(x.as, i); !ok {
					continue
				}
			}
			out = append(out, match{place.Shift(base), x})
		}
	}
	return out
}
