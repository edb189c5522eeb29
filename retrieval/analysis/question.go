package analysis

import "strings"

// questions lists, by language, the words that belong to the form of a question beside the stop words of the
// language.
var questions = map[string]string{
	"en": `what which who whom whose when where why how many much long often far does did do is are was were can could
		should would will may might must please tell explain describe know want need anyone somebody someone anybody
		give name called call kind type sort happen happened happens happening exactly actually really me my i we
		our us you your there`,
	"de": `was welche welcher welches welchem welchen wer wem wen wessen wann wo woher wohin woran worauf woraus worin
		worüber worum wodurch wofür wogegen womit wonach wovon wovor wozu warum wieso weshalb weswegen wie wieviel
		wieviele viel viele vielen vieler lange oft beim heißt heißen hieß hießen nennt nennen nenne nannte genannt
		bezeichnet gibt gab gegeben bitte kann können konnte konnten könnte könnten soll sollen sollte sollten muss
		müssen musste mussten darf dürfen durfte möchte will wollen wurde wurden worden ist sind war waren hat hatte
		hatten haben name namen art arten typ`,
	"es": `qué que cuál cual cuáles cuales quién quien quiénes quienes cuándo cuando dónde donde adónde por cómo como
		cuánto cuanto cuánta cuanta cuántos cuántas cuantos cuantas llama llaman llamaba llamó llamado llamada nombra
		nombre explica describe diga dime hay había hubo es son era eran fue fueron ser sido puede pueden podía podría
		debe deben tipo tipos favor`,
	"fr": `quoi que quel quelle quels quelles lequel laquelle lesquels lesquelles qui quand où pourquoi comment
		combien quelqu appelle appelé appelée appelait nomme nommé nom noms explique décris dis peut peuvent pouvait
		doit doivent devait fait a ont est sont était étaient fut furent été type types sorte genre`,
	"it": `che cosa quale quali chi quando dove perché come quanto quanta quanti quante chiama chiamano chiamava
		chiamato chiamata nome nomi può possono poteva deve devono è sono era erano fu furono stato stata tipo tipi
		genere`,
	"pt": `que qual quais quem quando onde porque porquê por como quanto quanta quantos quantas chama chamam chamava
		chamado chamada nome nomes pode podem podia deve devem é são era eram foi foram sido tipo tipos`,
	"nl": `wat welke welk wie wiens wanneer waar waaraan waardoor waarin waarmee waarom waarop waarover waaruit
		waarvan waarvoor hoe hoeveel heet heten heette noemt noemde genoemd kan kunnen kon konden moet moeten is zijn
		was waren wordt werd werden heeft had naam namen soort soorten type`,
	"ro": `ce care cine cui când unde de cum cât câtă câți câte cărei cărui căror încotro numește numesc numea numit
		numită numiți numele nume este sunt era erau fost avea aveau avut poate pot putea trebuie fel feluri tip
		tipuri tipul`,
	"ru": `что чего чему чем чём какой какая какое какие каких каким какими какого какому каком какую какова каков
		каково каковы кто кого кому кем ком чей чья чьё чьи когда где куда откуда почему зачем отчего как сколько
		скольких который которая которое которые которого которой которую называется называются называлась называлось
		назывался назывались называют называли назвали назван названа названо зовут звали назовите назови укажите
		опишите является являются являлся являлась было был была были есть может могут можно мог могла могли тип вид
		название имя`,
	"tr": `ne neyi neyin neye neden nedir neydi nelerdir neler nelerdi hangi hangisi hangisidir hangileri kim kimi
		kimin kime kimden kimdir kimdi kimler kimlerdir zaman nerede nereye nereden neresi neresidir nerededir niçin
		niye nasıl nasıldır kaç kaçtır kaçı kadar kadardır kadardı mi mı mu mü midir mıdır adı adlı ad ismi isim denir
		denirdi adlandırılır bilinir tür türü tip olan oldu olmuştur vardır vardı edildi edilmiştir`,
	"vi": `gì nào ai khi đâu ở sao tại vì thế bao nhiêu mấy là của có những các một và được cho trong đã bị như này đó
		với tên loại gọi hãy phải do bởi điều cái vậy`,
	"ar": `ما ماذا من متى أين لماذا كيف كم أي أية هل هو هي هم هما كان كانت كانوا التي الذي الذين اللذان اللتان بماذا
		لمن بم مم عم إلام علام فيم لم بأي لأي اذكر يسمى تسمى سمي سميت يدعى تدعى اسم تم يتم يمكن نوع أنواع عدد`,
	"da": `hvad hvem hvilken hvilket hvilke hvornår hvor hvorfor hvordan mange meget hedder hed kaldes kaldt navn type
		slags kan kunne er var blev bliver har havde`,
	"no": `hva hvem hvilken hvilket hvilke når hvor hvorfor hvordan mange mye heter het kalles kalt navn type slags
		kan kunne er var ble blir har hadde`,
	"sv": `vad vem vilken vilket vilka när var vart varför hur många mycket heter hette kallas kallades namn typ slags
		kan kunde är blev blir har hade`,
	"fi": `mikä mitä minkä missä mistä mihin millä kuka ketkä kenen ketä milloin koska miksi miten kuinka monta
		paljonko nimi nimeltään kutsutaan oli on olivat ovat`,
	"hu": `mi mit milyen melyik ki kit kik mikor hol hová honnan miért hogyan hogy hány mennyi neve hívják nevezik
		típus volt van`,
	"pl": `co czego czym kto kogo komu kim jaki jaka jakie jakich jakim który która które których którym kiedy gdzie
		skąd dokąd dlaczego czemu jak ile ilu czy nazywa nazwa nazywał nazywano jest są był była było były ma miał w z
		na i do się o`,
	"uk": `що чого чим хто кого кому ким який яка яке які яких яким якої якому коли де куди звідки чому навіщо як
		скільки чи називається називають назва є був була було були в у на і та з до`,
	"ta": `என்ன யார் எப்போது எங்கே எங்கு ஏன் எப்படி எத்தனை எவ்வளவு எது எந்த`,
	"el": `τι ποιος ποια ποιο ποιοι ποιες πότε πού γιατί πώς πόσο πόσοι πόσες πόσα`,
	"hi": `क्या कौन किस किसने कब कहाँ क्यों कैसे कितने कितना कितनी`,
	"zh": `什么 哪个 哪些 哪里 哪一 哪年 谁是 谁在 为什 如何 怎么 怎样 多少 几个 是什 么是 是谁 的是`,
	"ja": `何で 何が 何を 誰が いつ どこ なぜ どの いく 何人 です ます`,
	"ko": `무엇 누가 누구 언제 어디 어떻 얼마 어느`,
}

// particles lists, by language, the characters of a script without spaces that make a question or join words: a pair of
// characters with one of them is no word of the subject. Alone they are stop words.
var particles = map[string]string{"zh": "谁誰哪么麼吗嗎呢什的了"}

// fieldSet returns the words of a list.
func fieldSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
