package figure

import (
	"fmt"
	"strings"
	"testing"

	"pullquote/corpus"
)

// published is the reference date of the tables, a Friday.
var published = corpus.Date{Year: 2022, Month: 1, Day: 7}

// describe writes figures as "kind:text/noun", set apart by spaces, the spaces of text as underscores.
func describe(text string, figs []Figure) string {
	var all []string
	for _, f := range figs {
		s := string(f.Kind) + ":" + strings.ReplaceAll(text[f.Start:f.End], " ", "_")
		if f.Noun != "" {
			s += "/" + f.Noun
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ language, text, want string }{
		// Counts, their qualifiers and what is counted.
		{"en", "Police held 26 armed protesters.", "count:26/protesters"},
		{"en", "Police held twenty-six of the protesters.", "count:twenty-six/protesters"},
		{"en", "More than 3,000 people fled.", "count:More_than_3,000/people"},
		{"en", "Nearly 10,000 fled.", "count:Nearly_10,000"},
		{"en", "thousands of protesters marched", "count:thousands/protesters"},
		{"en", "He claimed 20,000 “bandits” came.", "count:20,000/bandits"},
		{"en", "Dozens were hurt, hundreds of others fled.", "count:Dozens count:hundreds/others"},
		{"en", "Over a dozen were hurt.", "count:Over_a_dozen"},
		{"en", "a hundred and five houses", "count:a_hundred_and_five/houses"},
		{"en", "two and a half million voters", "count:two_and_a_half_million/voters"},
		{"en", "half a million voters", "count:half_a_million/voters"},
		{"en", "1.5m people and 3bn trees", "count:1.5m/people count:3bn/trees"},
		{"en", "between 5 and 10 people", "count:between_5_and_10/people"},
		{"en", "2-3 houses, five or six barns", "count:2-3/houses count:five_or_six/barns"},
		{"en", "It rose from 10 to 15 cases.", "count:10 count:15/cases"},
		{"en", "3,000+ people; 40 or more cows", "count:3,000+/people count:40_or_more/cows"},
		{"en", "a pair of boots and several cats", "count:a_pair/boots count:several/cats"},
		{"en", "3 000 trees and 1 000 000 seeds", "count:3_000/trees count:1_000_000/seeds"},
		{"en", "tens of thousands of birds", "count:tens_of_thousands/birds"},
		{"en", "One person was held, no one died.", "count:One/person"},
		{"en", "one of the best; one another; the one that; one speaks of it", ""},
		{"en", "one news report in one series", "count:one/report count:one/series"},
		{"en", "12,34,567 voters", "count:12,34,567/voters"},
		{"en", "2500 troops and 1500 people", "count:2500/troops count:1500/people"},
		{"en", "In Almaty 26 people died.", "count:26/people"},
		{"en", "four-member band, 300-strong choir", "count:four count:300"},
		{"en", "It fell at about 11:20 p.m. and shut before 9 a.m. on Monday.", "time:at_about_11:20_p.m. time:9_a.m. date:Monday"},
		{"en", "Drivers must be 21 or older; pupils of 12 or younger ride free.", "age:21_or_older age:12_or_younger"},
		// Money.
		{"en", "paid $ 13 million, £ 80million, US$5bn", "money:$_13_million money:£_80million money:US$5bn"},
		{"en", "13 million dollars or 4,000 rubles", "money:13_million_dollars money:4,000_rubles"},
		{"en", "€5, £ 166,000 and $5-10 million", "money:€5 money:£_166,000 money:$5-10_million"},
		{"en", "EUR 20, 50 USD, up to £ 2 billion worth", "money:EUR_20 money:50_USD money:up_to_£_2_billion"},
		{"en", "7 millions of dollars, 2 million of euros; millions of coins", "money:7_millions_of_dollars money:2_million_of_euros count:millions/coins"},
		{"en", "a stone weighing 12 pounds", "measure:12_pounds"},
		// Shares.
		{"en", "80% or 80 per cent; more than 80 percent", "percent:80% percent:80_per_cent percent:more_than_80_percent"},
		{"en", "half of the seats, a third of them, two-thirds", "percent:half percent:a_third percent:two-thirds"},
		{"en", "one in five voters", "percent:one_in_five"},
		{"en", "the western half of the land", ""},
		// Dates.
		{"en", "on 2022-01-07, Jan. 7, 2022 and 7 January 2022", "date:2022-01-07 date:Jan._7,_2022 date:7_January_2022"},
		{"en", "on January 2; Jan. 2nd; the 2nd of January", "date:January_2 date:Jan._2nd date:2nd_of_January"},
		{"en", "on the 8th, they left the 8th floor", "date:the_8th ordinal:8th"},
		{"en", "until November 2021, since 1990, in 2011", "date:November_2021 date:1990 date:2011"},
		{"en", "the 1990s and mid-1990s", "date:1990s date:mid-1990s"},
		{"en", "from 1991 to 2019, 2013-2014, 2005–06", "date:1991_to_2019 date:2013-2014 date:2005–06"},
		{"en", "Wednesday, January 5, 2022", "date:Wednesday,_January_5,_2022"},
		{"en", "They met on Thursday and last week.", "date:Thursday date:last_week"},
		{"en", "Black Friday sales, the Sunday Times", ""},
		{"en", "It may march 5 miles.", "measure:5_miles"},
		{"en", "May 5 and March 2019", "date:May_5 date:March_2019"},
		{"en", "44 BC, AD 70 and the 21st century", "date:44_BC date:AD_70 date:21st_century"},
		{"en", "before 2011 and after May 3, 2012", "date:before_2011 date:after_May_3,_2012"},
		{"en", "the 2019 elections and 2,011 people", "date:2019 count:2,011/people"},
		{"en", "the town (April 8 , 1966) burned", "date:April_8_,_1966"},
		{"en", "He left three days ago.", "date:three_days_ago"},
		// Lengths of time, ages, times.
		{"en", "two weeks, 10 days and a decade", "duration:two_weeks duration:10_days duration:a_decade"},
		{"en", "a two-week trip of several hours", "duration:two-week duration:several_hours"},
		{"en", "half an hour, an hour and a half a day", "duration:half_an_hour duration:an_hour_and_a_half"},
		{"en", "no more than 10 days", "duration:no_more_than_10_days"},
		{"en", "aged 26, a 26-year-old, 26 years old", "age:26 age:26-year-old age:26_years_old"},
		{"en", "Vera Holm, 26, said so.", "age:26"},
		{"en", "at 9:07 pm, 21:30, 9 a.m. and noon", "time:9:07_pm time:21:30 time:9_a.m. time:noon"},
		{"en", "wait a second; the second man", "ordinal:second"},
		{"en", "2 hours and 30 minutes, 6 ft 1 in", "duration:2_hours_and_30_minutes measure:6_ft_1_in"},
		{"en", "from 40 to 60 days, three years or more", "duration:40 duration:60_days duration:three_years_or_more"},
		{"en", "It closed on 14 June. Then it rained.", "date:14_June"},
		{"en", "between 1981 and 1994, between 10 and 20 cows", "date:between_1981_and_1994 count:between_10_and_20/cows"},
		{"en", "Wang (742–805) and Guo (d. 786)", "date:742–805 date:786"},
		// Measures.
		{"en", "5 km, 180-foot mast, 14,877 km²", "measure:5_km measure:180-foot measure:14,877_km²"},
		{"en", "30 °C, −5 °C, 60 mph, 12 square kilometres", "measure:30_°C measure:5_°C measure:60_mph measure:12_square_kilometres"},
		{"en", "the wall is 1.5m tall", "measure:1.5m"},
		// No figures.
		{"en", "a Legacy 650 jet, a Boeing 737, Windows 10", ""},
		{"en", "COVID-19, G7, F-16, 3D, 24/7 and 9/11", ""},
		{"en", "version 1.2.3, section 5, page 12, no. 7, Formula 1", ""},
		{"en", "as shown [1] and [ 2, 3 ]", ""},
		{"en", "1. Open the door.\n2. Close it.", ""},
		{"en", "call +7 727 250 00 00 or 555-123-45-67", ""},
		{"en", "http://a.example/x?id=3623580", ""},
		{"en", "won 3:2 and 3-1", ""},
		{"en", "at 53°22′37″N 2°21′04″W, see pp. 282–283", ""},
		{"en", "made 8-of-10, a non-zero term, in the Four Winds", ""},
		{"en", "the clans number 30,000", "count:30,000"},
		{"en", "articles 106 and 107 of Licence 4.0", ""},
		// Other languages.
		{"de", "Mehr als 3.000 Menschen, 5 Mio. Euro, 3,5 km", "count:Mehr_als_3.000/menschen money:5_Mio._Euro measure:3,5_km"},
		{"de", "am 7. Januar 2022, sechsundzwanzig bewaffnete Demonstranten", "date:7._Januar_2022 count:sechsundzwanzig/demonstranten"},
		{"de", "eine Frau, zwei Wochen, 80 Prozent", "duration:zwei_Wochen percent:80_Prozent"},
		{"fr", "plus de 3 000 personnes, 13 millions d'euros", "count:plus_de_3_000/personnes money:13_millions_d'euros"},
		{"fr", "le 7 janvier 2022, deux semaines, 80 pour cent", "date:7_janvier_2022 duration:deux_semaines percent:80_pour_cent"},
		{"es", "más de 3.000 personas el 7 de enero de 2022", "count:más_de_3.000/personas date:7_de_enero_de_2022"},
		{"es", "treinta y cinco casas y dos semanas", "count:treinta_y_cinco/casas duration:dos_semanas"},
		{"ru", "более 3 000 человек 7 января 2022 года", "count:более_3_000/человек date:7_января_2022_года"},
		{"ru", "двадцать шесть человек, 5 млн рублей, две недели", "count:двадцать_шесть/человек money:5_млн_рублей duration:две_недели"},
		{"pl", "3.000 drzew, 80%, 5 km", "count:3.000/drzew percent:80% measure:5_km"},
		{"ja", "26人、80%", "percent:80%"},
	} {
		if got := describe(test.text, Find(test.text, test.language, published)); got != test.want {
			t.Errorf("%s %q:\n got %s\nwant %s", test.language, test.text, got, test.want)
		}
	}
}

func TestInterval(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"26 men", "[26,26]"},
		{"more than 3,000", "(3000,+Inf]"},
		{"at least 15", "[15,+Inf]"},
		{"fewer than 20", "[0,20)"},
		{"up to 40", "[0,40]"},
		{"no more than 40", "[0,40]"},
		{"nearly 10,000", "[9000,10000]"},
		{"just over 200", "(200,220]"},
		{"about 40", "[35,45]"},
		{"about 4,404", "[4359.96,4448.04]"},
		{"dozens", "[24,100)"},
		{"over a dozen", "(12,+Inf]"},
		{"several thousand", "[3000,10000)"},
		{"hundreds", "[200,1000)"},
		{"tens of thousands", "[20000,100000)"},
		{"hundreds of thousands", "[200000,1000000)"},
		{"half a million", "[500000,500000]"},
		{"two and a half million", "[2500000,2500000]"},
		{"a hundred and five", "[105,105]"},
		{"six thousand one hundred", "[6100,6100]"},
		{"three hundred and twenty-one thousand", "[321000,321000]"},
		{"1.5m people", "[1500000,1500000]"},
		{"between 5 and 10", "[5,10]"},
		{"5 to 10 million", "[5000000,10000000]"},
		{"a pair", "[2,2]"},
		{"3,000+", "[3000,+Inf]"},
		{"30 or so", "[25,35]"},
		{"a third of", "[33.3333333333,33.3333333333]"},
		{"50 cents", "[0.5,0.5]"},
		{"two weeks", "[1209600,1209600]"},
		{"0 °C", "[0,0]"},
		{"at -5 °C", "[-5,-5]"},
	} {
		figs := Find(test.text, "en", published)
		if len(figs) != 1 || figs[0].Interval.key() != test.want {
			t.Errorf("%q: got %s, want %s", test.text, fmt.Sprint(figs), test.want)
		}
	}
}

