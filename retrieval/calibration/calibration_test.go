package calibration

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"pullquote/retrieval/learn"
)

var noon = time.Date(2024, 5, 1, 12, 0, 0, 0, time.UTC)

// corpus simulates one whose answers are right with log-odds slope times those of their confidence, plus bias.
type corpus struct {
	name  string
	truth curve
}

var (
	honest  = corpus{"as shipped", curve{1, 0}}
	chatty  = corpus{"chatty", curve{1, 1}}
	trap    = corpus{"full of near misses", curve{1, -.8}}
	steep   = corpus{"clear-cut", curve{2, .5}}
	corpora = []corpus{honest, chatty, trap, steep}
)

// promised is the shipped threshold.
const promised = .4

// best returns the threshold that the truth itself gives.
func (c corpus) best() float64 {
	return learn.Probability((logOdds(promised) - c.truth.bias) / c.truth.slope)
}

// worth is what a threshold gains on answers with all confidences: a right one gains what a wrong one at the promised
// share costs, so that the best threshold is the best for every share.
func (c corpus) worth(threshold float64) float64 {
	sum := 0.0
	const n = 1000
	for i := range n {
		if conf := (float64(i) + .5) / n; conf >= threshold {
			sum += c.truth.probability(conf) - promised
		}
	}
	return sum / n
}

// reactions simulates n reactions of voters to answers, most of them shown as answered, and of spiteful among them who
// find everything unhelpful.
func (c corpus) reactions(seed uint64, n, voters, spiteful int) *Reactions {
	r := rand.New(rand.NewPCG(seed, 7))
	out := New("m")
	for i := range n {
		conf := .1 + .9*r.Float64()
		if conf < promised && r.IntN(3) > 0 { // what is only mentioned is seldom voted on
			conf = promised + (1-promised)*r.Float64()
		}
		voter := r.IntN(voters)
		helpful := voter >= spiteful && r.Float64() < c.truth.probability(conf)
		out.Add(Reaction{fmt.Sprint(i), fmt.Sprint("v", voter), conf, helpful, noon.Add(time.Duration(i) * time.Minute)})
	}
	return out
}

func TestThresholdApproachesTheBest(t *testing.T) {
	for _, c := range corpora {
		sum := 0.0
		const runs = 10
		for seed := range uint64(runs) {
			sum += c.reactions(seed, 1500, 300, 0).Threshold(promised)
		}
		if mean := sum / runs; math.Abs(mean-c.best()) > .06 {
			t.Errorf("%s: threshold %.3f, the best is %.3f", c.name, mean, c.best())
		}
	}
}

func TestThresholdIsHardlyEverWorse(t *testing.T) {
	for _, c := range corpora {
		for _, n := range []int{35, 100, 400, 1500} {
			for seed := range uint64(10) {
				got := c.reactions(seed, n, 40, 0).Threshold(promised)
				if loss := c.worth(promised) - c.worth(got); loss > .02 {
					t.Errorf("%s, %d reactions, seed %d: threshold %.3f loses %.4f", c.name, n, seed, got, loss)
				}
			}
		}
	}
}

func TestSpiteMovesLittle(t *testing.T) {
	for _, c := range corpora {
		for seed := range uint64(10) {
			fair, foul := c.reactions(seed, 600, 60, 0).Threshold(promised), c.reactions(seed, 600, 60, 5).Threshold(promised)
			if foul-fair > .08 {
				t.Errorf("%s, seed %d: spite moves the threshold from %.3f to %.3f", c.name, seed, fair, foul)
			}
		}
	}
	one := chatty.reactions(1, 300, 40, 0)
	before := one.Threshold(promised)
	for i := range 1000 {
		one.Add(Reaction{fmt.Sprint("spite", i), "spiteful", .9, false, noon.Add(time.Hour)})
	}
	if after := one.Threshold(promised); math.Abs(after-before) > .03 {
		t.Errorf("a thousand reactions of one voter move the threshold from %.3f to %.3f", before, after)
	}
}

func TestFewReactionsMoveNothing(t *testing.T) {
	for _, tt := range []struct {
		n, voters int
		moves     bool
	}{
		{0, 1, false}, {LeastReactions - 1, LeastReactions, false}, {LeastReactions, LeastReactions, true},
		{1000, LeastVoters - 1, false}, {1000, LeastVoters, false}, {1000, LeastReactions / mostOfVoter, true},
	} {
		r := New("m")
		for i := range tt.n {
			r.Add(Reaction{fmt.Sprint(i), fmt.Sprint(i % tt.voters), .5, true, noon})
		}
		if got := r.Threshold(promised); (got != promised) != tt.moves {
			t.Errorf("%d reactions of %d voters: threshold %g", tt.n, tt.voters, got)
		}
	}
}

