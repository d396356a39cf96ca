package exchange

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/importing"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Measures of a row in Fyne's units.
const (
	rowHeight = 44
	rowTick   = 20 // width and height of the box
	rowNumber = 30 // where the number of the row begins
	rowText   = 78 // where the name begins, after a number of six digits
	rowLift   = 4  // by which labels move up into their own margins
	tickWidth = 30 // a press left of this ticks the box
)

// tones say what the state of a row asks of the reader.
var tones = map[importing.RowState]kit.Tone{
	importing.RowNew: kit.OK, importing.RowDiffers: kit.Waiting, importing.RowSame: kit.Past, importing.RowUndecided: kit.Attention,
	importing.RowError: kit.Danger, importing.RowEmpty: kit.Past,
}

// chipOf is the state of a row, and whether something in it is to be looked at.
func chipOf(r *importing.Row) kit.Chip {
	c := kit.Chip{Word: words.T("importing.state." + string(r.State)), Tone: tones[r.State]}
	if has(noted, r) {
		c.Word, c.Tone = words.T("exchange.row.noted", "state", c.Word), kit.Attention
	}
	return c
}

// rowItem draws a row of a rowList: the box, its number, the name with the state, and below it what would change.
type rowItem struct {
	widget.BaseWidget
	list               *rowList
	row                int
	number, name, gist *widget.Label
	chip               *kit.StateChip
	tick               *widget.Icon
	ring               *canvas.Rectangle
}

func newRowItem(l *rowList) *rowItem {
	i := &rowItem{
		list: l, number: widget.NewLabel(""), name: widget.NewLabel(""), gist: widget.NewLabel(""), chip: kit.NewStateChip(kit.Chip{}),
		tick: widget.NewIcon(nil), ring: canvas.NewRectangle(nil),
	}
	i.number.Alignment, i.number.Importance = fyne.TextAlignTrailing, widget.LowImportance
	i.number.SizeName = theme.SizeNameCaptionText
	i.name.Truncation, i.name.TextStyle.Bold = fyne.TextTruncateEllipsis, true
	i.gist.Truncation, i.gist.SizeName, i.gist.Importance = fyne.TextTruncateEllipsis, theme.SizeNameCaptionText, widget.LowImportance
	i.ring.StrokeWidth, i.ring.CornerRadius = 2, 4
	i.ExtendBaseWidget(i)
	return i
}

// show shows a row of the list.
func (i *rowItem) show(row int) {
	i.row = row
	r := &i.list.p.plan.Rows[i.list.rows[row]]
	i.number.SetText(strconv.Itoa(r.N))
	i.name.SetText(i.list.p.name(r))
	i.gist.SetText(i.list.p.gist(r))
	i.chip.Set(chipOf(r))
	switch {
	case !mayTake(r):
		i.tick.SetResource(nil)
	case takes(r):
		i.tick.SetResource(theme.CheckButtonCheckedIcon())
	default:
		i.tick.SetResource(theme.CheckButtonIcon())
	}
	i.ring.Hidden = !i.list.focused || row != i.list.at
	i.ring.StrokeColor = theme.Current().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	i.Refresh()
}

// Tapped is called by Fyne: a press on the box takes the row or leaves it out.
func (i *rowItem) Tapped(e *fyne.PointEvent) {
	if i.row >= len(i.list.rows) {
		return
	}
	kit.Focus(i.list)
	i.list.move(i.row)
	if e.Position.X < tickWidth {
		i.list.toggle()
	}
}

// AccessibilityLabel reads the row.
func (i *rowItem) AccessibilityLabel() string {
	return words.Joined(i.number.Text, i.name.Text, i.chip.AccessibilityLabel(), i.gist.Text)
}

// AccessibilityRole is that of a button.
func (i *rowItem) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer is called by Fyne.
func (i *rowItem) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{
		Layout: rowLayout{i}, Objects: []fyne.CanvasObject{i.tick, i.number, i.name, i.gist, i.chip, i.ring},
	})
}

// rowLayout sets the parts of a row.
type rowLayout struct{ i *rowItem }

func (l rowLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	i := l.i
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	chip, name := i.chip.MinSize(), i.name.MinSize().Height
	put(i.tick, 7, (size.Height-rowTick)/2, rowTick, rowTick)
	put(i.number, rowNumber-4, -rowLift+2, rowText-rowNumber+6, name)
	put(i.name, rowText, -rowLift, size.Width-rowText-chip.Width-10, name)
	put(i.gist, rowText, size.Height-i.gist.MinSize().Height+rowLift, size.Width-rowText, i.gist.MinSize().Height)
	put(i.chip, size.Width-chip.Width-8, 5, chip.Width, chip.Height)
	put(i.ring, 0, 0, size.Width, size.Height)
}

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, rowHeight) }
