package name

// Demonym reports whether a word in lower case is an adjective of a country or a language, such as "french": before a
// small word it describes and does not name.
func Demonym(low string) bool { return demonyms[low] }

var demonyms = set(`afghan african albanian algerian american angolan arab arabic argentine argentinian armenian asian
	australian austrian azerbaijani azeri bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian
	burmese cambodian cameroonian canadian catalan chilean chinese colombian congolese croatian cuban cypriot czech
	danish dutch ecuadorian egyptian english estonian ethiopian european filipino finnish flemish french georgian german
	ghanaian greek guatemalan haitian hebrew honduran hungarian icelandic indian indonesian iranian iraqi irish israeli
	italian jamaican japanese jewish jordanian kazakh kenyan korean kurdish kuwaiti kyrgyz lao latin latvian lebanese
	liberian libyan lithuanian macedonian malaysian maltese mexican moldovan mongol mongolian moroccan mozambican muslim
	christian catholic protestant orthodox islamic buddhist hindu nepalese nicaraguan nigerian norman norwegian
	pakistani palestinian panamanian paraguayan persian peruvian polish portuguese puerto roman romanian russian rwandan
	saudi scandinavian scots scottish senegalese serbian singaporean slavic slovak slovene slovenian somali soviet
	spanish sudanese swedish swiss syrian tajik taiwanese tanzanian thai tibetan tunisian turkish turkmen ugandan
	ukrainian uruguayan uzbek venezuelan vietnamese welsh western eastern northern southern central yemeni yugoslav
	zambian zimbabwean victorian colonial imperial royal federal national`)
