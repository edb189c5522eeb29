package contest

import (
	"strings"
	"testing"
)

func TestReadLines(t *testing.T) {
	got, err := readLines(strings.NewReader(`{"phase":"query","threads":2,"wall_us":5,"cpu_us":4,"latencies_us":[1,2]}` + "\n" + `{"phase":"hits","hits":[3,0]}` + "\n"))
	if err != nil || len(got) != 2 || got[0].Threads != 2 || got[0].LatenciesUS[1] != 2 || got[1].Hits[0] != 3 {
		t.Errorf("readLines = %+v, %v", got, err)
	}
	for _, tt := range []struct{ text, want string }{
		{"ready\n", "line 1 is not of the protocol"},
		{`{"phase":"build"}` + "\n{}\n", "line 2 has no phase"},
		{`{"phase":"query","latencies_us":[1,-1]}`, "line 1 has a negative time"},
		{`{"phase":"query","wall_us":-1}`, "line 1 has a negative time"},
	} {
		if _, err := readLines(strings.NewReader(tt.text)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("readLines(%q) fails with %v, want %q", tt.text, err, tt.want)
		}
	}
}

// Whatever a program prints is refused or becomes figures that are numbers.
func FuzzReadLines(f *testing.F) {
	f.Add(`{"phase":"query","threads":2,"wall_us":5,"cpu_us":4,"latencies_us":[1,2]}`)
	f.Add(`{"phase":"build","passages":3}` + "\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := readLines(strings.NewReader(text))
		if err != nil {
			return
		}
		figures := Figures{}
		figures.add("query", process{lines: lines}, []string{"a question", strings.Repeat("word ", longWords)})
		for name, v := range figures {
			if v != v || v < 0 {
				t.Errorf("%q gives %s = %v", text, name, v)
			}
		}
	})
}
