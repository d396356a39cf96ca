package ui

import (
	"errors"
	"os"
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
// starts, and costs some milliseconds.
func checkDisplay() error {
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errNoDisplay
	}
	if os.Getenv("FYNE_PLATFORM") == "x11" {
		glfw.InitHint(glfw.PlatformHint, int(glfw.PlatformX11))
	}
	if err := glfw.Init(); err != nil {
		return errNoDisplay
	}
	defer glfw.Terminate()
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	w, err := glfw.CreateWindow(16, 16, "", nil, nil)
	if err != nil {
		return errNoOpenGL
	}
	w.Destroy()
	return nil
}
