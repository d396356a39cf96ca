package training

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// attendanceGrid is participants by days, with what is proposed and what is confirmed in the last two columns. The arrow
// keys move, Space goes through the answers, and a letter enters one and goes to the next participant. Only the cells
// that are seen exist, so that sixty people on eight days scroll as lightly as five.
type attendanceGrid struct {
	widget.Table
	form    *attendanceForm
	at      widget.TableCellID
	cells   []*gridCell                               // all that were made; the table uses them again and again
	letters struct{ present, absent, yes, no string } // of the keyboard, in the language of the window
	focused bool
}

const (
	nameColumnWidth   = 190
	dayColumnWidth    = 92
	answerColumnWidth = 120
	gridRowHeight     = 32
)

func newAttendanceGrid(f *attendanceForm) *attendanceGrid {
	g := &attendanceGrid{form: f}
	g.letters.present, g.letters.absent = words.T("training.attendance.key.present"), words.T("training.attendance.key.absent")
	g.letters.yes, g.letters.no = words.T("training.attendance.key.yes"), words.T("training.attendance.key.no")
	g.Length = func() (rows, columns int) { return len(f.draft.Participations), len(f.days) + 2 }
	g.CreateCell = func() fyne.CanvasObject {
		c := newGridCell()
		g.cells = append(g.cells, c)
		return c
	}
	g.UpdateCell = func(id widget.TableCellID, o fyne.CanvasObject) {
		c := o.(*gridCell)
		c.id = id
		c.set(g.chip(id), g.focused && id == g.at)
	}
	g.ShowHeaderRow, g.ShowHeaderColumn = true, true
	g.CreateHeader = func() fyne.CanvasObject { return newGridHead() }
	g.UpdateHeader = func(id widget.TableCellID, o fyne.CanvasObject) { o.(*gridHead).set(g.heading(id), id.Row < 0) }
	g.OnSelected = func(id widget.TableCellID) {
		g.UnselectAll()
		g.move(id)
		g.cycle()
	}
	g.ExtendBaseWidget(g)
	g.SetColumnWidth(-1, nameColumnWidth)
	for i := range f.days {
		g.SetColumnWidth(i, dayColumnWidth)
	}
	g.SetColumnWidth(len(f.days), answerColumnWidth)
	g.SetColumnWidth(len(f.days)+1, answerColumnWidth)
	return g
}

// heading is the name of a participant (column −1) or of a column (row −1).
func (g *attendanceGrid) heading(id widget.TableCellID) string {
	f := g.form
	switch {
	case id.Row < 0 && id.Col < 0:
		return ""
	case id.Col < 0:
		return f.s.desk.Person(f.r.participantName(f.draft.Participations[id.Row]))
	case id.Col < len(f.days):
		d := f.days[id.Col].Date
		return f.in.WeekdayShort(d.Weekday()) + " " + shortDay(d)
	case id.Col == len(f.days):
		return words.T("training.attendance.proposal")
	default:
		return words.T("training.attendance.passed")
	}
}

// answer is what a cell holds.
func (g *attendanceGrid) answer(id widget.TableCellID) model.Answer {
	f := g.form
	switch x := f.draft.Participations[id.Row]; {
	case id.Col < len(f.days):
		return f.attendance(id.Row, id.Col)
	case id.Col == len(f.days):
		return f.draft.ProposedPass(x)
	default:
		return x.Passed
	}
}

// chip shows what a cell holds, by word, symbol and colour; nothing entered is a dash, and not "absent".
func (g *attendanceGrid) chip(id widget.TableCellID) kit.Chip {
	answer := g.answer(id)
	if answer == "" {
		return kit.Chip{}
	}
	if id.Col < len(g.form.days) {
		return answerChip(words.T("training.attendance.came."+string(answer)), answer)
	}
	word := words.T("training.event.passed." + string(answer))
	if id.Col == len(g.form.days) {
		return kit.Chip{Word: word, Tone: kit.Waiting}
	}
	return answerChip(word, answer)
}

