package retrieval

import (
	_ "embed"
	"strings"

	"pullquote/retrieval/learn"
)

// feature is something that speaks for a sentence as an answer, measured between 0 and 1. The score of a sentence is the
// sum of its features, each times its weight. The weights of all but the last three are learnt from question sets, by
// cmd/fit, and kept in weights.txt; those three are set by hand, because the sets hold next to no text of their kind.
type feature int

const (
	// passageFeature is the score of the passage.
	passageFeature feature = iota
	// coverageFeature is the share of the question, by the weight of its words, that the sentence holds.
	coverageFeature
	// wordsFeature is the same with all words alike.
	wordsFeature
	// namesFeature is the share of the question's names, by weight, that the text up to the sentence holds, or the title.
	namesFeature
	// beforeFeature is the share of the question that the sentence before holds and this one does not.
	beforeFeature
	// pointedFeature is beforeFeature where the sentence begins with a word that points back, such as a pronoun, so that the
	// two are quoted together.
	pointedFeature
	// figureFeature is 1 where a figure is asked for and the sentence states one of its kind.
	figureFeature
	// personFeature, placeFeature, reasonFeature and definitionFeature are 1 where that is asked for and the sentence shows
	// a sign of it.
	personFeature
	placeFeature
	reasonFeature
	definitionFeature
	// headingFeature and captionFeature are 1 for text that names a subject and does not say something about it.
	headingFeature
	captionFeature
	// shortFeature is 1 for fragments of fewer than shortWords words.
	shortFeature
	featureCount
)

// learntFeatures is how many of the features, the first ones, have a learnt weight.
const learntFeatures = int(headingFeature)

var featureNames = [featureCount]string{
	"passage", "coverage", "words", "names", "before", "pointed", "figure", "person", "place", "reason", "definition",
	"heading", "caption", "short",
}

// measured are what was measured of one sentence.
type measured [featureCount]float64

// askFeature is the feature for a sign of the type of answer that a question expects.
var askFeature = map[asks]feature{
	asksFigure: figureFeature, asksPerson: personFeature, asksPlace: placeFeature, asksReason: reasonFeature,
	asksDefinition: definitionFeature,
}

//go:embed weights.txt
var weightsFile string

// sentenceWeights are the weights of the features, that of the passage being 1.
var sentenceWeights = readWeights()

func readWeights() measured {
	w := measured{headingFeature: -.2, captionFeature: -.1, shortFeature: -.1}
	file, err := learn.ReadWeights(strings.NewReader(weightsFile))
	if err != nil {
		panic("retrieval: weights.txt: " + err.Error())
	}
	learnt, err := file.In(featureNames[:learntFeatures])
	if err != nil {
		panic("retrieval: weights.txt: " + err.Error())
	}
	copy(w[:], learnt)
	return w
}

// score returns the weighted sum of the features.
func (f measured) score() float64 {
	sum := 0.0
	for i, w := range sentenceWeights {
		sum += w * f[i]
	}
	return rounded(sum)
}

// highestScore returns the score of a sentence that has all that speaks for one at once.
func highestScore() float64 {
	sum := 0.0
	for _, w := range sentenceWeights {
		sum += max(0, w)
	}
	return sum
}

// Feature is something that was measured of an excerpt's sentence, between 0 and 1, and what it weighs in its score.
type Feature struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Weight float64 `json:"weight"`
}

// explain returns the features that are not 0.
func (f measured) explain() []Feature {
	var out []Feature
	for i, v := range f {
		if v != 0 {
			out = append(out, Feature{featureNames[i], rounded(v), sentenceWeights[i]})
		}
	}
	return out
}
