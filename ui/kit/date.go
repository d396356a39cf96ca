package kit

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/words"
)

// DateField takes a date as people type it (see words.ParseDate) and rewrites it as 22.11.2026 when it is left. Text
// that is not a date stays as it was typed, with the sentence about it beside the field. Alt+↓ opens a calendar.
type DateField struct {
	Entry
	Today func() model.Date // the day from which "huomenna" is counted; the clock of the computer unless set
	// OnChanged is called when a person typed something or picked a day; ask Value what it comes to.
	OnChanged func()
	// OnSettled is called when a person is done: pressed Enter, left the field, or picked a day.
	OnSettled func()

	calendar *drop
}

// NewDateField makes a field without a date.
func NewDateField() *DateField {
	f := &DateField{Today: func() model.Date { return model.DateOf(time.Now()) }}
	f.init(f, 40)
	f.selectOnFocus = true
	f.PlaceHolder = words.T("kit.date.hint")
	f.ActionItem = newIconTap(theme.CalendarIcon(), words.T("kit.date.open"), func() {
		Focus(f)
		f.OpenCalendar()
	})
	f.Entry.OnChanged = func(string) {
		f.say("")
		f.tell()
	}
	f.OnSubmitted = func(string) { // Enter reads the date, and then presses the default button of a dialog
		f.read()
		PassKey(f, &fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	f.OnLeave = f.read
	return f
}

// Value returns the date that the text in the field means at this moment, and false when it means none. An empty field
// is the zero Date and true.
func (f *DateField) Value() (model.Date, bool) {
	d, err := words.ParseDate(f.Text, f.Today())
	return d, err == nil
}

// SetValue shows d, or nothing for the zero Date, without calling OnChanged.
func (f *DateField) SetValue(d model.Date) {
	f.Entry.SetValue(words.In(words.Current()).Date(d))
}

// read rewrites what was typed as a date, or says what is wrong with it.
func (f *DateField) read() {
	if f.OnSettled != nil {
		defer f.OnSettled()
	}
	d, err := words.ParseDate(f.Text, f.Today())
	var wrong *words.DateError
	if errors.As(err, &wrong) {
		f.say(wrong.Say(words.In(words.Current())))
		return
	}
	if written := words.In(words.Current()).Date(d); written != f.Text {
		f.SetValue(d)
	}
}

func (f *DateField) tell() {
	if f.OnChanged != nil {
		f.OnChanged()
	}
}

// Disable is called by screens whose record cannot be changed.
func (f *DateField) Disable() {
	f.ActionItem.(*iconTap).Disable()
	f.Entry.Disable()
}

// Enable undoes Disable.
func (f *DateField) Enable() {
	f.ActionItem.(*iconTap).Enable()
	f.Entry.Enable()
}

// TypedShortcut is called by Fyne: Alt+↓ opens the calendar.
func (f *DateField) TypedShortcut(s fyne.Shortcut) {
	if isAltDown(s) {
		f.OpenCalendar()
		return
	}
	f.Entry.TypedShortcut(s)
}

// OpenCalendar shows the month of the date in the field, or of today.
func (f *DateField) OpenCalendar() {
	c := canvasOf(f)
	if c == nil || f.calendar != nil || f.Disabled() {
		return
	}
	chosen, _ := f.Value()
	days := newCalendar(f.Today(), chosen)
	closeIt := func() {
		f.calendar.close()
		f.calendar = nil
	}
	days.onPick = func(d model.Date) {
		closeIt()
		f.SetValue(d)
		f.CursorColumn = len(f.Text)
		f.Refresh()
		f.tell()
		if f.OnSettled != nil {
			f.OnSettled()
		}
	}
	days.onCancel = closeIt
	f.calendar = &drop{canvas: c, anchor: f, body: days, size: days.MinSize, away: closeIt}
	f.calendar.open(days)
}
