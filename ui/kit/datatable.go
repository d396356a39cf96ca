package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/words"
)

// DataColumn is the head of a column of a DataTable; numbers stand at the right.
type DataColumn struct {
	Head   string
	Number bool
}

// DataTable shows rows of texts under heads, with all its columns and as high as all its rows: what it stands in scrolls.
// Of its rows only those that are seen are drawn, and the heads stay seen (see Roll). It is one stop for Tab; arrow keys,
// Page Up, Page Down, Home and End go from row to row. One that is too wide has small letters, and when even that is not
// enough its first column stays seen while the others scroll.
type DataTable struct {
	widget.BaseWidget
	input
	columns []DataColumn
	cells   [][]string
	total   bool // the last row is the total

	widths      []float32
	edges       []float32 // where each row begins, and where the last ends; the heads are above the first
	narrow      float32   // the least width, 0 = not reckoned yet
	fitted      float32   // width for which widths and edges were reckoned, 0 = not yet
	top, bottom float32   // what is seen of it
	left        float32   // what is scrolled away at the left
	small       bool      // its letters, because it is too wide for others
	at          int
	focused     bool
	reveal      func(t *DataTable, top, bottom float32)
	beyond      func(screens float32) // scrolls what the table stands in, since the keyboard is at an end of the table
	sketch
}

const (
	dataPadX    = 8
	dataPadY    = 4
	dataLeast   = 64  // width of the narrowest column of words
	dataMost    = 340 // and of the widest, unless there is room
	dataLines   = 15  // how many lines a cell may have
	dataPage    = 12  // rows of Page Up and Page Down
	dataAtFirst = 900 // height that is drawn before anybody has told what is seen
)

// NewDataTable makes a table of rows, each as long as columns; with total, the last row is their sum.
func NewDataTable(columns []DataColumn, rows [][]string, total bool) *DataTable {
	t := &DataTable{columns: columns, cells: rows, total: total, bottom: dataAtFirst}
	t.ExtendBaseWidget(t)
	return t
}

// Seen tells which part of the table is seen, in its own coordinates: from top to bottom, and from left on.
func (t *DataTable) Seen(top, bottom, left float32) {
	if top != t.top || bottom != t.bottom || left != t.left {
		t.top, t.bottom, t.left = top, bottom, left
		t.draw()
	}
}

// Resize is called by Fyne.
func (t *DataTable) Resize(size fyne.Size) {
	t.fit(size.Width)
	t.BaseWidget.Resize(size)
}

// fit reckons how wide the columns and how high the rows are.
func (t *DataTable) fit(width float32) {
	if width == t.fitted || width <= 0 {
		return
	}
	t.fitted = width
	t.small = false
	if t.widths = t.share(width); t.wide() > width+1 {
		t.small = true
		t.widths = t.share(width)
	}
	t.edges = make([]float32, len(t.cells)+1)
	t.edges[0] = t.height(t.heads(), true)
	for r, row := range t.cells {
		t.edges[r+1] = t.edges[r] + t.height(row, t.bold(r))
	}
}

// height is that of a row whose cells are broken into lines.
func (t *DataTable) height(row []string, bold bool) float32 {
	lines := 1
	for i, s := range row {
		lines = max(lines, len(t.lines(s, i, bold)))
	}
	return float32(lines)*t.lineHeight() + 2*dataPadY
}

// lines are the lines of a cell.
func (t *DataTable) lines(s string, column int, bold bool) []string {
	room := t.widths[column] - 2*t.padX()
	if float32(len(s))*t.textSize() < room { // it need not be measured: tables have ten thousand cells
		return []string{s}
	}
	return wrapped(s, room, t.textSize(), bold, dataLines)
}

func (t *DataTable) lineHeight() float32 {
	return fyne.MeasureText("Å", t.textSize(), fyne.TextStyle{}).Height
}

