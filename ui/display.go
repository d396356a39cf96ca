package ui

import (
	"errors"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// The reasons why no window can be opened. Both are keys of the sentence that says so.
var (
	errNoDisplay = errors.New("shell.no_display")
	errNoOpenGL  = errors.New("shell.no_opengl")
)

// checkDisplay tries to open a hidden window as Fyne will. Fyne itself would log a stack of causes and end the program
// from within, or go on without a picture; a person needs one sentence. It must run on the main goroutine before Fyne
// starts.
func checkDisplay() error {
	wayland := runtime.GOOS == "linux" && mayBeWayland()
	if runtime.GOOS == "linux" && !wayland {
		if os.Getenv("DISPLAY") == "" {
			return errNoDisplay
		}
		// Trying Wayland where there is none, as GLFW would by itself, makes its library complain on the terminal.
		glfw.InitHint(glfw.PlatformHint, int(glfw.PlatformX11))
	}
	defer log.SetOutput(log.Writer())
	log.SetOutput(io.Discard) // GLFW logs what the sentence says better
	if err := glfw.Init(); err != nil {
		return errNoDisplay
	}
	if !canDraw() {
		glfw.Terminate()
		return errNoOpenGL
	}
	if wayland {
		glfw.Terminate() // Fyne has its own reasons to choose X11 after all
	}
	// Elsewhere GLFW stays on, and Fyne finds it so: connecting and loading OpenGL once more would take a tenth of a second.
	return nil
}

// canDraw opens and closes a hidden window with the OpenGL that Fyne needs.
func canDraw() (can bool) {
	// GLFW panics at the errors that its authors did not expect of CreateWindow, such as a screen without a usable format.
	defer func() { can = recover() == nil && can }()
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	w, err := glfw.CreateWindow(16, 16, "", nil, nil)
	if err != nil || w == nil { // neither a window nor an error: one that was only logged
		return false
	}
	w.Destroy()
	glfw.DefaultWindowHints()
	return true
}

// mayBeWayland tells whether the session names a Wayland screen that is there, and FYNE_PLATFORM does not forbid it.
func mayBeWayland() bool {
	name := os.Getenv("WAYLAND_DISPLAY")
	if name == "" || os.Getenv("FYNE_PLATFORM") == "x11" {
		return false
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), name)
	}
	_, err := os.Stat(name)
	return err == nil
}
