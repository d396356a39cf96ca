package leaders

import (
	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// person is who the leader is and where the facts came from.
func (f *leaderForm) person() {
	heading := words.T("leaders.form.section.person")
	if f.isNew {
		heading = words.T("leaders.form.section.new")
	}
	f.View.Section(heading)
	b := f.bind()
	name := form.Required(b.Entry("name", &f.l.Name, model.MaxName))
	f.First = form.FocusOf(name)
	f.View.Row(name)
	f.View.Add(f.alike)
	f.View.Row(form.OneOf(b.Then(func() { f.Rebuild("kind") }), "kind",
		form.Offered("leader.kind", model.LeaderKinds()), &f.l.Kind))
	if f.isNew {
		state := form.OneOf(b, "state", form.Offered("leader.state", model.LeaderStates()), &f.l.Statuses[0].State)
		f.View.Row(state, b.Date("state_from", &f.l.Statuses[0].From))
	}
	f.View.Row(b.Entry("phone", &f.l.Phone, model.MaxShort))
	f.View.Row(b.Entry("email", &f.l.Email, model.MaxShort))
	f.View.Row(b.Municipality(f.s.records.places, &f.l.Municipality))
	home := form.Choice(b, "home", f.s.organisationOptions(), &f.l.HomeOrganisation)
	if f.l.Kind == model.Professional {
		home.Label = words.T("leaders.form.field.employer")
	}
	f.View.Row(home)
	if f.l.Kind == model.Professional || f.l.JobTitle != "" {
		f.View.Row(b.Entry("job_title", &f.l.JobTitle, model.MaxName))
	}
	f.View.Row(b.Hinted(b.Year("birth_year", &f.l.BirthYear)))
	f.View.Row(b.Hinted(form.Choice(b, "source", form.Offered("leader.source", model.FactSources()), &f.l.Source)),
		b.Date("source_on", &f.l.SourceOn))
}

// organisationOptions are the organisations of the register; those that have ceased to exist stay for those who
// belonged to them.
func (s *Screen) organisationOptions() []kit.Option[model.ID] {
	out := make([]kit.Option[model.ID], 0, len(s.records.organisations))
	for _, o := range s.records.organisations {
		out = append(out, kit.Option[model.ID]{Value: o.ID, Label: o.Name.Best(words.Current()), Detail: s.records.places.Name(o.Municipality)})
	}
	return out
}

// skills is what the leader can do, and for whom.
func (f *leaderForm) skills() {
	b := f.bind()
	f.View.Section(words.T("leaders.form.section.skills"))
	f.View.Row(form.Choices(b, "languages", form.Offered("spoken", model.SpokenLanguages()), &f.l.Languages))
	f.View.Row(form.Choices(b, "audiences", form.Offered("audience", model.Audiences()), &f.l.Audiences))
	f.View.Row(b.Hinted(b.Area("skills", &f.l.Skills)))
}

// times is when the leader can come, and when not.
func (f *leaderForm) times() {
	f.View.Section(words.T("leaders.form.section.times"))
	b := f.bind()
	f.View.Row(b.Hinted(b.Field("availability", f.availability())))
	addList(f, listOf[model.Absence]{
		name: "absences", id: func(x *model.Absence) *model.ID { return &x.ID },
		line: func(x model.Absence) kit.ItemLine {
			in := words.In(words.Current())
			return kit.ItemLine{Title: named(x.Title, "absence"), Detail: in.DateRange(x.From, x.Until)}
		},
		edit: func(b form.Binder, x *model.Absence, into *kit.Fields, _ *kit.Items[model.Absence]) {
			absenceFields(b, x, into)
		},
	}, &f.l.Absences)
}

func absenceFields(b form.Binder, x *model.Absence, into form.Rows) {
	b = of(b, "absence")
	into.Row(form.Required(b.Date("from", &x.From)))
	into.Row(b.Hinted(b.Date("until", &x.Until)))
	into.Row(b.Entry("title", &x.Title, model.MaxName))
}

// availability is the grid of weekdays and parts of the day.
func (f *leaderForm) availability() *kit.SlotGrid {
	in := words.In(words.Current())
	days, parts := model.Weekdays(), model.DayParts()
	var columns, lines []string
	for _, d := range days {
		columns = append(columns, in.WeekdayShort(d))
	}
	for _, p := range parts {
		lines = append(lines, words.Code(in, "day_part", p))
	}
	grid := kit.NewSlotGrid(lines, columns)
	for r, p := range parts {
		for c, d := range days {
			grid.SetTicked(r, c, f.l.Availability.Free(d, p))
		}
	}
	grid.OnChanged = func(row, column int, on bool) {
		f.l.Availability = f.l.Availability.With(days[column], parts[row], on)
		f.Touch()
	}
	return grid
}

// path is the way of the leader from the first call to the end.
func (f *leaderForm) path() {
	f.View.Section(words.T("leaders.form.section.path"))
	b := f.bind()
	f.View.Row(b.Hinted(b.Date("started_on", &f.l.StartedOn)))
	if f.isNew {
		return // its first status is asked for at the top
	}
	addList(f, listOf[model.LeaderStatus]{
		name: "statuses", id: func(x *model.LeaderStatus) *model.ID { return &x.ID },
		line: func(x model.LeaderStatus) kit.ItemLine {
			in := words.In(words.Current())
			state := words.Capital(words.Code(in, "leader.state", x.State))
			return kit.ItemLine{Title: named(state, "status"), Detail: words.Joined(in.DateRange(x.From, model.Date{}), x.Reason)}
		},
		edit: func(b form.Binder, x *model.LeaderStatus, into *kit.Fields, _ *kit.Items[model.LeaderStatus]) {
			b = of(b, "status")
			into.Row(form.OneOf(b, "state", form.Offered("leader.state", model.LeaderStates()), &x.State))
			into.Row(b.Hinted(b.Date("from", &x.From)))
			into.Row(b.Entry("reason", &x.Reason, model.MaxNotes))
		},
	}, &f.l.Statuses)
}