func (t *DataTable) textSize() float32 {
	if t.small {
		return theme.CaptionTextSize()
	}
	return theme.TextSize()
}

// padX is what is left free beside a text.
func (t *DataTable) padX() float32 {
	if t.small {
		return dataPadX / 2
	}
	return dataPadX
}

func (t *DataTable) measure(s string, bold bool) float32 {
	return fyne.MeasureText(s, t.textSize(), fyne.TextStyle{Bold: bold}).Width
}

// share shares the width among the columns. Each gets what its longest text needs; where that is too much, the columns of
// words give way, the widest first, down to their least. Then the table is wider than there is room for, and scrolls.
func (t *DataTable) share(width float32) []float32 {
	out, least := make([]float32, len(t.columns)), make([]float32, len(t.columns))
	sum := float32(0)
	for i, c := range t.columns {
		body, pad := longest(t.cells, i), 2*t.padX()+1
		out[i] = max(t.measure(body, true), min(t.measure(c.Head, true), dataMost)) + pad
		least[i] = min(out[i], max(t.longestWord(c.Head), t.longestWord(body), dataLeast)+pad)
		if c.Number {
			out[i] = max(t.measure(body, true), t.longestWord(c.Head)) + pad
			least[i] = out[i]
		} else if len(t.columns) > 1 {
			out[i] = min(out[i], dataMost)
			least[i] = min(least[i], out[i])
		}
		sum += out[i]
	}
	giveWay(out, least, sum-width)
	return out
}

// giveWay takes so much from the widths, the widest first, but none below its least.
func giveWay(widths, least []float32, much float32) {
	for much > 0.5 {
		widest, second := -1, float32(0)
		for i := range widths {
			switch {
			case widths[i] <= least[i]:
			case widest < 0 || widths[i] > widths[widest]:
				if widest >= 0 {
					second = widths[widest]
				}
				widest = i
			default:
				second = max(second, widths[i])
			}
		}
		if widest < 0 {
			return
		}
		to := max(least[widest], min(widths[widest]-1, second), widths[widest]-much)
		much -= widths[widest] - to
		widths[widest] = to
	}
}

// longest is the longest text of a column, by its letters.
func longest(rows [][]string, column int) string {
	var out string
	for _, r := range rows {
		if len(r[column]) > len(out) {
			out = r[column]
		}
	}
	return firstRunes(out, 200)
}

func (t *DataTable) longestWord(s string) float32 {
	out := float32(0)
	for w := range strings.FieldsSeq(s) {
		out = max(out, t.measure(w, true))
	}
	return min(out, 160)
}

// leastWidth is the width below which there is no room for the columns, in small letters.
func (t *DataTable) leastWidth() float32 {
	if t.narrow == 0 {
		before := t.small
		t.small = true
		for _, w := range t.share(1) {
			t.narrow += w
		}
		t.small = before
	}
	return t.narrow
}

// Tapped is called by Fyne.
func (t *DataTable) Tapped(e *fyne.PointEvent) {
	for r := range t.cells {
		if e.Position.Y < t.edges[r+1] {
			t.at = r
			break
		}
	}
	Focus(t)
	t.draw()
}

// Cursor is called by Fyne.
func (t *DataTable) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// AccessibilityLabel is the row on which the keyboard stands, each value after its head.
func (t *DataTable) AccessibilityLabel() string {
	if t.at >= len(t.cells) {
		return t.label
	}
	said := []string{words.T("kit.datatable.row", "n", t.at+1, "all", len(t.cells))}
	for i, s := range t.cells[t.at] {
		if s != "" {
			said = append(said, t.columns[i].Head+": "+s)
		}
	}
	return t.spoken(strings.Join(said, ", "))
}

