package quality

// knownSet is what is known about a public question set, and what is aimed for on it.
type knownSet struct {
	name, what, licence string
	targets             []target
}

// target is the value that a figure should reach: at least, or at most where less is better.
type target struct {
	figure string
	// kind restricts the figure to questions of one kind, anyKind to those of each; "" is all questions.
	kind  string
	bound float64
}

const anyKind = "*"

// knownSets are the sets that the ranking was made with. A set that is not listed has only the targets of all.
func knownSets() []knownSet {
	return []knownSet{
		{"acceptance", "five reports of one event as they were scraped, which contradict one another, and questions with every quote that answers",
			"the publishers'", []target{
				{"excerpt_hit@1", "", .90}, {"excerpt_hit@3", "", .97}, {"coverage_all", "", .85},
				{"answered_when_unanswerable", "", .10}, {"refused_when_answerable", "", .07}, {"precision", "", .85}}},
		{"squad2_open", "paragraphs of SQuAD 2.0 as one corpus; the kind unanswerable is adversarial, of the kind offcorpus the article was taken out",
			"CC BY-SA 4.0", []target{
				{"passage_success@1", "", .80}, {"excerpt_hit@1", "", .74}, {"excerpt_hit@3", "", .87},
				{"auroc", offcorpus, .965}, {"precision_offcorpus", "", .75}}},
		{"clapnq", "CLAPNQ: questions people asked a search engine, answered by several sentences; half have no answer",
			"Apache-2.0", []target{{"excerpt_hit@1", "", .65}, {"excerpt_hit@3", "", .90}, {"auroc", "", .80}}},
		{"ramdocs", "RAMDocs: several documents give different answers, right and wrong, all of which should be shown",
			"MIT", []target{{"two_sides", "", .75}, {"answers_shown", "", .70}}},
		{"stackfaq", "StackFAQ: questions to a help desk in many wordings; of the kind offcorpus the thread was taken out",
			"CC BY-SA", []target{{"passage_success@1", "", .78}, {"auroc", "", .75}}},
		{"mtrag", "MTRAG: follow-up questions on support documents, with what was said before",
			"Apache-2.0", []target{{"passage_success@1", "", .70}, {"passage_success@5", "", .90}}},
		{"scifact", "SciFact: claims and the abstracts that support or contradict them; nDCG@10 compares with figures published for BEIR",
			"CC BY 4.0, ODC-By", []target{{"ndcg@10", "", .690}, {"excerpt_hit@1", "", .46}}},
		{"xquad", "XQuAD: the same questions and paragraphs in nine languages, a kind for each",
			"CC BY-SA 4.0", []target{{"passage_success@1", anyKind, .90}}},
	}
}

// targetsOfAll are aimed for on every set.
func targetsOfAll() []target {
	return []target{{"words_first_screen_median_agreeing", "", 60}, {"fidelity", "", 1}}
}

// aboutSet returns what is known about a set.
func aboutSet(name string) knownSet {
	for _, s := range knownSets() {
		if s.name == name {
			return s
		}
	}
	return knownSet{name: name}
}
