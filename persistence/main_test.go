package persistence

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"kumppani/model"
)

// TestMain lets the test program play a second instance of Kumppani; see second.
func TestMain(m *testing.M) {
	if task := os.Getenv("KUMPPANI_TEST_TASK"); task != "" {
		os.Exit(playSecond(task, os.Getenv("KUMPPANI_TEST_FILE")))
	}
	code := m.Run()
	if largeFolder != "" {
		_ = os.RemoveAll(largeFolder)
	}
	os.Exit(code)
}

// playSecond does a task in another process and says how it went on its standard output.
func playSecond(task, path string) int {
	ctx := context.Background()
	f, err := Open(ctx, path, Options{})
	if err != nil {
		fmt.Println("code", model.CodeOf(err))
		return 0
	}
	switch task {
	case "open":
		fmt.Println("open")
		return exitCode(f.Close())
	case "hold": // until the first process closes our standard input
		fmt.Println("open")
		_, _ = io.Copy(io.Discard, os.Stdin)
		return exitCode(f.Close())
	case "save": // for ever: the first process kills us
		for i := 0; ; i++ {
			if _, err := f.CreateOrganisation(ctx, association(fmt.Sprintf("Yhdistys %d", i))); err != nil {
				fmt.Println("code", model.CodeOf(err))
				return 1
			}
			fmt.Println("saved", i)
		}
	}
	return 2
}

func exitCode(err error) int {
	if err != nil {
		return 1
	}
	return 0
}

// second starts this test program as another instance with the data file at path, and returns what it says.
func second(t *testing.T, task, path string) (*exec.Cmd, *bufio.Reader, io.Closer) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "KUMPPANI_TEST_TASK="+task, "KUMPPANI_TEST_FILE="+path)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return cmd, bufio.NewReader(out), in
}

// says reads one line of what another instance says.
func says(t *testing.T, r *bufio.Reader) string {
	t.Helper()
	line, err := r.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return strings.TrimSpace(line)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var testNow = time.Date(2026, 11, 22, 12, 30, 0, 0, time.UTC)

func testOptions() Options {
	return Options{Now: func() time.Time { return testNow }}
}

// emptyFile is the bytes of a data file in which there is nothing yet. To make one takes longer than most tests.
var emptyFile = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "kumppani-empty-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "kumppani.sqlite")
	f, err := Open(context.Background(), path, testOptions())
	if err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// newFile opens a data file in which there is nothing yet, in a folder of its own.
func newFile(t testing.TB) *File {
	t.Helper()
	b, err := emptyFile()
	must(t, err)
	path := filepath.Join(t.TempDir(), "kumppani.sqlite")
	must(t, os.WriteFile(path, b, 0o600))
	return reopen(t, path)
}

func reopen(t testing.TB, path string) *File {
	t.Helper()
	f, err := Open(context.Background(), path, testOptions())
	must(t, err)
	t.Cleanup(func() { must(t, f.Close()) })
	return f
}

func wantCode(t testing.TB, err error, want model.Code) {
	t.Helper()
	if got := model.CodeOf(err); got != want {
		t.Errorf("got code %q (%v), want %q", got, err, want)
	}
}

func association(name string) model.Organisation {
	return model.Organisation{Name: model.Text{Fi: name}, Sector: model.Association}
}
