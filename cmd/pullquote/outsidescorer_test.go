package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pullquote/internal/sharedtest"
)

// TestAgreesWithOutsideScorer has the answers of ask judged by a program that shares no code with this one, and compares
// every figure that both know with those of eval.
func TestAgreesWithOutsideScorer(t *testing.T) {
	script := sharedtest.Path(t, "tools/score.py")
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not on this machine")
	}
	if underRace {
		t.Skip("the answers are the same under the race detector, and take ten times as long")
	}
	for _, s := range sharedSets() {
		if s.large {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			corpus, questions := sharedtest.Path(t, s.corpus), sharedtest.Path(t, s.questions)
			answers := filepath.Join(t.TempDir(), "answers.jsonl")
			lines := evalInProcess(t, []string{"ask", "--json", "--explain", "--batch", questions, "--corpus", corpus})
			if err := os.WriteFile(answers, []byte(lines), 0o644); err != nil {
				t.Fatal(err)
			}
			theirs, err := exec.Command(python, script, answers, withTexts(t, questions), corpus, "--json").Output()
			if err != nil {
				t.Fatalf("%s: %v", script, err)
			}
			ours := evalInProcess(t, []string{"eval", "--json", "--questions", questions, "--corpus", corpus})
			compareFigures(t, "", figuresIn(t, string(theirs)), figuresIn(t, ours))
		})
	}
}

// withTexts copies a question set and gives gold spans of which nothing is known but the document a text that stands
// nowhere: the other program stops at a span without one, and this one takes none for shown.
func withTexts(t *testing.T, questions string) string {
	t.Helper()
	var out bytes.Buffer
	for line := range strings.Lines(read(t, questions)) {
		var q map[string]any
		if err := json.Unmarshal([]byte(line), &q); err != nil {
			t.Fatal(err)
		}
		gold, _ := q["gold"].([]any)
		for _, g := range gold {
			if span := g.(map[string]any); span["text"] == nil {
				span["text"] = "\x00"
			}
		}
		b, err := json.Marshal(q)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(b, '\n'))
	}
	path := filepath.Join(t.TempDir(), "questions.jsonl")
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func figuresIn(t *testing.T, line string) map[string]any {
	t.Helper()
	var figures map[string]any
	if err := json.Unmarshal([]byte(line), &figures); err != nil {
		t.Fatalf("%v in %q", err, line)
	}
	return figures
}

// compareFigures compares every figure of theirs but times, which differ from run to run.
func compareFigures(t *testing.T, path string, theirs, ours map[string]any) {
	t.Helper()
	for name, want := range theirs {
		got, known := ours[name]
		inner, isMap := want.(map[string]any)
		switch {
		case strings.HasPrefix(name, "took_ms"):
		case !known:
			t.Errorf("%s%s is not among our figures", path, name)
		case isMap:
			compareFigures(t, path+name+"/", inner, got.(map[string]any))
		case fmt.Sprint(want) != fmt.Sprint(got):
			t.Errorf("%s%s = %v, the outside scorer says %v", path, name, got, want)
		}
	}
}
