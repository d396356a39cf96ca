package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Area is a text field of several lines. It is MinRows high when empty, grows with its text to MaxRows and scrolls from
// there on. Tab leaves it, as it leaves every field.
type Area struct {
	Entry
	MinRows, MaxRows int

	rows int
}

// NewArea makes an empty field of 3 to 10 rows.
func NewArea() *Area {
	a := &Area{MinRows: 3, MaxRows: 10}
	a.init(a, DefaultAreaRunes)
	a.MultiLine = true
	a.Wrapping = fyne.TextWrapWord
	tell := a.Entry.Entry.OnChanged
	a.Entry.Entry.OnChanged = func(text string) {
		a.grow()
		tell(text)
	}
	return a
}

// AcceptsTab is false: there are no tabulators in the texts of agreements, and Tab must not be a trap.
func (a *Area) AcceptsTab() bool { return false }

// Resize is called by Fyne.
func (a *Area) Resize(size fyne.Size) {
	wider := size.Width != a.Size().Width
	a.Entry.Resize(size)
	if wider {
		a.grow()
	}
}

// MinSize is called by Fyne.
func (a *Area) MinSize() fyne.Size {
	if a.rows == 0 {
		a.grow()
	}
	return a.Entry.MinSize()
}

func (a *Area) grow() {
	rows := max(a.MinRows, a.wantedRows())
	if rows != a.rows {
		a.rows = rows
		a.SetMinRowsVisible(rows)
	}
}

// wantedRows counts the rows that the text takes when broken at words, and stops counting at MaxRows.
func (a *Area) wantedRows() int {
	width := a.Size().Width - 4*theme.InnerPadding()
	if width <= 0 || a.Text == "" {
		return 1
	}
	rows := 0
	for line := range strings.SplitSeq(a.Text, "\n") {
		rows++
		var used float32
		for word := range strings.SplitAfterSeq(line, " ") {
			w := fyne.MeasureText(firstRunes(word, 200), theme.TextSize(), a.TextStyle).Width
			if used > 0 && used+w > width {
				rows++
				used = 0
			}
			used += w
			for used > width { // a word longer than a row is broken
				rows++
				used -= width
			}
			if rows >= a.MaxRows {
				return a.MaxRows
			}
		}
	}
	return rows
}
