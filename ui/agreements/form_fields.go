package agreements

import (
	"strconv"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// rows is where fields go: the form itself or the open item of a list.
type rows interface{ Row(fields ...*kit.Field) }

// binder makes fields that show a value and write into it.
type binder struct {
	f       *form
	touched func() // called after a person changed the value
	text    bool   // it belongs to the text that the parties signed, so it is locked once they have
	must    bool   // it is required
	example string // key of what may stand in an empty text, in the language of that text
}

// signed binds what belongs to the signed text, alive what may change afterwards.
func (f *form) signed(touched func()) binder { return binder{f: f, touched: touched, text: true} }
func (f *form) alive(touched func()) binder  { return binder{f: f, touched: touched} }

// required binds what must be there, in one language at least.
func (b binder) required() binder {
	b.must = true
	return b
}

// like binds texts for which it helps to see an example.
func (b binder) like(example string) binder {
	b.example = example
	return b
}

// field puts the label of the translations beside the input; name is its path in problems.
func (b binder) field(name, label string, input kit.Input) *kit.Field {
	if d, ok := input.(fyne.Disableable); ok && b.text && b.f.frozen {
		d.Disable()
	}
	return &kit.Field{Name: name, Label: label, Required: b.must, Input: input}
}

func (b binder) changed() {
	b.f.touch()
	if b.touched != nil {
		b.touched()
	}
}

func (b binder) entry(name, label string, value *string, limit int) *kit.Field {
	e := kit.NewEntry()
	e.MaxRunes = limit
	e.SetValue(*value)
	e.OnChanged = func(s string) {
		*value = s
		b.changed()
	}
	return b.field(name, label, e)
}

func (b binder) area(name, label string, value *string, limit int) *kit.Field {
	e := newArea(*value, limit)
	e.OnChanged = func(s string) {
		*value = s
		b.changed()
	}
	return b.field(name, label, e)
}

func newArea(text string, limit int) *kit.Area {
	e := kit.NewArea()
	e.MinRows, e.MaxRunes = 2, limit
	e.SetValue(text)
	return e
}

func (b binder) date(name, label string, value *model.Date) *kit.Field {
	e := kit.NewDateField()
	e.Today = b.f.d.Today
	e.SetValue(*value)
	e.OnChanged = func() {
		if d, ok := e.Value(); ok {
			*value = d
		}
		b.changed()
	}
	return b.field(name, label, e)
}

func (b binder) count(name, label string, value *model.Count) *kit.Field {
	e := kit.NewNumberField()
	e.Whole = true
	e.SetValue(int64(value.N)*100, value.Known)
	e.OnChanged = func() {
		if n, known, ok := e.Value(); ok {
			*value = model.Count{N: int(n / 100), Known: known}
		}
		b.changed()
	}
	field := b.field(name, label, e)
	field.Width = 120
	return field
}

// texts makes one row per language of the agreement; the language is named only where there are two.
func (b binder) texts(into rows, name, label string, value *model.Text, limit int) {
	for _, l := range b.f.a.Languages {
		e := kit.NewEntry()
		e.MaxRunes = limit
		if b.example != "" {
			e.PlaceHolder = words.In(l).T(b.example)
		}
		e.SetValue(value.In(l))
		e.OnChanged = func(s string) {
			value.Set(l, s)
			b.changed()
		}
		field := b.field(name+"_"+string(l), b.inLanguage(label, l), e)
		field.Required = field.Required && l == b.f.a.Languages[0] // written in one language, it is written
		into.Row(field)
	}
}

// areas is texts for longer passages.
func (b binder) areas(into rows, name, label string, value *model.Text, limit int) {
	for _, l := range b.f.a.Languages {
		e := newArea(value.In(l), limit)
		e.OnChanged = func(s string) {
			value.Set(l, s)
			b.changed()
		}
		into.Row(b.field(name+"_"+string(l), b.inLanguage(label, l), e))
	}
}

func (b binder) inLanguage(label string, l model.Language) string {
	if len(b.f.a.Languages) < 2 {
		return label
	}
	return words.T("agreement_form.in_"+string(l), "label", label)
}

// choice makes a select whose empty choice is the zero value. then, which may be nil, runs after a person chose.
func choice[T comparable](b binder, field kit.Field, options []kit.Option[T], value *T, then func()) *kit.Field {
	s := kit.NewSelect(options)
	s.Required = field.Required
	var none T
	if *value != none {
		s.SetValue(*value)
	}
	s.OnChanged = func() {
		*value, _ = s.Value()
		b.changed()
		if then != nil {
			then()
		}
	}
	out := b.field(field.Name, field.Label, s)
	out.Required, out.Hint, out.Width = field.Required, field.Hint, field.Width
	return out
}

// choices makes a field of several choices.
func choices[T comparable](b binder, field kit.Field, options []kit.Option[T], value *[]T) *kit.Field {
	m := kit.NewMultiSelect(options)
	m.SetValues(*value)
	m.OnChanged = func() {
		*value = m.Values()
		b.changed()
	}
	out := b.field(field.Name, field.Label, m)
	out.Required, out.Hint = field.Required, field.Hint
	return out
}

// codes offers a closed set with the words of the window.
func codes[C ~string](set string, all []C) []kit.Option[C] {
	out := make([]kit.Option[C], len(all))
	for i, c := range all {
		out[i] = kit.Option[C]{Value: c, Label: words.T(set + string(c))}
	}
	return out
}

func hint(field *kit.Field, text string) *kit.Field {
	field.Hint = text
	return field
}

// year is a field of four digits in which nothing is 0.
func (b binder) year(name, label string, value *int) *kit.Field {
	e := kit.NewNumberField()
	e.Whole, e.Plain = true, true
	e.SetValue(int64(*value)*100, *value != 0)
	e.OnChanged = func() {
		if n, _, ok := e.Value(); ok {
			*value = int(n / 100)
		}
		b.changed()
	}
	field := b.field(name, label, e)
	field.Width = 120
	return field
}

// year writes one, and nothing for 0.
func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}
