package corpus

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The rules here look at one line's own words. They are compared in lower case, without signs and numbers. A weak
// phrase, such as "Home", is furniture only beside other furniture.

// A phrase ending in " *" is the beginning of a line; any other is a whole line. Alternatives are separated by bars.
type phrases struct {
	rule string
	weak bool
	text string
}

const (
	ruleShare    = "share bar"
	ruleRelated  = "related articles"
	ruleComments = "comments"
	ruleAuthor   = "author box"
	rulePitch    = "pitch"
	ruleAdvert   = "advert"
	ruleNav      = "navigation"
	ruleCookies  = "cookie notice"
	ruleRights   = "copyright line"
	ruleCode     = "shortcode"
	ruleTeaser   = "teaser"
	ruleRule     = "separator"
	ruleDesk     = "desk credit"
)

var furniturePhrases = []phrases{
	{ruleShare, false, "share this|share this article|share this story|share this post|share this page|share on facebook|share on twitter|share on x|" +
		"share on linkedin|share on whatsapp|share on telegram|share on reddit|share on pinterest|share via email|share by email|email this|email this article|" +
		"tweet this|pin it|click to share *|share this with *|copy link|copy link to clipboard|link copied|print this article|print this page|" +
		"save this article|save for later|listen to this article|listen to article|follow us|follow us on *|find us on *|like us on *|connect with us|" +
		"auf facebook teilen|artikel teilen|teilen auf *|partager sur *|partager cet article|compartir en *|compartir este artículo|" +
		"condividi su *|поделиться|поделиться в *|подписывайтесь на *"},
	{ruleShare, true, "share|tweet|pin|print|email|e-mail|facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|tiktok|shares|" +
		"save|bookmark|like|views|min read|minute read|font size|a a|teilen|partager|compartir|condividi|drucken|imprimer"},
	{ruleNav, false, "skip to content|skip to main content|skip to navigation|skip navigation|jump to content|toggle navigation|open menu|close menu|main menu|" +
		"back to top|back to top button|go to top|scroll to top|to top|return to homepage|back to homepage|previous article|next article|previous post|next post|" +
		"previous story|next story|previous post:*|next post:*|previous article:*|next article:*|older posts|newer posts|post navigation|" +
		"leave this field empty|loading|please wait|search for:|view all|view all posts|view all posts by *|show more|load more|see all|" +
		"nach oben|zum inhalt springen|zurück nach oben|retour en haut|aller au contenu|volver arriba|ir al contenido|наверх|" +
		"click to enlarge|enlarge this image|toggle caption|hide caption|view gallery|view photos|play video|watch video|video player is loading|" +
		"your browser does not support *|javascript is disabled *|please enable javascript *"},
	{ruleNav, true, "home|homepage|menu|search|news|world|business|sport|sports|politics|opinion|opinions|culture|arts|lifestyle|life|health|science|tech|technology|" +
		"travel|weather|local|national|international|economy|markets|entertainment|education|environment|video|videos|photos|podcasts|podcast|magazine|" +
		"newsletters|newsletter|about|about us|contact|contact us|careers|jobs|advertise|advertise with us|privacy|privacy policy|cookie policy|cookies|" +
		"terms|terms of use|terms of service|terms and conditions|sitemap|site map|rss|faq|help|login|log in|sign in|sign up|register|subscribe|" +
		"my account|donate|events|archive|archives|tags|categories|topics|more|close|next|previous|prev|imprint|impressum|datenschutz|kontakt|" +
		"startseite|accueil|inicio|главная|контакты|новости"},
	{ruleRelated, false, "related|related articles|related article|related posts|related post|related stories|related story|related news|related topics|related coverage|" +
		"check also|also read|read also|see also:*|read more:*|read also:*|also read:*|read:*|read next|read next:*|related:*|related story:*|related article:*|" +
		"recommended:*|see more:*|watch:*|watch also:*|more:*|don't miss|don't miss:*|don’t miss:*|don’t miss|must read|must read:*|you may also like|" +
		"you might also like|you may also be interested in|you may also like:*|you might also like:*|you may like|you might like|recommended for you|" +
		"recommended|recommended reading|recommended articles|recommended stories|suggested for you|what to read next|up next|most read|most popular|" +
		"most viewed|most shared|popular posts|popular stories|popular news|popular now|trending|trending now|trending stories|trending news|" +
		"trending articles|latest news|latest stories|latest posts|latest articles|latest headlines|recent posts|recent articles|recent news|recent stories|" +
		"more stories|more news|more articles|more on this story|more on this topic|more like this|more in this series|more from *|other news|" +
		"top stories|editor's picks|editors' picks|editor’s picks|editors’ picks|editors picks|from the web|around the web|sponsored stories|" +
		"read more|continue reading|continue reading *|read the full story|read full article|read the full article|keep reading|" +
		"mehr zum thema|lesen sie auch|lesen sie auch:*|das könnte sie auch interessieren|weitere artikel|auch interessant|meistgelesen|mehr dazu|" +
		"lire aussi|lire aussi:*|à lire aussi|à lire aussi:*|sur le même sujet|articles similaires|les plus lus|lea también|lea también:*|lea también *|" +
		"lee también|lee también:*|te puede interesar|te puede interesar:*|noticias relacionadas|artículos relacionados|más leídas|leggi anche|leggi anche:*|" +
		"articoli correlati|leia também|leia também:*|читайте также|читайте также:*|по теме|материалы по теме|похожие статьи"},
	{ruleComments, false, "comments are closed|comments are off|comments are disabled|comments are closed *|comments off|comments off on *|leave a comment|leave a reply|" +
		"leave a response|leave your comment|add a comment|add comment|post a comment|post comment|write a comment|no comments|no comments yet|be the first to comment|" +
		"show comments|view comments|hide comments|join the conversation|join the discussion|cancel reply|log in to comment|login to comment|sign in to comment|" +
		"you must be logged in to post a comment|your email address will not be published *|required fields are marked|save my name email *|save my name *|" +
		"notify me of follow-up comments *|notify me of new posts *|kommentare|kommentar schreiben|einen kommentar hinterlassen|schreibe einen kommentar|" +
		"laisser un commentaire|deja una respuesta|dejar un comentario|deja un comentario|оставить комментарий|добавить комментарий|комментарии"},
	{ruleComments, true, "comments|comment|reply|discussion"},
	{ruleAuthor, false, "about author|about the author|about the authors|about the writer|author bio|author|more by this author|posts by this author|written by|" +
		"über den autor|über die autorin|à propos de l'auteur|à propos de l’auteur|sobre el autor|об авторе|авторы"},
	{ruleDesk, false, "reporting by *|additional reporting by *|reporting and writing by *|writing by *|editing by *"},
	{rulePitch, false, "subscribe now|subscribe today|subscribe to our *|subscribe to the newsletter|subscribe for free|sign up now|sign up for our *|sign up to our *|" +
		"sign up for the newsletter *|sign up for our newsletter|sign up to receive *|sign up here|sign up for free|join our newsletter *|join our mailing list *|join our telegram *|" +
		"join our whatsapp *|join us on telegram *|get our newsletter *|get the newsletter *|our newsletter|newsletter signup|newsletter sign-up|enter your email|" +
		"enter your email address|your email|your email address|email address|get the latest news *|get the latest stories *|get our best stories *|" +
		"stay up to date with our *|become a member|become a member *|become a supporter *|become a patron *|become a subscriber *|support us|support us *|" +
		"support our work|support our work *|support our journalism|support our journalism *|support independent journalism *|support independent journalism|" +
		"support quality journalism *|support local journalism *|support journalism *|help us keep *|make a donation|make a donation *|donate now|" +
		"donate today|donate to support *|please donate *|please consider donating *|please consider supporting *|please consider subscribing *|" +
		"consider supporting our *|if you value our *|if you enjoyed this article *|if you liked this article *|thank you for reading|thanks for reading|" +
		"download our app|download our app *|download the app|get the app|already a subscriber *|to continue reading *|this article is for subscribers *|" +
		"unlimited access to *|start your free trial *|create a free account *|newsletter abonnieren|jetzt abonnieren|abonnieren sie *|abonnez-vous *|" +
		"inscrivez-vous à *|suscríbete *|suscríbase *|подпишитесь на *|подписаться на *"},
	{ruleAdvert, false, "advertisement|advertisements|advertisement - scroll to continue *|advertisement scroll to continue *|advertising|ad feedback|" +
		"sponsored|sponsored content|sponsored by *|promoted content|promoted|paid content|story continues below *|article continues below *|" +
		"article continues after *|story continues after *|continue reading below|continue below *|anzeige|werbung|publicité|publicidad|pubblicità|реклама|" +
		"remove ads|report this ad|why this ad"},
	{ruleCookies, false, "we use cookies *|this site uses cookies *|this website uses cookies *|our site uses cookies *|our website uses cookies *|" +
		"we and our partners *|we and our third-party partners *|we value your privacy|accept cookies|accept all|accept all cookies|reject all|manage cookies|" +
		"cookie settings|cookie preferences|manage preferences|privacy settings|by using this site you agree *|by continuing to use this site *|" +
		"by continuing to browse *|diese website verwendet cookies *|wir verwenden cookies *|ce site utilise des cookies *|" +
		"este sitio utiliza cookies *|utilizamos cookies *|мы используем файлы cookie *"},
	{ruleRights, false, "all rights reserved|all rights reserved *|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены"},
}

