package retrieval

import (
	"regexp"
	"strings"
)

// The tables are matched against words in lower case set apart by single spaces, but for greetings and lead-ins, which
// are matched in the text itself.

// greetings stand before a question and are no part of it; they may begin a name too.
var greetings = []string{
	// English
	`(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|bot|all|everyone|everybody|team|folks|guys|again))?`,
	`dear (?:bot|all|team)|welcome back`,
	`thanks(?: (?:a lot|so much|again|everyone))?|thank you(?: (?:very much|so much|again))?|thx|cheers|sorry|excuse me|pardon(?: me)?`,
	`please|pls|plz|ok|okay|so|well|(?:quick|another|short|simple) question`,
	// German
	`hallo|guten (?:tag|morgen|abend)|servus|moin|grüß gott|danke(?: (?:schön|sehr|vielmals))?|vielen dank|entschuldigung|bitte`,
	// Spanish
	`hola|buenos días|buenas(?: (?:tardes|noches))?|(?:muchas )?gracias|por favor|perdón|disculpa|disculpe`,
	// French
	`bonjour|bonsoir|salut|coucou|merci(?: (?:beaucoup|bien))?|s'il (?:te|vous) pla[iî]t|stp|svp|pardon|excusez-moi|excuse-moi`,
	// Russian
	`привет|здравствуйте|здравствуй|добрый (?:день|вечер)|доброе утро|спасибо(?: (?:большое|вам))?|большое спасибо|пожалуйста|извините|простите`,
}

// leadIns say only that a question follows.
var leadIns = []string{
	`(?:can|could|would|will) (?:you|u|someone|anyone|anybody|somebody)(?: please| kindly)? (?:tell|explain to|inform) (?:me|us)`,
	`(?:does|do) (?:you|anyone|anybody|someone) (?:happen to )?know`,
	`i(?:'d| would) (?:like|love) to know|i (?:want|need) to know|i(?:'m| am) (?:wondering|curious)|i (?:wonder|was wondering)|i have an? (?:quick |short |simple )?question`,
	`(?:kannst du|können sie|könntest du|könnten sie) (?:mir|uns)(?: bitte)? sagen|weißt du|wissen sie|weiß jemand|ich (?:möchte|würde gern|will) wissen|ich wüsste gern`,
	`(?:me )?(?:puedes|puede|podrías|podría) (?:decirme|decirnos)|sabes|alguien sabe|(?:quiero|quisiera|me gustaría) saber`,
	`(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous) (?:me|nous) dire|(?:sais-tu|savez-vous)|je (?:voudrais|veux|souhaite|souhaiterais) savoir`,
	`(?:можешь|можете|могли бы вы)(?: (?:мне|нам))? (?:сказать|подсказать)|подскажите|(?:знаешь|знаете) ли (?:ты|вы)|(?:я )?хочу (?:знать|узнать)|хотел(?:а)? бы (?:знать|узнать)`,
}

// apart ends a word of courtesy: not with a hyphen, as in a compound, nor with the mark that opens a quotation.
const apart = `(?:[^\p{L}\p{N}"'“«-][^\p{L}\p{N}"'“«]*|$)`

