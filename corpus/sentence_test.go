package corpus

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pullquote/internal/sharedtest"
)

// A bar marks where a sentence ends; it is not part of the text.
var sentenceTests = map[string][]string{
	"": {
		"",
		" \n\t ",
		"...",
		"? ! .",
		"one",
		"Only a heading",
		"First one.| Second one.",
		"  Blanks around.  | And between.\n",
		"The line is\nhard wrapped and goes\non.| Here is\nanother.",
		"all in small letters.| as people chat!| do they?| yes",
	},
	"en": {
		// Abbreviations, inside a sentence and at its end.
		"The U.S. Senate met in the U.S.| The vote was close.",
		"Mr. Fox met Dr. Owl and Prof. Hare near St. Swan.| They ate.",
		"Lt. Gen. Otter and Lt-Col. Mole saluted.| Sgt. Vole did not.",
		"See No. 5 and Nos. 7 of vol. 2, pp. 3 and Fig. 4.| Then go.",
		"He said no.| She said yes.",
		"It opened on Jan. 7 and closed in Jan.| Nobody came.",
		"At 9:07 p.m. Bob Hare came.| It was 9 p.m.| Bob left.",
		"8 a.m.\nto\n3 p.m.",
		"The train left at 9:07 p.m.| Passengers cheered.",
		"It left at 9 p.m. Monday and at 5 a.m. EST.| It was late.",
		"Bring fruit, e.g. Apples or Pears, i.e. Something sweet.| Thanks.",
		"Fox vs. Hare ended in a draw.| Fox v. Mole did not.",
		"Otter Inc. Chairman Bob met Badger Ltd. of Mole & Co. today.| He sold Otter Inc.| The price is secret.",
		"Owl et al. (2004) and Hare et al. Found nothing new.",
		"They sold pens, paper, etc.| Business was good.",
		"He has a Ph.D. in physics.| She has a Ph.D.| They met.",
		"The J.R.R. Badger museum is in Washington, D.C.| It is free.",
		"Published in J. Biol. Chem. 12, 3.| It was read.",
		"She lives on Elm St.| The house is red.",
		// Initials and letters that are none.
		"J. K. Badger and George W. Hare wrote it.| A. Mole read it.",
		"Eat more vitamin C.| Oranges have it.| Choose plan B.| Go.",
		"It melts at 40 °C.| Ice does at 0 °C.",
		"He drove 60 km/h.| Nobody saw.",
		"You are taller than I.| Bob is small.",
		"World War I.| Germany lost.| World War II.| France won.",
		// Numbers.
		"It grew 3.5 percent to £ 2 billion.| Costs fell 0.5.| Albumin rose.",
		"Version v1.2.3 is out.| Use go1.26.8.| Done.",
		"It began in 2009.| 15 people came.| $5 was the price.",
		"1. First item",
		"1.) Read it.| 2.) Keep it.",
		"[1.] Read it.",
		"Step 1. Open the den.| Step 2. Go in.| Figure 3. A fox.",
		"1. First do this.| 2. Then do that.| (3) Rest.",
		"a) Read.| b) Write.",
		"IV. The fourth part begins.| It is long.",
		// Names of files and places on the web.
		"Open example.com or www.example.org.| Edit main.go and Node.js files.",
		"Write to fox@den.example.| See http://den.example/a.B?c=D!| Good.",
		"Install .NET and ASP.NET now.| Call Console.WriteLine(x) next.",
		// Quotes and brackets.
		`"Away with you." he said and went.| Nobody moved.`,
		"“Stop!” she said.| “Why?” Bob Hare asked.| “Because!”",
		"They sang “Run!” (1964) and left.| They sang “Stay!”| (It was loud.)",
		"It took “no less than a week.”| Next came rain.",
		"‘It is late.’| ‘So it is.’",
		`He said, "I came."| Then he left.| "And now?"| She smiled.`,
		"He slept (it was late).| She did not.",
		"(It was late.| He slept.)| She did not.",
		"The owl (it was old. It had seen much) flew off.| It rained.",
		"The owl (old!) flew.| The band [...] played.| It (?) was loud.",
		"He left.)| She stayed.",
		// Missing and doubled marks.
		"A text with no end",
		"It ends here.| But this does not",
		"What?!| No!!!| Really??| Yes.",
		"Well... perhaps.| So it ended...| The rest is known.| And… so on.| It ended…| Nobody knew.",
		"Wait... I think so.",
		"He waited . . . and waited.",
		"Is it? maybe.| Hooray! they cried.",
		// Blanks before marks, as in tokenised text.
		"It took the whole winter .| Every badger knew .",
		"He shouted `` Stop ! '' and left .",
		"They were `` very late . ''| It was dark ( and cold ) .| He said ' no . '| Then he left .",
		"Hon . Otter met George W . Hare .| All went well .",
		"Is it late ?| It is !| Good .",
		"It was built in 1901 . [ 6 ]| The owner lived there .",
		// No blank behind the mark.
		"They meant to sell the old mill. rivers near it froze.",
		"They walked to the river.|The next day it rained.| Nobody was on Mars.|In spring they left.",
		"It ended.¹|A. Hare came.",
		"Is it safe?|No.| Go in!|Then look around.",
		"It ended.”|Next came Bob.| It rained.[3]|They left.",
		// Citations and the like.
		"It was late.[1]| Everybody slept.[2][3]| It rained.[note 4]| Done.",
		"It was late. [12]| Everybody slept.¹²| Fine.",
		"It was *very late.*| He slept.| **Stop!**| Go on.",
		"It rained.<br><br>| Then it snowed.<br/>",
		// Emoji.
		"We won!🎉🎉| Thanks a lot. 👍🏽| See you.",
		"Done.|\n👉 Read on",
		// Case that is part of the word.
		"Sales rose. | iPhone sales fell.| The gene was cut.| mRNA levels fell.| p53 did not.",
		"She joined Yahoo! Japan.| It paid well.",
		"One; two; three: Four; Five.",
		"— Go home.| — No.| – Why?",
		"Not one, etc., but two.",
	},
	"de": {
		"Am 7. Januar kam er.| Im 19. Jahrhundert nicht.| Er war 47.| Die Frau war 46.",
		"Das war 1999.| Niemand wusste es.| Es stand 24:10.| Hasen jubelten.",
		"Obst, z. B. Äpfel, d. h. Kernobst, u. a. Birnen.| Das schmeckt.",
		"Obst, z.B. Äpfel, mag Dr. Dachs bzw. Frau Igel.| Ja.",
		"Der Krug aus dem 4. Jahrtausend v. Chr. zerbrach.| Er stammt von 300 v. Chr.| Die Scherben fehlen.",
		"Kaiser Otto II. Dachs schlief.| Es kostet 3 Mio. Euro, usw.| Fertig.",
		"„Halt!“, rief sie.| „Ich komme.“| Er ging.| »Nein.«| »Doch!«",
		"Dr. med. Igel kam zur Fa. Dachs.| (Vgl. Abb. 3.)| Ende.",
		"Siehe Nr. 5, Abs. 2 auf S. 17.| Es ist gut.",
	},
	"fr": {
		"« Bonjour ! » dit-il.| « Ça va ? »| Oui.| Non !",
		"M. Renard et Mme Loutre virent le Dr Hibou.| J. Blaireau vint.",
		"En 52 av. J.-C. Alésia tomba.| C’était p. ex. Un siège.| L’hiver vint.",
		"Il est tard.| À demain.| Écoutez…| C’est fini.",
	},
	"es": {
		"¡Hola!| ¿Qué tal?| Bien.| ¿y tú?",
		"El Sr. Zorro y la Dra. Nutria viven en EE. UU. Norte.| Vinieron de EE. UU.| El viaje fue largo.",
		"Nació en 300 a. C. Roma era pequeña.| Véase pág. 5.| Fin.",
	},
	"pt": {"O Sr. Lobo leu a pág. 5.| A Dra. Raposa não."},
	"it": {"Il Sig. Volpe lesse pag. 5.| La S.p.A. Tasso fallì.| È tardi."},
	"nl": {"De heer drs. Das las o.a. Boeken.| Het regende."},
	"ro": {
		"Dl. Vulpe a citit nr. 5, art. 3.| În anul 300 î.Hr. Roma era mică.| S-a născut în 50 d.Hr.| Apoi a plecat.",
		"„Stai!” a spus ea.| „Bine.”| A plecat.",
	},
	"tr": {
		"Dr. Tilki 7. Sokakta oturur.| II. Murat geldi.| Yıl 1451.| Bu doğru.",
		"Elma, armut vb. Meyveler var.| M.Ö. Roma küçüktü.",
	},
	"vi": {"Ông ở TP. Huế cùng TS. Minh.| Trời mưa.| Ai đó?| Không."},
	"el": {"Τι είναι;| Δεν ξέρω· ίσως.| Ο κ. Αλεπού ήρθε.| Το 300 π.Χ. Ρώμη."},
	"ru": {
		"В. В. Лисов и А.С. Барсуков пришли.| Дождь шёл.",
		"В 1999 г. Москва росла.| Это было в 1998 г.| Он уехал.",
		"Фрукты, т. е. Яблоки, и т. д.| Они вкусны.",
		"«Стой!» — сказал он.| «Иду.»| Она ушла.",
		"Жил в США.| Барсук жил на ул. Лесной, д. 5.| Скорость 10 Гбит/с.| Всё.",
	},
	"uk": {"Він жив на вул. Лісовій.| Це було в 1998 р.| Він поїхав."},
	"zh": {
		"天气很好。|我们出去走走吧！|去哪里？|公园……也行。|好。",
		"他说：“你好。”|她走了。|（很晚了。）|“真的吗？”|是。",
		"他住在U.S.很久。|版本是3.5。|完",
	},
	"ja": {
		"今日は晴れです。|明日は雨？|はい！",
		"「はい。そうです。」と彼は言った。|彼は帰った。",
		"彼は「行く。」と言った。|『本』を読む。",
		"「行こう。」|彼女は笑った。",
	},
	"ko": {"오늘은 맑다.| 내일은 비가 온다.| 정말?| 네."},
	"ar": {
		"كان ذلك عام 1999 م.| ثم انتهى.",
		"وصل القطار متأخرا.| هل نام الجميع؟| نعم!| نامو",
		"جاء د. سالم، ثم ذهب؛ لم يعد.| انتهى.",
	},
	"ur": {"وہ گھر گیا۔| بارش ہوئی۔"},
	"hi": {"वह घर गया।| डॉ. शर्मा आए।| क्या हुआ?| कुछ नहीं।"},
	"hy": {"Նա գնաց։| Անձրև եկավ։"},
	"pl": {"Widział np. Lisa i prof. Borsuka.| To był 1998 r.| On wyjechał."},
	"sv": {"Han såg t.ex. Räven.| Det regnade.| ”Nej.”| ”Jo!”"},
	"cs": {"Bylo to 7. Ledna.| V noci pršelo."},
	"fi": {"Hän näki esim. Ketun.| Se oli 7. Päivä."},
	"xx": {"Dr. Vulpo vidis no. 5.| La nokto venis."},
}

