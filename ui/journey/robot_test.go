//go:build journey

package journey

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// robot is a person at a virtual screen of 1366×768 with a Finnish keyboard.
type robot struct {
	t       *testing.T
	program string // the built program
	display string
	home    string // the person's home folder
	shots   string // where pictures go
	shot    int

	language string // of the person's system
	running  *exec.Cmd
	output   bytes.Buffer
}

// The paces of the robot. A person pauses longer; the window needs this much to draw on a slow machine.
const (
	betweenKeys  = 25 * time.Millisecond
	afterStep    = 250 * time.Millisecond
	windowWithin = 60 * time.Second
)

// newRobot builds the program and switches the screen on; both are gone when the test ends.
func newRobot(t *testing.T, name string) *robot {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	r := &robot{t: t, home: t.TempDir(), shots: filepath.Join(root, "build", "journey", name), language: "fi_FI.UTF-8"}
	r.program = filepath.Join(t.TempDir(), "kumppani")
	build := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", r.program, ".")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	if err := os.RemoveAll(r.shots); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(r.shots, 0o755); err != nil {
		t.Fatal(err)
	}
	r.switchOn()
	return r
}

// switchOn starts the screen, a window manager and the keyboard, whose keys do not repeat by themselves (-r) when a busy
// machine lets them go late.
func (r *robot) switchOn() {
	r.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		r.t.Fatal(err)
	}
	screen := exec.Command("Xvfb", "-displayfd", "3", "-r", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{write}
	if err := screen.Start(); err != nil {
		r.t.Fatalf("start Xvfb: %v", err)
	}
	r.t.Cleanup(func() { _ = screen.Process.Kill(); _ = screen.Wait() })
	_ = write.Close()
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		r.t.Fatalf("Xvfb gave no display: %v", err)
	}
	r.display = fmt.Sprintf(":%d", number)
	r.do("setxkbmap", "fi")
	manager := r.command("openbox")
	if err := manager.Start(); err != nil {
		r.t.Fatalf("start openbox: %v", err)
	}
	r.t.Cleanup(func() { _ = manager.Process.Kill(); _ = manager.Wait() })
	time.Sleep(500 * time.Millisecond)
}

func (r *robot) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(),
		"DISPLAY="+r.display, "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+r.home, "XDG_DATA_HOME="+r.home+"/data",
		"XDG_CONFIG_HOME="+r.home+"/config", "XDG_RUNTIME_DIR="+r.home, "TMPDIR="+r.home,
		"LANG="+r.language, "LC_ALL="+r.language, "FYNE_SCALE=1", "FYNE_THEME=light")
	return c
}

