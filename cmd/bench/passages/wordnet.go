package passages

import (
	"bufio"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// WordNet's data files have a line for each meaning: numbers, the words that have it, and behind a bar its definition
// with examples in quotation marks. The format is described in wndb(5WN).

// wordnet learns the words and the definitions of nouns and adjectives.
func (l *learner) wordnet(root fs.FS) error {
	words := lexiconOf(&l.source.Lexicon)
	for _, file := range []string{"data.noun", "data.adj"} {
		f, err := root.Open(path.Join(lexiconFolder, file))
		if err != nil {
			return err
		}
		err = eachMeaning(io.TeeReader(f, l.sum), func(m meaning) {
			words.add(m)
			l.define(m)
		})
		f.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// meaning is one line of a data file.
type meaning struct {
	words      []string
	adjective  bool
	definition string
	examples   []string
}

func eachMeaning(r io.Reader, yield func(meaning)) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if m, ok := readMeaning(sc.Text()); ok {
			yield(m)
		}
	}
	return sc.Err()
}

var example = regexp.MustCompile(`"([^"]+)"`)

// readMeaning reads a line of a data file; lines of the licence at its head are not ok.
func readMeaning(line string) (meaning, bool) {
	head, gloss, ok := strings.Cut(line, " | ")
	fields := strings.Fields(head)
	if !ok || strings.HasPrefix(line, " ") || len(fields) < 4 {
		return meaning{}, false
	}
	n, err := strconv.ParseUint(fields[3], 16, 8)
	if err != nil || n == 0 || len(fields) < 4+2*int(n) {
		return meaning{}, false
	}
	m := meaning{adjective: fields[2] == "a" || fields[2] == "s"}
	for i := range int(n) {
		word, _, _ := strings.Cut(fields[4+2*i], "(") // "(p)" says where an adjective stands
		m.words = append(m.words, strings.ReplaceAll(word, "_", " "))
	}
	for _, e := range example.FindAllStringSubmatch(gloss, -1) {
		m.examples = append(m.examples, e[1])
	}
	m.definition, _, _ = strings.Cut(gloss, ";")
	return m, true
}

// define learns a definition and its examples as sentences.
func (l *learner) define(m meaning) {
	for _, e := range m.examples {
		l.text(capital(e) + ".")
	}
	if m.adjective || strings.HasPrefix(m.definition, `"`) {
		return
	}
	l.text(capital(article(m.words[0])+m.words[0]+" is "+m.definition) + ".")
}

// article returns "a " or "an " for a word, "" for a name.
func article(word string) string {
	switch first, _ := utf8.DecodeRuneInString(word); {
	case unicode.IsUpper(first):
		return ""
	case strings.ContainsRune("aeiou", first):
		return "an "
	}
	return "a "
}

func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// lexicographer fills a lexicon with the single words of meanings.
type lexicographer struct {
	*Lexicon
	seen map[string]bool
}

func lexiconOf(l *Lexicon) lexicographer {
	l.Synonyms = map[string]string{}
	return lexicographer{l, map[string]bool{}}
}

var (
	commonWord = regexp.MustCompile(`^[a-z]{3,}(?:-[a-z]+)?$`)
	nameWord   = regexp.MustCompile(`^[A-Z][a-z]{2,}$`)
)

func (l lexicographer) add(m meaning) {
	var single []string
	for _, w := range m.words {
		switch {
		case commonWord.MatchString(w):
			single = append(single, w)
			l.list(m.adjective, w)
		case nameWord.MatchString(w) && !m.adjective:
			l.put(&l.Names, w)
		}
	}
	for i, w := range single {
		if other := single[(i+1)%len(single)]; other != w && l.Synonyms[w] == "" {
			l.Synonyms[w] = other
		}
	}
}

func (l lexicographer) list(adjective bool, word string) {
	if adjective {
		l.put(&l.Adjectives, word)
	} else {
		l.put(&l.Nouns, word)
	}
}

// put adds a word to a list unless it stands in one already.
func (l lexicographer) put(list *[]string, word string) {
	if !l.seen[word] {
		l.seen[word] = true
		*list = append(*list, word)
	}
}
