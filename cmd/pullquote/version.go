package main

import (
	"context"
	"fmt"
	"runtime/debug"
)

var versionCommand = command{
	name: "version", run: (*program).runVersion,
	summary: "show the version of the program",
	details: "Shows the version of the module, of Go, and the revision it was built from.",
}

func (p *program) runVersion(ctx context.Context, c command, args []string) error {
	words, err := p.parse(c, p.flags(c), args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return c.misuse("version takes no arguments")
	}
	info, _ := debug.ReadBuildInfo()
	_, err = fmt.Fprint(p.out, versionText(info))
	return err
}

// versionText words the build information, nil for a binary that was built without it.
func versionText(info *debug.BuildInfo) string {
	if info == nil {
		return "pullquote, version unknown: built without module information\n"
	}
	setting := map[string]string{}
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	version := info.Main.Version
	if version == "" || version == "(devel)" {
		version = "(development build)"
	}
	text := fmt.Sprintf("pullquote %s\n%s\n", version, info.GoVersion)
	if revision := setting["vcs.revision"]; revision != "" {
		text += "revision " + revision
		if setting["vcs.time"] != "" {
			text += " of " + setting["vcs.time"]
		}
		if setting["vcs.modified"] == "true" {
			text += ", with changes since"
		}
		return text + "\n"
	}
	return text + "revision unknown: built without version control\n"
}
