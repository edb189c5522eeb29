package figure

import "strings"

// Nouns are compared by class, because one report counts protesters where another counts people. Persons of no
// special sort, civilians and those whom a report blames are one class: the same arrests are told of all three.
// Security forces are another: eight dead officers do not contradict forty dead people. Every other noun is a class
// of its own, and a missing noun fits any.

type class int

const (
	thing class = iota
	person
	force
)

var persons = set(`person people human man woman child boy girl citizen civilian resident inhabitant protester
	demonstrator rioter activist criminal bandit terrorist extremist militant gunman marauder looter attacker suspect
	detainee prisoner victim casualty fatality death dead other one villager worker miner employee student pupil
	teacher journalist patient passenger refugee migrant immigrant pilgrim visitor spectator tourist voter member
	participant survivor individual adult teenager youth youngster elder farmer user household-member
	foreigner national local male female hostage supporter opponent follower settler slave convict staff crew doctor
	nurse engineer scientist player actor guest customer owner driver pilot sailor believer native soul life
	undergraduate graduate alumnus faculty professor scholar delegate lawmaker deputy senator minister official
	candidate volunteer mourner picket striker persons arrest detention injury`)

var forces = set(`soldier troop officer police policeman policewoman serviceman servicewoman trooper guard guardsman
	peacekeeper marine cadet conscript paratrooper reservist commando constable sheriff agent personnel gendarme`)

// foreignPersons are the commonest words for persons in the other languages, in the forms that follow a number.
var foreignPersons = set(`menschen personen leute demonstranten tote verletzte einwohner personnes gens manifestants
	morts blessés habitants personas gente manifestantes muertos heridos habitantes человек людей человека
	протестующих демонстрантов погибших раненых жителей`)

// classOf returns the class of a noun.
func classOf(noun string) class {
	s := singular(noun)
	switch {
	case forces[s] || forces[noun]:
		return force
	case persons[s] || persons[noun] || foreignPersons[noun]:
		return person
	case strings.HasSuffix(s, "man") && len(s) > 4 && !strings.HasSuffix(s, "human") || strings.HasSuffix(s, "woman"):
		return person
	}
	return thing
}

// sameClass reports whether two nouns may count the same things.
func sameClass(a, b string) bool {
	if a == "" || b == "" {
		return true
	}
	if ca, cb := classOf(a), classOf(b); ca != thing || cb != thing {
		return ca == cb
	}
	return singular(a) == singular(b)
}

// isPart reports whether a noun counts only some of the persons concerned: protesters, but not people.
func isPart(noun string) bool { return classOf(noun) == person && !generic[singular(noun)] }

// isWhole reports whether a noun counts persons of every sort; so does none, as in "40 died".
func isWhole(noun string) bool { return noun == "" || generic[singular(noun)] }

// akin is the nearness of two words for persons.
const akin = 2

// nearness says how well a counted noun fits the noun that is asked for: 3 the same word, 2 akin, 1 nothing said,
// 0 another word that may mean the same, -1 certainly something else.
func nearness(asked, counted string) int {
	if asked == "" || counted == "" {
		return 1
	}
	if singular(asked) == singular(counted) {
		return 3
	}
	a, c := classOf(asked), classOf(counted)
	switch {
	case generic[singular(asked)] && c != thing, a == c && a != thing:
		return akin
	case generic[singular(counted)] && a != thing:
		return akin
	case a != thing || c != thing:
		return -1
	}
	return 0
}

// generic are the nouns that stand for persons of any class.
var generic = set("person people human victim casualty fatality death dead other individual man woman menschen personen " +
	"leute personnes personas человек людей life member one")
