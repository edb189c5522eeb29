package bot

import "github.com/bwmarrin/discordgo"

// translations are one text in the languages that Discord shows it in; readers of another see the English one.
type translations struct{ english, german, french, spanish, russian string }

func (t translations) translated() map[discordgo.Locale]string {
	return map[discordgo.Locale]string{
		discordgo.German: t.german, discordgo.French: t.french, discordgo.SpanishES: t.spanish,
		discordgo.SpanishLATAM: t.spanish, discordgo.Russian: t.russian,
	}
}

// descriptions describe the commands, subcommands and options by name, in at most 100 characters.
var descriptions = map[string]translations{
	commandAsk: {
		"Ask a question; the answer quotes the documents word for word",
		"Eine Frage stellen; die Antwort zitiert die Dokumente wörtlich",
		"Poser une question ; la réponse cite les documents mot pour mot",
		"Hacer una pregunta; la respuesta cita los documentos palabra por palabra",
		"Задать вопрос; в ответ — дословные цитаты из документов",
	},
	optionQuestion: {
		"What you want to know, in your own words",
		"Was du wissen willst, in deinen Worten",
		"Ce que vous voulez savoir, avec vos mots",
		"Lo que quieres saber, con tus palabras",
		"Что вы хотите узнать, своими словами",
	},
	optionSource: {
		"Answer from one source only: begin to type its name and pick it",
		"Nur aus einer Quelle antworten: Namen eintippen und auswählen",
		"Répondre d’après une seule source : tapez le début de son nom",
		"Responder solo con una fuente: empieza a escribir su nombre",
		"Отвечать только по одному источнику: начните вводить его название",
	},
	optionPrivate: {
		"Show the answer to you alone",
		"Die Antwort nur dir zeigen",
		"Ne montrer la réponse qu’à vous",
		"Mostrar la respuesta solo a ti",
		"Показать ответ только вам",
	},
	commandSources: {
		"List the documents that answers are quoted from",
		"Die Dokumente auflisten, aus denen zitiert wird",
		"Lister les documents d’où viennent les citations",
		"Listar los documentos de los que se cita",
		"Список документов, из которых берутся цитаты",
	},
	commandAbout: {
		"What this bot is, what it answers from, and what it keeps",
		"Was dieser Bot ist, woraus er antwortet und was er speichert",
		"Ce qu’est ce bot, d’où il répond et ce qu’il conserve",
		"Qué es este bot, de dónde responde y qué guarda",
		"Что это за бот, откуда ответы и что он хранит",
	},
	commandCorpus: {
		"For moderators: the documents that answers are quoted from",
		"Für Moderatoren: die Dokumente, aus denen zitiert wird",
		"Pour les modérateurs : les documents cités",
		"Para moderadores: los documentos que se citan",
		"Для модераторов: документы, из которых берутся цитаты",
	},
	subcommandStatus: {
		"What is served now and how the last reload went",
		"Was gerade gilt und wie das letzte Neuladen ausging",
		"Ce qui est servi et le résultat du dernier rechargement",
		"Qué se usa ahora y cómo fue la última recarga",
		"Что используется сейчас и чем закончилась последняя перезагрузка",
	},
	subcommandReload: {
		"Read the documents anew and answer from them",
		"Die Dokumente neu einlesen und daraus antworten",
		"Relire les documents et répondre d’après eux",
		"Volver a leer los documentos y responder con ellos",
		"Прочитать документы заново и отвечать по ним",
	},
	subcommandCheck: {
		"What a reload would change, and what is wrong with the files",
		"Was ein Neuladen ändern würde und was an den Dateien nicht stimmt",
		"Ce qu’un rechargement changerait et les problèmes des fichiers",
		"Qué cambiaría una recarga y qué falla en los archivos",
		"Что изменит перезагрузка и что не так с файлами",
	},
}

// messageCommands are the names of the commands in a message's menu, in at most 32 characters.
var messageCommands = map[string]translations{
	commandFind:        {"Find sources", "Quellen finden", "Trouver des sources", "Buscar fuentes", "Найти источники"},
	commandCheckQuotes: {"Check quotes", "Zitate prüfen", "Vérifier les citations", "Comprobar citas", "Проверить цитаты"},
}
