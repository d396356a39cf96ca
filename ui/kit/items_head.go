package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// ItemLine is what is seen of an item whether it is open or not.
type ItemLine struct {
	Title  string
	Detail string // what else matters, dim at the right
	Off    bool   // the tick of the item is not set; see Items.Tick
}

// severity is the worst that is said of an item.
type severity int

const (
	sound severity = iota
	doubtful
	refused
)

// itemHead is the line of an item. Enter opens and closes the item, Space ticks it (and opens one that has no tick),
// ↑ and ↓ go to its neighbours, with Alt+Shift they move it, and Delete takes it away.
type itemHead struct {
	widget.BaseWidget
	line     ItemLine
	tickable bool
	open     bool
	worst    severity

	toggle, tick, remove func()
	move, neighbour      func(delta int)
	onFocus              func()
	focused, hovered     bool
}

// FocusGained is called by Fyne.
func (h *itemHead) FocusGained() {
	h.focused = true
	h.onFocus()
	h.Refresh()
}

// FocusLost is called by Fyne.
func (h *itemHead) FocusLost() {
	h.focused = false
	h.Refresh()
}

// TypedRune is called by Fyne.
func (h *itemHead) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (h *itemHead) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		h.toggle()
	case fyne.KeySpace:
		if h.tickable {
			h.tick()
		} else {
			h.toggle()
		}
	case fyne.KeyUp:
		h.neighbour(-1)
	case fyne.KeyDown:
		h.neighbour(1)
	case fyne.KeyDelete:
		h.remove()
	default:
		PassKey(h, key)
	}
}

// TypedShortcut is called by Fyne.
func (h *itemHead) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if ok && custom.Modifier == fyne.KeyModifierAlt|fyne.KeyModifierShift {
		switch custom.KeyName {
		case fyne.KeyUp:
			h.move(-1)
			return
		case fyne.KeyDown:
			h.move(1)
			return
		}
	}
	passOn(h, s)
}

// Tapped is called by Fyne. The tick is a place of its own in the line.
func (h *itemHead) Tapped(e *fyne.PointEvent) {
	Focus(h)
	if h.tickable && e != nil && e.Position.X >= itemTickAt && e.Position.X < itemTickAt+itemIcon+4 {
		h.tick()
		return
	}
	h.toggle()
}

// Cursor is called by Fyne.
func (h *itemHead) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is called by Fyne.
func (h *itemHead) MouseIn(*desktop.MouseEvent) { h.hovered = true; h.Refresh() }

// MouseMoved is called by Fyne.
func (h *itemHead) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (h *itemHead) MouseOut() { h.hovered = false; h.Refresh() }

// AccessibilityLabel is the line with what is wrong in it.
func (h *itemHead) AccessibilityLabel() string {
	s := h.line.Title
	if h.line.Detail != "" {
		s += ", " + h.line.Detail
	}
	if h.tickable && h.line.Off {
		s += ", " + words.T("kit.items.off")
	}
	switch h.worst {
	case refused:
		s += ". " + words.T("kit.form.refusal")
	case doubtful:
		s += ". " + words.T("kit.form.warning")
	}
	return s
}

// AccessibilityRole is that of a button, for it opens the item.
func (h *itemHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Measures of the line in Fyne's units.
const (
	itemHeight = 34
	itemIcon   = 18
	itemTickAt = 32
)

// CreateRenderer is called by Fyne.
func (h *itemHead) CreateRenderer() fyne.WidgetRenderer {
	r := &itemHeadRenderer{
		h: h, back: canvas.NewRectangle(nil), arrow: canvas.NewImageFromResource(nil),
		tick: canvas.NewImageFromResource(nil), mark: canvas.NewImageFromResource(nil),
		title: widget.NewLabel(""), detail: widget.NewLabel(""),
	}
	r.back.CornerRadius = theme.InputRadiusSize()
	for _, i := range []*canvas.Image{r.arrow, r.tick, r.mark} {
		i.FillMode = canvas.ImageFillContain
	}
	r.title.Truncation, r.detail.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
	r.fill()
	return r
}

type itemHeadRenderer struct {
	h                 *itemHead
	back              *canvas.Rectangle
	arrow, tick, mark *canvas.Image
	title, detail     *widget.Label
}

// fill takes over the state of the line; it draws nothing itself.
func (r *itemHeadRenderer) fill() {
	h, th := r.h, r.h.Theme()
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	r.back.FillColor = th.Color(theme.ColorNameInputBackground, variant)
	if h.hovered {
		r.back.FillColor = th.Color(theme.ColorNameHover, variant)
	}
	r.back.StrokeColor, r.back.StrokeWidth = th.Color(theme.ColorNameInputBorder, variant), 1
	if h.focused {
		r.back.StrokeColor, r.back.StrokeWidth = th.Color(theme.ColorNamePrimary, variant), 2
	}
	r.arrow.Resource = theme.MenuExpandIcon()
	if h.open {
		r.arrow.Resource = theme.MenuDropDownIcon()
	}
	r.tick.Hidden = !h.tickable
	r.tick.Resource = theme.CheckButtonCheckedIcon()
	if h.line.Off {
		r.tick.Resource = theme.CheckButtonIcon()
	}
	r.mark.Hidden = h.worst == sound
	r.mark.Resource = theme.NewWarningThemedResource(theme.WarningIcon())
	if h.worst == refused {
		r.mark.Resource = theme.NewErrorThemedResource(theme.ErrorIcon())
	}
	r.title.Text, r.detail.Text = firstRunes(h.line.Title, 200), firstRunes(h.line.Detail, 200)
	r.title.TextStyle.Bold = !h.tickable || !h.line.Off
	r.title.Importance, r.detail.Importance = widget.MediumImportance, widget.LowImportance
	if h.tickable && h.line.Off {
		r.title.Importance = widget.LowImportance
	}
}

func (r *itemHeadRenderer) Layout(size fyne.Size) {
	place(r.back, 0, 0, size.Width, size.Height)
	y := (size.Height - itemIcon) / 2
	place(r.arrow, 8, y, itemIcon, itemIcon)
	x := float32(itemTickAt)
	place(r.tick, x, y, itemIcon, itemIcon)
	if r.h.tickable {
		x += itemIcon
	}
	end := size.Width - 4
	if r.mark.Visible() {
		end -= itemIcon + 6
		place(r.mark, end, y, itemIcon, itemIcon)
	}
	room := max(0, end-x)
	text := func(l *widget.Label) float32 {
		if l.Text == "" {
			return 0
		}
		return fyne.MeasureText(l.Text, theme.TextSize(), l.TextStyle).Width + 2*theme.InnerPadding() + 2
	}
	detail := min(text(r.detail), max(room*0.45, room-text(r.title)))
	height := r.title.MinSize().Height
	place(r.title, x, (size.Height-height)/2, room-detail, height)
	place(r.detail, end-detail, (size.Height-height)/2, detail, height)
}

func (r *itemHeadRenderer) MinSize() fyne.Size { return fyne.NewSize(200, itemHeight) }

func (r *itemHeadRenderer) Refresh() {
	r.fill()
	r.Layout(r.h.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *itemHeadRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.arrow, r.tick, r.title, r.detail, r.mark}
}
func (r *itemHeadRenderer) Destroy() {}
