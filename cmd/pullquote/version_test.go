package main

import (
	"runtime/debug"
	"testing"
)

func TestVersionText(t *testing.T) {
	setting := func(k, v string) debug.BuildSetting { return debug.BuildSetting{Key: k, Value: v} }
	for _, c := range []struct {
		name   string
		linked string
		info   *debug.BuildInfo
		want   string
	}{
		{"none", "", nil, "pullquote (version unknown)\nbuilt without module information\n"},
		{"linked release", "v1.3.0", &debug.BuildInfo{GoVersion: "go1.26", Main: debug.Module{Version: "(devel)"}},
			"pullquote v1.3.0\ngo1.26\nrevision unknown: built without version control\n"},
		{"release", "", &debug.BuildInfo{GoVersion: "go1.26", Main: debug.Module{Version: "v1.2.0"}},
			"pullquote v1.2.0\ngo1.26\nrevision unknown: built without version control\n"},
		{"checkout", "", &debug.BuildInfo{GoVersion: "go1.26", Main: debug.Module{Version: "(devel)"}, Settings: []debug.BuildSetting{
			setting("vcs.revision", "abc"), setting("vcs.time", "2026-01-02T03:04:05Z"), setting("vcs.modified", "true")}},
			"pullquote (development build)\ngo1.26\nrevision abc of 2026-01-02T03:04:05Z, with changes since\n"},
	} {
		if got := versionText(c.linked, c.info); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
