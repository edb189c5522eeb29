package retrieval

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// childEnv names what a test process does instead of running tests, and with what: "NAME ARGUMENT". Crashes and full disks
// are tested with real processes.
const childEnv = "RETRIEVAL_TEST_CHILD"

func TestMain(m *testing.M) {
	task := os.Getenv(childEnv)
	if task == "" {
		os.Exit(m.Run())
	}
	if err := runChild(task); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func runChild(task string) error {
	var name, dir string
	var first int
	if _, err := fmt.Sscan(task, &name, &dir, &first); err != nil {
		return err
	}
	if name == "reload" {
		return childReloads(dir, first)
	}
	return systemChild(name, dir)
}

// child returns a process that does a task in a folder.
func child(name, dir string, first int) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %s %d", childEnv, name, dir, first))
	cmd.Stderr = os.Stderr
	return cmd
}
