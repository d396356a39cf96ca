package kit

import (
	"strconv"

	"kumppani/ui/words"
)

// NumberField takes a number as people type it (see words.ParseNumber) and rewrites it as it is written in the language
// of the window when it is left. Text that is not a number stays as it was typed, with the sentence about it beside the
// field. An empty field is an unknown number, not zero.
type NumberField struct {
	Entry
	Whole bool // only whole numbers
	Plain bool // digits without groups: years
	// OnChanged is called when a person typed something; ask Value what it comes to.
	OnChanged func()
}

// NewNumberField makes an empty field.
func NewNumberField() *NumberField {
	f := &NumberField{}
	f.init(f, 40)
	f.selectOnFocus = true
	f.Entry.OnChanged = func(string) {
		f.say("")
		if f.OnChanged != nil {
			f.OnChanged()
		}
	}
	f.OnLeave = f.read
	return f
}

// Value returns the number in hundredths, known false for an empty field, and ok false when the text is no number.
func (f *NumberField) Value() (hundredths int64, known, ok bool) {
	if f.Text == "" {
		return 0, false, true
	}
	n, err := words.ParseNumber(f.Text)
	if err != nil || f.Whole && n%100 != 0 {
		return 0, false, false
	}
	return n, true, true
}

// SetValue shows a number given in hundredths, or nothing, without calling OnChanged.
func (f *NumberField) SetValue(hundredths int64, known bool) {
	if !known {
		f.Entry.SetValue("")
		return
	}
	f.Entry.SetValue(f.written(hundredths))
}

func (f *NumberField) written(hundredths int64) string {
	if f.Plain {
		return strconv.FormatInt(hundredths/100, 10)
	}
	return words.In(words.Current()).Number(hundredths)
}

// read rewrites what was typed as a number, or says that it is none.
func (f *NumberField) read() {
	n, known, ok := f.Value()
	switch {
	case !ok && f.Whole:
		f.say(words.T("kit.number.whole", "text", f.Text))
	case !ok:
		f.say(words.T("kit.number.wrong", "text", f.Text))
	case known && f.written(n) != f.Text:
		f.SetValue(n, true)
	}
}
