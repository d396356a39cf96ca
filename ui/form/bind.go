package form

import (
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/municipalities"
	"kumppani/ui/words"
)

// Binder makes fields that show a value and write into it as a person changes it.
type Binder struct {
	Labels  string // what the keys of the labels begin with: "meetings.field."
	Hints   string // what the keys of the hints begin with
	Today   func() model.Date
	Changed func() // a person changed the value
	Left    func() // the field was left; may be nil
	Locked  bool   // what is shown cannot be changed

	seen func(*kit.Field) // which field was left; nil in a dialog
}

// Bind makes fields with the labels "<labels><name>" and, for those that are Hinted, the hints "<hints><name>".
func (s *Sheet) Bind(labels, hints string) Binder {
	b := Bind(labels, hints, s.desk.Today, s.Touch)
	b.seen = s.leftField
	if s.Early {
		b.Left = s.left
	}
	return b
}

// Bind makes fields for a dialog; changed may be nil.
func Bind(labels, hints string, today func() model.Date, changed func()) Binder {
	if changed == nil {
		changed = func() {}
	}
	return Binder{Labels: labels, Hints: hints, Today: today, Changed: changed}
}

// Then is the same binder with something more to do after a change.
func (b Binder) Then(do func()) Binder {
	b.Changed = both(b.Changed, do)
	return b
}

// Of is the same binder for the open item of a list, whose Changed writes its line anew and tells the sheet.
func (b Binder) Of(changed func()) Binder {
	b.Changed = changed
	return b
}

func both(first, then func()) func() {
	return func() {
		first()
		then()
	}
}

// Field puts the label beside an input of any kind, which writes by itself; name is its path in problems.
func (b Binder) Field(name string, input kit.Input) *kit.Field {
	return b.labelled(name, words.T(b.Labels+name), input)
}

// leaving is what happens when a field is left, after own, which may be nil.
func (b Binder) leaving(f *kit.Field, own func()) func() {
	return func() {
		for _, do := range []func(){own, b.Left} {
			if do != nil {
				do()
			}
		}
		if b.seen != nil {
			b.seen(f)
		}
	}
}

func (b Binder) labelled(name, label string, input kit.Input) *kit.Field {
	if d, ok := input.(fyne.Disableable); ok && b.Locked {
		d.Disable()
	}
	return &kit.Field{Name: name, Label: label, Input: input}
}

// Hinted puts the hint of its name under a field.
func (b Binder) Hinted(f *kit.Field) *kit.Field {
	f.Hint = words.T(b.Hints + f.Name)
	return f
}

// Required marks a field as one that must be filled.
func Required(f *kit.Field) *kit.Field {
	f.Required = true
	return f
}

// Stack sets fields one below the other.
func Stack(into Rows, fields []*kit.Field) {
	for _, f := range fields {
		into.Row(f)
	}
}

// FocusOf is what has the focus in a field.
func FocusOf(f *kit.Field) fyne.Focusable {
	o, _ := f.Input.(fyne.Focusable)
	return o
}

// Entry makes a field of one line, of at most limit runes.
func (b Binder) Entry(name string, value *string, limit int) *kit.Field {
	return b.entry(name, *value, limit, func(s string) { *value = s })
}

func (b Binder) entry(name, value string, limit int, set func(string)) *kit.Field {
	e := kit.NewEntry()
	e.MaxRunes = limit
	e.SetValue(value)
	e.OnChanged = func(s string) {
		set(s)
		b.Changed()
	}
	f := b.Field(name, e)
	e.OnLeave = b.leaving(f, nil)
	return f
}

// Area makes a field of several lines, of at most model.MaxNotes runes.
func (b Binder) Area(name string, value *string) *kit.Field {
	return b.area(name, *value, func(s string) { *value = s })
}

func (b Binder) area(name, value string, set func(string)) *kit.Field {
	a := kit.NewArea()
	a.MinRows, a.MaxRunes = 2, model.MaxNotes
	a.SetValue(value)
	a.OnChanged = func(s string) {
		set(s)
		b.Changed()
	}
	f := b.Field(name, a)
	a.OnLeave = b.leaving(f, nil)
	return f
}

// Texts makes a field for each language, that of the window first: "name_fi", "name_sv", "name_en".
func (b Binder) Texts(name string, value *model.Text) []*kit.Field {
	var out []*kit.Field
	for _, l := range WindowFirst() {
		out = append(out, b.entry(name+"_"+string(l), value.In(l), model.MaxName, func(s string) { value.Set(l, s) }))
	}
	return out
}

// Areas is Texts for longer passages.
func (b Binder) Areas(name string, value *model.Text) []*kit.Field {
	var out []*kit.Field
	for _, l := range WindowFirst() {
		out = append(out, b.area(name+"_"+string(l), value.In(l), func(s string) { value.Set(l, s) }))
	}
	return out
}

// Date makes a field for a day. While what is typed is none, the value is none: 29.2.20 on the way to 29.2.2026 was not
// meant.
func (b Binder) Date(name string, value *model.Date) *kit.Field {
	e := kit.NewDateField()
	e.Today = b.Today
	e.SetValue(*value)
	e.OnChanged = func() {
		*value, _ = e.Value()
		b.Changed()
	}
	f := b.Field(name, e)
	e.OnLeave = b.leaving(f, e.OnLeave)
	return f
}

// Clock makes a field for a time of day, as Date does for a day.
func (b Binder) Clock(name string, value *model.Clock) *kit.Field {
	e := kit.NewClockField()
	e.SetValue(*value)
	e.OnChanged = func() {
		*value, _ = e.Value()
		b.Changed()
	}
	f := b.Field(name, e)
	f.Width = numberWidth
	return f
}

// Municipality makes the field "municipality" for one of Finland's municipalities, or for another name.
func (b Binder) Municipality(towns municipalities.List, value *model.Municipality) *kit.Field {
	s := kit.NewSelect(towns.Options)
	s.FreeText = true
	if listed, ok := towns.Option(*value); ok {
		s.SetValue(listed)
	} else {
		s.SetText(value.Name)
	}
	s.OnChanged = func() {
		chosen, ok := s.Value()
		if !ok {
			chosen = model.Municipality{Name: strings.TrimSpace(s.Text())}
		}
		*value = chosen
		b.Changed()
	}
	return b.Field("municipality", s)
}

// Check makes a box with its label beside it.
func (b Binder) Check(name string, value *bool) *kit.Field {
	return b.Box(name, words.T(b.Labels+name), value)
}

// Box makes a box with other words beside it.
func (b Binder) Box(name, text string, value *bool) *kit.Field {
	c := kit.NewCheck(text)
	c.SetValue(*value)
	c.OnChanged = func() {
		*value = c.Checked
		b.Changed()
	}
	return b.labelled(name, "", c)
}
