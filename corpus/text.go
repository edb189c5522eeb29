package corpus

// readText makes a draft of a plain text.
func readText(text string) draft { return draft{text: text} }
