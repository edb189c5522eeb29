package corpus

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// usualLanguages knows the commonest words of languages in Latin script, and the letters that few of them have. Danish
// and Norwegian are much alike; where nothing tells them apart the text is Danish.
var usualLanguages = newFunctionWords(map[string]string{
	"en": "the of and to in is that was for it with as on by at from this are were which be or an have has not his he they their but had been its who what how did does do when where why many will can much",
	"de": "der die das und ist von den mit zu auf für im des dem ein eine nicht sich auch als wird aus bei nach einer werden sind war wurde über durch wie was welche welcher welches wer wann warum wo viele wurden hat haben waren hatte um an zum zur einen einem man",
	"fr": "le la les des et est en un une du dans que qui pour par sur au avec ce sont pas plus ont été cette aux être ses ou il elle mais leur quel quelle quels quelles quand où comment combien pourquoi a étaient était fut",
	"es": "el la los las de en un una es que del por para con se su al como más fue son entre pero sus este esta también ha lo no qué cuál cuáles quién cuándo dónde cuántos cuántas cómo fueron era había tiene porque cuando donde",
	"it": "il la di che un una in del della per con non dei delle le gli da al sono anche come nel nella più alla si su stato lo dal quale quali chi quando dove perché quanti quante cosa ha hanno era",
	"pt": "os as de em um uma que do da dos das no na por para com não se mais foi como ao são sua seu também entre pela pelo ou qual quais quem quando onde quantos quantas foram é o a",
	"nl": "de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door werd naar wordt uit maar over hij deze dit worden tot wat welke wie wanneer waar waarom hoe hoeveel heeft hebben had werden",
	"sv": "och att det som en på är av för den med till har inte ett om de från var kan vid också eller under efter men han sig vad vilken vem när varför hur många hade",
	"da": "og at det er en på til af som den for med har ikke de et var fra kan ved også eller efter men blev han sig der om hvad hvilken hvem hvornår hvor hvorfor mange havde",
	"no": "og at det er en på til av som den for med har ikke de et var fra kan ved også eller etter men ble han seg om hva hvilken hvem når hvor hvorfor mange hadde",
	"pl": "na się nie do to jest że jak po od przez za są dla był oraz jego przy także tym który która ale lub może co kto kiedy gdzie dlaczego ile jaki jaka jakie",
	"ro": "și de în la cu pe din care un este că nu pentru mai sunt au fost prin se al ale sau după între lui către ca ce cine când unde cât câți câte cum o a fi avut erau",
	"vi": "và của là các có trong được cho một những đã với không người này khi từ năm đến để ông theo như tại nhiều gì nào ai ở đâu bao nhiêu vào cái sao",
	"fi": "ja on ei se että oli hän joka mutta kun niin myös ovat sen kuin tai mitä jos ole hänen sekä jonka jotka olivat mikä kuka milloin missä miksi miten kuinka monta",
	"hu": "az és hogy nem egy volt de ez meg csak azt mint már el ki még vagy van ezt ha lesz között után szerint mi mikor hol miért hogyan hány milyen",
	"tr": "ve bir bu da de için ile olarak olan en daha çok sonra kadar gibi ancak ya ise her tarafından göre değil ne kim kaç nerede hangi nasıl neden zaman oldu olduğu vardır mi mı",
}, map[string]string{
	"de": "ßäöü", "fr": "çèêëîïœùàâé", "es": "ñ¿¡áéíóú", "it": "àèìòù", "pt": "ãõçáêó", "sv": "åäö", "da": "æøå", "no": "æøå",
	"pl": "ąćęłńśźż", "ro": "ăâîșțşţ", "vi": "đăâêôơưạảấầẩậắằẵặẹẻẽềếểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỹ", "tr": "ğışöüç", "fi": "äö", "hu": "őűáéíóöü",
})

// functionWords says which languages use a word or a letter.
type functionWords struct {
	languages []string
	users     map[string]uint32 // a bit for each language
	letters   map[rune]uint32
}

func newFunctionWords(words, letters map[string]string) functionWords {
	f := functionWords{slices.Sorted(maps.Keys(words)), map[string]uint32{}, map[rune]uint32{}}
	for i, lang := range f.languages {
		for w := range strings.FieldsSeq(words[lang]) {
			f.users[w] |= 1 << i
		}
		for _, r := range letters[lang] {
			f.letters[r] |= 1 << i
		}
	}
	return f
}

// tell returns the language that most speaks for: every word counts as often as it stands there, every letter half
// as much, and a letter that one language alone has counts double. It returns "" where less than one word in ten
// speaks for any language, or two languages are spoken for alike.
func (f functionWords) tell(text string) string {
	const word, letter, share = 4, 2, 10
	count := make([]int, len(f.languages))
	speak := func(users uint32, worth int) {
		if users&(users-1) == 0 {
			worth *= 2
		}
		for ; users != 0; users &= users - 1 {
			count[bits.TrailingZeros32(users)] += worth
		}
	}
	all := 0
	for w := range wordsOf(text) {
		all++
		w = strings.ToLower(w)
		speak(f.users[w], word)
		for _, r := range w {
			if r >= utf8.RuneSelf {
				speak(f.letters[r], letter)
			}
		}
	}
	best, alike := 0, false
	for i := 1; i < len(count); i++ {
		switch {
		case count[i] > count[best]:
			best, alike = i, false
		case count[i] == count[best]:
			alike = true
		}
	}
	if alike || count[best]*share < all*word {
		return ""
	}
	return f.languages[best]
}
