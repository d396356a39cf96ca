package form

import (
	"kumppani/model"
	"kumppani/ui/kit"
)

// numberWidth is enough for a number of nine digits or a time of day, in Fyne's units.
const numberWidth = 120

// number makes a field of a number; what is typed is given to set, in hundredths, when it is one.
func (b Binder) number(name string, e *kit.NumberField, set func(hundredths int64, known bool)) *kit.Field {
	e.OnChanged = func() {
		if n, known, ok := e.Value(); ok {
			set(n, known)
		}
		b.Changed()
	}
	f := b.Field(name, e)
	e.OnLeave = b.leaving(f, e.OnLeave)
	f.Width = numberWidth
	return f
}

func whole() *kit.NumberField {
	e := kit.NewNumberField()
	e.Whole, e.MaxRunes = true, 9
	return e
}

// Count makes a field for a whole number, empty for one that is not known.
func (b Binder) Count(name string, value *model.Count) *kit.Field {
	e := whole()
	e.SetValue(int64(value.N)*100, value.Known)
	return b.number(name, e, func(n int64, known bool) { *value = model.Count{N: int(n / 100), Known: known} })
}

// Year makes a field for a year, empty for one that is not known.
func (b Binder) Year(name string, value *model.Count) *kit.Field {
	f := b.Count(name, value)
	e := f.Input.(*kit.NumberField)
	e.Plain = true
	e.SetValue(int64(value.N)*100, value.Known)
	return f
}

// Number makes a field for a whole number of which empty is 0, which means none.
func (b Binder) Number(name string, value *int) *kit.Field {
	e := whole()
	e.SetValue(int64(*value)*100, *value != 0)
	return b.number(name, e, func(n int64, _ bool) { *value = int(n / 100) })
}

// Asked makes a field for a whole number that must be given: while it is empty or no number the value is −1, which the
// model refuses.
func (b Binder) Asked(name string, value *int) *kit.Field {
	e := whole()
	e.SetValue(int64(*value)*100, *value >= 0)
	f := b.number(name, e, nil)
	e.OnChanged = func() {
		*value = -1
		if n, known, ok := e.Value(); ok && known {
			*value = int(n / 100)
		}
		b.Changed()
	}
	return f
}

// Amount makes a field for a number with decimals, empty for one that is not known.
func (b Binder) Amount(name string, value *model.Amount) *kit.Field {
	e := kit.NewNumberField()
	e.SetValue(value.Hundredths, value.Known)
	return b.number(name, e, func(n int64, known bool) { *value = model.Amount{Hundredths: n, Known: known} })
}
