//go:build unix

package persistence

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A folder or a file that cannot be written is refused with a code of its own, and at once: not at the first save.
func TestReadOnly(t *testing.T) {
	root, err := os.MkdirTemp("", "kumppani-readonly-*") // not t.TempDir: another user must get in
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(root) })
	program := filepath.Join(root, "test")
	copyFile(t, os.Args[0], program)
	sound := soundBytes(t)
	for _, c := range []struct {
		name         string
		folder, file os.FileMode // permissions; no file when 0
	}{
		{"folder without a file", 0o555, 0},
		{"folder with a file", 0o555, 0o666},
		{"file", 0o777, 0o444},
		{"secret file", 0o777, 0o000},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := filepath.Join(root, c.name)
			path := filepath.Join(folder, "kumppani.sqlite")
			must(t, os.Mkdir(folder, 0o700))
			if c.file != 0 || strings.Contains(c.name, "secret") {
				must(t, os.WriteFile(path, sound, 0o600))
				must(t, os.Chmod(path, c.file))
			}
			must(t, os.Chmod(folder, c.folder))
			t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
			if got := asNobody(t, root, program, path); got != "code read_only" {
				t.Errorf("the program says %q, want code read_only", got)
			}
			if c.file != 0 {
				b, err := os.ReadFile(path)
				must(t, err)
				if !bytes.Equal(b, sound) {
					t.Error("the file was written to")
				}
			}
		})
	}
}

// asNobody opens the file in another process, without the rights of root when the tests run as root.
func asNobody(t *testing.T, root, program, path string) string {
	t.Helper()
	cmd := exec.Command(program)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "KUMPPANI_TEST_TASK=open", "KUMPPANI_TEST_FILE="+path)
	if os.Getuid() == 0 {
		must(t, os.Chmod(root, 0o755))
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return strings.TrimSpace(string(out))
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	must(t, err)
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	must(t, err)
	_, err = io.Copy(out, in)
	must(t, err)
	must(t, out.Close())
}
