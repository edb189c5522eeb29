package corpus

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A pipe that has taken a file's place since the folder was listed must not keep the load waiting.
func TestOpenDoesNotWait(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "a.md")
	if err := makePipe(pipe); err != nil {
		t.Skip("no pipes here:", err)
	}
	if err := os.Mkdir(filepath.Join(dir, "b.md"), 0o755); err != nil {
		t.Fatal(err)
	}
	files, err := openRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer files.root.Close()
	within, lone := newLoader(files, Options{}), newLoader(loneFile(pipe), Options{})
	for _, c := range []struct {
		l          *loader
		name, want string
	}{
		{within, "a.md", "it is not a regular file but a pipe"}, {within, "b.md", "it is not a regular file but a folder"},
		{lone, "a.md", "it is not a regular file but a pipe"},
	} {
		done := make(chan error, 1)
		go func() {
			_, err := c.l.bytes(c.name)
			done <- err
		}()
		select {
		case err := <-done:
			if err == nil || err.Error() != c.want {
				t.Errorf("bytes(%q) = %v, want %q", c.name, err, c.want)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("bytes(%q) waits", c.name)
		}
	}
}
