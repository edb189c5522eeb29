package analysis

// light lists, by language, words that are in a question to carry others and say little of its subject themselves: in
// "how many people became members" the members tell what is asked. They are compared in the form that the stemmer
// leaves, so most need to be listed in one form only.
var light = map[string]string{
	"en": `people person persons someone something thing things way ways lot number amount become becomes became get
		gets got getting make makes made making take takes took taken go goes went going come comes came coming put
		puts use uses used using let lets keep keeps kept have having`,
	"de": `leute person personen mensch menschen jemand ding dinge sache sachen weise anzahl zahl menge teil teile
		werden machen macht machte gemacht nehmen nimmt nahm genommen kommen kommt kam gekommen gehen geht ging
		gegangen lassen lässt ließ gelassen bringen bringt brachte gebracht stellen stellt halten hält hielt finden
		findet fand gefunden befinden befindet befand liegen liegt lag stehen steht stand bekommen bekam erhalten
		erhält erhielt verwenden verwendet verwendete benutzen benutzt geben`,
	"es": `gente persona personas alguien algo cosa cosas manera modo forma clase número cantidad parte partes hacer
		hace hizo hecho hacen tomar toma tomó poner pone puso venir viene vino ir va usar usa usó usado tener tuvo
		encontrar encuentra encuentran quedar queda llevar lleva llegar llegó convertir convirtió dar da dio`,
	"fr": `gens personne personnes quelque chose choses manière façon nombre quantité partie parties faire font
		prendre prend prit pris mettre met mis venir vient vint venu aller va allé utiliser utilise utilisé trouver
		trouve trouvent devenir devient devenu donner donne rendre`,
	"it": `gente persona persone qualcuno cosa cose modo maniera numero quantità parte parti fare fa fece fatto
		prendere prende preso mettere venire viene venne andare va usare usa usato trovare trova trovano diventare
		diventa diventato dare`,
	"pt": `gente pessoa pessoas alguém coisa coisas maneira modo forma número quantidade parte partes fazer faz fez
		feito tomar pôr vir vem veio ir vai usar usa usado encontrar encontra ficar fica tornar tornou dar`,
	"nl": `mensen mens persoon personen iemand iets ding dingen zaak manier wijze aantal getal deel delen maken maakt
		maakte gemaakt nemen neemt nam genomen komen komt kwam gaan gaat ging laten liet gebruiken gebruikt vinden
		vindt bevinden bevindt liggen ligt geven gaf`,
	"ro": `oameni om oamenii persoană persoane cineva ceva lucru lucruri mod fel număr numărul cantitate parte părți
		face făcut lua luat pune pus veni venit merge mers folosi folosit găsi găsește afla află deveni devenit da dat`,
	"ru": `люди людей людям людьми человек кто-то что-то вещь вещи образ образом способ число количество численность
		часть стать стал стала стали делать сделал сделать брать взять класть положить прийти пришёл идти использовать
		используют находится находятся находиться находился расположен дать стоит получить`,
	"tr": `insan insanlar kişi kişiler biri birisi şey şeyler yol şekil şekilde sayı sayısı miktar kısım yapmak yapar
		yapmıştır almak aldı gelmek geldi gelmektedir gitmek gitti kullanmak kullanılan kullanılır bulunmak bulunur
		bulunmaktadır bulunan olmak vermek verilmiştir verildi`,
	"vi": `người thứ việc cách số lượng phần làm trở thành lấy đi đến ra vào nằm dùng sử dụng đặt vật`,
	"ar": `الناس ناس شخص أشخاص أحد شيء أشياء طريقة شكل كمية جزء يصبح أصبح صار جعل يجعل قام يقوم أخذ يأخذ جاء يأتي ذهب
		استخدام يستخدم تستخدم يقع تقع يوجد توجد`,
}

// lightCharacters lists the same for scripts without spaces: characters that join words, so that a pair with one of
// them is likely no word. Some are part of words too, therefore such pairs count less, and not nothing.
var lightCharacters = map[string]string{
	"zh": "是在和与與为為于於被这這那个個位种種以从從对對有其而及",
	"ja": "はがをにでとのもか",
}
