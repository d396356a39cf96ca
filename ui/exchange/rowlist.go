package exchange

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"kumppani/ui/importing"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// rowList lists the rows of a file. It is one stop for Tab: arrow keys, Home, End, Page Up and Page Down move, Space takes the
// row or leaves it out, Enter goes to what stands beside it. Only rows that are seen are put into words and drawn.
type rowList struct {
	widget.List
	p       *preview
	rows    []int // of the plan
	at      int   // of rows
	focused bool
}

func newRowList(p *preview) *rowList {
	l := &rowList{p: p, at: -1}
	l.Length = func() int { return len(l.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newRowItem(l) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		if i < len(l.rows) {
			o.(*rowItem).show(i)
		}
	}
	l.OnSelected = func(i widget.ListItemID) {
		l.at = i
		l.p.detail.show(l.row())
		l.Refresh()
	}
	l.ExtendBaseWidget(l)
	return l
}

// row is the row of the plan under the keyboard, −1 for none.
func (l *rowList) row() int {
	if l.at < 0 || l.at >= len(l.rows) {
		return -1
	}
	return l.rows[l.at]
}

// fill lists the rows of a filter. The keyboard stays on its row, or goes to the first.
func (l *rowList) fill(f importing.RowState) {
	was, at := l.row(), 0
	l.rows = l.rows[:0]
	for i := range l.p.plan.Rows {
		if !has(f, &l.p.plan.Rows[i]) {
			continue
		}
		if i == was {
			at = len(l.rows)
		}
		l.rows = append(l.rows, i)
	}
	l.UnselectAll()
	l.at = -1
	l.Refresh()
	if len(l.rows) == 0 {
		l.p.detail.show(-1)
		return
	}
	l.move(at)
}

// move puts the keyboard on a row.
func (l *rowList) move(to int) {
	if len(l.rows) > 0 {
		to = max(0, min(to, len(l.rows)-1))
		l.Select(to)
		l.Highlight(to)
	}
}

// toggle takes the row under the keyboard in, or leaves it out.
func (l *rowList) toggle() {
	if i := l.row(); i >= 0 && mayTake(&l.p.plan.Rows[i]) {
		l.p.plan.Rows[i].Accepted = !l.p.plan.Rows[i].Accepted
		l.p.changed()
	}
}

// FocusGained is called by Fyne.
func (l *rowList) FocusGained() {
	l.focused = true
	l.List.FocusGained()
	l.Refresh()
}

// FocusLost is called by Fyne.
func (l *rowList) FocusLost() {
	l.focused = false
	l.List.FocusLost()
	l.Refresh()
}

// TypedRune is called by Fyne.
func (l *rowList) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (l *rowList) TypedKey(e *fyne.KeyEvent) {
	if to, moves := kit.ListStep(&l.List, l.at, rowHeight, e.Name); moves {
		l.move(to)
		return
	}
	switch e.Name {
	case fyne.KeySpace:
		l.toggle()
	case fyne.KeyReturn, fyne.KeyEnter:
		l.p.detail.focusFirst()
	default:
		kit.PassKey(l, e)
	}
}

// AccessibilityLabel is the row on which the keyboard stands.
func (l *rowList) AccessibilityLabel() string {
	i := l.row()
	if i < 0 {
		return words.T("exchange.preview.list")
	}
	r := &l.p.plan.Rows[i]
	taken := ""
	if mayTake(r) {
		taken = words.T("exchange.preview.left_out")
		if r.Accepted {
			taken = words.T("exchange.preview.taken")
		}
	}
	return words.Joined(words.T("exchange.preview.row", "n", r.N), l.p.name(r), words.T("importing.state."+string(r.State)), taken, l.p.gist(r))
}

// AccessibilityRole is that of a container.
func (l *rowList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
