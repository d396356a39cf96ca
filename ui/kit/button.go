package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that Enter presses as well as Space. A Button without a text must be given a name with SetLabel.
type Button struct {
	widget.Button
	input
	// OnEnter, when set, is what Enter does instead: one of several choices in a dialog is not its end.
	OnEnter func()
}

// NewButton makes a button of ordinary importance; icon may be nil.
func NewButton(label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{Button: widget.Button{Text: label, Icon: icon, OnTapped: tapped}}
	b.ExtendBaseWidget(b)
	return b
}

// NewPrimaryButton makes the button for what a person most likely came to do; a page has one at most.
func NewPrimaryButton(label string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(label, icon, tapped)
	b.Importance = widget.HighImportance
	return b
}

// NewDangerButton makes the button for what destroys something.
func NewDangerButton(label string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(label, icon, tapped)
	b.Importance = widget.DangerImportance
	return b
}

// NewQuietButton makes a button without a frame, for lesser things beside others.
func NewQuietButton(label string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(label, icon, tapped)
	b.Importance = widget.LowImportance
	return b
}

// FocusGained is called by Fyne.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	b.focusGained()
}

// TypedKey is called by Fyne: Enter presses the button.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	enter := key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter
	switch {
	case enter && b.OnEnter != nil:
		b.OnEnter()
	case enter, key.Name == fyne.KeySpace:
		b.Tapped(nil)
	default:
		PassKey(b, key)
	}
}

// Tapped presses the button. The focus stays on it unless what it does moves the focus elsewhere.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.Disabled() {
		return
	}
	Focus(b)
	if b.OnTapped != nil {
		b.OnTapped()
	}
}

// AccessibilityLabel is the text, or the label given to a button that shows only an icon.
func (b *Button) AccessibilityLabel() string {
	if b.label != "" {
		return b.label
	}
	return b.Text
}

// Check is a box to tick.
type Check struct {
	widget.Check
	input
	OnChanged func() // a person ticked it or cleared it
}

// NewCheck makes a box with its words beside it.
func NewCheck(text string) *Check {
	c := &Check{}
	c.Text = text
	c.Check.OnChanged = func(bool) {
		if c.OnChanged != nil {
			c.OnChanged()
		}
	}
	c.ExtendBaseWidget(c)
	return c
}

// SetValue ticks or clears the box without calling OnChanged.
func (c *Check) SetValue(on bool) {
	c.Checked = on
	c.Refresh()
}

// TypedKey is called by Fyne. Space ticks the box as a letter; what is left goes to the dialog or the window.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if key.Name != fyne.KeySpace {
		PassKey(c, key)
	}
}

// FocusGained is called by Fyne.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	c.focusGained()
}

// AccessibilityLabel is the text beside the box.
func (c *Check) AccessibilityLabel() string { return c.spoken(c.Text) }

// AccessibilityRole is that of a button, the nearest that Fyne knows.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// iconTap is a small icon inside an input that can be clicked. It never takes the focus: the keyboard reaches the same
// through the input itself, and Tab should not stop twice in one field.
type iconTap struct {
	widget.DisableableWidget
	icon   *canvas.Image
	name   string
	tapped func()
}

func newIconTap(icon fyne.Resource, name string, tapped func()) *iconTap {
	i := &iconTap{icon: canvas.NewImageFromResource(icon), name: name, tapped: tapped}
	i.icon.FillMode = canvas.ImageFillContain
	i.ExtendBaseWidget(i)
	return i
}

// CreateRenderer is called by Fyne.
func (i *iconTap) CreateRenderer() fyne.WidgetRenderer { return &iconTapRenderer{i} }

// Tapped is called by Fyne.
func (i *iconTap) Tapped(*fyne.PointEvent) {
	if !i.Disabled() {
		i.tapped()
	}
}

// Cursor is called by Fyne.
func (i *iconTap) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel says what a click does.
func (i *iconTap) AccessibilityLabel() string { return i.name }

// AccessibilityRole is that of a button.
func (i *iconTap) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

type iconTapRenderer struct{ i *iconTap }

func (r *iconTapRenderer) Layout(size fyne.Size) {
	side := theme.IconInlineSize()
	r.i.icon.Resize(fyne.NewSquareSize(side))
	r.i.icon.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
}

func (r *iconTapRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(theme.IconInlineSize() + 2*theme.Padding())
}

func (r *iconTapRenderer) Refresh() {
	r.i.icon.Translucency = 0
	if r.i.Disabled() {
		r.i.icon.Translucency = 0.6
	}
	r.i.icon.Refresh()
}

func (r *iconTapRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.i.icon} }
func (r *iconTapRenderer) Destroy()                     {}
