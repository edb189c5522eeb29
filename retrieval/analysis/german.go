package analysis

import (
	"maps"
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem/german"
)

var snowballGerman = snowball(german.Stem)

// germanStem adds to the Snowball stemmer what questions and texts say differently: the strong verbs ("sang",
// "gesungen"), the participles of the weak ones ("gebaut") and the genitive of names that end in a vowel.
func germanStem(s string) string {
	stem := snowballGerman(withoutGenitive(s))
	if verb, ok := germanVerb(stem); ok {
		return verb
	}
	for _, prefix := range germanPrefixes {
		rest, ok := strings.CutPrefix(stem, prefix)
		if !ok || len(rest) < leastGermanVerb {
			continue
		}
		for _, form := range []string{rest, "ge" + rest} { // some prefixes take the ge of the participle away
			if verb, ok := germanVerb(form); ok {
				return prefix + verb
			}
		}
	}
	return stem
}

// leastGermanVerb is the length in bytes of the shortest verb that is looked for behind a prefix.
const leastGermanVerb = 3

// germanVerb returns the verb of which a stem is a form.
func germanVerb(stem string) (verb string, ok bool) {
	if verb, ok := strongVerbs[stem]; ok {
		return verb, true
	}
	if present, ok := strings.CutSuffix(stem, "t"); ok && strongVerbs[strings.TrimSuffix(present, "e")] != "" {
		return strongVerbs[strings.TrimSuffix(present, "e")], true
	}
	return weakParticiple(stem)
}

// withoutGenitive takes the s off a name that ends in a vowel. The stemmer takes it off behind consonants only.
func withoutGenitive(s string) string {
	const least = 4
	base, ok := strings.CutSuffix(s, "s")
	if ok && len(base) >= least && strings.ContainsAny(base[len(base)-1:], "aoiy") &&
		!strings.HasSuffix(base, "ei") && !strings.HasSuffix(base, "ni") { // no Preis, no Ergebnis
		return base
	}
	return s
}

// weakParticiple returns the verb whose participle a stem may be.
func weakParticiple(s string) (verb string, ok bool) {
	base, ge := strings.CutPrefix(s, "ge")
	base, t := strings.CutSuffix(base, "t")
	if !ge || !t || len(base) < leastGermanVerb || notParticiples[s] || strings.HasSuffix(s, "schaft") {
		return "", false
	}
	return strings.TrimSuffix(base, "e"), true
}

// notParticiples are stems of other words that look like participles.
var notParticiples = fieldSet(`geburt gebiet gebot gedicht gefecht gehalt gemut gerat gericht geschaft geschicht
	geschlecht gesicht gespenst gestalt gewalt gewicht gesamt gebet geist gesetzt`)

// germanPrefixes are the prefixes of verbs, those first that begin with another.
var germanPrefixes = strings.Fields(`zusammen zuruck wieder unter uber durch wider nach statt fest teil ent ver zer aus
	auf bei ein her hin los mit vor weg um ab an be er zu`)

// strongVerbs maps the forms of strong verbs, as the Snowball stemmer leaves them, and the verbs themselves to the verb.
// Forms that are commoner as nouns ("Band", "Bund") are left out.
var strongVerbs = germanVerbs(`
beginn begann begonn
bekomm bekam
bind gebund
bitt bat gebet
bleib blieb geblieb
brech brach gebroch bricht
brenn brannt gebrannt
bring bracht gebracht
denk dacht gedacht
fahr fuhr gefahr
fall fiel gefall
fang fing gefang
find fand gefund
flieg flog geflog
flieh floh gefloh
fliess floss gefloss
geb gab gegeb gibt
geh ging gegang
gelt galt gegolt gilt
gewinn gewann gewonn
greif griff gegriff
halt hielt gehalt
heb hob gehob
helf half geholf hilft
hang hing gehang
kenn kannt gekannt
komm kam gekomm
lad lud gelad
lass liess gelass
lauf lief gelauf
leid litt gelitt
les las geles liest
lieg lag geleg
mess mass gemess misst
nehm nahm genomm nimmt
nenn nannt genannt
reiss riss geriss
ruf rief geruf
schaff schuf
schein schien geschien
schiess schoss geschoss
schlag schlug geschlag
schliess schloss geschloss
schneid schnitt geschnitt
schreib schrieb geschrieb
schwimm schwamm geschwomm
seh sah geseh sieht
send sandt gesandt
sing sang gesung
sink sank gesunk
sitz sass gesess
sprech sprach gesproch spricht
spring sprang gesprung
steh stand gestand
steig stieg gestieg
sterb starb gestorb stirbt
tret trat getret tritt
treff traf getroff trifft
treib trieb getrieb
trag trug getrag
trink trank getrunk
tu tat getan
verlier verlor
vergess vergass
verschwind verschwand verschwund
wachs wuchs gewachs
weis wies gewies
wend wandt gewandt
werb warb geworb wirbt
werf warf geworf wirft
wiss wusst gewusst weiss
zieh zog gezog
zwing zwang gezwung
`)

func germanVerbs(table string) map[string]string {
	forms := readIrregular(table)
	for _, verb := range slices.Collect(maps.Values(forms)) {
		forms[verb] = verb
	}
	return forms
}