func (r *robot) do(name string, args ...string) string {
	r.t.Helper()
	out, err := r.command(name, args...).CombinedOutput()
	if err != nil {
		r.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// start opens the program's window and waits until it is there.
func (r *robot) start(args ...string) {
	r.t.Helper()
	r.output.Reset()
	r.running = r.command(r.program, args...)
	r.running.Stdout, r.running.Stderr = &r.output, &r.output
	if err := r.running.Start(); err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = r.running.Process.Kill() })
	until := time.Now().Add(windowWithin)
	for time.Now().Before(until) {
		if out, err := r.command("xdotool", "search", "--onlyvisible", "--name", "Kumppani").Output(); err == nil && len(out) > 0 {
			window := strings.Fields(string(out))[0]
			time.Sleep(1500 * time.Millisecond)
			r.do("xdotool", "windowactivate", "--sync", window)
			r.do("xdotool", "windowsize", window, "1362", "742")
			r.do("xdotool", "windowmove", window, "0", "20")
			time.Sleep(700 * time.Millisecond)
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	r.t.Fatalf("no window within %s; the program said:\n%s", windowWithin, r.output.String())
}

// quit ends the program as a person does, and waits until it has ended well.
func (r *robot) quit() {
	r.t.Helper()
	r.keys("ctrl+q")
	done := make(chan error, 1)
	go func() { done <- r.running.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			r.t.Fatalf("the program ended with %v:\n%s", err, r.output.String())
		}
	case <-time.After(20 * time.Second):
		r.picture("will not quit")
		r.t.Fatalf("the program did not quit:\n%s", r.output.String())
	}
}

// keys presses keys one after another, named as xdotool does: "ctrl+n", "Tab", "Return".
func (r *robot) keys(names ...string) {
	r.t.Helper()
	for _, n := range names {
		r.do("xdotool", "key", "--clearmodifiers", n)
		time.Sleep(betweenKeys)
	}
	time.Sleep(afterStep)
}

// tab goes n fields on.
func (r *robot) tab(n int) {
	r.t.Helper()
	for range n {
		r.do("xdotool", "key", "Tab")
		time.Sleep(2 * betweenKeys)
	}
	time.Sleep(afterStep / 2)
}

// back goes n fields back.
func (r *robot) back(n int) {
	r.t.Helper()
	for range n {
		r.do("xdotool", "key", "shift+Tab")
		time.Sleep(2 * betweenKeys)
	}
	time.Sleep(afterStep / 2)
}

// opened goes from a list, which has the keyboard after a form is saved, to the page of its record, and there to the first
// button past n more. A busy machine needs a moment to draw the page that it goes to.
func (r *robot) opened(n int) {
	r.t.Helper()
	time.Sleep(2 * afterStep)
	r.keys("Return")
	r.tab(n)
}

// saves the form, once it is drawn.
func (r *robot) saves() {
	r.t.Helper()
	time.Sleep(afterStep)
	r.keys("ctrl+s")
}

// types writes a text. One of plain letters is typed key by key; xdotool loses ä, ö and å now and then, so a text that
// has them comes through the clipboard.
func (r *robot) types(text string) {
	r.t.Helper()
	if strings.ContainsFunc(text, func(c rune) bool { return c > '~' }) {
		r.pastes(text)
		return
	}
	r.do("xdotool", "type", "--delay", "45", "--", text)
	time.Sleep(afterStep)
}

// pastes puts a text through the clipboard.
func (r *robot) pastes(text string) {
	r.t.Helper()
	clip := r.command("xclip", "-selection", "clipboard", "-in")
	clip.Stdin = strings.NewReader(text)
	if err := clip.Run(); err != nil {
		r.t.Fatalf("xclip: %v", err)
	}
	for range 40 { // until the clipboard has it
		if out, err := r.command("xclip", "-selection", "clipboard", "-out").Output(); err == nil && string(out) == text {
			break
		}
		time.Sleep(betweenKeys)
	}
	r.keys("ctrl+v")
	time.Sleep(afterStep)
}

// picks takes the first that is found of a text in a select that has the focus. The first letter, which must be a plain
// one, opens the list; the rest comes through the clipboard, so that a name that is not in the list is kept as written.
func (r *robot) picks(text string) {
	r.t.Helper()
	first := text[:1]
	if strings.ToUpper(first) == first {
		first = "shift+" + strings.ToLower(first)
	}
	r.keys(first)
	time.Sleep(afterStep) // the list opens
	r.pastes(text[1:])
	time.Sleep(afterStep) // and is searched
	r.keys("Return")
	time.Sleep(afterStep)
}

// place is a place of the screen in pixels from its upper left corner.
type place struct{ x, y int }

// clicks the left button at a place.
func (r *robot) clicks(at place) {
	r.t.Helper()
	r.do("xdotool", "mousemove", fmt.Sprint(at.x), fmt.Sprint(at.y), "click", "1")
	time.Sleep(2 * afterStep)
}

// drags what is at a place to another one with the left button, and does meanwhile before it lets go. What is pressed
// meanwhile must not clear modifiers, because xdotool takes a held button for one of them.
func (r *robot) drags(from, to place, meanwhile func()) {
	r.t.Helper()
	move := func(x, y int) { r.do("xdotool", "mousemove", fmt.Sprint(x), fmt.Sprint(y)) }
	move(from.x, from.y)
	time.Sleep(afterStep)
	r.do("xdotool", "mousedown", "1")
	const steps = 8
	for i := range steps {
		time.Sleep(4 * betweenKeys)
		move(from.x+(to.x-from.x)*(i+1)/steps, from.y+(to.y-from.y)*(i+1)/steps)
	}
	time.Sleep(2 * afterStep)
	meanwhile()
	r.do("xdotool", "mouseup", "1")
	time.Sleep(2 * afterStep)
}

// picture leaves a picture of the whole screen.
func (r *robot) picture(name string) {
	r.t.Helper()
	time.Sleep(afterStep)
	r.shot++
	r.do("import", "-window", "root", filepath.Join(r.shots, fmt.Sprintf("%02d %s.png", r.shot, name)))
}

// until waits for something that the program does by itself, and gives up after a long while.
func (r *robot) until(what string, done func() bool) {
	r.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !done(); time.Sleep(2 * betweenKeys) {
		if time.Now().After(deadline) {
			r.picture("without " + what)
			r.t.Fatalf("there is no %s", what)
		}
	}
}

// printed is the file that the window has just laid out to be printed.
func (r *robot) printed(title string) string {
	r.t.Helper()
	var found []string
	r.until("a paper "+title, func() bool {
		found, _ = filepath.Glob(filepath.Join(r.home, "kumppani-*", title+"*.pdf"))
		return len(found) == 1 && exec.Command("pdfinfo", found[0]).Run() == nil
	})
	return found[0]
}

// headless runs a command of the program and returns what it printed.
func (r *robot) headless(args ...string) []byte {
	r.t.Helper()
	c := r.command(r.program, args...)
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		r.t.Fatalf("kumppani %s: %v\n%s", strings.Join(args, " "), err, said.String())
	}
	return out
}

// checkText finds texts on a paper, and nothing that was not filled in.
func (r *robot) checkText(pdf string, wanted ...string) {
	r.t.Helper()
	out, err := exec.Command("pdftotext", "-layout", pdf, "-").Output()
	if err != nil {
		r.t.Fatalf("pdftotext: %v", err)
	}
	for _, w := range wanted {
		if !strings.Contains(string(out), w) {
			r.t.Errorf("%q is not on %s:\n%s", w, filepath.Base(pdf), out)
		}
	}
	if bytes.Contains(out, []byte("{{")) {
		r.t.Errorf("something was not filled in on %s:\n%s", filepath.Base(pdf), out)
	}
}

// checkNowhere reads the bytes of all files below the home folder: the data file and its journal, its backups, and the settings. What
// was printed is gone when the program is closed.
func (r *robot) checkNowhere(texts ...string) {
	r.t.Helper()
	err := filepath.WalkDir(r.home, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		for _, text := range texts {
			if bytes.Contains(content, []byte(text)) {
				r.t.Errorf("%q is still in %s", text, path)
			}
		}
		if filepath.Ext(path) == ".pdf" {
			r.t.Errorf("%s is left", path)
		}
		return err
	})
	if err != nil {
		r.t.Error(err)
	}
}
