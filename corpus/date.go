package corpus

// parseDate reads a string that is a date and nothing else.
func parseDate(s string) (Date, bool) { return Date{}, false }
