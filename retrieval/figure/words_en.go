package figure

import "time"

// Lengths of time in seconds. A year is the mean Gregorian year of 365.2425 days and a month its twelfth, so that
// twelve months are one year.
const (
	minute  = 60.
	hour    = 60 * minute
	day     = 24 * hour
	week    = 7 * day
	year    = 365.2425 * day
	month   = year / 12
	decade  = 10 * year
	century = 100 * year
)

var english = vocabulary{
	ones: joined(
		counting(0, 1, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "+
			"sixteen seventeen eighteen nineteen"),
		counting(20, 10, "twenty thirty forty/fourty fifty sixty seventy eighty ninety")),
	scales: map[string]float64{
		"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
		"lakh": 1e5, "crore": 1e7,
	},
	and:      "and",
	andAHalf: split("and a half, - and - a - half, & a half"),
	half:     []string{"half"},
	of:       []string{"of"},
	article:  set("a an"),
	magnitudes: map[string]Interval{
		"tens": below(20, 100), "dozens": below(24, 100), "scores": below(40, 200), "hundreds": below(200, 1000),
		"thousands": below(2000, 1e5), "millions": below(2e6, 1e9), "billions": below(2e9, 1e12),
	},
	needsOf: set("tens scores"),
	few: map[string]Interval{
		"several": below(3, 10), "few": below(2, 10), "couple": {Low: 2, High: 3}, "pair": {Low: 2, High: 2},
		"handful": below(2, 10),
	},
	needsArticle: set("few couple pair handful"),
	qualifiers: phraseTable(map[relation]string{
		over: "more than, over, above, exceeding, in excess of, upwards of, upward of, greater than, well over, " +
			"well above, far more than, no fewer than just, larger than, higher than, north of",
		atLeast: "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of",
		under: "less than, fewer than, under, below, well under, well below, smaller than, lower than, " +
			"short of",
		upTo: "up to, no more than, at most, not more than, as many as, as much as, a maximum of, maximum of, " +
			"not exceeding, no longer than, at the most",
		nearly:   "nearly, almost, close to, just under, approaching, just short of, not quite, slightly less than, slightly under, just below",
		justOver: "just over, just above, slightly more than, slightly over, a little over, a little more than, just more than",
		about: "about, around, approximately, approx, roughly, some, an estimated, estimated, circa, ca, c, ~, ≈, " +
			"in the region of, in the order of, on the order of, somewhere around, at about, at around, perhaps, maybe, an average of",
	}),
	suffixes: phraseTable(map[relation]string{
		atLeast: "or more, +, - plus, at least, or above, or over, or older",
		upTo:    "or less, or fewer, or under, at most, or younger",
		about:   "or so, - odd, - some, or thereabouts, - ish, give or take",
	}),
	between: map[string]string{"between": "and"},
	to:      []string{"to", "or"},
	percent: split("percent, per cent, per - cent, pct, percentage point, percentage points, percentage - point"),
	shares: map[string]float64{
		"half": 50, "halves": 50, "third": 100. / 3, "thirds": 100. / 3, "quarter": 25, "quarters": 25, "fourth": 25,
		"fourths": 25, "fifth": 20, "fifths": 20, "sixth": 100. / 6, "sixths": 100. / 6, "eighth": 12.5, "eighths": 12.5,
		"tenth": 10, "tenths": 10,
	},
	oneIn: []string{"in"},
	ordinals: joined(
		counting(1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "+
			"fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"),
		counting(20, 10, "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth")),

	months: named(time.January, "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "+
		"september/sep/sept october/oct november/nov december/dec"),
	verbs: set("may march mar jan jun sep dec april june august"),
	weekdays: named(time.Sunday, "sunday/sun monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thurs/thur "+
		"friday/fri saturday/sat"),
	year: set("in since by until till from of during before after early late mid the year through between and to " +
		"ca circa c spring summer autumn fall winter season a an for this that last - – —"),
	dateQualifiers: phraseTable(map[relation]string{
		under: "before, prior to",
		over:  "after",
		upTo:  "by, no later than, not later than",
		about: "about, around, circa, ca, c, approximately",
		nearly: "early, late, mid, early in, late in, the end of, the beginning of, the start of, " +
			"mid -, end of, beginning of, start of, the middle of, earlier in, later in",
	}),
	centuryWords: []string{"century", "centuries"},
	lasting:      set("for lasted lasts lasting took takes taken within than in under over after least almost nearly about spent spend"),
	relative:     map[string]int{"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
	last:         map[string]int{"last": -1, "previous": -1, "this": 0, "next": 1},
	ago:          []string{"ago"},
	eras:         map[string]bool{"bc": true, "bce": true, "ad": false, "ce": false},
	durations: lengths(map[float64]string{
		1: "second seconds sec secs", minute: "minute minutes min mins", hour: "hour hours hr hrs h",
		day: "day days night nights", week: "week weeks", 2 * week: "fortnight fortnights", month: "month months",
		year: "year years yr yrs", decade: "decade decades", century: "century centuries", 1000 * year: "millennium millennia",
	}),
	units: joined(signUnits, englishUnits),
	money: englishMoney,
	old:   split("years old, year old, - year - old, - year - olds, years of age, - years - old, year - old, year - olds, yrs old"),
	aged:  []string{"aged", "age", "ages"},

	plurals: true,
	stops:   set(englishStops),
	labels:  set(englishLabels),
	asks:    englishAsks,
}.indexed()

// below is the range of a word of magnitude.
func below(low, high float64) Interval { return Interval{Low: low, High: high, HighOpen: true} }

const englishStops = `of in and or were was is are be been being had have has having to for on at by with from who whom
	that which when while as after before during since but than the a an this these those their its his her our your
	did do does will would could should can may might must not also each per into out up over under about between
	among including according said say says if then there here it they he she we you i so because although though
	though until till through throughout across against along around behind beyond inside outside near off onto upon
	toward towards within without via died dies dying ago earlier later apart away always perhaps plus minus versus
	vs itself themselves himself herself yes thus whereas both either neither nor yet once twice all any some
	such what why how where whose only even just`

const englishLabels = `section sections chapter page pages p pp no nos nr number numbers figure fig table volume vol
	issue article articles version v level grade phase type class category part parts paragraph clause line lines
	room gate track episode season psalm op opus flight route highway channel appendix annex item step rule law act
	scene verse book isbn issn doi id point example note notes lot bus platform bay unit model series sector zone
	district ward precinct apartment apt suite floor stage round lap game match week day error code form exhibit
	question q reference ref footnote pattern mark mk`
