package kit

import (
	"errors"

	"kumppani/model"
	"kumppani/ui/words"
)

// ClockField takes a time of day as people type it (see words.ParseClock) and rewrites it as 9.30 when it is left. Text
// that is not a time stays as it was typed, with the sentence about it beside the field.
type ClockField struct {
	Entry
	// OnChanged is called when a person typed something; ask Value what it comes to.
	OnChanged func()
}

// NewClockField makes a field without a time.
func NewClockField() *ClockField {
	f := &ClockField{}
	f.init(f, 20)
	f.selectOnFocus = true
	f.PlaceHolder = words.T("kit.clock.hint")
	f.Entry.OnChanged = func(string) {
		f.say("")
		if f.OnChanged != nil {
			f.OnChanged()
		}
	}
	f.OnLeave = f.read
	return f
}

// Value returns the time that the text in the field means at this moment, and false when it means none. An empty field
// is the zero Clock and true.
func (f *ClockField) Value() (model.Clock, bool) {
	c, err := words.ParseClock(f.Text)
	return c, err == nil
}

// SetValue shows c, or nothing for the zero Clock, without calling OnChanged.
func (f *ClockField) SetValue(c model.Clock) {
	f.Entry.SetValue(words.In(words.Current()).Clock(c))
}

// read rewrites what was typed as a time, or says that it is none.
func (f *ClockField) read() {
	in := words.In(words.Current())
	c, err := words.ParseClock(f.Text)
	var wrong *words.ClockError
	if errors.As(err, &wrong) {
		f.say(wrong.Say(in))
		return
	}
	if in.Clock(c) != f.Text {
		f.SetValue(c)
	}
}
