package leaders

import (
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// rows is where fields go: a form, the open item of a list, or a dialog.
type rows interface{ Row(fields ...*kit.Field) }

// fieldset is such a place with what else is said there.
type fieldset interface {
	rows
	Add(o fyne.CanvasObject)
	SetProblems(problems []kit.Problem) (unplaced []kit.Problem)
	FocusMisread() bool
	FocusFirstProblem() bool
}

// binder makes fields that show a value and write into it.
type binder struct {
	today   func() model.Date
	list    string // "task." and the like: the fields of a list have labels of their own
	changed func() // a person changed the value
	left    func() // the field was left; may be nil
}

// of is the same binder for the fields of an item of a list; changed runs after the value was written.
func (b binder) of(list string, changed func()) binder {
	b.list = list + "."
	if changed != nil {
		b.changed = both(b.changed, changed)
	}
	return b
}

// then is the same binder with something more to do after a change.
func (b binder) then(do func()) binder {
	b.changed = both(b.changed, do)
	return b
}

// field puts the label "leaders.form.field.<name>" beside the input; name is its path in problems.
func (b binder) field(name string, input kit.Input) *kit.Field {
	return &kit.Field{Name: name, Label: words.T("leaders.form.field." + b.list + name), Input: input}
}

// hinted puts the hint "leaders.form.hint.<name>" under the field.
func hinted(field *kit.Field) *kit.Field {
	field.Hint = words.T("leaders.form.hint." + field.Name)
	return field
}

// required marks a field as one that must be filled.
func required(field *kit.Field) *kit.Field {
	field.Required = true
	return field
}

func (b binder) entry(name string, value *string, limit int) *kit.Field {
	e := kit.NewEntry()
	e.MaxRunes = limit
	e.SetValue(*value)
	e.OnChanged = func(s string) {
		*value = s
		b.changed()
	}
	e.OnLeave = b.left
	return b.field(name, e)
}

func (b binder) area(name string, value *string) *kit.Field {
	e := kit.NewArea()
	e.MinRows, e.MaxRunes = 2, model.MaxNotes
	e.SetValue(*value)
	e.OnChanged = func(s string) {
		*value = s
		b.changed()
	}
	e.OnLeave = b.left
	return b.field(name, e)
}

func (b binder) date(name string, value *model.Date) *kit.Field {
	e := kit.NewDateField()
	e.Today = b.today
	e.SetValue(*value)
	e.OnChanged = func() {
		if d, ok := e.Value(); ok {
			*value = d
		}
		b.changed()
	}
	if b.left != nil {
		e.OnLeave = both(e.OnLeave, b.left)
	}
	return b.field(name, e)
}

// year is a field of four digits.
func (b binder) year(name string, value *model.Count) *kit.Field {
	e := kit.NewNumberField()
	e.Whole, e.Plain = true, true
	e.SetValue(int64(value.N)*100, value.Known)
	e.OnChanged = func() {
		if n, known, ok := e.Value(); ok {
			*value = model.Count{N: int(n / 100), Known: known}
		}
		b.changed()
	}
	if b.left != nil {
		e.OnLeave = both(e.OnLeave, b.left)
	}
	field := b.field(name, e)
	field.Width = 120
	return field
}

func (b binder) amount(name string, value *model.Amount) *kit.Field {
	e := kit.NewNumberField()
	e.SetValue(value.Hundredths, value.Known)
	e.OnChanged = func() {
		if n, known, ok := e.Value(); ok {
			*value = model.Amount{Hundredths: n, Known: known}
		}
		b.changed()
	}
	field := b.field(name, e)
	field.Width = 120
	return field
}

// check is a box whose words stand beside it; the label at the left is that of a row of boxes.
func (b binder) check(name string, value *bool) *kit.Field {
	c := kit.NewCheck(words.T("leaders.form.check." + b.list + name))
	c.SetValue(*value)
	c.OnChanged = func() {
		*value = c.Checked
		b.changed()
	}
	return b.field(name, c)
}

// choice makes a select whose empty choice is the zero value.
func choice[T comparable](b binder, name string, options []kit.Option[T], value *T) *kit.Field {
	s := kit.NewSelect(options)
	var none T
	if *value != none {
		s.SetValue(*value)
	}
	s.OnChanged = func() {
		*value, _ = s.Value()
		b.changed()
	}
	return b.field(name, s)
}

// must makes a field one in which something has to be chosen.
func must[T comparable](field *kit.Field) *kit.Field {
	field.Required, field.Input.(*kit.Select[T]).Required = true, true
	return field
}

// choices makes a field of several choices.
func choices[T comparable](b binder, name string, options []kit.Option[T], value *[]T) *kit.Field {
	m := kit.NewMultiSelect(options)
	m.SetValues(*value)
	m.OnChanged = func() {
		*value = m.Values()
		b.changed()
	}
	return b.field(name, m)
}

// offered offers a closed set with the words of the window: offered("leader.kind", model.LeaderKinds()).
func offered[C ~string](set string, all []C) []kit.Option[C] {
	out := make([]kit.Option[C], len(all))
	for i, c := range all {
		out[i] = kit.Option[C]{Value: c, Label: words.Capital(words.Code(words.In(words.Current()), set, c))}
	}
	return out
}

func both(first, then func()) func() {
	return func() {
		first()
		then()
	}
}

// tidied is the draft as it is kept: without white space at the ends of its texts.
func tidied(l model.Leader) model.Leader {
	l = copyOf(l)
	texts := []*string{&l.Name, &l.Phone, &l.Email, &l.Municipality.Name, &l.JobTitle, &l.Skills, &l.Notes}
	for i := range l.Statuses {
		texts = append(texts, &l.Statuses[i].Reason)
	}
	for i := range l.Tasks {
		texts = append(texts, &l.Tasks[i].Description, &l.Tasks[i].Check.SeenBy)
	}
	for i := range l.Absences {
		texts = append(texts, &l.Absences[i].Title)
	}
	for i := range l.Completed {
		texts = append(texts, &l.Completed[i].Version)
	}
	for i := range l.Waivers {
		texts = append(texts, &l.Waivers[i].Reason)
	}
	for i := range l.Elsewhere {
		texts = append(texts, &l.Elsewhere[i].Where)
	}
	for i := range l.Entries {
		texts = append(texts, &l.Entries[i].Note)
	}
	for _, s := range texts {
		*s = strings.TrimSpace(*s)
	}
	return l
}
