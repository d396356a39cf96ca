package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// Messages is the bar at the bottom of the window. It says quietly what was done, offers what can be done about it,
// and shows long work. The last message stays readable; after a while it only turns paler.
type Messages struct {
	widget.BaseWidget
	text    *widget.Label
	icon    *widget.Icon
	actions *fyne.Container
	works   *fyne.Container
	content fyne.CanvasObject
	fade    *time.Timer
}

// fadeAfter is how long a message looks new.
const fadeAfter = 8 * time.Second

// NewMessages returns an empty bar.
func NewMessages() *Messages {
	m := &Messages{text: widget.NewLabel(""), icon: widget.NewIcon(nil), actions: container.NewHBox(), works: container.NewHBox()}
	m.text.Truncation, m.text.Importance = fyne.TextTruncateEllipsis, widget.LowImportance
	m.ExtendBaseWidget(m)
	right := container.NewHBox(m.actions, m.works)
	left := container.New(layout.NewCustomPaddedLayout(0, 0, 8, 0), m.icon)
	height := canvas.NewRectangle(nil) // keeps the bar as high as with a button in it, so that nothing jumps
	height.SetMinSize(fyne.NewSize(0, NewButton("Å", nil, nil).MinSize().Height))
	m.content = border(widget.NewSeparator(), nil,
		container.NewStack(height, container.New(layout.NewBorderLayout(nil, nil, left, right), left, m.text, right)))
	return m
}

// CreateRenderer is Fyne's.
func (m *Messages) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.content) }

// Text returns the message on the bar.
func (m *Messages) Text() string { return m.text.Text }

// AccessibilityLabel is the message.
func (m *Messages) AccessibilityLabel() string { return m.text.Text }

// AccessibilityRole is text.
func (m *Messages) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Say shows a message and what can be done about it (Undo, Open, Save as). It takes the place of the one before.
func (m *Messages) Say(text string, actions ...Action) { m.say(text, theme.InfoIcon(), actions) }

// Warn is Say for what a person should look at; it does not turn paler.
func (m *Messages) Warn(text string, actions ...Action) {
	m.say(text, theme.WarningIcon(), actions)
	m.fade.Stop()
}

// Withdraw takes a message away that no longer holds, unless another has taken its place.
func (m *Messages) Withdraw(text string) {
	if m.text.Text == text {
		m.say("", nil, nil)
	}
}

func (m *Messages) say(text string, icon fyne.Resource, actions []Action) {
	m.text.Importance = widget.MediumImportance
	m.text.SetText(text)
	if text == "" {
		icon = nil
	}
	m.icon.SetResource(icon)
	m.actions.RemoveAll()
	for _, a := range actions {
		m.actions.Add(NewQuietButton(a.Label, a.Icon, a.Do))
	}
	if m.fade != nil {
		m.fade.Stop()
	}
	if text == "" {
		return
	}
	m.fade = time.AfterFunc(fadeAfter, func() {
		fyne.Do(func() {
			if m.text.Text == text {
				m.text.Importance = widget.LowImportance
				m.text.Refresh()
			}
		})
	})
}

// Work is one long work on the bar. Its methods may be called from any goroutine.
type Work struct {
	bar  *Messages
	line *fyne.Container
	part *widget.ProgressBar
}

// Work shows that text is being done, until Done. cancel, which may be nil, is called once when a person asks to stop.
func (m *Messages) Work(text string, cancel func()) *Work {
	w := &Work{bar: m, part: widget.NewProgressBar()}
	room := canvas.NewRectangle(nil)
	room.SetMinSize(fyne.NewSize(160, 0))
	w.line = container.NewHBox(widget.NewLabel(text), container.NewStack(room, container.NewCenter(container.NewGridWrap(fyne.NewSize(160, 22), w.part))))
	if cancel != nil {
		var stop *Button
		stop = NewQuietButton(words.T("kit.work.cancel"), theme.CancelIcon(), func() {
			stop.Disable()
			cancel()
		})
		w.line.Add(stop)
	}
	m.works.Add(w.line)
	return w
}

// Set shows how much is done, 0…1.
func (w *Work) Set(done float64) { fyne.Do(func() { w.part.SetValue(done) }) }

// Done takes the work off the bar.
func (w *Work) Done() { fyne.Do(func() { w.bar.works.Remove(w.line) }) }