func TestDate(t *testing.T) {
	for _, test := range []struct{ text, want, days string }{
		{"on Jan. 7", "-01-07", "[-Inf,+Inf]"},
		{"on the 8th", "-00-08", "[-Inf,+Inf]"},
		{"in November 2021", "2021-11-00", "[18932,18961]"},
		{"in 2011", "2011-00-00", "[14975,15339]"},
		{"the 1990s", "1990-00-00", "[7305,10956]"},
		{"yesterday", "2022-01-06", "[18998,18998]"},
		{"on Thursday", "2022-01-06", "[18998,19005]"},
		{"last month", "2021-12-00", "[18962,18992]"},
		{"last week", "2021-12-27", "[18988,18994]"},
		{"last year", "2021-00-00", "[18628,18992]"},
		{"on 07/13/2022", "2022-07-13", "[19186,19186]"},
		{"on 13.7.2022", "2022-07-13", "[19186,19186]"},
		{"before 2011", "2011-00-00", "[-Inf,14975)"},
		{"on 31 February 2022", "2022-02-00", "[19024,19051]"},
	} {
		figs := Find(test.text, "en", published)
		if len(figs) != 1 {
			t.Errorf("%q: got %v", test.text, figs)
			continue
		}
		d := figs[0].Date
		got := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
		got = strings.TrimPrefix(got, "0000")
		if got != test.want || figs[0].Interval.key() != test.days {
			t.Errorf("%q: got %s %s, want %s %s", test.text, got, figs[0].Interval.key(), test.want, test.days)
		}
	}
}
