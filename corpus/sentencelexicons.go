package corpus

// anyLanguage is the key of the lexicon that holds for every language.
const anyLanguage = "mul"

// lexicons by ISO 639-1 code. An abbreviation belongs to one class.
var lexicons = map[string]lexicon{
	anyLanguage: {
		inner: `Mr Mrs Ms Mx Dr Drs Prof Profs Mme Mlle Messrs Capt Col Gen Lt Sgt Cpl Maj Cmdr Adm Gov Sen Rev
			Hon e.g i.e cf viz vs v ca Ste`,
		numbered: `no nos nr vol vols pp p fig figs eq art sec ch chap par op`,
		either:   `St Inc Ltd Co Corp Bros Jr Sr Ph.D Ph.Ds M.Sc B.Sc D.Phil LL.B LL.M LL.D`,
	},
	"en": {
		inner: `Rep Reps Sens Gens Brig Pvt Pfc Supt Insp Det Pres Atty Asst Assoc Amb Treas Fr Msgr Br Mt Mts Ft
			Univ Dept Depts Intl Govt eg ie approx incl excl esp resp et.seq aka c p pp`,
		numbered: `Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec figs eqs ref refs tab app ver ex sect cl para
			paras pt pts lib bk est b d r fl circa ed eds Ala Ariz Calif Conn Fla Colo Mass Minn Wis`,
		either: `Esq LLC Assn Ave Blvd Rd Str Hwy Pkwy Pl Sq al Proc Natl Acad Sci Biol Chem Phys Med Res Clin Exp
			Environ Biochem Biophys Immunol Mol Nucl Cryst Lett Soc`,
		clock: `a.m p.m`,
		labels: `vitamin vitamins hepatitis influenza type group class grade plan phase appendix section figure
			table part point category level option team stage subtype strain protein factor step exhibit war act
			chapter scene volume book title article schedule zone line room block degrees degree example rule`,
		starters: `The A An This That These Those There Then Thus Therefore It Its He His She Her They Their We
			Our You Your I My In On At By For From With Within Without Under Over After Before During Since Until
			While When Where Why How What Who Which Whether If Although Though Because However Moreover
			Furthermore Meanwhile Nevertheless Nonetheless Also And But Or So Yet As Both Each Every Either
			Neither Some Many Most Much All Another Other Others Such Not No One Two Three Several Few Despite
			According Among Between Through Today Here Once Even Only To Of Later Now Instead Additionally Unlike
			Like Is Are Was Were Do Does Did Can Could Would Should Has Have Had Please Let Yes Nor Due Together
			Finally First Second`,
	},
	"de": {
		inner: `z.B d.h u.a i.d.R o.g s.o s.u o.ä u.ä v.a z.T i.A i.V u.U bzw ca vgl sog evtl ggf inkl exkl zzgl
			bspw Hr Hrn Frl Hl hl geb gest verh gegr Dipl Ing Dipl.-Ing Mag jun sen insb zit Prof.Dr ehem ev kath
			röm Fa Dr.med Dr.phil Dr.jur Dr.rer.nat Dr.h.c griech lat engl frz dt Bf`,
		numbered: `Nr Abs Art Bd Bde Kap Abb Tab Ziff S Anm Aufl Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez
			Hrsg`,
		either:   `Mio Mrd Tsd Jh Jhd Jhdt v.Chr n.Chr v.u.Z n.u.Z Str Mil Std Min Sek usf z.Z z.Zt`,
		ordinals: true,
		labels:   `vitamin hepatitis typ gruppe klasse teil phase anhang abschnitt`,
		starters: `Der Die Das Den Dem Des Ein Eine Einer Einem Einen Er Sie Es Wir Ich Ihr Ihre Sein Seine Dies
			Diese Dieser Dieses Diesem In Im Am An Auf Aus Bei Mit Nach Von Vor Zu Zum Zur Für Durch Über Unter Um
			Als Wenn Während Da Dann Danach Damit Daher Dabei Dort Doch Aber Und Oder Auch Obwohl Jedoch Nur Nicht
			Noch So Man Viele Alle Einige Jede Jeder Jedes Beide Was Wer Wie Wo Warum Seit Bis Ohne Gegen Zwischen
			Hier Heute Später Zudem Außerdem Trotz Laut Erst Weil Dass Kein Keine Ab Bereits Allerdings`,
	},
	"fr": {
		inner:    `MM Mgr Me p.ex c.-à-d env av apr éd dir hab Mtre`,
		numbered: `n° janv févr juil sept oct nov déc chap tome réf al`,
		either:   `av.J.-C apr.J.-C J.-C`,
		labels:   `vitamine hépatite type groupe classe partie phase annexe section figure tableau`,
		starters: `Le La Les L Un Une Des Du De Il Elle Ils Elles On Nous Vous Je J Ce Cet Cette Ces C Son Sa Ses
			Leur Leurs En Au Aux À Dans Sur Sous Par Pour Avec Sans Après Avant Pendant Depuis Entre Selon Comme
			Si Mais Et Ou Où Or Donc Ainsi Cependant Toutefois Puis Alors Quand Lorsque Lors Bien Tous Toutes Tout
			Plusieurs Certains Qui Que Qu Quoi Pourquoi Comment Notre Votre Mon Ma Mes D Chez Outre Malgré Aujourd`,
	},
	"es": {
		inner: `Sra Srta Sres Dra Dres Dña D Ud Uds Vd Vds Excmo Ilmo p.ej aprox Mons Fr Gral Lic Ing Arq Profa
			av avda`,
		numbered: `núm núms pág págs cap tomo ene feb mar abr may jun jul ago sept oct nov dic`,
		either:   `EE.UU a.C d.C S.A Cía RR.HH FF.AA`,
		labels:   `vitamina hepatitis tipo grupo clase parte fase anexo sección figura tabla`,
		starters: `El La Los Las Un Una Unos Unas Lo Él Ella Ellos Ellas En Al Del De Con Sin Por Para Según Desde
			Hasta Entre Sobre Tras Durante Este Esta Estos Estas Ese Esa Eso Esto Aquel Su Sus Mi Nuestro Nuestra
			Se Si No Y Pero O Aunque Cuando Como Donde Mientras También Además Sin Así Luego Después Antes
			Entonces Hoy Muchos Todos Algunos Otros Otro Otra Ambos Cada Qué Quién Cómo Porque A Debido`,
	},
	"it": {
		inner:    `sig sigg sig.ra dott dott.ssa avv ing arch prof On Mons S p.es ad.es es cfr ecc.ecc circa`,
		numbered: `pag pagg cap gen feb mar apr mag giu lug ago sett ott nov dic`,
		either:   `a.C d.C S.p.A`,
		labels:   `vitamina epatite tipo gruppo classe parte fase`,
		starters: `Il Lo La I Gli Le L Un Una Uno In Nel Nella Nei Negli Nelle Al Alla Dal Dalla Del Della Con Per
			Da Di Su Sul Tra Fra Dopo Prima Durante Questo Questa Questi Queste Quello Quella È Si Se Non Ma E O
			Anche Come Quando Dove Mentre Perché Che Chi Suo Sua Egli Ella Essi Tutti Molti Alcuni Ogni Così
			Inoltre Tuttavia`,
	},
	"pt": {
		inner:    `Sra Srs Dra Exmo Eng Av séc p.ex aprox D`,
		numbered: `pág págs cap n.º jan fev mar abr mai jun jul ago set out nov dez`,
		either:   `a.C d.C S.A EUA Cia`,
		labels:   `vitamina hepatite tipo grupo classe parte fase`,
		starters: `O A Os As Um Uma Em No Na Nos Nas Ao À De Do Da Dos Das Com Sem Por Para Segundo Desde Até
			Entre Após Durante Este Esta Estes Estas Esse Essa Isso Isto Seu Sua Seus Suas Ele Ela Eles Elas Se
			Não E Mas Ou Embora Quando Como Onde Enquanto Também Além Assim Depois Antes Hoje Muitos Todos Alguns
			Outros Cada`,
	},
	"nl": {
		inner:    `dhr mevr mw ir ing mr drs bijv bv d.w.z o.a m.b.t i.p.v t.o.v z.g ca resp incl excl evt`,
		numbered: `blz nr afb hfst jan feb mrt apr jun jul aug sept okt nov dec`,
		either:   `v.Chr n.Chr mln mld B.V N.V`,
		labels:   `vitamine hepatitis type groep klasse deel fase`,
		starters: `De Het Een In Op Aan Bij Met Na Van Voor Door Over Onder Om Als Toen Terwijl Deze Dit Die Dat
			Hij Zij Ze Wij We Ik Er Daar Dan Maar En Of Ook Hoewel Echter Niet Nog Zo Men Veel Alle Sommige Elke
			Beide Wat Wie Hoe Waar Waarom Sinds Tot Zonder Tegen Tussen Hier Volgens Zijn Haar Hun Later Omdat`,
	},
	"ro": {
		inner:    `dl dna d-na d-l dlui dlor dvs prof ing av acad gen col lt mr cpt sf Sf p.ex cca aprox resp Mt`,
		numbered: `nr pag cap lit alin bl sc ap et ian feb mar apr iun iul aug sept oct noi dec`,
		either:   `î.Hr d.Hr a.Chr d.Chr î.e.n e.n S.A S.R.L str bd jud`,
		labels:   `vitamina hepatita tipul grupa clasa partea faza`,
		starters: `În Un O Unul Una Cel Cea Cei Cele La Pe De Din Dintre Cu Fără Prin Pentru După Înainte Între
			Sub Spre Acest Această Aceasta Acesta Aceste Acestea Acești Aceștia El Ea Ei Ele Noi Eu Se Nu Dar Și
			Iar Sau Deși Când Cum Unde Care Cine Ce Astfel Totuși Apoi Atunci Mulți Toți Toate Unii Unele Fiecare
			Ambele Conform Potrivit Deoarece Dacă Este Sunt Au A Fost Mai Alte Alți`,
	},
	"tr": {
		inner:    `Av Doç Yrd Öğr Gör Arş Uzm Hz bkz örn Sn Alb Org Korg Tümg Ord krş yak`,
		numbered: `s sf no cilt md Md Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara`,
		either:   `M.Ö M.S Ltd Şti A.Ş T.C A.B.D yy Cad Sok Mah vb vd`,
		ordinals: true,
		labels:   `vitamini hepatit tip grup sınıf`,
		starters: `Bu Bir O Şu Onun Onlar Bunun Bunlar Bunu Buna Bununla Ancak Ayrıca Ama Fakat Ve Veya Daha Sonra
			Önce Böylece Çünkü Eğer İlk Son Her Bazı Birçok Çoğu Tüm Bütün Diğer Hem Ne Nasıl Neden Kim Aynı
			Ardından Aslında Özellikle Örneğin Yine Yani Öte Biz Ben Sen Siz Kendi Günümüzde Genel Buna Burada
			Orada`,
	},
	"ru": {
		inner: `т.е т.к т.н напр см ср акад проф доц д-р гр гос ул просп пл пер обл р-н с д кв корп о-в оз св ок
			прим букв англ нем фр лат греч рус г-н г-жа ген`,
		numbered: `№ рис табл гл ст стр п янв фев мар апр июн июл авг сен сент окт ноя дек`,
		either:   `р г гг в вв им н.э до.н.э др пр тыс млн млрд руб коп чел долл т.д т.п и.др и.т.д и.т.п`,
		labels:   `витамин гепатит тип группа класс часть фаза`,
		starters: `В На С Из К По О Об От До За Для При После Перед Под Над Через Между Без У Он Она Оно Они Мы Я
			Вы Это Этот Эта Эти Тот Та Те Его Её Ее Их Как Когда Где Что Кто Почему Если Хотя Но А И Или Однако
			Также Тогда Затем Потом Так Такой Такие Все Всё Многие Некоторые Каждый Другие Более Кроме Согласно Во
			Со Ещё Еще Уже Только Не Ни Поэтому Здесь Там Сегодня Среди Благодаря Несмотря Оба Обе`,
	},
	"uk": {
		inner:    `т.е т.зв тобто напр див ім акад проф вул просп пл обл м с п`,
		numbered: `№ рис табл гл ст стор`,
		either:   `р рр н.е ін тис млн млрд грн т.д т.п`,
		starters: `В У На З Із До По Про Від За Для При Після Перед Під Над Через Між Без Він Вона Воно Вони Ми Я
			Ви Це Цей Ця Ці Той Та Ті Його Її Їх Як Коли Де Що Хто Чому Якщо Хоча Але А І Й Або Однак Також Тоді
			Потім Так Усі Всі Багато Деякі Кожен Інші Більш Крім Згідно Ще Вже Тільки Не Тому Тут Там Серед`,
	},
	"pl": {
		inner:    `np tzn tzw m.in prof dr inż hab mgr ks św gen płk kpt por al ul pl ob zob wg ok tj`,
		numbered: `nr s str rys tab art ust pkt t rozdz`,
		either:   `r w im n.e p.n.e tys mln mld zł godz min itd itp`,
		starters: `W Na Z Ze Do Po O Od Za Dla Przy Przed Pod Nad Przez Między Bez U On Ona Ono Oni One My Ja Ten
			Ta To Te Ci Jego Jej Ich Jak Kiedy Gdy Gdzie Co Kto Czy Jeśli Choć Ale A I Lub Jednak Także Również
			Wtedy Potem Tak Wszystkie Wiele Niektóre Każdy Inne Oprócz Według Jeszcze Już Tylko Nie Dlatego Tutaj
			Tam Wśród Podczas`,
	},
	"vi": {
		inner:    `TP Tp TS ThS GS PGS BS KS Q P`,
		either:   `v.v`,
		numbered: `tr số`,
		labels:   `vitamin loại nhóm lớp`,
		starters: `Các Một Những Trong Ngoài Tại Theo Sau Trước Khi Nếu Tuy Nhưng Và Hoặc Vì Do Bởi Để Với Từ Đến
			Ở Trên Dưới Đây Đó Này Ông Bà Anh Chị Họ Chúng Tôi Nó Cả Mỗi Nhiều Mặc Như Vào Năm Ngày Đã Đang Sẽ Có
			Không Cũng Hiện Tất Cuối Điều Việc`,
	},
	"el": {
		inner:    `π.χ δηλ κ κα κος βλ πρβλ Αγ αγ καθ`,
		numbered: `αρ σελ σ τόμ κεφ`,
		either:   `π.Χ μ.Χ κ.λπ κ.ά κ.α εκ δισ χιλ αι`,
		starters: `Ο Η Το Οι Τα Τον Την Του Της Των Στο Στη Στην Στον Στα Στις Στους Σε Με Από Για Και Αλλά Ή Αν
			Όταν Όπου Πως Που Τι Ποιος Γιατί Αυτό Αυτή Αυτός Αυτοί Αυτά Ένας Μία Μια Ένα Κατά Μετά Πριν Όμως
			Επίσης Έτσι Τότε Εδώ Εκεί Δεν Όλοι Όλα Πολλοί Κάθε Ως Παρά Σύμφωνα`,
	},
	"ar": {inner: `د أ م.م ص`, either: `ق.م ب.م`},
	"hi": {inner: `डॉ डा प्रो श्री पं सं स्व कि.मी मि से.मी ई.पू रु`},
	"sv": {
		inner:    `t.ex d.v.s bl.a s.k dvs m.fl o.s.v ca resp inkl exkl prof f.d fr.o.m t.o.m`,
		numbered: `nr s kap`,
		either:   `f.Kr e.Kr kl mm osv`,
		starters: `Den Det De En Ett Han Hon Vi Jag I På Av Med Efter Före Från Till För Om Under Över Vid När Som
			Men Och Eller Också Även Detta Denna Dessa Där Här Då Så Inte Många Alla Några Varje Enligt Sedan
			Genom Trots`,
	},
	"da": {
		inner:    `f.eks dvs bl.a s.k ca inkl ekskl prof hhv pga mht`,
		numbered: `nr s kap`,
		either:   `f.Kr e.Kr kl mio mia osv`,
		ordinals: true,
		starters: `Den Det De En Et Han Hun Vi Jeg I På Af Med Efter Før Fra Til For Om Under Over Ved Når Som Men
			Og Eller Også Dette Denne Disse Der Her Da Så Ikke Mange Alle Nogle Hver Ifølge Siden Gennem Trods`,
	},
	"no": {
		inner:    `f.eks dvs bl.a s.k ca inkl ekskl prof hhv pga mht`,
		numbered: `nr s kap`,
		either:   `f.Kr e.Kr kl mill mrd osv`,
		ordinals: true,
		starters: `Den Det De En Et Ei Han Hun Vi Jeg I På Av Med Etter Før Fra Til For Om Under Over Ved Når Som
			Men Og Eller Også Dette Denne Disse Der Her Da Så Ikke Mange Alle Noen Hver Ifølge Siden Gjennom Til`,
	},
	"fi": {
		inner:    `esim ks ns mm prof ent t vrt n`,
		numbered: `nro s luku`,
		either:   `eKr jKr klo milj mrd jne yms`,
		ordinals: true,
		starters: `Hän He Se Ne Tämä Nämä Tuo Me Minä Ja Mutta Tai Kun Jos Koska Vaikka Myös Kuitenkin Sitten
			Siellä Täällä Niin Ei Monet Kaikki Jotkut Jokainen Vuonna Lisäksi Ennen Jälkeen`,
	},
	"hu": {
		inner:    `pl ún ill stb dr id ifj özv vö ld kb`,
		numbered: `sz old köt`,
		either:   `i.e i.sz Kr.e Kr.u ezer millió`,
		ordinals: true,
		starters: `A Az Egy Ez Ezek Azok Ő Ők És De Vagy Ha Amikor Mert Bár Is Azonban Ezért Így Majd Itt Ott Nem
			Sok Minden Néhány Több Után Előtt`,
	},
	"cs": {
		inner:    `např tzv tj mj popř resp prof doc ing mgr sv`,
		numbered: `č s str obr tab`,
		either:   `př.n.l n.l stol tis mil`,
		ordinals: true,
		starters: `V Ve Na Z Ze Do Po O Od Za Pro Při Před Pod Nad Mezi Bez U On Ona Ono Oni My Já Ten Ta To Ti Ty
			Jeho Její Jejich Jak Když Kde Co Kdo Pokud Ale A I Nebo Však Také Tak Všechny Mnoho Některé Každý
			Podle Ještě Už Jen Ne Proto`,
	},
}
