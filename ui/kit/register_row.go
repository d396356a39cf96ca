package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// rowItem draws a row of a register: the name, below it what matters, at the right the state. Texts too long for the
// row end in "…"; the page beside it has them whole. It is drawn by hand because a list of labels is twice as high and
// several times slower.
type rowItem struct {
	widget.BaseWidget
	name, detail string
	chip         *StateChip
	selected     bool
	focused      bool
	short        bool // without the detail
}

func newRowItem() *rowItem {
	r := &rowItem{chip: NewStateChip(Chip{})}
	r.ExtendBaseWidget(r)
	return r
}

// AccessibilityLabel reads the row from left to right.
func (r *rowItem) AccessibilityLabel() string {
	if r.short {
		return r.name
	}
	return r.name + ", " + r.detail + ", " + r.chip.AccessibilityLabel()
}

// AccessibilityRole is that of a button: pressing it opens the page.
func (r *rowItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (r *rowItem) CreateRenderer() fyne.WidgetRenderer {
	out := &rowRenderer{row: r, name: canvas.NewText("", nil), detail: canvas.NewText("", nil), mark: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	out.name.TextStyle.Bold = true
	out.Refresh()
	return out
}

type rowRenderer struct {
	row          *rowItem
	name, detail *canvas.Text
	mark         *canvas.Rectangle // the bar at the left of the selected row
	ring         *canvas.Rectangle // around the row that the arrow keys move
}

const (
	rowPadX = 12
	rowPadY = 5
)

func (r *rowRenderer) Refresh() {
	th, v := r.row.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.name.Color, r.name.TextSize = th.Color(theme.ColorNameForeground, v), th.Size(theme.SizeNameText)
	r.detail.Color, r.detail.TextSize = th.Color(theme.ColorNamePlaceHolder, v), th.Size(theme.SizeNameCaptionText)
	r.mark.FillColor, r.mark.CornerRadius = th.Color(theme.ColorNamePrimary, v), 2
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = th.Color(theme.ColorNamePrimary, v), 2, 4
	r.mark.Hidden = !r.row.selected
	r.detail.Hidden = r.row.short
	r.ring.Hidden = !r.row.selected || !r.row.focused
	r.Layout(r.row.Size())
	for _, o := range r.Objects()[:4] {
		canvas.Refresh(o)
	}
}

func (r *rowRenderer) Layout(size fyne.Size) {
	chip := r.row.chip.MinSize()
	room := size.Width - 2*rowPadX
	r.row.chip.Resize(chip)
	nameRoom := room
	if chip.Width > 0 {
		nameRoom -= chip.Width + 8
	}
	r.name.Text = ellipsis(r.row.name, nameRoom, r.name)
	r.detail.Text = ellipsis(r.row.detail, room, r.detail)
	line := r.name.MinSize().Height
	r.name.Move(fyne.NewPos(rowPadX, rowPadY))
	r.detail.Move(fyne.NewPos(rowPadX, rowPadY+line+1))
	r.row.chip.Move(fyne.NewPos(size.Width-rowPadX-chip.Width, rowPadY+(line-chip.Height)/2))
	r.mark.Resize(fyne.NewSize(4, size.Height-8))
	r.mark.Move(fyne.NewPos(2, 4))
	r.ring.Resize(size)
}

func (r *rowRenderer) MinSize() fyne.Size {
	height := textHeight(r.name) + 2*rowPadY
	if !r.row.short {
		height += textHeight(r.detail) + 1
	}
	return fyne.NewSize(200, height)
}

func textHeight(t *canvas.Text) float32 {
	return fyne.MeasureText("Å", t.TextSize, t.TextStyle).Height
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.mark, r.name, r.detail, r.ring, r.row.chip}
}

func (r *rowRenderer) Destroy() {}

// ellipsis shortens text so that it is at most width wide when drawn as t.
func ellipsis(text string, width float32, t *canvas.Text) string {
	fits := func(s string) bool { return fyne.MeasureText(s, t.TextSize, t.TextStyle).Width <= width }
	if width <= 0 || fits(text) {
		return text
	}
	runes := []rune(text)
	low, high := 0, min(len(runes), 400) // no window shows more in one line
	for low < high {
		mid := (low + high + 1) / 2
		if fits(string(runes[:mid]) + "…") {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + "…"
}
