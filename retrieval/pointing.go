package retrieval

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pointing lists, by language, the words and phrases that begin a sentence which cannot be understood without the one
// before it: pronouns, demonstratives, connectives, and shares of what was counted there.
var pointing = map[string]opening{
	"en": beginning(`he she it they this that these those his her its their such however but instead therefore thus hence
		then later afterwards meanwhile also moreover furthermore otherwise similarly likewise nevertheless nonetheless
		consequently accordingly both others another`,
		`in all`, `in total`, `of them`, `of these`, `of those`, `among them`, `as a result`, `in addition`,
		`at the time`, `at that time`, `by then`, `the former`, `the latter`, `the same`, `the two`, `so did`, `so was`),
	"de": beginning(`er sie es dies diese dieser dieses diesen jene jener jenes sein seine ihr ihre deren dessen solche
		jedoch doch aber stattdessen daher deshalb somit also dann danach später anschließend inzwischen auch außerdem
		zudem ferner sonst ebenso dennoch trotzdem damals beide andere davon darunter`, `unter ihnen`, `von ihnen`),
	"es": beginning(`él ella ello ellos ellas este esta esto estos estas ese esa eso esos esas aquel aquella su sus dicho dicha
		pero entonces luego después mientras también además asimismo así ambos otros`, `sin embargo`, `por eso`,
		`por ello`, `por lo tanto`, `en total`, `de ellos`, `de ellas`, `entre ellos`),
	"fr": beginning(`il elle ils elles ce cet cette ces cela ceci celui celle ceux celles son sa ses leur leurs cependant mais
		toutefois pourtant donc ainsi alors puis ensuite aussi enfin néanmoins autres`, `par conséquent`, `en outre`,
		`de plus`, `à l'époque`, `au total`, `parmi eux`, `parmi elles`, `d'entre eux`),
	"ru": beginning(`он она оно они это этот эта эти тот та те такой такая такие его её ее их однако но поэтому затем потом позже
		после также кроме тогда оба обе другие`, `кроме того`, `в то же время`, `в итоге`, `из них`, `среди них`, `тем не менее`),
	"it": beginning(`egli ella esso essa essi esse lui lei loro questo questa questi queste quello quella quelli quelle suo sua suoi sue
		tuttavia ma però quindi pertanto poi inoltre anche entrambi altri`, `in totale`, `tra loro`),
	"pt": beginning(`ele ela eles elas isto isso este esta estes estas esse essa esses essas aquele aquela seu sua seus suas porém mas
		entretanto contudo portanto então depois também além ambos outros`, `no entanto`, `no total`, `entre eles`),
	"nl": beginning(`hij zij ze het dit dat deze die zijn haar hun echter maar daarom dus toen daarna later ook bovendien anders
		beide anderen`, `in totaal`, `onder hen`, `van hen`),
	"ro": beginning(`el ea ei ele acesta aceasta acestea aceștia acest această acele acel acea său sa lor totuși însă dar apoi ulterior
		astfel deci`, `de asemenea`, `în total`, `dintre ei`, `dintre ele`),
	"tr": beginning(`o onlar bu şu bunlar şunlar onun onların ancak fakat ama sonra ardından ayrıca böylece dolayısıyla ikisi`),
	"vi": beginning(`họ nó ông bà đó này`, `tuy nhiên`, `ngoài ra`, `sau đó`, `do đó`, `trong đó`),
	"ar": beginning(`هو هي هم هذا هذه هؤلاء ذلك تلك لكن ولكن كما ثم`),
	"zh": beginningUnspaced(`他 她 它 他们 她们 它们 这 那 但 然而 因此 所以 此外 随后 后来 其中 同时 其`),
}

// opening is the words and phrases that a text may begin with.
type opening struct {
	form *regexp.Regexp
	// first holds the first words of them, folded, and whether such a word is one by itself. It is nil for a script in which
	// words are not set apart. Most sentences begin with none of these, which is told much sooner than what form matches.
	first map[string]bool
}

// begins reports whether a text begins with one of them.
func (o opening) begins(text string) bool {
	if o.first == nil {
		return o.form.MatchString(text)
	}
	alone, known := o.first[firstWord(text)]
	return alone || known && o.form.MatchString(text)
}

// beginning is of the words, and the phrases, as whole words in any case.
func beginning(words string, phrases ...string) opening {
	first := map[string]bool{}
	for _, p := range phrases {
		first[firstWord(p)] = false
	}
	all := strings.Fields(words)
	for _, w := range all {
		first[firstWord(w)] = true
	}
	all = append(all, phrases...)
	for i, p := range all {
		all[i] = strings.ReplaceAll(regexp.QuoteMeta(p), " ", `\s+`)
	}
	return opening{regexp.MustCompile(`^(?i:[` + openers + `]*)(?i:` + strings.Join(all, "|") + `)(?:[^\p{L}\p{M}]|$)`), first}
}

// beginningUnspaced is beginning for a script in which words are not set apart.
func beginningUnspaced(words string) opening {
	return opening{form: regexp.MustCompile(`^[\s"“”‘’「『（(]*(?:` + strings.Join(strings.Fields(words), "|") + `)`)}
}

// openers are the marks and spaces that may stand before the first word.
const openers = "\t\n\f\r \"“”'‘’«»„(["

// firstWord returns the first word of a text in a form that all its cases share.
func firstWord(text string) string {
	text = strings.TrimLeft(text, openers)
	if end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }); end >= 0 {
		text = text[:end]
	}
	return strings.Map(foldedRune, text)
}

// foldedRune returns the last of the runes that are one but for case: of ASCII letters, but for k and s, the small one.
func foldedRune(r rune) rune {
	last := r
	for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
		last = max(last, next)
	}
	return last
}

// pointsBack reports whether the sentence begins with what points to the one before it, in the same block.
func (s *sentence) pointsBack() bool {
	if s.at == 0 || !s.sameBlock(s.at-1) {
		return false
	}
	words, known := pointing[cmp.Or(s.Document().Metadata().Language.Value, s.query.tongue.analyzer.Language())]
	return known && words.begins(s.text())
}

// pointsOn reports whether the sentence is a question that the sentence behind it, in the same block, may answer.
func (s *sentence) pointsOn() bool {
	return s.at+1 < s.Len() && !s.isHeading(s.at) && s.sameBlock(s.at+1) && isQuestion(s.text())
}

// isQuestion reports whether a text ends with a question mark, quotation marks, parentheses and space aside.
func isQuestion(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, "\"”’»)] \t\n\f\r"))
	return last == '?' || last == '？' || last == '؟'
}
