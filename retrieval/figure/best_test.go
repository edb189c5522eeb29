package figure

import (
	"strings"
	"testing"

	"pullquote/corpus"
)

func TestBest(t *testing.T) {
	for _, test := range []struct{ question, focus, text, want string }{
		{"How many people were killed?", "killed", "Officials said 26 armed protesters and 18 government troops had been killed.", "26|18"},
		{"How many people were killed?", "killed", "Eight officers of police and members of the guard were killed and over 300 others were hurt.", "Eight"},
		{"How many people were hurt?", "hurt", "Eight officers of police and members of the guard were killed and over 300 others were hurt.", "over 300"},
		{"How many people are missing?", "missing", "At least nine people were killed and 60 others were missing.", "60"},
		{"How many people are missing?", "missing", "Nine people lost their lives and 42 are still missing after the flood.", "42"},
		{"How many people were killed?", "killed", "Nine people were killed and 42 are still missing after the flood.", "Nine"},
		{"How many people were hurt?", "wounded", "The port counts 45 arrests, two deaths and a dozen wounded.", "a dozen"},
		{"How many people were arrested?", "arrests", "The port counts 45 arrests, two deaths and a dozen wounded.", "45"},
		{"How many people were hurt?", "hurt", "Holm said that 88 people were hurt, twelve of them badly.", "88"},
		{"How many sailors were hurt?", "wounded", "The port counts 45 arrests, two deaths and a dozen wounded.", "a dozen"},
		{"How many people died?", "deceased", "The toll: two deceased, fifteen hurts, more than 40 persons apprehended.", "two"},
		{"How many people were injured?", "injured", "Five dead, 12 injured in quay fire", "12"},
		{"How many people were killed?", "dead", "Five dead, 12 injured in quay fire", "Five"},
		{"How many were hurt?", "hurt", "The blast left two guards and three sailors hurt.", "two|three"},
		{"How many were arrested?", "arrested", "In 2019 police arrested more than 40 people and killed 3.", "more than 40"},
		{"How many were killed?", "killed", "In 2019 police arrested more than 40 people and killed 3.", "3"},
		{"How many people died in the fire?", "died,fire", "The fire of 1912 lasted 10 days.", ""},
		{"How many people died in the fire?", "died,fire", "The fire destroyed five airliners.", ""},
		{"How many airliners were destroyed?", "destroyed", "The fire destroyed five airliners and killed 12 people.", "five"},
		{"When did the fire start?", "fire", "The fire, which began on Jan. 2, was the worst since 1991.", "Jan. 2"},
		{"How much was the firm paid?", "firm,paid", "In 2011 the firm of five lawyers was paid $ 13 million.", "$ 13 million"},
		{"How long was the emergency?", "emergency", "On 7 May the mayor declared an emergency of two weeks for all 14 wards.", "two weeks"},
		{"What share of seats does it hold?", "seats,hold", "The party, founded in 1998, holds more than 80% of the 120 seats.", "more than 80%"},
		{"How old is the mayor?", "mayor", "The mayor, 61 years old, has two dogs.", "61 years old"},
		{"How many days did it last?", "last", "The strike of 300 miners lasted eleven days.", "eleven days"},
		{"How many kilometres is the road?", "road", "The road is 12 miles long and has 3 bridges.", "12 miles"},
		{"How many seats does Aria have in the senate?", "Aria,senate", "Aria has 37 seats in the lower house and 12 seats in the senate.", "12"},
		{"When did the theatre programme start?", "theatre", "It has programmes in film (1996) and theatre (2002).", "2002"},
		{"When did he become president?", "president", "The club was founded in 1890; Holm became president in 1891.", "1891"},
		{"When did the strike end?", "ended", "The strike, begun the 3 June in the night, has ended on Tuesday.", "Tuesday"},
		{"How large is the farm?", "farm", "The farm has 26 square kilometres (10 sq mi) of land.", "26 square kilometres"},
		{"How many voters abstained?", "abstained", "Around 20% of them abstained.", "Around 20%"},
		{"How many times did it burn?", "burn", "It burned in Venice 22 times.", "22"},
		{"When did the strike start?", "strike,start", "The strike started on Sunday in Varn, where three men were shot in 1998.", "Sunday"},
		{"How big is Skarn?", "Skarn", "Skarn is the ninth largest port of the coast.", "ninth"},
		{"How big is Skarn?", "Skarn", "The second strike of the year ended in Skarn.", ""},
		{"How many gates are there?", "gates", "The wall has 4 towers, 7 gates and 2 wells.", "7"},
	} {
		ask, ok := Asks(test.question, "en")
		if !ok {
			t.Errorf("%q asks for nothing", test.question)
			continue
		}
		var focus []corpus.Span
		for _, w := range strings.Split(test.focus, ",") {
			if at := strings.Index(test.text, w); at >= 0 {
				focus = append(focus, corpus.Span{Start: at, End: at + len(w)})
			}
		}
		var got []string
		for _, f := range Best(Find(test.text, "en", corpus.Date{}), ask, test.text, focus) {
			got = append(got, test.text[f.Start:f.End])
		}
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("%q of %q: got %q, want %q", test.question, test.text, s, test.want)
		}
	}
}

