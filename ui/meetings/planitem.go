package meetings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Measures of a row in Fyne's units.
const (
	planRowHeight = 27
	planIcon      = 18
	planIndent    = 34  // where lines begin
	planChipAt    = 128 // after the day
	planTextAt    = 250 // after the chip
	planVerbPad   = 10
)

// planItem draws a row of a planList: what it is about, what becomes of it, why, and at the right what can be done.
type planItem struct {
	widget.BaseWidget
	list *planList
	row  int
	face planFace
	chip *kit.StateChip
}

func newPlanItem(l *planList) *planItem {
	i := &planItem{list: l, chip: kit.NewStateChip(kit.Chip{})}
	i.ExtendBaseWidget(i)
	return i
}

// show shows a row of the list.
func (i *planItem) show(row int) {
	i.row, i.face = row, i.list.describe(i.list.rows[row])
	i.chip.Set(i.face.chip)
	i.Refresh()
}

// Tapped is called by Fyne: a press on a heading folds or unfolds it, one on a verb does it.
func (i *planItem) Tapped(e *fyne.PointEvent) {
	if i.row >= len(i.list.rows) {
		return
	}
	kit.Focus(i.list)
	i.list.move(i.row)
	if i.face.heading || i.face.verb != "" && e.Position.X >= i.verbAt() {
		i.list.press(i.row)
	}
}

// verbAt is where the verb begins.
func (i *planItem) verbAt() float32 {
	return i.Size().Width - planVerbPad - textWidth(i.face.verb, i.Theme().Size(theme.SizeNameText), fyne.TextStyle{}) - planVerbPad
}

// Cursor is called by Fyne.
func (i *planItem) Cursor() desktop.Cursor {
	if i.face.heading || i.face.verb != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel reads the row.
func (i *planItem) AccessibilityLabel() string {
	return words.Joined(i.face.title, i.face.chip.Word, i.face.detail, i.face.verb)
}

// AccessibilityRole is that of a button.
func (i *planItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (i *planItem) CreateRenderer() fyne.WidgetRenderer {
	r := &planItemRenderer{
		i: i, back: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil), arrow: canvas.NewImageFromResource(nil),
		title: canvas.NewText("", nil), detail: canvas.NewText("", nil), verb: canvas.NewText("", nil),
	}
	r.arrow.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type planItemRenderer struct {
	i                   *planItem
	back, ring          *canvas.Rectangle
	arrow               *canvas.Image
	title, detail, verb *canvas.Text
}

func (r *planItemRenderer) Refresh() {
	th, v := r.i.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	face, l := r.i.face, r.i.list
	here := l.focused && r.i.row == l.at
	r.back.Hidden = !face.heading
	r.back.FillColor, r.back.CornerRadius = th.Color(theme.ColorNameHeaderBackground, v), 4
	r.ring.Hidden = !here
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = th.Color(theme.ColorNamePrimary, v), 2, 4
	r.arrow.Hidden = !face.heading
	arrow := theme.MenuExpandIcon()
	if face.open {
		arrow = theme.MenuDropDownIcon()
	}
	if r.arrow.Resource != arrow {
		r.arrow.Resource = arrow
		r.arrow.Refresh()
	}
	r.title.Color, r.title.TextSize, r.title.TextStyle.Bold = th.Color(theme.ColorNameForeground, v), th.Size(theme.SizeNameText), face.heading
	r.detail.Color, r.detail.TextSize = th.Color(theme.ColorNameForeground, v), th.Size(theme.SizeNameText)
	if face.heading {
		r.detail.Color = th.Color(theme.ColorNamePlaceHolder, v)
	}
	r.verb.Color, r.verb.TextSize = th.Color(theme.ColorNameHyperlink, v), th.Size(theme.SizeNameText)
	r.Layout(r.i.Size())
	for _, o := range []fyne.CanvasObject{r.back, r.ring, r.title, r.detail, r.verb} {
		canvas.Refresh(o)
	}
}

func (r *planItemRenderer) Layout(size fyne.Size) {
	face, chip := r.i.face, r.i.chip.MinSize()
	r.back.Resize(size)
	r.ring.Resize(size)
	middle := func(o fyne.CanvasObject, x float32, s fyne.Size) {
		o.Resize(s)
		o.Move(fyne.NewPos(x, (size.Height-s.Height)/2))
	}
	middle(r.arrow, 8, fyne.NewSize(planIcon, planIcon))
	r.verb.Text = face.verb
	end := size.Width - planVerbPad
	if face.verb != "" {
		end -= r.verb.MinSize().Width
		middle(r.verb, end, r.verb.MinSize())
		end -= planVerbPad
	}
	chipAt, textAt := float32(planIndent+planChipAt), float32(planIndent+planTextAt)
	if face.heading {
		chipAt = end - chip.Width
		if chip.Width > 0 {
			end = chipAt - planVerbPad
		}
	} else if chipAt+chip.Width+planVerbPad > textAt {
		textAt = chipAt + chip.Width + planVerbPad
	}
	room := end - planIndent
	r.title.Text = shortened(face.title, room, r.title)
	if face.heading {
		textAt = planIndent + r.title.MinSize().Width + 2*planVerbPad
	}
	middle(r.title, planIndent, r.title.MinSize())
	middle(r.i.chip, chipAt, chip)
	r.detail.Text = shortened(face.detail, end-textAt, r.detail)
	middle(r.detail, textAt, r.detail.MinSize())
}

func (r *planItemRenderer) MinSize() fyne.Size { return fyne.NewSize(300, planRowHeight) }

func (r *planItemRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.arrow, r.title, r.i.chip, r.detail, r.verb, r.ring}
}

func (r *planItemRenderer) Destroy() {}

func textWidth(s string, size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(s, size, style).Width
}

// shortened is the text, or what of it fits into the room with "…" at its end; the line below the list says it whole.
func shortened(text string, room float32, t *canvas.Text) string {
	fits := func(s string) bool { return textWidth(s, t.TextSize, t.TextStyle) <= room }
	if fits(text) {
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
	if low == 0 {
		return ""
	}
	return string(runes[:low]) + "…"
}
