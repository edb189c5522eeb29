package figure

// The phrases by which questions ask for a figure; of several, the first in the table wins.

var englishAsks = askTable(
	"percent: what percentage, what percent, what per cent, which percentage, what share, what proportion, what fraction, "+
		"how large a share, how big a share, the percentage of, how large a proportion, what was the percentage, what is the percentage",
	"count measure percent*: how many",
	"money: how much money, what was the price, what is the price, what was the cost, what is the cost, what did it cost, "+
		"what price, what amount of money, how expensive, what sum",
	"money percent measure count: how much",
	"date: what year, which year, what date, which date, what day, which day, what month, which month, what century, "+
		"which century, what decade, which decade, since when, until when, by when, what was the date, what is the date, "+
		"what were the dates, what years, which years, the date of, birth date, date of birth, date of death, founding date, release date, "+
		"opening date",
	"time: what time, at what hour, what hour",
	"age duration: how old, what age, which age, at what age",
	"duration measure: how long",
	"measure ordinal: how far, how tall, how high, how deep, how wide, how heavy, how fast, how cold, how hot, what distance, what height, what length, "+
		"what temperature, what speed, what weight, what depth, how thick, how high is, the height of, the length of, the distance, the area of",
	"measure count money ordinal: how big, how large, what size, what is the size of, what was the size of",
	"count people: what is the population, what was the population, what is the death toll, what was the death toll, the population of, "+
		"what is the estimated population, the death toll, what population, how populous",
	"count*: the number of, the total number of, what number of, which number of",
	"count: what is the number, what was the number, what number, which number, what is the total number, what was the total number, how numerous",
	"date!: when",
	"count people^: death toll",
	"count*^: number of, total number of",
	"money^: price of, cost of",
)

var germanAsks = askTable(
	"percent: wie viel prozent, wieviel prozent, welcher anteil, welchen anteil, wie hoch ist der anteil",
	"count measure*: wie viele, wieviele",
	"money percent measure count: wie viel, wieviel",
	"money: wie teuer",
	"date: welches jahr, welchem jahr, welchem tag, welcher tag, seit wann, bis wann, welchem datum, wann",
	"age: wie alt",
	"duration measure: wie lange, wie lang",
	"measure: wie weit, wie hoch, wie groß, wie schwer, wie tief, wie breit, wie schnell",
	"time: um wie viel uhr",
)

var frenchAsks = askTable(
	"percent: quel pourcentage, quelle part, quelle proportion",
	"duration: combien de temps, pendant combien, depuis combien",
	"money: combien coûte, combien a coûté, combien a coûte, quel prix, quel est le prix",
	"count measure*: combien de, combien d'",
	"money count percent measure: combien",
	"date: quelle année, quel jour, quelle date, depuis quand, jusqu'à quand, quand",
	"age: quel âge",
	"time: quelle heure",
	"count: quel est le nombre, quelle est la population",
	"measure: quelle distance, quelle hauteur, quelle longueur, quelle taille",
)

var spanishAsks = askTable(
	"percent: qué porcentaje, que porcentaje, qué proporción, qué parte",
	"duration: cuánto tiempo, cuanto tiempo, cuánto duró, cuánto dura",
	"count measure*: cuántos, cuántas, cuantos, cuantas",
	"money percent measure count: cuánto, cuánta, cuanto",
	"date: qué año, que año, qué día, qué fecha, desde cuándo, hasta cuándo, cuándo, cuando",
	"time: qué hora",
	"age: qué edad",
	"count: cuál es el número, cuál es la población",
	"measure: qué distancia, qué altura",
)

var russianAsks = askTable(
	"percent: какой процент, какая доля, сколько процентов",
	"age: сколько лет было, сколько ему лет",
	"duration: как долго, сколько времени, сколько лет, сколько дней",
	"money: сколько стоит, сколько стоил, сколько стоила, сколько стоило, сколько денег",
	"count money measure*: сколько",
	"date: в каком году, какого числа, с какого года, с каких пор, какого года, когда",
	"time: в котором часу, во сколько",
	"measure: как далеко, какое расстояние, какова высота",
	"count: какова численность, каково население",
)