// longestFurniture bounds the bytes of a line that can be furniture as a whole by its own words.
const longestFurniture = 500

// phraseBook finds the phrase that a line is or begins with.
type phraseBook struct {
	whole  map[string]phrases
	starts map[string][]phraseStart // by first word
}

type phraseStart struct {
	text string
	phrases
}

var book = newPhraseBook(furniturePhrases)

func newPhraseBook(list []phrases) phraseBook {
	b := phraseBook{map[string]phrases{}, map[string][]phraseStart{}}
	for _, p := range list {
		for text := range strings.SplitSeq(p.text, "|") {
			if begins, ok := strings.CutSuffix(text, "*"); ok {
				begins = strings.TrimSpace(begins)
				first, _, _ := strings.Cut(begins, " ")
				b.starts[first] = append(b.starts[first], phraseStart{begins, p})
				continue
			}
			b.whole[strings.TrimSuffix(text, ":")] = p
		}
	}
	return b
}

// find returns the phrase that the words are or begin with.
func (b phraseBook) find(words []string) (phrases, bool) {
	if len(words) == 0 {
		return phrases{}, false
	}
	line := strings.Join(words, " ")
	if p, ok := b.whole[strings.TrimSuffix(line, ":")]; ok {
		return p, true
	}
	for _, s := range b.starts[words[0]] {
		if strings.HasPrefix(line, s.text) && (len(line) == len(s.text) || line[len(s.text)] == ' ') {
			return s.phrases, true
		}
	}
	return phrases{}, false
}