func TestAsks(t *testing.T) {
	for _, test := range []struct {
		language, question string
		kind               Kind
		noun               string
	}{
		{"en", "How many people were arrested?", Count, "people"},
		{"en", "How many were arrested?", Count, ""},
		{"en", "In all, how many armed protesters died?", Count, "protesters"},
		{"en", "How much was he paid?", Money, ""},
		{"en", "How much did the bridge cost?", Money, ""},
		{"en", "How much of the city speaks Dutch?", Percent, ""},
		{"en", "When did it start?", Date, ""},
		{"en", "What year was it built?", Date, ""},
		{"en", "Since when is it closed?", Date, ""},
		{"en", "On what date did he resign?", Date, ""},
		{"en", "It was built when?", Date, ""},
		{"en", "How long did it last?", Duration, ""},
		{"en", "How many years did it last?", Duration, "years"},
		{"en", "How many paid days are there?", Duration, ""},
		{"en", "How many miles is it to the coast?", Measure, ""},
		{"en", "How many dollars did he get?", Money, ""},
		{"en", "What percentage voted for it?", Percent, ""},
		{"en", "What share of the seats is held?", Percent, ""},
		{"en", "How old is she?", Age, ""},
		{"en", "How far is it?", Measure, ""},
		{"en", "How tall is the tower?", Measure, ""},
		{"en", "What is the population of the town?", Count, ""},
		{"en", "What was the price of the house?", Money, ""},
		{"en", "At what time does it open?", Time, ""},
		{"en", "What happens when it rains?", "", ""},
		{"en", "When many are held, what is done?", "", ""},
		{"en", "death toll of the storm", Count, "people"},
		{"en", "number of sailors rescued", Count, "sailors"},
		{"en", "Why did a number of sailors leave?", "", ""},
		{"en", "what does a berth cost", Money, ""},
		{"en", "What did the new quay cost?", Money, ""},
		{"en", "What does the cost depend on?", "", ""},
		{"en", "How does it work?", "", ""},
		{"en", "How did the strike end?", "", ""},
		{"en", "Why was it closed?", "", ""},
		{"en", "Who paid?", "", ""},
		{"de", "Wie viele Menschen wurden verhaftet?", Count, "menschen"},
		{"de", "Wann begann der Streik?", Date, ""},
		{"de", "Wie viel kostete die Brücke?", Money, ""},
		{"de", "Wie lange dauerte es?", Duration, ""},
		{"de", "Warum?", "", ""},
		{"fr", "Combien de personnes ont été arrêtées ?", Count, "personnes"},
		{"fr", "Combien coûte le pont ?", Money, ""},
		{"fr", "Quand a-t-il commencé ?", Date, ""},
		{"fr", "Quel âge a-t-elle ?", Age, ""},
		{"es", "¿Cuántas personas murieron?", Count, "personas"},
		{"es", "¿Cuándo empezó?", Date, ""},
		{"es", "¿Cuánto costó?", Money, ""},
		{"ru", "Сколько человек погибло?", Count, "человек"},
		{"ru", "Когда это началось?", Date, ""},
		{"ru", "Сколько стоил мост?", Money, ""},
		{"ru", "В каком году построен мост?", Date, ""},
	} {
		ask, ok := Asks(test.question, test.language)
		if ok != (test.kind != "") || ok && (ask.Kinds[0] != test.kind || test.noun != "" && test.kind == Count && ask.Noun != test.noun) {
			t.Errorf("%s %q: got %v %v, want %v %q", test.language, test.question, ask, ok, test.kind, test.noun)
		}
	}
}