func TestSplitSentences(t *testing.T) {
	for lang, tests := range sentenceTests {
		for _, marked := range tests {
			text := strings.ReplaceAll(marked, "|", "")
			var want, got []string
			for part := range strings.SplitSeq(marked, "|") {
				if part = strings.TrimSpace(part); part != "" {
					want = append(want, part)
				}
			}
			for _, s := range checkedSentences(t, text, lang) {
				got = append(got, text[s.Start:s.End])
			}
			if !slices.Equal(got, want) {
				t.Errorf("splitSentences(%q, %q)\n got %q\nwant %q", text, lang, got, want)
			}
		}
	}
}

func TestLexiconsHaveOneClassPerAbbreviation(t *testing.T) {
	for lang, l := range lexicons {
		seen := map[string]bool{}
		for word := range strings.FieldsSeq(strings.Join([]string{l.inner, l.numbered, l.either, l.clock}, " ")) {
			if seen[word] {
				t.Errorf("%s: %s is listed twice", lang, word)
			}
			seen[word] = true
		}
	}
}

// However long a text without stops is, it is one sentence.
func TestSplitSentencesRunsOn(t *testing.T) {
	for _, part := range []string{"and so on ", "word, ", "(", "“", `"`, " ", ".", "a.", "1.", "( a. B ", "A. ", "!) ", "é", "。", "🎉"} {
		text := "It goes on " + strings.Repeat(part, 20_000)
		spans := checkedSentences(t, text, "en")
		if part == "and so on " && len(spans) != 1 {
			t.Errorf("%d sentences in a text without stops, want 1", len(spans))
		}
	}
}