// plainWords returns the words of s in lower case, without signs around them and without those that have no letter.
// A colon after a word is kept.
func plainWords(s string) []string {
	var out []string
	for _, w := range strings.Fields(strings.ToLower(s)) {
		bare := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		colon := strings.HasSuffix(w, ":")
		switch {
		case bare != "" && colon:
			out = append(out, bare+":")
		case bare != "":
			out = append(out, bare)
		case colon && len(out) > 0: // French sets it apart
			out[len(out)-1] += ":"
		}
	}
	return out
}

// labelWords labels a line by its own words. A related link must look like a title, so that a sentence that happens to begin like one is kept.
func labelWords(p part) part {
	if len(p.text) > longestFurniture || p.Kind != Paragraph {
		return p
	}
	words := plainWords(p.text)
	found, ok := book.find(words)
	switch {
	case isSeparator(p.text):
		return p.as(Furniture, ruleRule)
	case p.text[0] == '[' && wholeShortcode.MatchString(p.text):
		return p.as(Furniture, ruleCode)
	case copyrightLine.MatchString(p.text):
		return p.as(Furniture, ruleRights)
	case isShareBar(words):
		return p.as(Furniture, ruleShare)
	case isNavigation(p.text):
		return p.as(Furniture, ruleNav)
	case !ok:
		return p
	case found.weak:
		p.weak = found.rule
		return p
	case found.rule == ruleRelated && (p.words > 25 || p.ending == endsStop && p.words > 4):
		return p
	case found.rule == rulePitch && p.words > 60, (found.rule == ruleRights || found.rule == ruleDesk) && p.words > 30:
		return p
	}
	return p.as(Furniture, found.rule)
}

