package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold drops diacritics, dots and hyphens, so that a name compares in every spelling.
func fold(low string) string {
	if !strings.ContainsFunc(low, isFolding) {
		return low
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsMark(r) || strings.ContainsRune(".'’-‑", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(low))
}

// isFolding reports whether a character of a word in lower case may be another when it is folded.
func isFolding(r rune) bool {
	return r >= utf8.RuneSelf || r == '.' || r == '\'' || r == '-'
}

func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// dotted are the short titles that are written with a dot.
var dotted = set("mr mrs ms dr prof rev st gen col lt sgt capt adm sen rep gov jr sr hon maj cmdr mt messrs no")

var titles = set(`mr mrs ms miss dr prof professor rev reverend sir dame lord lady king queen prince princess emperor
	empress duke duchess count countess baron baroness earl sultan pope bishop archbishop cardinal saint st sen senator
	rep representative gov governor president chancellor minister premier pm prime vice deputy former chairman
	chairwoman director judge justice gen general col colonel lt lieutenant sgt sergeant capt captain adm admiral maj
	major commander marshal mayor secretary ambassador hon honourable jr sr monsieur madame herr frau señor señora`)

var articles = set("the a an le la les el los las il lo")

var particles = set(`of de la le les du des da do dos di del della van von der den ter ten bin ibn al el ben av af zu zum
	upon sur y für for`)

var calendar = set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
	august september october november december jan jan. feb feb. mar mar. apr apr. jun jul aug aug. sep sept sept. oct
	oct. nov nov. dec dec. easter christmas`)

// functionWords start sentences and are no names, whatever follows them.
var functionWords = set(`the a an this that these those he she it they we you i his her its their our my your him them us
	who whom whose which what when where why how if as at by for from in into of off on onto out over to under up upon
	with within without and or but nor so yet not no yes also although though because since while until unless after
	before during between among against about above across along around behind below beneath beside besides beyond
	despite down except inside like near outside past per through throughout toward towards via once then there here
	however meanwhile moreover furthermore therefore thus hence instead later earlier today tonight yesterday tomorrow
	now soon recently finally eventually initially originally currently formerly previously subsequently
	approximately about nearly almost only even just still some many most several few all both each every any other
	another such more less one two three four five six seven eight nine ten first second third last next new old
	is are was were be been being has have had do does did will would can could shall should may might must
	according officials authorities police people born under other others known based located according
	at ein eine der die das und il elle ils elles les des une un et dans en au aux que qui el los una y por con se`)