var (
	greeting = regexp.MustCompile(`(?i)^[^\p{L}\p{N}]*(?:` + strings.Join(greetings, "|") + `)` + apart)
	leadIn   = regexp.MustCompile(`(?i)^[^\p{L}\p{N}]*(?:` + strings.Join(leadIns, "|") + `)` + apart)
	// closing matches thanks behind the end of a question.
	closing = regexp.MustCompile(`(?i)[^\p{L}\p{N}\s]\s*(?:(?:many |and )?(?:thanks|thank you|thx|please|pls|cheers)(?: (?:in advance|a lot|so much|very much))?|` +
		`danke(?: (?:schön|im voraus))?|vielen dank(?: im voraus)?|bitte|(?:muchas )?gracias|por favor|merci(?: (?:d'avance|beaucoup))?|` +
		`s'il (?:te|vous) pla[iî]t|(?:заранее )?спасибо|пожалуйста)[^\p{L}\p{N}]*$`)
	// opener matches the first word of a question or an order.
	opener = regexp.MustCompile(`(?i)^(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|do|does|can|could|would|will|has|have|had|i|i'm|any|there|tell|list|give|show|name|explain|describe|find|write|say|ignore|translate|pretend|` +
		`summari[sz]e|wer|was|wann|wo|warum|wie|welche[rs]?|gibt|ist|sind|hat|kann|ich|qué|quién|cuándo|cuánt[oa]s?|dónde|cómo|cuál|por|hay|es|qui|que|quoi|quand|où|combien|pourquoi|comment|quel(?:le)?s?|est-ce|est|y|je|` +
		`кто|что|когда|где|куда|почему|зачем|как|какой|какая|какие|сколько|есть|я)(?:\P{L}|$)`)
)

// chat is what people say to a machine, and leave-takings.
var chat = whole(
	`(?:and )?how(?: are|'re|re)? (?:you|u|ya)(?: (?:doing|feeling|today|now|there|guys))*|how(?:'s| is) (?:it going|life|everything|your day(?: going)?)|(?:what's|whats|what is) up|wassup|sup|yo`,
	`(?:who|what) (?:are|r) (?:you|u)(?: (?:exactly|anyway|really))?|what(?:'s| is) your name|who (?:made|built|created|wrote|programmed|owns) you|how old are you|where (?:are|do) you (?:from|live|come from)`,
	`what (?:can|do) you do|what are you (?:able to do|doing|for)|how do you work|can you help(?: me)?|help(?: me)?|what can i ask(?: you)?`,
	`are you (?:an? )?(?:bot|robot|human|person|ai|real|there|alive|ok|okay|chatgpt|conscious|sentient|stupid|smart)(?: (?:person|human|bot))?|do you (?:love|like|hate) (?:me|us)|i (?:love|like|hate) (?:you|u|this bot)|you(?:'re| are| r)? (?:so |very |really )?(?:great|stupid|dumb|smart|the best|awesome|useless|funny|cute|welcome|rock|suck|wrong|right)`,
	`tell (?:me|us) (?:a|another|some|one more) (?:(?:funny|good|bad|dad|short) )*(?:jokes?|story|stories|riddles?|fun facts?)|tell (?:me|us) (?:something|anything)(?: (?:funny|interesting|nice|new))?|tell (?:me|us) about yourself|(?:sing|make me laugh|entertain me)(?: .*)?`,
	`(?:good ?)?bye(?: bye)?|see (?:you|ya)(?: (?:later|soon|tomorrow))?|good ?night|take care|have a (?:nice|good|great) (?:day|one|evening|weekend|night)|nice to meet you|you too|same here`,
	`(?:yes|no|yep|nope|yeah|nah|sure|cool|nice|great|wow|lol|haha(?:ha)*|perfect|awesome|got it|i see|never ?mind|good (?:bot|job|work)|bad bot|well done|that's (?:great|nice|cool|all)|just (?:testing|kidding)|test(?:ing)?)(?: (?:thanks|bot|man|please|it|you))?`,
	// German
	`wie geht(?:'s|s| es)(?: (?:dir|ihnen|euch))?(?: (?:heute|so))?|wer bist du|wer sind sie|was bist du|was kannst du(?: alles)?|wie hei(?:ß|ss)t du|wie alt bist du|bist du (?:ein )?(?:bot|roboter|mensch|ki|echt|da)|was machst du|kannst du mir helfen|hilfe`,
	`erzähl(?:e)?(?: mir| uns)? (?:einen|noch einen) witz|erzähl(?:e)?(?: mir)? (?:etwas|was|eine geschichte|von dir)(?: lustiges)?|tschüss|tschüs|auf wiedersehen|gute nacht|bis (?:bald|später|morgen)|ich (?:liebe|mag|hasse) dich|ja|nein|na gut|super|toll|klasse|schönen tag(?: noch)?`,
	// Spanish
	`(?:cómo|como) (?:estás|estas|está|te va|va)(?: hoy)?|qué (?:tal|pasa|haces)|quién eres|qué eres|cómo te llamas|cuál es tu nombre|qué (?:puedes|sabes) hacer|eres (?:un )?(?:bot|robot|humano|real)|puedes ayudarme|ayuda`,
	`cuéntame (?:un chiste|algo|una historia)|cuenta un chiste|dime algo(?: gracioso)?|adiós|hasta (?:luego|mañana|pronto)|chao|te (?:quiero|amo|odio)|sí|vale|genial|perfecto`,
	// French
	`(?:comment )?(?:ça va|vas-tu|vas tu|allez-vous|allez vous|tu vas)(?: bien)?|quoi de neuf|qui es-tu|qui es tu|tu es qui|qui êtes-vous|qui êtes vous|comment (?:t'appelles-tu|tu t'appelles|vous appelez-vous)|que (?:peux-tu|sais-tu|peux tu|sais tu) faire|es-tu (?:un )?(?:bot|robot|humain|réel)|peux-tu m'aider|peux tu m'aider|aide(?:-moi)?`,
	`(?:raconte|raconte-moi|dis-moi|racontez-moi|raconte moi|dis moi) (?:une blague|une histoire|quelque chose(?: de drôle)?)|au revoir|à (?:bientôt|demain|plus)|bonne (?:nuit|journée|soirée)|je (?:t'aime|te déteste)|oui|non|d'accord|super|génial|parfait`,
	// Russian
	`как (?:дела|ты|вы|поживаешь|жизнь)(?: сегодня)?|кто ты(?: такой| такая)?|ты кто|кто вы|как тебя зовут|что ты (?:умеешь|можешь|делаешь)|ты (?:бот|робот|человек|живой|настоящий)|помоги(?: мне)?|помощь`,
	`расскажи(?: мне| нам)? (?:анекдот|шутку|что-нибудь|историю|сказку|о себе)(?: смешное)?|пока|до (?:свидания|завтра|встречи)|спокойной ночи|я (?:тебя )?(?:люблю|ненавижу)(?: тебя)?|да|нет|ладно|хорошо|круто|отлично`,
)