var (
	// A shortcode is told from a remark in brackets by its quoted attributes, its slash or its name.
	shortcodePattern = `\[(?:/[a-z][\w-]*|[a-z][\w-]*\s[^\[\]]*=["'“”‘’«»][^\[\]]*|(?:url|img|size|color|quote)=[^\[\]]*|(?:gallery|embed|caption|adrotate|ad|toc)\b[^\[\]]*)\]`
	wholeShortcode   = regexp.MustCompile(`^(?:` + shortcodePattern + `\s*)+$`)
	headShortcode    = regexp.MustCompile(`^(?:` + shortcodePattern + `\s*)+`)
	tailShortcode    = regexp.MustCompile(`(?:\s*` + shortcodePattern + `)+$`)

	copyrightLine = regexp.MustCompile(`(?i)^(?:copyright\s*)?(?:©|\(c\)|&copy;|copyright\s)\s*(?:copyright\s*)?(?:19|20)\d\d\b.{0,160}$`)
)

// isSeparator reports whether s is a line drawn with signs.
func isSeparator(s string) bool {
	return len(s) >= 3 && strings.Trim(s, "-=_*~•·—– ") == ""
}

var shareWords = strings.Fields("share tweet pin facebook twitter x linkedin whatsapp telegram reddit pinterest email e-mail print messenger " +
	"vk viber tumblr pocket flipboard copy link save more on via this post in opens new window shares sms instagram youtube tiktok mastodon bluesky threads")

var networks = strings.Fields("facebook twitter linkedin whatsapp telegram reddit pinterest messenger vk viber tumblr flipboard instagram youtube tiktok mastodon bluesky")

// isShareBar reports whether the words are nothing but the names of networks and what to do there.
func isShareBar(words []string) bool {
	named := 0
	for _, w := range words {
		w = strings.TrimSuffix(w, ":")
		if !slices.Contains(shareWords, w) {
			return false
		}
		if slices.Contains(networks, w) || w == "share" || w == "tweet" {
			named++
		}
	}
	return named >= 2
}

// isNavigation reports whether s is a row of short links that holds a page every site has.
func isNavigation(s string) bool {
	if len(s) > 300 || !strings.ContainsAny(s, "|›»>/•·→") {
		return false
	}
	cells := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("|›»>/•·→", r) })
	if len(cells) < 2 {
		return false
	}
	common := 0
	for _, c := range cells {
		if countWords(c) > 4 {
			return false
		}
		if p, ok := book.find(plainWords(c)); ok && (p.rule == ruleNav || p.rule == ruleShare) {
			common++
		}
	}
	first, ok := book.find(plainWords(cells[0]))
	home := ok && first.rule == ruleNav && strings.HasPrefix(strings.ToLower(strings.TrimSpace(cells[0])), "home")
	return home || len(cells) >= 3 && common*2 >= len(cells)
}
