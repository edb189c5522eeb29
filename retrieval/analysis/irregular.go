package analysis

import "strings"

// irregular maps the irregular forms of English verbs and nouns, and the degrees of common adjectives, to the form that
// the stemmer sees. The stemmer only removes some endings: without the table "began" and "begin" are different words. Forms that are commoner as other words
// ("saw", "left", "found", "wound") are kept where the verb is what questions ask with.
var irregular = readIrregular(`
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
child children
choose chose chosen
cling clung
come came
creep crept
crisis crises
deal dealt
dig dug
do done
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
dwell dwelt
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fling flung
fly flew flown
foot feet
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lay laid
lead led
leap leapt
learn learnt
leave left
lend lent
lie lain
lose lost
make made
man men
mean meant
meet met
mouse mice
pay paid
person people persons
prove proven
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken
speed sped
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tooth teeth
understand understood
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
woman women
write wrote written
big bigger biggest
bright brighter brightest
broad broader broadest
busy busier busiest
cheap cheaper cheapest
cold colder coldest
dark darker darkest
deadly deadlier deadliest
dear dearer dearest
deep deeper deepest
easy easier easiest
fast faster fastest
few fewer fewest
great greater greatest
happy happier happiest
heavy heavier heaviest
hot hotter hottest
large larger largest
long longer longest
near nearer nearest
new newer newest
old older oldest elder eldest
poor poorer poorest
quick quicker quickest
rare rarer rarest
rich richer richest
safe safer safest
short shorter shortest
simple simpler simplest
slow slower slowest
small smaller smallest
strong stronger strongest
tall taller tallest
thick thicker thickest
thin thinner thinnest
warm warmer warmest
weak weaker weakest
wealthy wealthier wealthiest
wide wider widest
young younger youngest
`)

func readIrregular(table string) map[string]string {
	forms := map[string]string{}
	for line := range strings.Lines(table) {
		f := strings.Fields(line)
		for _, form := range f[min(1, len(f)):] {
			forms[form] = f[0]
		}
	}
	return forms
}
