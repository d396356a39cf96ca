package training

import (
	"slices"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

func stateOptions() []kit.Option[model.EventState] {
	var out []kit.Option[model.EventState]
	for _, s := range model.EventStates() {
		out = append(out, kit.Option[model.EventState]{Value: s, Label: words.Capital(statusWord(string(s)))})
	}
	return out
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
		gone := l.Gone(f.v.s.desk.Today()) || slices.Contains(without, l.ID)
		if gone && l.ID != chosen {
			continue
		}
		out = append(out, kit.Option[model.ID]{Value: l.ID, Label: f.v.s.desk.Person(f.r.leaderName(l.ID)), Detail: l.Municipality.Name})
	}
	return out
}

// person makes a field for somebody who is a leader of the register, or else a name that is typed.
func (f *eventForm) person(b form.Binder, leader *model.ID, name *string) *kit.Field {
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
		b.Changed()
	}
	return b.Hinted(form.Required(b.Field("name", s)))
}
