package leaders

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// person is who the leader is and where the facts came from.
func (f *form) person() {
	heading := words.T("leaders.form.section.person")
	if f.isNew {
		heading = words.T("leaders.form.section.new")
	}
	f.view.Section(heading)
	b := f.bind()
	name := required(b.entry("name", &f.l.Name, model.MaxName))
	f.first = name.Input.(*kit.Entry)
	f.view.Row(name)
	f.view.Add(f.alike)
	f.view.Row(must[model.LeaderKind](choice(b.then(func() { f.rebuild("kind") }), "kind",
		offered("leader.kind", model.LeaderKinds()), &f.l.Kind)))
	if f.isNew {
		state := must[model.LeaderState](choice(b, "state", offered("leader.state", model.LeaderStates()), &f.l.Statuses[0].State))
		f.view.Row(state, b.date("state_from", &f.l.Statuses[0].From))
	}
	f.view.Row(b.entry("phone", &f.l.Phone, model.MaxShort))
	f.view.Row(b.entry("email", &f.l.Email, model.MaxShort))
	f.view.Row(f.municipality())
	home := choice(b, "home", f.s.organisationOptions(), &f.l.HomeOrganisation)
	if f.l.Kind == model.Professional {
		home.Label = words.T("leaders.form.field.employer")
	}
	f.view.Row(home)
	if f.l.Kind == model.Professional || f.l.JobTitle != "" {
		f.view.Row(b.entry("job_title", &f.l.JobTitle, model.MaxName))
	}
	f.view.Row(hinted(b.year("birth_year", &f.l.BirthYear)))
	f.view.Row(hinted(choice(b, "source", offered("leader.source", model.FactSources()), &f.l.Source)),
		b.date("source_on", &f.l.SourceOn))
}

func (f *form) municipality() *kit.Field {
	places := f.s.records.places
	m := kit.NewSelect(places.Options)
	m.FreeText = true
	if listed, ok := places.Option(f.l.Municipality); ok {
		m.SetValue(listed)
	} else {
		m.SetText(f.l.Municipality.Name)
	}
	m.OnChanged = func() {
		chosen, ok := m.Value()
		if !ok {
			chosen = model.Municipality{Name: strings.TrimSpace(m.Text())}
		}
		f.l.Municipality = chosen
		f.touch()
	}
	return f.bind().field("municipality", m)
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
func (f *form) skills() {
	b := f.bind()
	f.view.Section(words.T("leaders.form.section.skills"))
	f.view.Row(choices(b, "languages", offered("spoken", model.SpokenLanguages()), &f.l.Languages))
	f.view.Row(choices(b, "audiences", offered("audience", model.Audiences()), &f.l.Audiences))
	f.view.Row(hinted(b.area("skills", &f.l.Skills)))
}

// times is when the leader can come, and when not.
func (f *form) times() {
	f.view.Section(words.T("leaders.form.section.times"))
	f.view.Row(hinted(f.bind().field("availability", f.availability())))
	addList(f, listOf[model.Absence]{
		name: "absences", id: func(x *model.Absence) *model.ID { return &x.ID },
		line: func(x model.Absence) kit.ItemLine {
			in := words.In(words.Current())
			return kit.ItemLine{Title: named(x.Title, "absence"), Detail: in.DateRange(x.From, x.Until)}
		},
		edit: func(b binder, x *model.Absence, into *kit.Fields, _ *kit.Items[model.Absence]) {
			absenceFields(b, x, into)
		},
	}, &f.l.Absences)
}

func absenceFields(b binder, x *model.Absence, into rows) {
	b = b.of("absence", nil)
	into.Row(required(b.date("from", &x.From)))
	into.Row(hinted(b.date("until", &x.Until)))
	into.Row(b.entry("title", &x.Title, model.MaxName))
}

// availability is the grid of weekdays and parts of the day.
func (f *form) availability() *kit.SlotGrid {
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
		f.touch()
	}
	return grid
}

// path is the way of the leader from the first call to the end.
func (f *form) path() {
	f.view.Section(words.T("leaders.form.section.path"))
	f.view.Row(hinted(f.bind().date("started_on", &f.l.StartedOn)))
	if f.isNew {
		return // its first status is asked for at the top
	}
	addList(f, listOf[model.LeaderStatus]{
		name: "statuses", id: func(x *model.LeaderStatus) *model.ID { return &x.ID },
		line: func(x model.LeaderStatus) kit.ItemLine {
			in := words.In(words.Current())
			state := words.Capital(words.Code(in, "leader.state", x.State))
			return kit.ItemLine{Title: named(state, "status"), Detail: joined(in.DateRange(x.From, model.Date{}), x.Reason)}
		},
		edit: func(b binder, x *model.LeaderStatus, into *kit.Fields, _ *kit.Items[model.LeaderStatus]) {
			b = b.of("status", nil)
			into.Row(must[model.LeaderState](choice(b, "state", offered("leader.state", model.LeaderStates()), &x.State)))
			into.Row(hinted(b.date("from", &x.From)))
			into.Row(b.entry("reason", &x.Reason, model.MaxNotes))
		},
	}, &f.l.Statuses)
}