func answerChip(word string, answer model.Answer) kit.Chip {
	if answer == model.Yes {
		return kit.Chip{Word: word, Tone: kit.OK}
	}
	return kit.Chip{Word: word, Tone: kit.Attention, Icon: theme.CancelIcon()}
}

// move moves the cursor, as far as there are cells. The table's own cursor would draw every cell anew at each step.
func (g *attendanceGrid) move(to widget.TableCellID) {
	rows, columns := g.Length()
	if to.Row < 0 || to.Row >= rows || to.Col < 0 || to.Col >= columns {
		return
	}
	g.at = to
	g.form.at(to.Col)
	if !g.seen(to) {
		g.ScrollTo(to)
	}
	g.showCursor()
}

// seen reports whether the whole cell is in view.
func (g *attendanceGrid) seen(id widget.TableCellID) bool {
	d := fyne.CurrentApp().Driver()
	origin, size := d.AbsolutePositionForObject(g), g.Size()
	for _, c := range g.cells {
		if c.id != id {
			continue
		}
		at := d.AbsolutePositionForObject(c) // the whole window is searched for it
		x, y := at.X-origin.X, at.Y-origin.Y
		if x >= nameColumnWidth && y >= gridRowHeight && x+c.Size().Width <= size.Width && y+c.Size().Height <= size.Height {
			return true
		}
	}
	return false
}

func (g *attendanceGrid) showCursor() {
	for _, c := range g.cells {
		c.frame(g.focused && c.id == g.at)
	}
}

// enter puts an answer into the cell with the cursor. What is proposed cannot be entered.
func (g *attendanceGrid) enter(answer model.Answer) {
	f := g.form
	switch {
	case g.at.Row < 0 || g.at.Row >= len(f.draft.Participations):
		return
	case g.at.Col < len(f.days):
		f.enter(g.at.Row, g.at.Col, answer)
	case g.at.Col == len(f.days)+1:
		f.pass(g.at.Row, answer)
	}
	for _, c := range g.cells {
		if c.id.Row == g.at.Row { // the proposal may have changed too
			c.set(g.chip(c.id), g.focused && c.id == g.at)
		}
	}
}

// cycle goes from nothing to yes to no and back to nothing.
func (g *attendanceGrid) cycle() {
	next := map[model.Answer]model.Answer{"": model.Yes, model.Yes: model.No, model.No: ""}
	g.enter(next[g.answer(g.at)])
}

// TypedKey is called by Fyne.
func (g *attendanceGrid) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace:
		g.cycle()
	case fyne.KeyDelete, fyne.KeyBackspace:
		g.enter("")
	case fyne.KeyUp:
		g.move(widget.TableCellID{Row: g.at.Row - 1, Col: g.at.Col})
	case fyne.KeyDown:
		g.move(widget.TableCellID{Row: g.at.Row + 1, Col: g.at.Col})
	case fyne.KeyLeft:
		g.move(widget.TableCellID{Row: g.at.Row, Col: g.at.Col - 1})
	case fyne.KeyRight:
		g.move(widget.TableCellID{Row: g.at.Row, Col: g.at.Col + 1})
	default:
		kit.PassKey(g, e)
	}
}

// TypedRune is called by Fyne: the letter of an answer enters it and goes to the next participant.
func (g *attendanceGrid) TypedRune(r rune) {
	yes, no := g.letters.present, g.letters.absent
	if g.at.Col >= len(g.form.days) {
		yes, no = g.letters.yes, g.letters.no
	}
	switch {
	case strings.EqualFold(string(r), yes):
		g.enter(model.Yes)
	case strings.EqualFold(string(r), no):
		g.enter(model.No)
	default:
		return
	}
	g.move(widget.TableCellID{Row: g.at.Row + 1, Col: g.at.Col})
}

// FocusGained is called by Fyne.
func (g *attendanceGrid) FocusGained() {
	g.focused = true
	g.showCursor()
}

// FocusLost is called by Fyne.
func (g *attendanceGrid) FocusLost() {
	g.focused = false
	g.showCursor()
}