func TestThresholdStaysInBounds(t *testing.T) {
	low, high := learn.Probability(logOdds(promised)-farthest), learn.Probability(logOdds(promised)+farthest)
	for _, helpful := range []bool{true, false} {
		r := New("m")
		for i := range Most {
			r.Add(Reaction{fmt.Sprint(i), fmt.Sprint(i), float64(i%100) / 100, helpful, noon})
		}
		got, want := r.Threshold(promised), high
		if helpful {
			want = low
		}
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("all helpful %t: threshold %g, want %g", helpful, got, want)
		}
	}
}

func TestMoreHelpfulNeverRaises(t *testing.T) {
	r := chatty.reactions(3, 200, 40, 0)
	before := r.Threshold(promised)
	for i := range 30 {
		r.Add(Reaction{fmt.Sprint("new", i), fmt.Sprint("new", i), .3, true, noon.Add(time.Hour)})
	}
	if after := r.Threshold(promised); after > before {
		t.Errorf("helpful reactions raise the threshold from %g to %g", before, after)
	}
}

func TestReactionsAreBoundedAndReplaced(t *testing.T) {
	r := New("m")
	for i := range Most + 10 {
		r.Add(Reaction{fmt.Sprint(i), "v", .5, true, noon.Add(time.Duration(i))})
	}
	if _, kept := r.byID["9"]; r.Len() != Most || kept {
		t.Errorf("%d reactions, the tenth kept: %t", r.Len(), kept)
	}
	r = New("m")
	r.Add(Reaction{"a", "v", .5, true, noon})
	r.Add(Reaction{"a", "v", .5, false, noon.Add(time.Second)})
	r.Add(Reaction{"a", "v", .5, true, noon.Add(-time.Second)})
	r.Add(Reaction{"b", "v", math.NaN(), true, noon})
	if r.Len() != 1 || r.byID["a"].Helpful {
		t.Errorf("reactions %+v", r.byID)
	}
}

func TestMergeDoesNotHangOnOrder(t *testing.T) {
	parts := []*Reactions{chatty.reactions(1, 1200, 30, 0), trap.reactions(2, 1100, 30, 0), steep.reactions(3, 50, 30, 0)}
	merged := func(order ...int) *Reactions {
		out := New("m")
		for _, i := range order {
			if !out.Merge(parts[i]) {
				t.Fatal("not merged")
			}
		}
		return out
	}
	want := merged(0, 1, 2)
	for _, order := range [][]int{{2, 1, 0}, {1, 0, 2}, {0, 2, 1, 0}} {
		if got := merged(order...); !reflect.DeepEqual(got, want) {
			t.Errorf("order %v gives other reactions", order)
		}
	}
	if other := New("n"); want.Merge(other) || other.Merge(want) || other.Len() != 0 {
		t.Error("reactions of another model are merged")
	}
}

func TestJSON(t *testing.T) {
	for _, r := range []*Reactions{New("m"), chatty.reactions(1, 100, 10, 0)} {
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		back := New("")
		if err := json.Unmarshal(data, back); err != nil || !reflect.DeepEqual(back, r) {
			t.Errorf("%s is read as %+v, %v", data, back, err)
		}
	}
}

func TestJSONNamesWhatIsWrong(t *testing.T) {
	r := New("m")
	r.Add(Reaction{"a", "v", .5, true, noon})
	for _, tt := range []struct{ text, want string }{
		{`{"version":2,"model":"m","reactions":[]}`, "version 2"},
		{`[]`, "read reactions"},
		{`{"version":1,"model":"m","reactions":[{"id":"","confidence":1,"at":"2024-05-01T12:00:00Z"},{"id":"x","confidence":2},{"id":"y","confidence":1}]}`,
			"reaction 2: \"at\" is missing"},
	} {
		err := json.Unmarshal([]byte(tt.text), r)
		if err == nil || !strings.Contains(err.Error(), tt.want) || r.Len() != 1 {
			t.Errorf("%s: error %v, want %q", tt.text, err, tt.want)
		}
	}
}

// FuzzUnmarshal checks that what is read gives a threshold in bounds and comes back the same.
func FuzzUnmarshal(f *testing.F) {
	data, _ := json.Marshal(chatty.reactions(1, 60, 40, 0))
	f.Add(data)
	f.Add([]byte(`{"version":1,"model":"","reactions":[{"id":"a","confidence":1e-300,"helpful":true,"at":"2024-05-01T12:00:00Z"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, back := New(""), New("")
		if json.Unmarshal(data, r) != nil {
			return
		}
		if got := r.Threshold(promised); !(got > .1 && got < .75) {
			t.Errorf("threshold %g", got)
		}
		again, err := json.Marshal(r)
		if err != nil {
			t.Skip("a time outside of what JSON can hold")
		}
		if err := json.Unmarshal(again, back); err != nil || back.Len() != r.Len() {
			t.Errorf("%s: %v", again, err)
		}
	})
}
