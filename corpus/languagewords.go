package corpus

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// Most texts hold so many of the small words of one language, and so few of any other, that counting them tells the
// language. That takes a fraction of the time of comparing sequences of letters, which the rest is left to.

// usualLanguages knows the commonest words of languages in Latin script. Danish and Norwegian are too much alike to be
// told apart by them, but are here so that neither is taken for Swedish.
var usualLanguages = newFunctionWords(map[string]string{
	"en": "the of and to in is that was for it with as on by at from this are were which be or an have has not his he they their but had been its who",
	"de": "der die das und ist von den mit zu auf für im des dem ein eine nicht sich auch als wird aus bei nach einer werden sind war wurde über durch",
	"fr": "le la les des et est en un une du dans que qui pour par sur au avec ce sont pas plus ont été cette aux être ses ou il elle mais leur",
	"es": "el la los las de en un una es que del por para con se su al como más fue son entre pero sus este esta también ha lo no",
	"it": "il la di che un una in del della per con non dei delle le gli da al sono anche come nel nella più alla si su stato lo dal",
	"pt": "os as de em um uma que do da dos das no na por para com não se mais foi como ao são sua seu também entre pela pelo ou",
	"nl": "de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door werd naar wordt uit maar over hij deze dit worden tot",
	"sv": "och att det som en på är av för den med till har inte ett om de från var kan vid också eller under efter men han sig",
	"da": "og at det er en på til af som den for med har ikke de et var fra kan ved også eller efter men blev han sig der om",
	"no": "og at det er en på til av som den for med har ikke de et var fra kan ved også eller etter men ble han seg om",
	"pl": "na się nie do to jest że jak po od przez za są dla był oraz jego przy także tym który która ale lub może",
	"ro": "și de în la cu pe din care un este că nu pentru mai sunt au fost prin se al ale sau după între lui către ca",
	"vi": "và của là các có trong được cho một những đã với không người này khi từ năm đến để ông theo như tại nhiều",
	"tr": "ve bir bu da de için ile olarak olan en daha çok sonra kadar gibi ancak ya ise her tarafından göre değil ne",
})

// functionWords says which languages use a word.
type functionWords struct {
	languages []string
	users     map[string]uint32 // a bit for each language
}

func newFunctionWords(words map[string]string) functionWords {
	f := functionWords{slices.Sorted(maps.Keys(words)), map[string]uint32{}}
	for i, lang := range f.languages {
		for w := range strings.FieldsSeq(words[lang]) {
			f.users[w] |= 1 << i
		}
	}
	return f
}

// tell returns the language whose words are in the text at least fewest times, one word in share, and twice as often
// as those of any other, or "" if there is none.
func (f functionWords) tell(text string) string {
	const fewest, share = 6, 6
	count := make([]int, len(f.languages))
	all := 0
	for w := range strings.FieldsFuncSeq(text, isNoWord) {
		all++
		for users := f.users[strings.ToLower(w)]; users != 0; users &= users - 1 {
			count[bits.TrailingZeros32(users)]++
		}
	}
	best, second := 0, -1
	for i := 1; i < len(count); i++ {
		switch {
		case count[i] > count[best]:
			best, second = i, best
		case second < 0 || count[i] > count[second]:
			second = i
		}
	}
	if count[best] < fewest || count[best]*share < all || count[best] < 2*count[second] {
		return ""
	}
	return f.languages[best]
}
