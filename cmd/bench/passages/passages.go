// Package passages makes corpora and questions to measure speed with: any number of documents, always the same, whose
// words are spread as those of natural text are, from text that every Debian machine can install.
//
// A sentence is drawn from a model of the words of a [Source] (language.go), so that its frequent words are as frequent
// as in the source, and runs of five words are mostly new. Its nouns, adjectives, names and numbers are then exchanged
// for those of the document and its theme (theme.go), which is what makes words come in bursts. Those come from an urn
// (urn.go) that goes on giving new words however many were drawn, first real ones of the source's lexicon and then coined
// ones (coin.go), so that the vocabulary keeps growing with the corpus.
//
// The documents of a smaller corpus are the first of a larger one. Equal sources and seeds give equal corpora, byte for
// byte.
package passages
