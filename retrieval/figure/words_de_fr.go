package figure

import "time"

var german = vocabulary{
	decimalComma: true, spaceGroups: true, capitals: true,
	ones: joined(
		counting(0, 1, "null ein/eins/eine/einen/einem/einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf "+
			"dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"),
		counting(20, 10, "zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig")),
	inner: "und",
	scales: map[string]float64{
		"dutzend": 12, "hundert": 100, "tausend": 1e3, "tsd": 1e3, "million": 1e6, "millionen": 1e6, "mio": 1e6,
		"milliarde": 1e9, "milliarden": 1e9, "mrd": 1e9, "billionen": 1e12,
	},
	dottedScales: set("mio mrd tsd"),
	bareScales:   map[float64]bool{12: true, 100: true, 1000: true},
	half:         []string{"halbe", "halben", "halbes"},
	of:           []string{"der", "von"},
	article:      set("eine einen ein einem einer"),
	magnitudes: map[string]Interval{
		"dutzende": below(24, 100), "hunderte": below(200, 1000), "tausende": below(2000, 1e5),
		"zehntausende": below(2e4, 1e5), "hunderttausende": below(2e5, 1e6),
	},
	few: map[string]Interval{"mehrere": below(3, 10), "einige": below(3, 10)},
	qualifiers: phraseTable(map[relation]string{
		over: "mehr als, über", atLeast: "mindestens, wenigstens, nicht weniger als", under: "weniger als, unter",
		upTo: "bis zu, höchstens, maximal, nicht mehr als", nearly: "fast, beinahe, knapp, nahezu",
		justOver: "etwas mehr als, gut", about: "etwa, rund, ungefähr, circa, ca, zirka, um die",
	}),
	between:      map[string]string{"zwischen": "und"},
	to:           []string{"bis", "oder"},
	percent:      split("prozent"),
	shares:       map[string]float64{"hälfte": 50, "drittel": 100. / 3, "viertel": 25, "fünftel": 20},
	months:       named(time.January, "januar/jan/jänner februar/feb märz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez"),
	weekdays:     named(time.Sunday, "sonntag montag dienstag mittwoch donnerstag freitag samstag/sonnabend"),
	year:         set("im in seit bis von vor nach jahr jahre ende anfang mitte der des - –"),
	relative:     map[string]int{"gestern": -1, "heute": 0, "morgen": 1, "vorgestern": -2},
	eras:         map[string]bool{},
	centuryWords: []string{"jahrhundert"},
	dateQualifiers: phraseTable(map[relation]string{
		under: "vor", over: "nach", nearly: "ende, anfang, mitte", about: "um, circa, etwa",
	}),
	durations: lengths(map[float64]string{
		1: "sekunde sekunden", minute: "minute minuten", hour: "stunde stunden", day: "tag tage tagen", week: "woche wochen",
		month: "monat monate monaten", year: "jahr jahre jahren", decade: "jahrzehnt jahrzehnte jahrzehnten", century: "jahrhunderte",
	}),
	units: joined(same(unit{"m", 1000, 0}, "kilometer kilometern"), same(unit{"m", 1, 0}, "meter metern"),
		same(unit{"kg", 1, 0}, "kilogramm kilo"), same(unit{"kg", 1000, 0}, "tonne tonnen"), same(unit{"degree", 1, 0}, "grad"),
		same(unit{"m²", 1e6, 0}, "quadratkilometer"), same(unit{"m²", 1e4, 0}, "hektar"), same(unit{"m³", .001, 0}, "liter")),
	money: map[string]currency{
		"euro": {"EUR", 1}, "euros": {"EUR", 1}, "dollar": {"USD", 1}, "cent": {"?", .01}, "pfund": {"GBP", 1},
		"rubel": {"RUB", 1}, "franken": {"CHF", 1}, "mark": {"DEM", 1},
	},
	old:    split("jahre alt, jahren"),
	stops:  set("der die das den dem des und oder in im am an auf aus bei mit nach von vor zu zum zur wurden wurde sind ist waren war haben hat hatten sich als wie für durch gegen um über unter"),
	labels: set("seite abschnitt kapitel artikel paragraph nr nummer absatz band abb abbildung tabelle s bd teil"),
	asks:   germanAsks,
}.indexed()

