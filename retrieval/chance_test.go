package retrieval

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestChanceOf(t *testing.T) {
	many := slices.Repeat([]float64{.3}, 1000)
	for _, tt := range []struct {
		name     string
		scores   []float64
		from, to float64
	}{
		{"nothing measured", nil, usualChance, usualChance},
		{"one measured", []float64{.9}, usualChance, .15},
		{"many measured", many, .29, .3},
		{"a tenth of them low", append(slices.Repeat([]float64{.05}, 101), many[:899]...), .05, .052},
		{"nothing in common", make([]float64, 1000), leastChance, leastChance + .001},
	} {
		if got := chanceOf(tt.scores); got < tt.from || got > tt.to {
			t.Errorf("%s: chance %g, want %g to %g", tt.name, got, tt.from, tt.to)
		}
	}
}

// chanceIn returns the chance in a corpus of one language.
func chanceIn(t *testing.T, files map[string]string) float64 {
	t.Helper()
	return open(t, files).current.Load().tongues[0].chance
}

// tales are documents whose sentences have share of their ten words from a stock that all draw on, the rest of their own.
func tales(share int) map[string]string {
	files := map[string]string{}
	for i := range 60 {
		text := ""
		for k := range 10 {
			if k < share {
				text += fmt.Sprintf("stock%c ", 'a'+(i*7+k*3)%20)
			} else {
				text += fmt.Sprintf("own%c%c%c ", 'a'+i%26, 'a'+i/26, 'a'+k)
			}
		}
		files[fmt.Sprintf("tale%02d.txt", i)] = text + ".\n"
	}
	return files
}

func TestChanceGrowsWithWhatDocumentsShare(t *testing.T) {
	apart, near := chanceIn(t, tales(2)), chanceIn(t, tales(6))
	if apart >= near {
		t.Errorf("chance %g where little is shared, %g where much is", apart, near)
	}
}

// Where every document tells of one event, what others say of it is an answer and no chance.
func TestOneEventIsNoChance(t *testing.T) {
	if got := chanceIn(t, boats(100)); got > 2*usualChance {
		t.Errorf("chance %g where all speak of one event", got)
	}
}

// plainElsewhere is elsewhere as one would write it down.
func plainElsewhere(t *testing.T, e *edition, p passage) float64 {
	t.Helper()
	q := readQuestion(p.tongue, Question{Text: p.sample()})
	hits, err := e.propose(t.Context(), q, e.whole, retrieveDepth)
	if err != nil {
		t.Fatal(err)
	}
	var scores []float64
	for _, i := range hits {
		score, err := e.chanceScore(i, q, p)
		if err != nil {
			t.Fatal(err)
		}
		if score != noScore {
			scores = append(scores, score)
		}
	}
	return slices.Max(append(scores[:min(sampleDepth, len(scores))], noScore))
}

// crowd are documents that all speak of the same, and a few that hold some of their words.
func crowd() map[string]string {
	files := map[string]string{}
	for i := range 3 * fewHits {
		files[fmt.Sprintf("same%02d.txt", i)] = fmt.Sprintf("One two three harbour pilot anchor ballast cargo keel mast rudder own%c%c.\n", 'a'+i%26, 'a'+i/26)
	}
	for i := range 2 * sampleDepth {
		files[fmt.Sprintf("other%02d.txt", i)] = strings.Repeat("The pilot counts cargo. ", i+1) + "\n"
	}
	return files
}

// TestFewHitsAreEnough compares what samples score with what they do when all hits are looked for at once. Where documents
// speak of the same, few hits are not enough.
func TestFewHitsAreEnough(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"apart": tales(2), "near": tales(6), "nearer": tales(8), "boats": boats(100), "crowd": crowd(), "alone": {"a.txt": "One ship is seen.\n"},
	} {
		e := open(t, files).current.Load()
		for _, p := range e.samples(e.tongues[0]) {
			got, err := e.elsewhere(t.Context(), p)
			if want := plainElsewhere(t, e, p); err != nil || got != want {
				t.Errorf("%s: %q scores %g, %v, want %g", name, p.sample(), got, err, want)
			}
		}
	}
}
