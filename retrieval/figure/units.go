package figure

// signUnits are the international symbols. Base units are those of the SI where there is one; "degree" is an angle
// or a temperature on a scale that is not named.
var signUnits = map[string]unit{
	"km": {"m", 1000, 0}, "m": {"m", 1, 0}, "cm": {"m", .01, 0}, "mm": {"m", .001, 0}, "µm": {"m", 1e-6, 0}, "nm": {"m", 1e-9, 0},
	"km²": {"m²", 1e6, 0}, "m²": {"m²", 1, 0}, "km2": {"m²", 1e6, 0}, "m2": {"m²", 1, 0}, "ha": {"m²", 1e4, 0},
	"m³": {"m³", 1, 0}, "l": {"m³", .001, 0}, "ml": {"m³", 1e-6, 0}, "kg": {"kg", 1, 0}, "g": {"kg", .001, 0}, "mg": {"kg", 1e-6, 0},
	"km/h": {"m/s", 1 / 3.6, 0}, "m/s": {"m/s", 1, 0}, "kmh": {"m/s", 1 / 3.6, 0}, "kph": {"m/s", 1 / 3.6, 0},
	"hz": {"Hz", 1, 0}, "khz": {"Hz", 1e3, 0}, "mhz": {"Hz", 1e6, 0}, "ghz": {"Hz", 1e9, 0},
	"w": {"W", 1, 0}, "kw": {"W", 1e3, 0}, "mw": {"W", 1e6, 0}, "gw": {"W", 1e9, 0}, "kwh": {"J", 3.6e6, 0}, "mwh": {"J", 3.6e9, 0},
	"gwh": {"J", 3.6e12, 0}, "twh": {"J", 3.6e15, 0}, "kb": {"byte", 1e3, 0}, "mb": {"byte", 1e6, 0}, "gb": {"byte", 1e9, 0}, "tb": {"byte", 1e12, 0},
	"°c": {"°C", 1, 0}, "°f": {"°C", 5. / 9, -32}, "°": {"degree", 1, 0}, "℃": {"°C", 1, 0}, "gbit": {"bit", 1e9, 0}, "mbit": {"bit", 1e6, 0}, "kbit": {"bit", 1e3, 0}, "gbps": {"bit", 1e9, 0}, "mbps": {"bit", 1e6, 0},
	"db": {"dB", 1, 0}, "v": {"V", 1, 0}, "kv": {"V", 1e3, 0},
}

// englishUnits are the words, the lengths of the international yard and the pounds of the international pound. The
// ton without more is taken for 1,000 kg: within the tolerance that measures have anyway.
var englishUnits = joined(
	same(unit{"m", 1000, 0}, "kilometre kilometres kilometer kilometers kms"),
	same(unit{"m", 1, 0}, "metre metres meter meters"),
	same(unit{"m", .01, 0}, "centimetre centimetres centimeter centimeters"),
	same(unit{"m", .001, 0}, "millimetre millimetres millimeter millimeters"),
	same(unit{"m", 1609.344, 0}, "mile miles mi"), same(unit{"m", .3048, 0}, "foot feet ft"),
	same(unit{"m", .0254, 0}, "inch inches"), same(unit{"m", .9144, 0}, "yard yards yd yds"),
	same(unit{"m", 1852, 0}, "nmi"), same(unit{"m", 9.4607e15, 0}, "light-year light-years"),
	same(unit{"m²", 1e4, 0}, "hectare hectares"), same(unit{"m²", 4046.8564, 0}, "acre acres"),
	same(unit{"m²", 1e6, 0}, "sqkm"), same(unit{"m²", 2589988, 0}, "sqmi"),
	same(unit{"kg", 1, 0}, "kilogram kilograms kilogramme kilogrammes kilo kilos kgs"),
	same(unit{"kg", .001, 0}, "gram grams gramme grammes"), same(unit{"kg", 1000, 0}, "tonne tonnes ton tons t"),
	same(unit{"kg", .45359237, 0}, "lb lbs"), same(unit{"kg", .028349523, 0}, "ounce ounces oz"),
	same(unit{"m³", .001, 0}, "litre litres liter liters"), same(unit{"m³", .158987, 0}, "barrel barrels bbl"),
	same(unit{"m³", .003785412, 0}, "gallon gallons"),
	same(unit{"m/s", .44704, 0}, "mph"), same(unit{"m/s", .514444, 0}, "knot knots"),
	same(unit{"degree", 1, 0}, "degree degrees"), same(unit{"W", 1, 0}, "watt watts"), same(unit{"W", 1e3, 0}, "kilowatt kilowatts"),
	same(unit{"W", 1e6, 0}, "megawatt megawatts"), same(unit{"W", 1e9, 0}, "gigawatt gigawatts"),
	same(unit{"W", 745.7, 0}, "horsepower hp"), same(unit{"V", 1, 0}, "volt volts"), same(unit{"Hz", 1, 0}, "hertz"),
	same(unit{"byte", 1e6, 0}, "megabyte megabytes"), same(unit{"byte", 1e9, 0}, "gigabyte gigabytes"),
)

