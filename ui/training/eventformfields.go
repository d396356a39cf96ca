package training

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// field puts its label, "training.event.field.<name>", beside an input.
func (f *eventForm) field(name string, input kit.Input) *kit.Field {
	return &kit.Field{Name: name, Label: words.T("training.event.field." + name), Input: input}
}

func (f *eventForm) entry(name string, value *string, limit int) *kit.Field {
	e := kit.NewEntry()
	e.MaxRunes = limit
	e.SetValue(*value)
	e.OnChanged = func(text string) {
		*value = text
		f.touch()
	}
	return f.field(name, e)
}

func (f *eventForm) area(name string, value *string) *kit.Field {
	e := kit.NewArea()
	e.MinRows, e.MaxRunes = 2, model.MaxNotes
	e.SetValue(*value)
	e.OnChanged = func(text string) {
		*value = text
		f.touch()
	}
	return f.field(name, e)
}

// chosen makes a field for one of the options; nothing chosen is the empty ID.
func (f *eventForm) chosen(name string, options []kit.Option[model.ID], value *model.ID) *kit.Field {
	s := kit.NewSelect(options)
	if *value != "" {
		s.SetValue(*value)
	}
	s.OnChanged = func() {
		*value, _ = s.Value()
		f.touch()
	}
	return f.field(name, s)
}

const countWidth = 110

// count makes a field for a whole number that may be unknown.
func (f *eventForm) count(name string, value model.Count, set func(model.Count)) *kit.Field {
	n := kit.NewNumberField()
	n.Whole = true
	n.SetValue(int64(value.N)*100, value.Known)
	n.OnChanged = func() {
		if hundredths, known, ok := n.Value(); ok {
			set(model.Count{N: int(hundredths / 100), Known: known})
		}
		f.touch()
	}
	field := f.field(name, n)
	field.Width = countWidth
	return field
}

func (f *eventForm) cost() *kit.Field {
	n := kit.NewNumberField()
	n.SetValue(f.e.Cost.Hundredths, f.e.Cost.Known)
	n.OnChanged = func() {
		if hundredths, known, ok := n.Value(); ok {
			f.e.Cost = model.Amount{Hundredths: hundredths, Known: known}
		}
		f.touch()
	}
	field := f.field("cost", n)
	field.Width = countWidth
	return field
}

func (f *eventForm) state() *kit.Field {
	options := make([]kit.Option[model.EventState], 0, 3)
	for _, s := range model.EventStates() {
		options = append(options, kit.Option[model.EventState]{Value: s, Label: words.Capital(statusWord(string(s)))})
	}
	state := kit.NewSelect(options)
	state.Required = true
	state.SetValue(f.e.State)
	state.OnChanged = func() {
		f.e.State, _ = state.Value()
		f.touch()
	}
	field := f.field("state", state)
	field.Required = true
	return field
}

// programmeOptions are the programmes of which events are still held, and that of the event.
func (f *eventForm) programmeOptions() []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for _, p := range f.r.programmes {
		if !p.Ended || p.ID == f.e.ProgrammeID {
			out = append(out, kit.Option[model.ID]{Value: p.ID, Label: p.Name.Best(words.Current())})
		}
	}
	return out
}

func (f *eventForm) organisationOptions() []kit.Option[model.ID] {
	out := make([]kit.Option[model.ID], 0, len(f.r.organisations))
	for _, o := range f.r.organisations {
		if !o.EndedBy(f.v.s.desk.Today()) || o.ID == f.e.OrganiserID {
			out = append(out, kit.Option[model.ID]{Value: o.ID, Label: o.Name.Best(words.Current()), Detail: o.Municipality.Name})
		}
	}
	return out
}

// leaderOptions are the leaders who can be asked: those who have not ended, and the one that is chosen already.
func (f *eventForm) leaderOptions(chosen model.ID, without ...model.ID) []kit.Option[model.ID] {
	var out []kit.Option[model.ID]
	for i := range f.r.leaders {
		l := &f.r.leaders[i]
		gone := l.Anonymised() || l.StatusOn(f.v.s.desk.Today()).State == model.LeaderEnded || slices.Contains(without, l.ID)
		if gone && l.ID != chosen {
			continue
		}
		out = append(out, kit.Option[model.ID]{Value: l.ID, Label: f.v.s.desk.Person(f.r.leaderName(l.ID)), Detail: l.Municipality.Name})
	}
	return out
}

// person makes a field for somebody who is a leader of the register, or else a name that is typed. changed is told when
// the one turns into the other.
func (f *eventForm) person(leader *model.ID, name *string, changed func()) *kit.Field {
	s := kit.NewSelect(f.leaderOptions(*leader))
	s.FreeText = true
	if *leader != "" {
		s.SetValue(*leader)
	} else {
		s.SetText(*name)
	}
	s.OnChanged = func() {
		*name = ""
		if id, ok := s.Value(); ok {
			*leader = id
		} else {
			*leader, *name = "", s.Text()
		}
		f.touch()
		changed()
	}
	field := f.field("name", s)
	field.Required, field.Hint = true, words.T("training.event.name_hint")
	return field
}
