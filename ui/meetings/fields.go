package meetings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// draft is the part of a form that the forms of this screen have in common: its inputs write into a record, and what is
// amiss is told beside them.
type draft struct {
	s       *Screen
	changed bool
	seen    map[kit.Problem]bool // warnings that were shown; they no longer keep from saving

	view     *kit.Form
	room     *fyne.Container // where the view stands
	root     fyne.CanvasObject
	save     *kit.Button
	written  map[string]bool // names of texts that have a field for each language
	noticing func()          // after a person changed anything; may be nil
}

// newDraft makes a form without fields; save and leave are its two buttons.
func newDraft(s *Screen, save, leave func()) draft {
	d := draft{s: s, seen: map[kit.Problem]bool{}, room: container.NewStack()}
	d.save = kit.NewPrimaryButton(words.T("meetings.save"), theme.DocumentSaveIcon(), save)
	buttons := container.NewPadded(container.NewHBox(d.save, kit.NewButton(words.T("kit.cancel"), nil, leave)))
	// the layout by itself, because container.NewBorder puts the buttons first for Tab
	d.root = container.New(layout.NewBorderLayout(nil, buttons, nil, nil), d.room, buttons)
	d.begin()
	return d
}

// begin takes the fields away, for them to be made anew.
func (d *draft) begin() {
	d.view, d.written = kit.NewForm(), map[string]bool{}
	d.room.Objects = []fyne.CanvasObject{d.view}
	d.room.Refresh()
}

func (d *draft) touch() {
	d.changed = true
	if d.noticing != nil {
		d.noticing()
	}
}

// field puts the label "meetings.field.<name>" beside an input; name is its path in problems.
func (d *draft) field(name string, input kit.Input) *kit.Field {
	return &kit.Field{Name: name, Label: words.T("meetings.field." + name), Input: input}
}

// hinted puts the hint "meetings.hint.<name>" under a field.
func hinted(f *kit.Field) *kit.Field {
	f.Hint = words.T("meetings.hint." + f.Name)
	return f
}

func (d *draft) entry(name string, value *string, limit int) *kit.Field {
	e := kit.NewEntry()
	e.MaxRunes = limit
	e.SetValue(*value)
	e.OnChanged = func(s string) {
		*value = s
		d.touch()
	}
	return d.field(name, e)
}

func (d *draft) area(name string, value *string) *kit.Field {
	a := kit.NewArea()
	a.MinRows, a.MaxRunes = 2, model.MaxNotes
	a.SetValue(*value)
	a.OnChanged = func(s string) {
		*value = s
		d.touch()
	}
	return d.field(name, a)
}

// texts makes a field for each language, that of the window first.
func (d *draft) texts(name string, value *model.Text) []*kit.Field {
	var out []*kit.Field
	d.written[name] = true
	for _, l := range windowFirst() {
		e := kit.NewEntry()
		e.MaxRunes = model.MaxName
		e.SetValue(value.In(l))
		e.OnChanged = func(s string) {
			value.Set(l, s)
			d.touch()
		}
		out = append(out, d.field(name+"_"+string(l), e))
	}
	return out
}

// areas is texts for longer passages.
func (d *draft) areas(name string, value *model.Text) {
	d.written[name] = true
	for _, l := range windowFirst() {
		text := value.In(l)
		field := d.area(name+"_"+string(l), &text)
		field.Input.(*kit.Area).OnChanged = func(s string) {
			value.Set(l, s)
			d.touch()
		}
		d.view.Row(field)
	}
}

// windowFirst are the languages, that of the window first.
func windowFirst() []model.Language {
	all := model.Languages()
	slices.SortStableFunc(all, func(a, b model.Language) int {
		switch words.Current() {
		case a:
			return -1
		case b:
			return 1
		}
		return 0
	})
	return all
}

func (d *draft) date(name string, value *model.Date) *kit.Field {
	e := kit.NewDateField()
	e.Today = d.s.desk.Today
	e.SetValue(*value)
	e.OnChanged = func() {
		if day, ok := e.Value(); ok {
			*value = day
		}
		d.touch()
	}
	return d.field(name, e)
}

func (d *draft) clock(name string, value *model.Clock) *kit.Field {
	e := kit.NewClockField()
	e.SetValue(*value)
	e.OnChanged = func() {
		if c, ok := e.Value(); ok {
			*value = c
		}
		d.touch()
	}
	field := d.field(name, e)
	field.Required, field.Width = true, numberWidth
	return field
}

const numberWidth = 110

// count makes a field for a whole number that may be unknown.
func (d *draft) count(name string, value *model.Count) *kit.Field {
	e := kit.NewNumberField()
	e.Whole, e.MaxRunes = true, 9
	e.SetValue(int64(value.N)*100, value.Known)
	e.OnChanged = func() {
		if n, known, ok := e.Value(); ok {
			*value = model.Count{N: int(n / 100), Known: known}
		}
		d.touch()
	}
	field := d.field(name, e)
	field.Width = numberWidth
	return field
}

