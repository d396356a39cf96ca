package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/words"
)

// calendar shows a month, Monday first, with ISO week numbers. Arrows move by a day and a week, Page Up and Page Down
// by a month (with Ctrl by a year), Home and End go to Monday and Sunday, T to today, Enter picks, Esc gives up.
type calendar struct {
	widget.BaseWidget
	today, chosen, cursor model.Date
	onPick                func(model.Date)
	onCancel              func()
}

func newCalendar(today, chosen model.Date) *calendar {
	c := &calendar{today: today, chosen: chosen, cursor: chosen}
	if chosen.IsZero() {
		c.cursor = today
	}
	c.ExtendBaseWidget(c)
	return c
}

// firstShown returns the Monday with which the first week of the shown month begins.
func (c *calendar) firstShown() model.Date {
	first := c.cursor.AddDays(1 - c.cursor.Day())
	return first.AddDays(-mondayFirst(first.Weekday()))
}

// mondayFirst counts days of the week from Monday as 0.
func mondayFirst(d time.Weekday) int { return (int(d) + 6) % 7 }

// move goes to d unless the calendar ends there.
func (c *calendar) move(d model.Date) {
	if !d.IsZero() {
		c.cursor = d
		c.Refresh()
	}
}

// TypedKey is called by Fyne.
func (c *calendar) TypedKey(key *fyne.KeyEvent) {
	weekday := mondayFirst(c.cursor.Weekday())
	switch key.Name {
	case fyne.KeyLeft:
		c.move(c.cursor.AddDays(-1))
	case fyne.KeyRight:
		c.move(c.cursor.AddDays(1))
	case fyne.KeyUp:
		c.move(c.cursor.AddDays(-7))
	case fyne.KeyDown:
		c.move(c.cursor.AddDays(7))
	case fyne.KeyPageUp:
		c.move(c.cursor.AddMonths(-1))
	case fyne.KeyPageDown:
		c.move(c.cursor.AddMonths(1))
	case fyne.KeyHome:
		c.move(c.cursor.AddDays(-weekday))
	case fyne.KeyEnd:
		c.move(c.cursor.AddDays(6 - weekday))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.onPick(c.cursor)
	case fyne.KeyEscape:
		c.onCancel()
	}
}

// TypedShortcut is called by Fyne: Ctrl with Page Up and Page Down moves by a year, Alt+↑ closes what Alt+↓ opened.
func (c *calendar) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	switch {
	case !ok:
	case custom.Modifier == fyne.KeyModifierControl && custom.KeyName == fyne.KeyPageUp:
		c.move(c.cursor.AddMonths(-12))
	case custom.Modifier == fyne.KeyModifierControl && custom.KeyName == fyne.KeyPageDown:
		c.move(c.cursor.AddMonths(12))
	case custom.Modifier == fyne.KeyModifierAlt && custom.KeyName == fyne.KeyUp:
		c.onCancel()
	}
}

// TypedRune is called by Fyne: T is today in all three languages.
func (c *calendar) TypedRune(r rune) {
	if r == 't' || r == 'T' || r == 'i' || r == 'I' { // tänään, today, i dag
		c.move(c.today)
	}
}

// AcceptsTab keeps Tab in the calendar: it has nothing else to go to.
func (c *calendar) AcceptsTab() bool { return true }

// FocusGained is called by Fyne.
func (c *calendar) FocusGained() {}

// FocusLost is called by Fyne.
func (c *calendar) FocusLost() {}

// Tapped is called by Fyne.
func (c *calendar) Tapped(e *fyne.PointEvent) {
	switch at := calendarHit(e.Position); at.part {
	case calendarYearBack:
		c.move(c.cursor.AddMonths(-12))
	case calendarMonthBack:
		c.move(c.cursor.AddMonths(-1))
	case calendarMonthOn:
		c.move(c.cursor.AddMonths(1))
	case calendarYearOn:
		c.move(c.cursor.AddMonths(12))
	case calendarToday:
		c.onPick(c.today)
	case calendarDay:
		if d := c.firstShown().AddDays(at.day); !d.IsZero() {
			c.onPick(d)
		}
	}
}

// AccessibilityLabel says the day on which the cursor is.
func (c *calendar) AccessibilityLabel() string {
	in := words.In(words.Current())
	return words.T("kit.calendar.label", "date", in.Weekday(c.cursor.Weekday())+" "+in.Date(c.cursor))
}

// AccessibilityRole is that of a container.
func (c *calendar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

func (c *calendar) title() string {
	return words.T("kit.calendar.month", "month", words.In(words.Current()).Month(c.cursor.Month()),
		"year", strconv.Itoa(c.cursor.Year()))
}