// AccessibilityRole is that of a container.
func (t *DataTable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer is called by Fyne.
func (t *DataTable) CreateRenderer() fyne.WidgetRenderer {
	return &renderer{least: t.least, layout: func(fyne.Size) { t.draw() }, draw: t.draw, objects: &t.objects}
}

func (t *DataTable) least() fyne.Size {
	if len(t.edges) == 0 {
		return fyne.NewSize(t.leastWidth(), 2*t.lineHeight())
	}
	return fyne.NewSize(t.leastWidth(), t.edges[len(t.edges)-1])
}

// draw draws the heads and the rows that are seen.
func (t *DataTable) draw() {
	t.begin()
	if len(t.edges) == 0 {
		return
	}
	last := len(t.cells) - 1
	var seen []int
	for r := range t.cells {
		if t.edges[r+1] < t.top || t.edges[r] > t.bottom {
			continue
		}
		seen = append(seen, r)
		if t.focused && r == t.at {
			t.rect(themed(theme.ColorNameSelection), 0, t.edges[r], t.wide(), t.edges[r+1]-t.edges[r])
		}
		t.row(t.cells[r], t.edges[r], t.bold(r))
		if t.bold(r) {
			t.rect(themed(theme.ColorNameForeground), 0, t.edges[r], t.wide(), 1)
		}
		t.rect(themed(theme.ColorNameSeparator), 0, t.edges[r+1]-1, t.wide(), 1)
	}
	if t.left > 0 {
		t.firstColumn(seen)
	}
	y := max(0, min(t.top, t.edges[max(last, 0)]-t.edges[0])) // over the rows as long as one of them is seen
	t.rect(themed(theme.ColorNameHeaderBackground), 0, y, t.wide(), t.edges[0])
	t.row(t.heads(), y, true)
	if t.left > 0 {
		t.rect(themed(theme.ColorNameHeaderBackground), t.left, y, t.widths[0], t.edges[0])
		t.cell(t.columns[0].Head, 0, fyne.NewPos(t.left, y), true)
	}
	t.rect(themed(theme.ColorNameInputBorder), 0, y+t.edges[0]-1, t.wide(), 1)
	canvas.Refresh(t)
}

// firstColumn draws the first column of these rows over what has scrolled under it.
func (t *DataTable) firstColumn(rows []int) {
	for _, r := range rows {
		ground := theme.ColorNameBackground
		if t.focused && r == t.at {
			ground = theme.ColorNameSelection
		}
		t.rect(themed(ground), t.left, t.edges[r]+1, t.widths[0], t.edges[r+1]-t.edges[r]-2)
		t.cell(t.cells[r][0], 0, fyne.NewPos(t.left, t.edges[r]), t.bold(r))
		t.rect(themed(theme.ColorNameSeparator), t.left+t.widths[0]-1, t.edges[r], 1, t.edges[r+1]-t.edges[r])
	}
}

// bold reports whether a row is the total.
func (t *DataTable) bold(row int) bool { return t.total && row == len(t.cells)-1 }

func (t *DataTable) heads() []string {
	out := make([]string, len(t.columns))
	for i, c := range t.columns {
		out[i] = c.Head
	}
	return out
}

func (t *DataTable) wide() float32 {
	sum := float32(0)
	for _, w := range t.widths {
		sum += w
	}
	return sum
}

func (t *DataTable) row(cells []string, y float32, bold bool) {
	x := float32(0)
	for i, s := range cells {
		t.cell(s, i, fyne.NewPos(x, y), bold)
		x += t.widths[i]
	}
}

// cell draws a text in a column, broken into lines.
func (t *DataTable) cell(s string, column int, corner fyne.Position, bold bool) {
	for n, line := range t.lines(s, column, bold) {
		at := fyne.NewPos(corner.X+t.padX(), corner.Y+dataPadY+float32(n)*t.lineHeight())
		if t.columns[column].Number {
			at.X = corner.X + t.widths[column] - t.padX() - t.measure(line, bold)
		}
		t.text(line, themed(theme.ColorNameForeground), t.textSize(), bold, at)
	}
}
