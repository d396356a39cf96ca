package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Input is what a form needs of the widget in a field. All inputs of this package are one.
type Input interface {
	fyne.CanvasObject
	// SetLabel names the input for a screen reader.
	SetLabel(label string)
	// SetOnFocus is called each time the input gains the focus.
	SetOnFocus(func())
	// SetOnProblem is called with what the input itself has to say of what was typed, and with an empty sentence when
	// there is nothing more to say.
	SetOnProblem(func(Problem))
}

// input is the part of an Input that is the same in all of them.
type input struct {
	label     string
	problem   Problem
	onFocus   func()
	onProblem func(Problem)
}

// SetLabel names the input for a screen reader.
func (i *input) SetLabel(label string) { i.label = label }

// SetOnFocus sets what is called each time the input gains the focus.
func (i *input) SetOnFocus(f func()) { i.onFocus = f }

// SetOnProblem sets what is told of mistakes that the input finds itself.
func (i *input) SetOnProblem(f func(Problem)) { i.onProblem = f }

// lastFocused is the input that had the focus last; see focusGained.
var lastFocused *input

// focusGained reports whether the focus came from elsewhere in the window; Fyne also says that a widget gained the
// focus when the window came back to the front.
func (i *input) focusGained() (arrived bool) {
	arrived = lastFocused != i
	lastFocused = i
	revealFocused()
	if i.onFocus != nil {
		i.onFocus()
	}
	return arrived
}

// say tells of a text that the input does not understand, "" that there is no such text any more.
func (i *input) say(sentence string) { i.report(Problem{Sentence: sentence}) }

// warn tells of something that keeps nobody from saving.
func (i *input) warn(sentence string) { i.report(Problem{Warning: true, Sentence: sentence}) }

func (i *input) report(p Problem) {
	if i.problem == p {
		return
	}
	i.problem = p
	if i.onProblem != nil {
		i.onProblem(p)
	}
}

// spoken is what a screen reader says of an input with this content.
func (i *input) spoken(content string) string {
	switch {
	case content == "":
		return i.label
	case i.label == "":
		return content
	default:
		return i.label + ": " + content
	}
}

// Focus gives o the focus.
func Focus(o fyne.Focusable) {
	if c := canvasOf(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

// canvasOf is the canvas that an object stands on. Fyne knows it only once the object was drawn, so one that was put into
// the window a moment ago is looked for in the only window there is: no key that comes before is lost.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	d := fyne.CurrentApp().Driver()
	if c := d.CanvasForObject(o); c != nil {
		return c
	}
	if windows := d.AllWindows(); len(windows) == 1 {
		return windows[0].Canvas()
	}
	return nil
}

// OnScreen reports whether an object still stands in its window: a page that was made anew has other buttons. Fyne says of
// one that does not that it is at the very corner, where nothing is that takes keys.
func OnScreen(o fyne.CanvasObject) bool {
	return !fyne.CurrentApp().Driver().AbsolutePositionForObject(o).IsZero()
}

// passOn hands a shortcut that the focused input has no use for to the window. Fyne gives a shortcut to the focused
// widget only, so that without this Ctrl+S in a text field would do nothing.
func passOn(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := canvasOf(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s) // with Ctrl+Z and all, which Fyne has names of its own for
		return
	}
	PassShortcut(o, s) // the canvas of a test
}

// isAltDown reports the shortcut that opens lists and calendars.
func isAltDown(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	return ok && custom.KeyName == fyne.KeyDown && custom.Modifier == fyne.KeyModifierAlt
}
