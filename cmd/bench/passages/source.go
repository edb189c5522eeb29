package passages

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"regexp"
	"strings"
)

// Source is what corpora are made from: sentences to learn the order and frequency of words from, and a lexicon of words
// to choose subjects from.
type Source struct {
	// Sentences are words and the marks , ; : between them, without the final stop.
	Sentences [][]string
	Lexicon   Lexicon
	// Origin names what it was read from, such as packages with their versions.
	Origin string
	// SHA256 is the hash of everything that was read, in lower-case hexadecimal.
	SHA256 string
}

// Lexicon lists words by what they can stand for in a sentence, without repetitions.
type Lexicon struct {
	Nouns, Adjectives, Names []string
	// Synonyms gives another word for a noun or an adjective.
	Synonyms map[string]string
}

// learner collects a source.
type learner struct {
	source Source
	sum    hash.Hash
}

func newLearner() *learner { return &learner{sum: sha256.New()} }

// text learns the sentences of a running text.
func (l *learner) text(text string) {
	io.WriteString(l.sum, text)
	text = aside.ReplaceAllString(text, " ")
	for _, s := range ending.Split(text, -1) {
		if words := tokens(s); len(words) >= shortest && len(words) <= longest {
			l.source.Sentences = append(l.source.Sentences, words)
		}
	}
}

// done returns the source, named.
func (l *learner) done(origin string) *Source {
	l.source.Origin, l.source.SHA256 = origin, hex.EncodeToString(l.sum.Sum(nil))
	return &l.source
}

// A sentence has at least shortest words and marks, and at most longest.
const (
	shortest = 5
	longest  = 45
)

var (
	// aside are remarks in brackets, which are mostly references.
	aside = regexp.MustCompile(`\[[^\]]*\]|\([^)]*\)`)
	// ending is where a sentence ends.
	ending = regexp.MustCompile(`[.?!]["'”’]*(\s+|$)`)
	// token is a word, a number, or a mark.
	token = regexp.MustCompile(`[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*|[,;:]`)
)

// tokens cuts a sentence into words and marks, without marks at its ends and none beside another.
func tokens(sentence string) []string {
	var out []string
	for _, t := range token.FindAllString(sentence, -1) {
		if isMark(t) && (len(out) == 0 || isMark(out[len(out)-1])) {
			continue
		}
		out = append(out, strings.ReplaceAll(t, "’", "'"))
	}
	if n := len(out); n > 0 && isMark(out[n-1]) {
		out = out[:n-1]
	}
	return out
}

func isMark(t string) bool { return t == "," || t == ";" || t == ":" }
