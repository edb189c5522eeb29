package retrieval

import (
	"strings"
	"unicode"

	"pullquote/retrieval/analysis"
	"pullquote/retrieval/category"
)

// A question that begins with who or where, or that holds which or what before a noun, asks for a name, and the noun
// says of what sort: "by which author", "what city". Of "what is the name of", "the author of" and the like the noun
// after the verb says it. Where the noun is one of a known category, as in "what sport", the answer is a member of it.
// "Who is Greta Holm?" asks for no name: it has one.

// slot is what must fill the place of the question word in a question that asks for a name.
type slot string

const (
	slotNone     slot = ""
	slotPerson   slot = "person" // or a group of persons, such as a band or a ministry
	slotPlace    slot = "place"
	slotNamed    slot = "name"
	slotCategory slot = "category"
)

// wanted is the slot of a question and, where that is a category, which.
type wanted struct {
	slot     slot
	category category.Category
	head     string // the noun that says so, in lower case
}

// asks returns the type of answer expected where the first words of the question, which tell a, tell nothing.
func (w wanted) asks(a asks) asks {
	switch {
	case a != asksOther && a != asksDefinition:
	case w.slot == slotPerson:
		return asksPerson
	case w.slot == slotPlace:
		return asksPlace
	}
	return a
}

// headDistance is how many words the group of the noun may have, "the most famous bridge" four.
const headDistance = 4

// readSlot returns what sort of name a question asks for; a is the type of answer that its first words ask for.
func readSlot(question string, a asks) wanted {
	words := lowerWords(question)
	for i, w := range words {
		if whichWords[w] {
			if found := readHead(words[i+1:]); found.slot != slotNone {
				return found
			}
		}
	}
	switch {
	case a == asksPerson && !asksWhoIs(question):
		return wanted{slot: slotPerson}
	case a == asksPlace:
		return wanted{slot: slotPlace}
	}
	return wanted{}
}

// readHead returns what the noun asks for that follows a question word.
func readHead(words []string) wanted {
	if len(words) > 0 && copulas[words[0]] {
		words = words[1:]
	}
	for i, w := range words[:min(headDistance, len(words))] {
		if c, ok := category.Of(pairOf(words, i)); ok {
			return wanted{slot: slotCategory, category: c}
		}
		if c, ok := category.Of(w); ok {
			return wanted{slot: slotCategory, category: c}
		}
		if s, ok := headNouns[strings.TrimSuffix(w, "s")]; ok {
			return wanted{slot: s, head: w}
		}
		if headEnds[w] && !(w == "of" && i > 0 && kindWords[words[i-1]]) {
			break
		}
	}
	return wanted{}
}

func pairOf(words []string, i int) string { return strings.Join(words[i:min(i+2, len(words))], " ") }

// asksWhoIs reports whether a question asks who the bearer of a name is: after the verb it holds nothing but a name.
func asksWhoIs(question string) bool {
	fields := strings.Fields(strings.TrimRight(question, " ?!."))
	if len(fields) < 3 || !copulas[strings.ToLower(fields[1])] {
		return false
	}
	for _, w := range fields[2:] {
		low := strings.ToLower(w)
		if unicode.IsLower(firstRune(w)) && !articlesOrParticles[low] {
			return false
		}
		if strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s") {
			return false
		}
	}
	return true
}

// lowerWords returns the words of a question in lower case, without marks.
func lowerWords(question string) []string {
	var out []string
	for _, tok := range analysis.For("").Tokens(question) {
		out = append(out, strings.ToLower(question[tok.Start:tok.End]))
	}
	return out
}

func wordSet(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

var (
	whichWords = wordSet("which what name")
	copulas    = wordSet("is was are were s")
	// headEnds are words after which no noun can say what is asked for.
	headEnds = wordSet(`in on at by for from with to of between among after before during under over about than that who
		did does do has have had will would can could should may might is are was were be and or but`)
	// kindWords stand before "of" and the noun that says what is asked for.
	kindWords           = wordSet("type types kind kinds sort sorts form forms name names")
	articlesOrParticles = wordSet("the de la van von der den bin al el of du da di le")
)

// headNouns are the nouns that say what sort of name is asked for, in the singular as far as cutting an s makes it.
var headNouns = nounTable(map[slot]string{
	slotPerson: `person man woman people author writer poet novelist playwright artist painter sculptor singer musician
		band composer conductor director producer actor actres actress star player athlete champion winner politician
		president leader minister king queen emperor ruler monarch pope general commander admiral officer founder
		owner inventor discoverer scientist philosopher economist historian architect engineer designer creator
		explorer astronaut host presenter candidate mayor governor senator judge lawyer doctor father mother son
		daughter wife husband brother sister spouse ancestor successor predecessor coach captain manager chairman chair
		ceo head secretary spokesman spokeswoman official professor teacher student alumni alumnu alumnus graduate
		character hero villain killer murderer victim host guest performer dancer rapper journalist editor publisher
		ministry agency`,
	slotPlace: `place location country city town village state province region county district island continent capital
		nation area neighbourhood neighborhood territory river lake mountain sea ocean desert street site venue
		stadium airport port harbour harbor headquarter birthplace hometown municipality suburb kingdom`,
	slotNamed: `name company firm corporation organization organisation institution university school college team club
		party newspaper magazine newspaper channel network station broadcaster bank brand label studio ship vessel
		aircraft airline plane book novel poem song album film movie show series episode play opera game language
		nationality tribe people dynasty empire battle war conflict treaty law act award prize title group army
		union alliance court church cathedral bridge building castle tower museum theory religion holiday festival event
		currency planet star element disease term word abbreviation acronym code bird animal species breed`,
})

func nounTable(of map[slot]string) map[string]slot {
	out := map[string]slot{}
	for _, s := range []slot{slotNamed, slotPlace, slotPerson} {
		for _, noun := range strings.Fields(of[s]) {
			out[noun] = s
		}
	}
	return out
}
