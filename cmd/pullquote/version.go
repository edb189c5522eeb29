package main

import (
	"context"
	"fmt"
	"runtime/debug"
)

// release is the version that a release was linked as, with -ldflags "-X main.release=v1.2.3". It is empty in every
// other build, and nothing in the program changes it.
var release string

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
	_, err = fmt.Fprint(p.out, versionText(release, info))
	return err
}

// programVersion names the version of this build.
func programVersion() string {
	info, _ := debug.ReadBuildInfo()
	return moduleVersion(release, info)
}

// moduleVersion returns the version that was linked in, else that of the module.
func moduleVersion(linked string, info *debug.BuildInfo) string {
	switch {
	case linked != "":
		return linked
	case info == nil:
		return "(version unknown)"
	case info.Main.Version == "" || info.Main.Version == "(devel)":
		return "(development build)"
	}
	return info.Main.Version
}

// versionText words the linked version, "" for none, and the build information, nil for a binary without it.
func versionText(linked string, info *debug.BuildInfo) string {
	text := "pullquote " + moduleVersion(linked, info) + "\n"
	if info == nil {
		return text + "built without module information\n"
	}
	setting := map[string]string{}
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	text += info.GoVersion + "\n"
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