// AccessibilityLabel says the cell with the cursor: who, which column, and what it holds.
func (g *attendanceGrid) AccessibilityLabel() string {
	if g.at.Row >= len(g.form.draft.Participations) {
		return ""
	}
	held := g.chip(g.at).Word
	if held == "" {
		held = words.T("training.event.not_entered")
	}
	return g.heading(widget.TableCellID{Row: g.at.Row, Col: -1}) + ", " + g.heading(widget.TableCellID{Row: -1, Col: g.at.Col}) + ": " + held
}

// AccessibilityRole is that of a container.
func (g *attendanceGrid) AccessibilityRole() fyne.AccessibleRole {
	return fyne.AccessibleRoleContainer
}

// gridCell is one cell: a chip or a dash, and a frame where the cursor is.
type gridCell struct {
	widget.BaseWidget
	id   widget.TableCellID
	chip *kit.StateChip
	dash *canvas.Text
	ring *canvas.Rectangle
}

func newGridCell() *gridCell {
	c := &gridCell{chip: kit.NewStateChip(kit.Chip{}), dash: canvas.NewText("–", nil), ring: canvas.NewRectangle(nil)}
	c.ring.StrokeWidth, c.ring.CornerRadius, c.ring.Hidden = 2, 4, true
	c.ExtendBaseWidget(c)
	return c
}

func (c *gridCell) set(chip kit.Chip, current bool) {
	if was := c.chip.Chip(); was != chip || c.dash.Color == nil {
		c.dash.Color = c.Theme().Color(theme.ColorNamePlaceHolder, fyne.CurrentApp().Settings().ThemeVariant())
		c.dash.Hidden = chip.Word != ""
		c.chip.Set(chip)
		c.Refresh()
	}
	c.frame(current)
}

// frame shows whether the cursor is in the cell.
func (c *gridCell) frame(current bool) {
	if c.ring.Hidden == !current {
		return
	}
	c.ring.StrokeColor = c.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
	c.ring.Hidden = !current
	c.ring.Refresh()
}

// MinSize is called by Fyne.
func (c *gridCell) MinSize() fyne.Size { return fyne.NewSize(dayColumnWidth, gridRowHeight) }

// CreateRenderer is called by Fyne.
func (c *gridCell) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(container.NewCenter(c.dash), container.NewCenter(c.chip), c.ring))
}

// gridHead is the name of a participant or of a column, cut where it is too long. A label of Fyne measures its text anew
// each time anything is drawn.
type gridHead struct {
	widget.BaseWidget
	whole string
	text  *canvas.Text
}

func newGridHead() *gridHead {
	h := &gridHead{text: canvas.NewText("", nil)}
	h.ExtendBaseWidget(h)
	return h
}

func (h *gridHead) set(text string, bold bool) {
	if h.whole == text && h.text.TextStyle.Bold == bold && h.text.Color != nil {
		return
	}
	h.whole, h.text.TextStyle.Bold = text, bold
	h.text.Color = h.Theme().Color(theme.ColorNameForeground, fyne.CurrentApp().Settings().ThemeVariant())
	h.text.TextSize = theme.TextSize()
	h.text.Text = text
	for runes := []rune(text); len(runes) > 0 && h.text.MinSize().Width > nameColumnWidth-2*theme.InnerPadding(); {
		runes = runes[:len(runes)-1]
		h.text.Text = string(runes) + "…"
	}
	h.Refresh()
}

// AccessibilityLabel is the whole name.
func (h *gridHead) AccessibilityLabel() string { return h.whole }

// AccessibilityRole is text.
func (h *gridHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize is called by Fyne.
func (h *gridHead) MinSize() fyne.Size { return fyne.NewSize(dayColumnWidth, gridRowHeight) }

// CreateRenderer is called by Fyne.
func (h *gridHead) CreateRenderer() fyne.WidgetRenderer {
	p := theme.InnerPadding()
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(0, 0, p, p), h.text))
}
