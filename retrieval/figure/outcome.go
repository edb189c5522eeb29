package figure

import "strings"

// Reports count what befell people in one breath: "two dead, a dozen wounded and more than 40 people arrested". These
// are figures of persons, with or without a noun, and no two of different outcomes are one answer.

type outcome int

const (
	noOutcome outcome = iota
	dead
	hurt
	held
	lost
	safe
)

var outcomes = outcomeTable(map[outcome]string{
	dead: "dead death deaths died killed fatality fatalities deceased perished slain murdered drowned",
	hurt: "injured injury injuries wounded hurt hurts maimed hospitalised hospitalized",
	held: "arrested arrest arrests detained detention detentions detainees jailed apprehended imprisoned",
	lost: "missing disappeared unaccounted",
	safe: "rescued saved survivors survived evacuated",
})

func outcomeTable(of map[outcome]string) map[string]outcome {
	all := map[string]outcome{}
	for o, words := range of {
		for w := range strings.FieldsSeq(words) {
			all[w] = o
		}
	}
	return all
}

// outcomeOf returns what a count says befell those whom it counts: by its noun, or the word behind it.
func outcomeOf(f Figure, text string) outcome {
	if f.Kind != Count || f.phrase().End > len(text) {
		return noOutcome
	}
	if o := outcomes[f.Noun]; o != noOutcome {
		return o
	}
	behind := strings.Fields(text[f.phrase().End:min(len(text), f.phrase().End+window)])
	if len(behind) == 0 || f.Noun != "" && classOf(f.Noun) == thing {
		return noOutcome
	}
	return outcomes[strings.ToLower(strings.Trim(behind[0], ".,;:)\"”"))]
}
