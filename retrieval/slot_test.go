package retrieval

import "testing"

func TestReadSlot(t *testing.T) {
	for _, tt := range []struct {
		question string
		want     slot
	}{
		{"Who painted the lighthouse?", slotPerson},
		{"By whom was it painted?", slotPerson},
		{"Who is the mayor of Arle?", slotPerson},
		{"Who was Greta Holm's aunt?", slotPerson},
		{"Who is Greta Holm?", slotNone},
		{"Who was Otto van Arle?", slotNone},
		{"Who is Élise Ørn?", slotNone},
		{"By which author was it written?", slotPerson},
		{"The play was written by which poet?", slotPerson},
		{"Where does the ferry land?", slotPlace},
		{"Varn is the capital of which state?", slotPlace},
		{"What city burned?", slotPlace},
		{"What is the largest port?", slotPlace},
		{"Name the river that rose.", slotPlace},
		{"Which company built the quay?", slotNamed},
		{"What was the name of the ship?", slotNamed},
		{"What sport does she play?", slotCategory},
		{"What is the profession of Greta Holm?", slotCategory},
		{"What kind of music do they play?", slotCategory},
		{"What is the distance between the two cities?", slotNone},
		{"What did the mayor say?", slotNone},
		{"Why did the ferry sink?", slotNone},
		{"", slotNone},
	} {
		if got := readSlot(tt.question, readAsks(tt.question)); got.slot != tt.want {
			t.Errorf("%q: got %q, want %q", tt.question, got.slot, tt.want)
		}
	}
}

func TestNewPlan(t *testing.T) {
	for _, tt := range []struct {
		question string
		history  []string
		asks     asks
		noun     string
	}{
		{"How many people were hurt?", nil, asksFigure, "people"},
		{"And killed?", []string{"How many people were hurt?", "Some."}, asksFigure, "people"},
		{"and in Varn", []string{"When did the fair open?"}, asksFigure, ""},
		{"What about Varn?", []string{"Where did the fair open?"}, asksPlace, ""},
		{"Local fairs", []string{"When did the fair open?"}, asksOther, ""},
		{"Why?", []string{"How many people were hurt?"}, asksReason, ""},
		{"Did the mayor say that it was safe?", []string{"How many people were hurt?"}, asksOther, ""},
		{"And killed?", nil, asksOther, ""},
		{"WHO PAINTED IT?", nil, asksPerson, ""},
		{"HOW MANY BOATS SANK?", nil, asksFigure, "boats"},
		{"In what year did it open?", nil, asksFigure, ""},
		{"The quay was built by which architect?", nil, asksPerson, ""},
		{"", nil, asksOther, ""},
	} {
		p := newPlan(Question{Text: tt.question, History: tt.history}, "en")
		if p.asks != tt.asks || p.figure.Noun != tt.noun {
			t.Errorf("%q after %q: got %s %q, want %s %q", tt.question, tt.history, p.asks, p.figure.Noun, tt.asks, tt.noun)
		}
	}
}
