package training

import (
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// dayList is the list of days. A new one takes times and place from the one before it.
func (f *eventForm) dayList() {
	l := kit.NewItems[model.EventDay](f.view, f.v.s.desk.Dialogs)
	f.days = l
	l.Name = "days"
	l.Add, l.Empty = words.T("training.event.day.add"), words.T("training.event.no_days")
	l.Line = func(_ int, d model.EventDay) kit.ItemLine {
		title := words.T("training.event.day.undated")
		if !d.Date.IsZero() {
			title = dayText(d.Date)
		}
		return kit.ItemLine{Title: title, Detail: joined(words.In(words.Current()).ClockRange(d.From, d.Until), d.Place)}
	}
	l.Edit = f.editDay
	l.New = func() model.EventDay {
		d := model.EventDay{ID: model.NewID()}
		if n := len(f.e.Days); n > 0 {
			last := f.e.Days[n-1]
			d.From, d.Until, d.Place = last.From, last.Until, last.Place
		}
		return d
	}
	l.Blank = func(d model.EventDay) bool { return d == model.EventDay{ID: d.ID} }
	l.OnChanged = func() {
		f.e.Days = l.Values()
		f.touch()
	}
	l.SetValues(f.e.Days)
	f.view.Section(words.T("training.event.section.days"))
	f.view.Add(l)
}

func (f *eventForm) editDay(d *model.EventDay, into *kit.Fields) {
	date := kit.NewDateField()
	date.Today = f.v.s.desk.Today
	date.SetValue(d.Date)
	date.OnChanged = func() {
		if day, ok := date.Value(); ok {
			d.Date = day
		}
		f.days.Changed()
	}
	on := f.field("date", date)
	on.Required = true
	into.Row(on)
	into.Row(f.clock("from", &d.From), f.clock("until", &d.Until))
	into.Row(f.ofList(f.entry("place", &d.Place, model.MaxName), f.days.Changed))
}

func (f *eventForm) clock(name string, value *model.Clock) *kit.Field {
	c := kit.NewClockField()
	c.SetValue(*value)
	c.OnChanged = func() {
		if t, ok := c.Value(); ok {
			*value = t
		}
		f.days.Changed()
	}
	field := f.field(name, c)
	field.Width = countWidth
	return field
}

// ofList makes a text field one of the open item: its line is written anew at each change.
func (f *eventForm) ofList(field *kit.Field, changed func()) *kit.Field {
	e := field.Input.(*kit.Entry)
	write := e.OnChanged
	e.OnChanged = func(text string) {
		write(text)
		changed()
	}
	return field
}

// trainerList is the list of those who teach.
func (f *eventForm) trainerList() {
	l := kit.NewItems[model.Trainer](f.view, f.v.s.desk.Dialogs)
	f.trainers = l
	l.Name = "trainers"
	l.Add, l.Empty = words.T("training.event.trainer.add"), words.T("training.event.no_trainers")
	l.Line = func(_ int, t model.Trainer) kit.ItemLine {
		return f.personLine(t.LeaderID, t.Name, f.r.organisationName(t.OrganisationID))
	}
	l.Edit = func(t *model.Trainer, into *kit.Fields) {
		into.Row(f.person(&t.LeaderID, &t.Name, l.Changed))
		organisation := f.chosen("organisation", f.organisationOptions(), &t.OrganisationID)
		chosen := organisation.Input.(*kit.Select[model.ID])
		write := chosen.OnChanged
		chosen.OnChanged = func() {
			write()
			l.Changed()
		}
		into.Row(organisation)
	}
	l.New = func() model.Trainer { return model.Trainer{ID: model.NewID()} }
	l.Blank = func(t model.Trainer) bool { return t == model.Trainer{ID: t.ID} }
	l.OnChanged = func() {
		f.e.Trainers = l.Values()
		f.touch()
	}
	l.SetValues(f.e.Trainers)
	f.view.Section(words.T("training.event.section.trainers"))
	f.view.Add(l)
}

// participantList is the list of those who take part, and above it the way to add one leader after another.
func (f *eventForm) participantList() {
	l := kit.NewItems[model.Participation](f.view, f.v.s.desk.Dialogs)
	f.participants = l
	l.Name = "participants"
	l.Add, l.Empty = words.T("training.event.participant.add"), words.T("training.event.no_participants")
	l.Line = func(i int, x model.Participation) kit.ItemLine {
		line := f.personLine(x.LeaderID, f.r.participantName(x), x.Outsider.Organisation)
		line.Title = strconv.Itoa(i+1) + ". " + line.Title
		return line
	}
	l.Edit = f.editParticipant
	l.New = func() model.Participation { return model.Participation{ID: model.NewID()} }
	l.Blank = func(x model.Participation) bool {
		return x.LeaderID == "" && x.Outsider == model.Outsider{} && len(x.Days) == 0 && x.Passed == "" && !x.Rating.Known && x.Feedback == ""
	}
	l.OnChanged = func() {
		f.e.Participations = l.Values()
		f.offerLeaders()
		f.touch()
	}
	l.SetValues(f.e.Participations)
	f.view.Section(words.T("training.event.section.participants"))
	f.leaders = kit.NewSelect[model.ID](nil)
	f.leaders.SetHint(words.T("training.event.add_leader.hint"))
	f.leaders.OnChanged = f.addLeader
	f.offerLeaders()
	add := f.field("add_leader", f.leaders)
	add.Hint = words.T("training.event.add_leader.explain")
	f.view.Row(add)
	f.view.Add(l)
}

// addLeader makes the chosen leader a participant, and is ready for the next.
func (f *eventForm) addLeader() {
	id, ok := f.leaders.Value()
	if !ok {
		return
	}
	f.leaders.Clear()
	f.e.Participations = append(slices.Clone(f.e.Participations), model.Participation{ID: model.NewID(), LeaderID: id})
	f.participants.SetValues(f.e.Participations)
	f.offerLeaders()
	f.touch()
}

// offerLeaders offers those who do not take part yet.
func (f *eventForm) offerLeaders() {
	taking := []model.ID{} // not nil, so that they are offered at the start
	for _, x := range f.e.Participations {
		taking = append(taking, x.LeaderID)
	}
	if f.taking != nil && slices.Equal(taking, f.taking) {
		return
	}
	f.taking = taking
	f.leaders.SetOptions(f.leaderOptions("", taking...))
}

// personLine is the line of somebody in a list.
func (f *eventForm) personLine(leader model.ID, name, detail string) kit.ItemLine {
	switch {
	case leader != "":
		name = f.r.leaderName(leader)
		detail = joined(f.r.organisationName(f.r.leaderOf[leader].HomeOrganisation), detail)
	case name == "":
		return kit.ItemLine{Title: words.T("training.event.unnamed"), Detail: detail}
	}
	return kit.ItemLine{Title: f.v.s.desk.Person(name), Detail: detail}
}

// editParticipant edits somebody who takes part; who is not in the register is described here.
func (f *eventForm) editParticipant(x *model.Participation, into *kit.Fields) {
	wasLeader := x.LeaderID != ""
	into.Row(f.person(&x.LeaderID, &x.Outsider.Name, func() {
		turned := wasLeader != (x.LeaderID != "")
		if turned {
			x.Outsider.Organisation, x.Outsider.Sector = "", ""
		}
		f.participants.Changed()
		if turned {
			f.participants.Rebuild("name")
		}
	}))
	if !wasLeader {
		into.Row(f.ofList(f.entry("outsider_organisation", &x.Outsider.Organisation, model.MaxName), f.participants.Changed))
		into.Row(f.sector(&x.Outsider.Sector))
	}
	rating := f.count("rating", x.Rating, func(c model.Count) { x.Rating = c })
	number := rating.Input.(*kit.NumberField)
	write := number.OnChanged
	number.OnChanged = func() {
		write()
		f.participants.Changed()
	}
	rating.Hint = words.T("training.event.rating_hint")
	into.Row(rating)
	feedback := f.area("feedback", &x.Feedback)
	area := feedback.Input.(*kit.Area)
	say := area.OnChanged
	area.OnChanged = func(text string) {
		say(text)
		f.participants.Changed()
	}
	into.Row(feedback)
}

func (f *eventForm) sector(value *model.Sector) *kit.Field {
	var options []kit.Option[model.Sector]
	for _, s := range model.Sectors() {
		options = append(options, kit.Option[model.Sector]{Value: s, Label: words.Capital(words.Code(words.In(words.Current()), "sector", s))})
	}
	s := kit.NewSelect(options)
	if *value != "" {
		s.SetValue(*value)
	}
	s.OnChanged = func() {
		*value, _ = s.Value()
		f.participants.Changed()
	}
	return f.field("sector", s)
}
