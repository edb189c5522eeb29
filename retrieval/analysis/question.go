package analysis

import "strings"

// questions lists, by language, the words that belong to the form of a question beside the stop words of the
// language.
var questions = map[string]string{
	"en": `what which who whom whose when where why how many much long often far does did do is are was were can could
		should would will may might must please tell explain describe know want need anyone somebody someone anybody
		give name called call kind type sort happen happened
		happens happening exactly actually really me my mine i we our us you your there`,
	"de": `was welche welcher welches welchem welchen wer wem wen wessen wann wo woher wohin warum wieso weshalb wie
		viel viele vielen lange beim heißt heissen nennt genannt gibt gab bitte kann können`,
	"es": `qué que cuál cual cuáles cuales quién quien quiénes cuándo cuando dónde donde adónde por cómo como cuánto
		cuanto cuánta cuántos cuántas cuantos cuantas llama llamado tipo favor`,
	"fr": `quoi que quel quelle quels quelles qui quand où pourquoi comment combien est-ce quelqu appelle appelé type`,
	"it": `che cosa quale quali chi quando dove perché come quanto quanta quanti quante chiama tipo`,
	"pt": `que qual quais quem quando onde porque por como quanto quanta quantos quantas chama tipo`,
	"nl": `wat welke wie wiens wanneer waar waarom hoe hoeveel heet soort`,
	"ro": `ce care cine cui când unde de cum cât câtă câți câte numește tip`,
	"ru": `что какой какая какое какие каких каким кто кого кому кем чей когда где куда откуда почему зачем как сколько
		называется назвали зовут`,
	"tr": `ne hangi kim kimin kime ne zaman nerede nereye nereden neden niçin nasıl kaç kadar mi mı mu mü nedir kimdir`,
	"vi": `gì nào ai khi nào đâu ở sao tại vì thế bao nhiêu mấy là của có những các một và được cho trong đã bị`,
	"ar": `ما ماذا من متى أين لماذا كيف كم أي أية هل هو هي كان كانت التي الذي`,
	"el": `τι ποιος ποια ποιο ποιοι ποιες πότε πού γιατί πώς πόσο πόσοι πόσες πόσα`,
	"hi": `क्या कौन किस किसने कब कहाँ क्यों कैसे कितने कितना कितनी`,
	"zh": `什么 哪个 哪些 哪里 哪一 哪年 谁是 谁在 为什 如何 怎么 怎样 多少 几个 是什 么是 是谁 的是`,
	"ja": `何で 何が 何を 誰が いつ どこ なぜ どの いく 何人 です ます`,
	"ko": `무엇 누가 누구 언제 어디 어떻 얼마 어느`,
}

// fieldSet returns the words of a list.
func fieldSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// light lists, by language, words that are in a question to carry others and say little of its subject themselves.
var light = map[string]string{
	"en": `people person persons someone something thing things way ways lot number amount become becomes became get
		gets got getting make makes made making take takes took taken go goes went going come comes came coming put
		puts use uses used using let lets keep keeps kept have having`,
}
