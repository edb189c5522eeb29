package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Characters that nobody sees are sorted by what they do to a reader:
//
//   - spelling: part of how a script or an emoji is written;
//   - layout: hints where a line may break, beside blanks and signs; the text reads the same with and without them;
//   - hiding: they split a word so that no search finds it, or carry something that is not shown, or are controls;
//   - reordering: they change the order in which the rest of the line is shown.
//
// What a quote shows must be what its source shows, so text with the last two is never quoted. The first two are
// quoted, byte for byte, and layout is reported.
type effect uint8

const (
	spelling effect = iota
	layout
	hiding
	reordering
)

// hiddenRule marks furniture that holds characters which change what a reader sees without being seen.
const hiddenRule = "invisible characters"

// hideInvisible turns the sentences of quotable blocks that hold a hiding character into furniture, and the lines that
// hold a reordering one.
func hideInvisible(text, lang string, blocks []Block) []Block {
	out := make([]Block, 0, len(blocks))
	for _, b := range blocks {
		if b.Kind == Furniture || !hasInvisible(text[b.Start:b.End]) {
			out = append(out, b)
			continue
		}
		out = append(out, hideParts(text, lang, b)...)
	}
	return out
}

// hideParts cuts a block into runs of lines and sentences that are hidden or not.
func hideParts(text, lang string, b Block) []Block {
	var out []Block
	for start := b.Start; start < b.End; {
		end := start + lineLen(text[start:b.End])
		line := trimSpan(text, Span{start, end})
		switch {
		case line.Len() == 0:
		case worstEffect(text[line.Start:line.End]) == reordering:
			out = append(out, b.part(line, true))
		default:
			for _, s := range splitSentences(text[line.Start:line.End], lang) {
				s = s.Shift(line.Start)
				out = append(out, b.part(s, hasInvisible(text[s.Start:s.End])))
			}
		}
		start = end + 1
	}
	return joinParts(out)
}

// part returns the block of a part of b.
func (b Block) part(s Span, hidden bool) Block {
	b.Span = s
	if hidden {
		b.Kind, b.Rule = Furniture, hiddenRule
	}
	return b
}

// joinParts joins neighbours of one kind.
func joinParts(parts []Block) []Block {
	var out []Block
	for _, p := range parts {
		if n := len(out); n > 0 && out[n-1].Kind == p.Kind {
			out[n-1].End = p.End
			continue
		}
		out = append(out, p)
	}
	return out
}

// invisibleRemarks reports the unseen characters of a document that are more than spelling.
func invisibleRemarks(d *Document) []remark {
	text := d.Text()
	if isPlainASCII(text) {
		return nil
	}
	hidden, harmless := 0, 0
	at := len(text) - len(strings.TrimPrefix(text, byteOrderMark))
	for _, b := range d.Blocks() {
		if b.Rule == hiddenRule {
			harmless += countEffects(text[at:max(at, b.Start)])[layout]
			n := countEffects(text[b.Start:b.End])
			hidden += n[layout] + n[hiding] + n[reordering]
			at = b.End
		}
	}
	harmless += countEffects(text[at:])[layout]
	var notes []remark
	if hidden > 0 {
		notes = append(notes, remark{"it holds " + counted(hidden, "invisible character; what stands around it is never quoted",
			"invisible characters; what stands around them is never quoted"), "delete what is invisible if those sentences matter"})
	}
	if harmless > 0 {
		notes = append(notes, remark{"it holds " + counted(harmless, "invisible character that changes nothing a reader sees, such as a zero-width space; it is quoted",
			"invisible characters that change nothing a reader sees, such as zero-width spaces; they are quoted"),
			"nothing has to be done; words beside an invisible character are harder to find"})
	}
	return notes
}

// countEffects returns how many unseen characters of s have each effect.
func countEffects(s string) (n [reordering + 1]int) {
	eachUnseen(s, func(e effect) { n[e]++ })
	return n
}

// hasInvisible reports whether s holds a character that keeps it from being quoted, or nothing that is seen.
func hasInvisible(s string) bool { return worstEffect(s) > layout }

// worstEffect returns what the worst of the unseen characters in s does. A text that shows nothing at all hides it.
func worstEffect(s string) effect {
	if isPlainASCII(s) {
		return spelling
	}
	worst := spelling
	eachUnseen(s, func(e effect) { worst = max(worst, e) })
	if worst < hiding && s != "" && !strings.ContainsFunc(s, isSeen) {
		return hiding
	}
	return worst
}

func isSeen(r rune) bool { return !isUnseen(r) && !unicode.IsSpace(r) }

// isPlainASCII reports whether s holds nothing but ASCII characters that are seen, and white space.
func isPlainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && (c < '\t' || c > '\r') {
			return false
		}
	}
	return true
}