// same maps each word of a list to u.
func same(u unit, words string) map[string]unit {
	m := make(map[string]unit)
	for w := range set(words) {
		m[w] = u
	}
	return m
}

// squares and cubes are the words that raise the length after them: "square kilometres", "sq mi".
var squares, cubes = set("square sq quadrat carré carrés"), set("cubic cu")

// lengthWords follow a number of metres rather than of millions.
var lengthWords = set("long wide high tall deep above below away sprint race dash freestyle hurdles thick by x × from " +
	"relay backstroke butterfly breaststroke run swim apart north south east west")

// currencySigns stand before or after the number and name a currency; "¥" and "kr" name several and stay open.
var currencySigns = map[string]string{
	"$": "USD", "£": "GBP", "€": "EUR", "₽": "RUB", "₹": "INR", "₸": "KZT", "₩": "KRW", "₺": "TRY", "₴": "UAH", "₪": "ILS",
	"₫": "VND", "₦": "NGN", "₱": "PHP", "₼": "AZN", "₾": "GEL", "¥": "?", "rs": "INR", "kr": "?",
}

// dollars are the letters before "$" that say whose dollar it is.
var dollars = map[string]string{
	"us": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD",
	"nt": "TWD", "r": "BRL", "mx": "MXN",
}

// currencyCodes are the ISO 4217 codes in use; they count only in capitals.
var currencyCodes = set("USD EUR GBP JPY CNY RMB RUB INR CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF TRY UAH KZT UZS KGS " +
	"BYN GEL AMD AZN KRW BRL MXN ZAR ILS SAR AED EGP NGN KES THB VND IDR MYR SGD HKD PHP PKR BDT IRR DEM FRF ITL ESP")

// englishMoney are the words for money. A word that several countries use has the code "?".
var englishMoney = map[string]currency{
	"dollar": {"USD", 1}, "dollars": {"USD", 1}, "bucks": {"USD", 1}, "euro": {"EUR", 1}, "euros": {"EUR", 1},
	"pound": {"GBP", 1}, "pounds": {"GBP", 1}, "quid": {"GBP", 1}, "pence": {"GBP", .01}, "cents": {"?", .01},
	"ruble": {"RUB", 1}, "rubles": {"RUB", 1}, "rouble": {"RUB", 1}, "roubles": {"RUB", 1}, "yen": {"JPY", 1},
	"yuan": {"CNY", 1}, "renminbi": {"CNY", 1}, "rupee": {"INR", 1}, "rupees": {"INR", 1}, "tenge": {"KZT", 1},
	"franc": {"?", 1}, "francs": {"?", 1}, "lira": {"?", 1}, "peso": {"?", 1}, "pesos": {"?", 1}, "kronor": {"SEK", 1},
	"kroner": {"?", 1}, "hryvnia": {"UAH", 1}, "hryvnias": {"UAH", 1}, "zloty": {"PLN", 1}, "dirham": {"?", 1},
	"dirhams": {"?", 1}, "dinars": {"?", 1}, "rand": {"ZAR", 1}, "shekels": {"ILS", 1}, "won": {"KRW", 1},
	"baht": {"THB", 1}, "shillings": {"?", 1}, "guilders": {"?", 1}, "marks": {"?", 1}, "crowns": {"?", 1},
}
