package corpus

import "testing"

func TestParseDate(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2022-01-07", "2022-01-07"},
		{" 2022-01-07\n", "2022-01-07"},
		{"2022-01-07T23:30:00-08:00", "2022-01-07"},
		{"2022-01-07T00:30:00+09:00", "2022-01-07"},
		{"2022-01-07T09:07:00.123Z", "2022-01-07"},
		{"2022-01-07 09:07:00 UTC", "2022-01-07"},
		{"20220107", "2022-01-07"},
		{"January 7, 2022", "2022-01-07"},
		{"January 7th, 2022", "2022-01-07"},
		{"Jan. 7, 2022", "2022-01-07"},
		{"JANUARY 7 2022", "2022-01-07"},
		{"Sept. 30, 2022", "2022-09-30"},
		{"7 January 2022", "2022-01-07"},
		{"7th of January 2022", "2022-01-07"},
		{"7-Jan-2022", "2022-01-07"},
		{"Friday, 7 Jan 2022 9:07 pm", "2022-01-07"},
		{"Fri, 07 Jan 2022 21:07:00 GMT", "2022-01-07"},
		{"Friday, January 7, 2022 at 9:07 p.m. EST", "2022-01-07"},
		{"9:07 pm, 7 January 2022", "2022-01-07"},
		{"March 2022", "2022-03"},
		{"2022-01", "2022-01"},
		{"2022", "2022"},
		{"7. Januar 2022", "2022-01-07"},
		{"Freitag, den 7. März 2022, 9:07 Uhr", "2022-03-07"},
		{"7 février 2022", "2022-02-07"},
		{"1er août 2022", "2022-08-01"},
		{"vendredi 7 janvier 2022 à 18h30", "2022-01-07"},
		{"7 de enero de 2022", "2022-01-07"},
		{"7 января 2022 г.", "2022-01-07"},
		{"7 января 2022 года", "2022-01-07"},
		{"май 2022", "2022-05"},
		{"7.1.2022", "2022-01-07"},
		{"07.01.2022 14:05", "2022-01-07"},
		{"2022/1/7", "2022-01-07"},
		{"2022年1月7日", "2022-01-07"},
		{"13/07/2022", "2022-07-13"},
		{"07/13/2022", "2022-07-13"},
		{"07/07/2022", "2022-07-07"},
		{"01/07/2022", ""},
		{"01-07-2022", ""},
		{"7/13/22", ""},
		{"2022-02-30", ""},
		{"February 29, 2023", ""},
		{"February 29, 2024", "2024-02-29"},
		{"2022-13-01", ""},
		{"2022-00-10", ""},
		{"January 32, 2022", ""},
		{"3.5 percent", ""},
		{"0000-01-01", ""},
		{"1399", ""},
		{"1400", "1400"},
		{"2100", "2100"},
		{"2101", ""},
		{"9999-12-31", ""},
		{"12345", ""},
		{"", ""},
		{"January", ""},
		{"yesterday", ""},
		{"on January 7, 2022", ""},
		{"January 7, 2022 in Almere", ""},
		{"2022-01-07, 2022-01-08", ""},
	} {
		d, ok := parseDate(test.in)
		if d.String() != test.want && (ok || test.want != "") || ok != (test.want != "") {
			t.Errorf("parseDate(%q) = %s, %v, want %q", test.in, d, ok, test.want)
		}
	}
}

func TestFindDate(t *testing.T) {
	for _, test := range []struct{ in, want, place string }{
		{"by Jane DoeMay 7, 2022 9:07 pm", "2022-05-07", "May 7, 2022 9:07 pm"},
		{"seen on Jan. 5, 2022.", "2022-01-05", "Jan. 5, 2022"},
		{"on Monday, January 3, 2022, smoke rises", "2022-01-03", "Monday, January 3, 2022"},
		{"March 2, 2021 and 2020-01-02", "2021-03-02", "March 2, 2021"},
		{"in March 2021", "", ""},
		{"call 555-2022-01-0799", "", ""},
		{"version 1.2022-01-07", "", ""},
		{"no date", "", ""},
	} {
		d, at, ok := findDate(test.in)
		if ok != (test.want != "") || ok && (d.String() != test.want || test.in[at.Start:at.End] != test.place) {
			t.Errorf("findDate(%q) = %s at %q, %v; want %s at %q", test.in, d, test.in[at.Start:at.End], ok, test.want, test.place)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2022-01-07T09:07:00Z", "Friday, 7 Jan 2022 9:07 pm", "7. März 2022", "7 января 2022 года", "13/07/2022", "2022年1月7日"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := parseDate(s)
		if ok && (!d.plausible() || d.IsZero()) {
			t.Errorf("parseDate(%q) = %+v", s, d)
		}
		if again, ok2 := parseDate(d.String()); ok && (!ok2 || again != d) {
			t.Errorf("parseDate(%q) = %s, which reads as %s", s, d, again)
		}
		if _, at, ok := findDate(s); ok && (at.Start < 0 || at.Len() <= 0 || at.End > len(s)) {
			t.Errorf("findDate(%q) is at %v", s, at)
		}
	})
}