// eachUnseen calls visit for every unseen character of s. What one does depends on what is seen on both sides, so a run
// of them is judged together.
func eachUnseen(s string, visit func(effect)) {
	for i := 0; i < len(s); {
		start := strings.IndexFunc(s[i:], isUnseen)
		if start < 0 {
			return
		}
		start += i
		end := start + runLen(s[start:])
		g := newGap(s[:start], s[end:])
		for i, r := range s[start:end] {
			visit(g.judge(r, i == 0))
		}
		i = end
	}
}

// runLen returns the length of the unseen characters at the beginning of s.
func runLen(s string) int {
	if i := strings.IndexFunc(s, func(r rune) bool { return !isUnseen(r) }); i >= 0 {
		return i
	}
	return len(s)
}

// gap is a place between two characters that are seen, where unseen ones stand.
type gap struct {
	prev, next rune // a space at the ends of the text
	inWord     bool // both sides are letters or digits
	syllables  bool // both sides have two of them
}

func newGap(before, after string) gap {
	g := gap{prev: ' ', next: ' '}
	var n, m int
	if before != "" {
		g.prev, n = utf8.DecodeLastRuneInString(before)
	}
	if after != "" {
		g.next, m = utf8.DecodeRuneInString(after)
	}
	second, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	penult, _ := utf8.DecodeRuneInString(after[m:])
	g.inWord = isWordRune(g.prev) && isWordRune(g.next)
	g.syllables = g.inWord && isWordRune(second) && isWordRune(penult)
	return g
}

// judge says what the unseen character r does in the gap; first is true for the first one there.
func (g gap) judge(r rune, first bool) effect {
	switch {
	case r == '\u202c', r == '\u2069': // the end of what follows: without a beginning on its line it does nothing
		return g.layoutOutsideWords()
	case '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069': // bidirectional embedding, override, isolate
		return reordering
	case r == '\u200f', r == '\u061c': // marks of direction move what is not a letter written from right to left
		return spellingIf(isRightToLeft(g.prev) || isRightToLeft(g.next), hiding)
	case r == '\u200e':
		return spellingIf(isRightToLeft(g.prev) || isRightToLeft(g.next), g.layoutOutsideWords())
	case r == '\u200c', r == '\u200d': // joiners
		return spellingIf(joins(g.prev) && joins(g.next), g.layoutOutsideWords())
	case r == '\u00ad': // a soft hyphen stands between syllables, and no syllable is a single letter
		return spellingIf(g.syllables, g.layoutOutsideWords())
	case isZeroWidth(r), r == '\u034f', '\u2061' <= r && r <= '\u2064':
		return spellingIf(unicode.In(g.prev, unspaced...) && unicode.In(g.next, unspaced...), g.layoutOutsideWords())
	case isVariationSelector(r): // one of them picks the shape of a sign; rows of them can carry a message
		return spellingIf(first && !unicode.IsSpace(g.prev) && !unicode.In(g.prev, cased...), hiding)
	}
	return hiding
}

func spellingIf(is bool, otherwise effect) effect {
	if is {
		return spelling
	}
	return otherwise
}

// layoutOutsideWords returns hiding for what splits a word, unless its script is written without spaces.
func (g gap) layoutOutsideWords() effect {
	if g.inWord && !unicode.In(g.prev, unspaced...) && !unicode.In(g.next, unspaced...) {
		return hiding
	}
	return layout
}

// cased are the scripts whose letters stand alone, so that nothing unseen between two of them is spelling.
var cased = []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic}

// unspaced are the scripts that put no space between words.
var unspaced = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan}

// isUnseen reports whether r shows nothing, or nothing of its own, and is no white space.
func isUnseen(r rune) bool {
	switch {
	case r < 0x7f:
		return r < ' ' && (r < '\t' || r > '\r')
	case r < 0xa0:
		return r != '\u0085'
	case r < '\u034f':
		return r == '\u00ad'
	case '\u3165' <= r && r < '\ufe00': // most of Chinese, Japanese and Korean
		return false
	case r == '\u034f', r == '\u115f', r == '\u1160', r == '\u3164', r == '\uffa0', isVariationSelector(r): // grapheme joiner, Hangul fillers
		return true
	}
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

func isVariationSelector(r rune) bool {
	return '\ufe00' <= r && r <= '\ufe0f' || '\U000e0100' <= r && r <= '\U000e01ef' || '\u180b' <= r && r <= '\u180f'
}

// joins reports whether a joiner beside r is part of the spelling: in scripts whose letters change shape beside each
// other, and in emoji.
func joins(r rune) bool {
	return unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r) ||
		r > unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, cased...)
}

func isRightToLeft(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana)
}