// Parts of instructions: an order to write, and what it is to be.
const (
	write   = `(?:(?:can|could|would|will) (?:you|u) )?(?:please )?(?:write|compose|generate|create|make|draft|give|tell|make up|invent|produce)(?: (?:me|us|up))?`
	article = `(?: (?:a|an|another|some|the|your|one))?(?: [\p{L}-]+){0,3}?`
	works   = `(?:poems?|haikus?|limericks?|songs?|lyrics|raps?|stor(?:y|ies)|essays?|jokes?|tweets?|speech(?:es)?|sonnets?|ballads?|fairy tales?|blog posts?|cover letters?|code|python|javascript|sql|html)`
	you     = `(?:(?:can|could|would|will) (?:you|u) |i (?:want|need|order|command) you to |you (?:must|should|will|have to) )?(?:please |now |just )?`
	text    = `(?: (?:this|that|it|these|those|everything|all|the (?:following|above|below|article|text|document|report|source|corpus|conversation|chat|thread|page|story|news|message|paragraph|sentence)s?))`
)

// instruction is an order to do something else than to look something up.
var instruction = begins(
	write+article+` `+works,
	you+`(?:ignore|disregard|forget|bypass|override|drop)(?: [\p{L}']+){0,5} (?:instructions?|rules?|prompts?|guidelines|restrictions|programming|training|told|said)`,
	you+`(?:ignore|disregard|forget)(?: [\p{L}']+){0,3} (?:documents?|sources?|corpus|context|facts|texts?|articles?)`,
	you+`(?:pretend|act as|act like|role ?play|behave like|imagine you|simulate|impersonate|speak like|talk like|answer as|respond as)`,
	`you are now|from now on|repeat after me|repeat (?:the|this|these|your|all|everything|back)|say (?:that|hello|hi|yes|no|something|it|anything|the words?|after me|goodbye)|`+you+`say "`,
	you+`(?:summari[sz]e|translate|rewrite|rephrase|paraphrase|proofread|shorten|simplify|correct|continue|complete|rate|grade|evaluate|criticise|criticize)`+text,
	you+`translate .* (?:to|into|in) (?:english|german|french|spanish|russian|italian|portuguese|chinese|japanese|arabic|turkish|dutch|polish)`,
	you+`(?:reveal|show|print|output|display|repeat|tell|give)(?: (?:me|us))?(?: [\p{L}']+){0,2} (?:system prompt|prompt|instructions|source code|api key|token|password)`,
	you+`(?:answer|respond|reply)(?: (?:only|just|me|always))* (?:with|in|like|using|yes|no)`,
	`(?:do|solve|finish) my (?:homework|assignment|essay)`,
	// German
	`(?:bitte )?(?:schreib|schreibe|dichte|verfasse|erstelle|erfinde)(?: (?:mir|uns))?(?: [\p{L}-]+){0,3}? (?:gedicht|geschichte|lied|aufsatz|witz|rede|code|text|brief|märchen)e?s?`,
	`(?:bitte )?(?:ignoriere?|vergiss|missachte)(?: [\p{L}']+){0,5} (?:anweisung(?:en)?|regeln?|befehle?|vorgaben)`,
	`(?:bitte )?(?:sag|sage) (?:dass|hallo|etwas|ja|nein|mal)|tu so als|spiel(?:e)? die rolle|verhalte dich wie|du bist (?:jetzt|nun|ab jetzt)|ab jetzt|wiederhole`,
	`(?:bitte )?(?:übersetze?|fasse?)(?: (?:das|dies|diesen|diese|den|die|alles|es|mir|bitte))+(?: [\p{L}-]+)*`,
	// Spanish
	`(?:por favor )?(?:escribe|escríbeme|redacta|crea|inventa|compón|haz|hazme)(?: [\p{L}-]+){0,3}? (?:poema|cuento|historia|canción|ensayo|chiste|discurso|código|carta)s?`,
	`(?:por favor )?(?:ignora|olvida|desobedece)(?: [\p{L}']+){0,5} (?:instrucciones|reglas|órdenes|normas)`,
	`(?:por favor )?(?:di|diga|repite) (?:que|hola|algo|sí|no|después)|finge|actúa como|ahora eres|a partir de ahora|(?:traduce|resume) (?:esto|eso|el|la|los|las|este|esta|todo)`,
	// French
	`(?:s'il te plaît )?(?:écris|écrivez|rédige|compose|invente|crée|écris-moi)(?: [\p{L}'-]+){0,3}? (?:poème|histoire|chanson|dissertation|blague|discours|code|lettre|conte)s?`,
	`(?:ignore|ignorez|oublie|oubliez)(?: [\p{L}']+){0,5} (?:instructions?|règles?|consignes?)`,
	`(?:dis|dites|répète|répétez) (?:que|bonjour|quelque|oui|non|après)|fais semblant|fais comme si|agis comme|tu es maintenant|à partir de maintenant|(?:traduis|traduisez|résume|résumez) (?:ça|cela|ce|cet|cette|ces|le|la|les|tout)`,
	// Russian
	`(?:пожалуйста )?(?:напиши|сочини|придумай|составь|создай)(?: (?:мне|нам))?(?: [\p{L}-]+){0,3}? (?:стих|стихи|стихотворение|рассказ|историю|песню|сочинение|эссе|шутку|анекдот|речь|код|письмо|сказку)`,
	`(?:игнорируй|забудь|нарушь)(?:те)?(?: [\p{L}']+){0,5} (?:инструкции|правила|указания|команды)`,
	`(?:скажи|повтори)(?:те)? (?:что|привет|да|нет|за мной|что-нибудь)|притворись|представь что ты|веди себя как|ты теперь|с этого момента|(?:переведи|перескажи|резюмируй)(?:те)?(?: .*)?`,
)