// checkedSentences returns splitSentences(text, lang) and fails the test where that breaks its contract.
func checkedSentences(t *testing.T, text, lang string) []Span {
	t.Helper()
	spans := splitSentences(text, lang)
	end := 0
	for _, s := range spans {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("splitSentences(%.200q, %q) = %v: empty, out of order or outside", text, lang, spans)
		}
		sentence := text[s.Start:s.End]
		if !utf8.ValidString(sentence) || strings.TrimSpace(sentence) != sentence {
			t.Fatalf("splitSentences(%.200q, %q) has %q: cut inside a character or not trimmed", text, lang, sentence)
		}
		checkBlank(t, text[end:s.Start])
		end = s.End
	}
	checkBlank(t, text[end:])
	return spans
}

func checkBlank(t *testing.T, gap string) {
	t.Helper()
	if strings.ContainsFunc(gap, func(r rune) bool { return !isBlank(r) }) {
		t.Fatalf("splitSentences left out %q", gap)
	}
}

func TestSplitSentencesOnRealText(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedtest.Path(t, "eval"), "*", "corpus.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpora: %v", err)
	}
	for _, file := range files {
		for _, doc := range readTexts(t, file) {
			checkedSentences(t, doc.Text, doc.Lang)
		}
	}
}

type textRecord struct{ Text, Lang string }

func readTexts(t *testing.T, path string) []textRecord {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []textRecord
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var r textRecord
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		out = append(out, r)
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return out
}

func FuzzSplitSentences(f *testing.F) {
	for lang, tests := range sentenceTests {
		for _, text := range tests {
			f.Add(text, lang)
		}
	}
	f.Fuzz(func(t *testing.T, text, lang string) {
		if !utf8.ValidString(text) {
			t.Skip("a canonical text is valid UTF-8")
		}
		checkedSentences(t, text, lang)
	})
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", nil}, {" \n", nil}, {" No stop ", []string{"No stop"}},
		{"Mr. Holm spoke at 5 p.m. on Monday. He left!", []string{"Mr. Holm spoke at 5 p.m. on Monday.", "He left!"}},
		{"渡船十点开。港口关闭了。", []string{"渡船十点开。", "港口关闭了。"}},
	} {
		var got []string
		for _, at := range Sentences(tt.text) {
			got = append(got, tt.text[at.Start:at.End])
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Sentences(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}
