package main

import "testing"

func settingsWith(pairs ...string) settings {
	s := settings{values: map[string]string{}, origin: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		s.values[pairs[i]], s.origin[pairs[i]] = pairs[i+1], "test"
	}
	return s
}

func TestNewPage(t *testing.T) {
	for _, c := range []struct {
		name     string
		terminal bool
		columns  int
		env      []string
		want     page
	}{
		{"terminal", true, 100, nil, page{100, true}},
		{"pipe", false, 0, nil, page{usualWidth, false}},
		{"pipe with COLUMNS", false, 0, []string{"COLUMNS", "60"}, page{60, false}},
		{"the terminal knows better than COLUMNS", true, 90, []string{"COLUMNS", "60"}, page{90, true}},
		{"COLUMNS is no number", false, 0, []string{"COLUMNS", "wide"}, page{usualWidth, false}},
		{"negative COLUMNS", false, 0, []string{"COLUMNS", "-5"}, page{usualWidth, false}},
		{"too narrow", true, 3, nil, page{leastWidth, true}},
		{"too wide to read", true, 400, nil, page{mostWidth, true}},
		{"NO_COLOR", true, 80, []string{"NO_COLOR", "1"}, page{80, false}},
		{"empty NO_COLOR", true, 80, []string{"NO_COLOR", ""}, page{80, true}},
		{"dumb terminal", true, 80, []string{"TERM", "dumb"}, page{80, false}},
	} {
		if got := newPage(c.terminal, c.columns, settingsWith(c.env...)); got != c.want {
			t.Errorf("%s: newPage = %+v, want %+v", c.name, got, c.want)
		}
	}
}