var french = vocabulary{
	decimalComma: true, spaceGroups: true,
	ones: joined(
		counting(0, 1, "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"),
		counting(20, 10, "vingt trente quarante cinquante soixante"), map[string]float64{"septante": 70, "huitante": 80, "nonante": 90}),
	sixties: true, and: "et", andTens: true,
	scales: map[string]float64{
		"douzaine": 12, "cent": 100, "cents": 100, "mille": 1e3, "million": 1e6, "millions": 1e6, "milliard": 1e9,
		"milliards": 1e9,
	},
	bareScales: map[float64]bool{100: true, 1000: true},
	half:       []string{"demi", "demi-"},
	of:         []string{"de", "d'"},
	article:    set("un une"),
	magnitudes: map[string]Interval{
		"dizaines": below(20, 100), "centaines": below(200, 1000), "milliers": below(2000, 1e5),
	},
	few: map[string]Interval{"plusieurs": below(3, 10), "quelques": below(2, 10)},
	qualifiers: phraseTable(map[relation]string{
		over: "plus de, plus d', au - dessus de", atLeast: "au moins, pas moins de", under: "moins de, moins d'",
		upTo: "jusqu'à, au plus, pas plus de, au maximum", nearly: "près de, presque",
		justOver: "un peu plus de", about: "environ, quelque, autour de, approximativement",
	}),
	between:      map[string]string{"entre": "et"},
	to:           []string{"à", "ou"},
	percent:      split("pour cent"),
	shares:       map[string]float64{"moitié": 50, "tiers": 100. / 3, "quart": 25},
	months:       named(time.January, "janvier/janv février/févr mars avril mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc"),
	weekdays:     named(time.Sunday, "dimanche lundi mardi mercredi jeudi vendredi samedi"),
	year:         set("en depuis jusqu'en de année l'année avant après fin début dès à - –"),
	relative:     map[string]int{"hier": -1, "aujourd'hui": 0, "demain": 1},
	centuryWords: []string{"siècle"},
	dateQualifiers: phraseTable(map[relation]string{
		under: "avant", over: "après", nearly: "fin, début", about: "vers",
	}),
	durations: lengths(map[float64]string{
		1: "seconde secondes", minute: "minute minutes", hour: "heure heures", day: "jour jours", week: "semaine semaines",
		month: "mois", year: "an ans année années", decade: "décennie décennies", century: "siècles",
	}),
	units: joined(same(unit{"m", 1000, 0}, "kilomètre kilomètres"), same(unit{"m", 1, 0}, "mètre mètres"),
		same(unit{"kg", 1, 0}, "kilogramme kilogrammes kilos kilo"), same(unit{"kg", 1000, 0}, "tonne tonnes"),
		same(unit{"degree", 1, 0}, "degré degrés"), same(unit{"m²", 1e4, 0}, "hectare hectares"), same(unit{"m³", .001, 0}, "litre litres")),
	money: map[string]currency{
		"euro": {"EUR", 1}, "euros": {"EUR", 1}, "d'euros": {"EUR", 1}, "dollar": {"USD", 1}, "dollars": {"USD", 1},
		"de dollars": {"USD", 1}, "livres": {"GBP", 1}, "roubles": {"RUB", 1}, "francs": {"?", 1}, "centimes": {"?", .01},
	},
	aged:   []string{"âgé", "âgée"},
	stops:  set("de du des la le les et ou à au aux en dans sur par pour avec sans ont a été sont est étaient était qui que dont se son sa ses ce cette"),
	labels: set("page section chapitre article n numéro tome volume figure tableau p partie"),
	asks:   frenchAsks,
}.indexed()
