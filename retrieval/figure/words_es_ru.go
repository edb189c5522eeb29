package figure

import "time"

var spanish = vocabulary{
	decimalComma: true, spaceGroups: true,
	ones: joined(
		counting(0, 1, "cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "+
			"dieciséis diecisiete dieciocho diecinueve veinte veintiuno/veintiún veintidós veintitrés veinticuatro "+
			"veinticinco veintiséis veintisiete veintiocho veintinueve"),
		counting(30, 10, "treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
		counting(200, 100, "doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas "+
			"seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas")),
	and: "y", andTens: true,
	scales: map[string]float64{
		"docena": 12, "cien": 100, "ciento": 100, "mil": 1e3, "millón": 1e6, "millones": 1e6, "millardo": 1e9,
	},
	bareScales: map[float64]bool{100: true, 1000: true},
	half:       []string{"medio", "media"},
	of:         []string{"de"},
	article:    set("un una"),
	magnitudes: map[string]Interval{
		"decenas": below(20, 100), "docenas": below(24, 100), "cientos": below(200, 1000), "centenares": below(200, 1000),
		"miles": below(2000, 1e5),
	},
	few: map[string]Interval{"varios": below(3, 10), "varias": below(3, 10), "unos pocos": below(2, 10)},
	qualifiers: phraseTable(map[relation]string{
		over: "más de", atLeast: "al menos, por lo menos, no menos de", under: "menos de",
		upTo: "hasta, como máximo, no más de", nearly: "casi", justOver: "poco más de",
		about: "alrededor de, aproximadamente, unos, unas, cerca de",
	}),
	between:      map[string]string{"entre": "y"},
	to:           []string{"a", "o"},
	percent:      split("por ciento"),
	shares:       map[string]float64{"mitad": 50, "tercio": 100. / 3, "tercios": 100. / 3, "cuarto": 25},
	months:       named(time.January, "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre"),
	weekdays:     named(time.Sunday, "domingo lunes martes miércoles jueves viernes sábado"),
	year:         set("en desde hasta de año el antes después del - –"),
	relative:     map[string]int{"ayer": -1, "hoy": 0},
	centuryWords: []string{"siglo"},
	dateQualifiers: phraseTable(map[relation]string{
		under: "antes de", over: "después de", nearly: "finales de, principios de", about: "hacia",
	}),
	durations: lengths(map[float64]string{
		1: "segundo segundos", minute: "minuto minutos", hour: "hora horas", day: "día días", week: "semana semanas",
		month: "mes meses", year: "año años", decade: "década décadas", century: "siglos",
	}),
	units: joined(same(unit{"m", 1000, 0}, "kilómetro kilómetros"), same(unit{"m", 1, 0}, "metro metros"),
		same(unit{"kg", 1, 0}, "kilogramo kilogramos kilos kilo"), same(unit{"kg", 1000, 0}, "tonelada toneladas"),
		same(unit{"degree", 1, 0}, "grado grados"), same(unit{"m²", 1e4, 0}, "hectárea hectáreas"), same(unit{"m³", .001, 0}, "litro litros")),
	money: map[string]currency{
		"euro": {"EUR", 1}, "euros": {"EUR", 1}, "dólar": {"USD", 1}, "dólares": {"USD", 1}, "pesos": {"?", 1},
		"libras": {"GBP", 1}, "rublos": {"RUB", 1}, "pesetas": {"ESP", 1}, "centavos": {"?", .01},
	},
	old:    split("años de edad"),
	stops:  set("de del la el los las y o a al en por para con sin fueron fue son es eran era han ha había que se su sus"),
	labels: set("página sección capítulo artículo número núm tomo figura tabla parte"),
	asks:   spanishAsks,
}.indexed()

// russian lists numerals and nouns in the cases that follow numbers and "более", "около".
var russian = vocabulary{
	decimalComma: true, spaceGroups: true,
	ones: joined(
		counting(0, 1, "ноль/нуль один/одна/одно/одного/одной два/две/двух/двое три/трёх/трех/трое четыре/четырёх/четырех/четверо "+
			"пять/пяти/пятеро шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать двенадцать "+
			"тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"),
		counting(20, 10, "двадцать/двадцати тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят семьдесят восемьдесят девяносто"),
		counting(200, 100, "двести/двухсот триста/трёхсот/трехсот четыреста пятьсот/пятисот шестьсот семьсот восемьсот девятьсот")),
	scales: map[string]float64{
		"дюжина": 12, "сто": 100, "ста": 100, "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "тыс": 1e3, "миллион": 1e6,
		"миллиона": 1e6, "миллионов": 1e6, "млн": 1e6, "миллиард": 1e9, "миллиарда": 1e9, "миллиардов": 1e9, "млрд": 1e9,
	},
	dottedScales: set("тыс млн млрд"),
	bareScales:   map[float64]bool{100: true, 1000: true, 1e6: true},
	magnitudes: map[string]Interval{
		"десятки": below(20, 100), "десятков": below(20, 100), "сотни": below(200, 1000), "сотен": below(200, 1000),
	},
	few: map[string]Interval{"несколько": below(2, 10), "нескольких": below(2, 10)},
	qualifiers: phraseTable(map[relation]string{
		over: "более, больше, свыше, более чем, больше чем", atLeast: "не менее, не меньше, как минимум, по меньшей мере",
		under: "менее, меньше", upTo: "до, не более, не больше", nearly: "почти, чуть менее", justOver: "чуть более",
		about: "около, примерно, порядка, приблизительно",
	}),
	to:           []string{"или"},
	percent:      split("процент, процента, процентов"),
	shares:       map[string]float64{"половина": 50, "половины": 50, "треть": 100. / 3, "трети": 100. / 3, "четверть": 25},
	months:       named(time.January, "январь/января/январе февраль/февраля/феврале март/марта/марте апрель/апреля/апреле май/мая/мае июнь/июня/июне июль/июля/июле август/августа/августе сентябрь/сентября/сентябре октябрь/октября/октябре ноябрь/ноября/ноябре декабрь/декабря/декабре"),
	weekdays:     named(time.Sunday, "воскресенье понедельник вторник среду четверг пятницу субботу"),
	year:         set("в с до по после к год года году конце начале - – —"),
	yearWords:    set("год года году годом г годы годов гг"),
	relative:     map[string]int{"вчера": -1, "сегодня": 0, "завтра": 1},
	centuryWords: []string{"век", "века", "веке"},
	durations: lengths(map[float64]string{
		1: "секунда секунды секунд", minute: "минута минуты минут", hour: "час часа часов", day: "день дня дней сутки суток",
		week: "неделя недели недель", month: "месяц месяца месяцев", year: "год года лет", decade: "десятилетие десятилетия десятилетий",
	}),
	units: joined(same(unit{"m", 1000, 0}, "км километр километра километров"), same(unit{"m", 1, 0}, "м метр метра метров"),
		same(unit{"kg", 1, 0}, "кг килограмм килограмма килограммов"), same(unit{"kg", 1000, 0}, "тонна тонны тонн т"),
		same(unit{"degree", 1, 0}, "градус градуса градусов"), same(unit{"m²", 1e4, 0}, "га гектара гектаров"), same(unit{"m³", .001, 0}, "литра литров")),
	money: map[string]currency{
		"рубль": {"RUB", 1}, "рубля": {"RUB", 1}, "рублей": {"RUB", 1}, "руб": {"RUB", 1}, "доллар": {"USD", 1},
		"доллара": {"USD", 1}, "долларов": {"USD", 1}, "евро": {"EUR", 1}, "тенге": {"KZT", 1}, "гривен": {"UAH", 1},
	},
	stops:  set("и или в во на с со из за для по от до к о об при были был была было что как не а но который которые которых"),
	ago:    []string{"назад"},
	labels: set("страница глава статья статьи раздел пункт номер том рис табл часть стр ст"),
	asks:   russianAsks,
}.indexed()
