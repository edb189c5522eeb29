package retrieval

import "testing"

func TestReadAsks(t *testing.T) {
	for _, tt := range []struct {
		question string
		want     asks
	}{
		{"", asksOther},
		{"Who painted the lighthouse?", asksPerson},
		{"  “Whom did she thank?”", asksPerson},
		{"Which author wrote it?", asksPerson},
		{"Whoever wins, what then?", asksOther},
		{"Where does the ferry land?", asksPlace},
		{"In which town does it land?", asksPlace},
		{"Why did the dam hold?", asksReason},
		{"What caused the flood?", asksReason},
		{"What is a sluice?", asksDefinition},
		{"What does the word sluice mean?", asksDefinition},
		{"What is the colour of the door of the ferry house?", asksOther},
		{"Did the dam hold, and who says so?", asksOther},
		{"Wer lobte die Arbeiter?", asksPerson},
		{"Où est le pont ?", asksPlace},
		{"Почему мост закрыт?", asksReason},
		{"Por qué cerró el puente?", asksReason},
	} {
		if got := readAsks(tt.question); got != tt.want {
			t.Errorf("%q asks %s, want %s", tt.question, got, tt.want)
		}
	}
}

func TestCue(t *testing.T) {
	for _, tt := range []struct {
		asks     asks
		sentence string
		want     bool
	}{
		{asksReason, "It broke because the rope was old.", true},
		{asksReason, "It broke.", false},
		{asksDefinition, "A sluice is a gate for water.", true},
		{asksDefinition, "The sluice broke.", false},
		{asksPlace, "They met in the town of Varn.", true},
		{asksPlace, "They met in Arle.", false}, // asked for
		{asksPlace, "They met at noon.", false},
		{asksPerson, "The mayor, Greta Holm, spoke.", true},
		{asksPerson, "The mayor of Arle Arle spoke.", false},
		{asksPerson, "Мэр Анна Холм выступила.", true},
		{asksOther, "Greta Holm met them in Varn because it rained.", false},
	} {
		isAsked := func(word string) bool { return word == "Arle" || word == "Arle." }
		if got := tt.asks.cue(tt.sentence, isAsked); got != tt.want {
			t.Errorf("%s: %q is a cue: %t, want %t", tt.asks, tt.sentence, got, tt.want)
		}
	}
}