// number makes a field for a whole number of which 0 means none.
func (d *draft) number(name string, value *int) *kit.Field {
	count := model.Count{N: *value, Known: *value != 0}
	field := d.count(name, &count)
	e := field.Input.(*kit.NumberField)
	write := e.OnChanged
	e.OnChanged = func() {
		write()
		*value = count.N
		d.touch()
	}
	return field
}

func (d *draft) check(name string, value *bool) *kit.Field {
	c := kit.NewCheck(words.T("meetings.field." + name))
	c.SetValue(*value)
	c.OnChanged = func() {
		*value = c.Checked
		d.touch()
	}
	return &kit.Field{Name: name, Input: c}
}

// choice makes a select whose empty choice is the zero value.
func choice[T comparable](d *draft, name string, options []kit.Option[T], value *T) *kit.Field {
	s := kit.NewSelect(options)
	var none T
	if *value != none {
		s.SetValue(*value)
	}
	s.OnChanged = func() {
		*value, _ = s.Value()
		d.touch()
	}
	return d.field(name, s)
}

// must makes a choice one that cannot be empty.
func must[T comparable](f *kit.Field) *kit.Field {
	f.Required, f.Input.(*kit.Select[T]).Required = true, true
	return f
}

// choices makes a field of several choices.
func choices[T comparable](d *draft, name string, options []kit.Option[T], value *[]T) *kit.Field {
	m := kit.NewMultiSelect(options)
	m.SetValues(*value)
	m.OnChanged = func() {
		*value = m.Values()
		d.touch()
	}
	return d.field(name, m)
}

// offered offers a closed set with the words of the window.
func offered[C ~string](set string, all []C) []kit.Option[C] {
	out := make([]kit.Option[C], len(all))
	for i, c := range all {
		out[i] = kit.Option[C]{Value: c, Label: words.Capital(words.T(set + "." + string(c)))}
	}
	return out
}

// municipality makes a field for one of Finland's municipalities, or for another name.
func (d *draft) municipality(value *model.Municipality) *kit.Field {
	towns := d.s.records.towns
	m := kit.NewSelect(towns.Options)
	m.FreeText = true
	if listed, ok := towns.Option(*value); ok {
		m.SetValue(listed)
	} else {
		m.SetText(value.Name)
	}
	m.OnChanged = func() {
		chosen, ok := m.Value()
		if !ok {
			chosen = model.Municipality{Name: strings.TrimSpace(m.Text())}
		}
		*value = chosen
		d.touch()
	}
	return d.field("municipality", m)
}

// problems puts what the model finds amiss into words; what is said of a text stands at its first field.
func (d *draft) problems(found []model.Problem) []kit.Problem {
	out := make([]kit.Problem, len(found))
	for i, p := range found {
		if d.written[p.Field] {
			p.Field += "_" + string(windowFirst()[0])
		}
		out[i] = kit.Problem{Field: p.Field, Warning: p.Severity == model.Warning, Sentence: desk.Problem(p)}
	}
	return out
}

// sound remembers what is amiss as seen, and tells whether anything is refused and whether a warning had not been seen
// before. The button offers to save all the same while there are warnings.
func (d *draft) sound(all []kit.Problem) (refused, fresh bool) {
	verb := "meetings.save"
	for _, p := range all {
		refused = refused || !p.Warning
		fresh = fresh || p.Warning && !d.seen[p]
		if p.Warning {
			d.seen[p] = true
			verb = "meetings.save_anyway"
		}
	}
	d.save.SetText(words.T(verb))
	if fresh && !refused {
		d.s.desk.Messages.Warn(words.T("meetings.warned"))
	}
	return refused, fresh
}

// organisationOptions are the organisations that there still are, and those that are chosen already.
func (r *records) organisationOptions(chosen ...model.ID) []kit.Option[model.ID] {
	out := make([]kit.Option[model.ID], 0, len(r.organisations))
	for _, o := range r.organisations {
		if !o.EndedBy(r.today) || slices.Contains(chosen, o.ID) {
			out = append(out, kit.Option[model.ID]{Value: o.ID, Label: o.Name.Best(words.Current()), Detail: r.townName(o.Municipality)})
		}
	}
	return out
}

// agreementOptions are the agreements that are not over, and the one that is chosen already.
func (r *records) agreementOptions(chosen model.ID) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for i := range r.agreements {
		a := &r.agreements[i]
		state := a.StatusOn(r.calendar).State
		if !state.Ended() || a.ID == chosen {
			out = append(out, kit.Option[model.ID]{
				Value: a.ID, Label: a.Number + " " + a.Title.Best(words.Current()),
				Detail: words.Code(words.In(words.Current()), "agreement.state", state),
			})
		}
	}
	return out
}
