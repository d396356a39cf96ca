package training

import (
	"slices"
	"strconv"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/ids"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// dayList is the list of days. A new one takes times and place from the one before it.
func (f *eventForm) dayList() {
	l := kit.NewItems[model.EventDay](f.View, f.v.s.desk.Dialogs)
	l.Name = "days"
	l.Add, l.Empty = words.T("training.event.day.add"), words.T("training.event.no_days")
	l.Line = func(_ int, d model.EventDay) kit.ItemLine {
		title := words.T("training.event.day.undated")
		if !d.Date.IsZero() {
			title = dayText(d.Date)
		}
		return kit.ItemLine{Title: title, Detail: words.Joined(words.In(words.Current()).ClockRange(d.From, d.Until), d.Place)}
	}
	l.Edit = func(d *model.EventDay, into *kit.Fields) {
		b := f.bind().Of(l.Changed)
		into.Row(form.Required(b.Date("date", &d.Date)))
		into.Row(b.Clock("from", &d.From), b.Clock("until", &d.Until))
		into.Row(b.Entry("place", &d.Place, model.MaxName))
	}
	l.New = func() model.EventDay {
		d := model.EventDay{ID: ids.New()}
		if n := len(f.e.Days); n > 0 {
			last := f.e.Days[n-1]
			d.From, d.Until, d.Place = last.From, last.Until, last.Place
		}
		return d
	}
	l.Blank = func(d model.EventDay) bool { return d == model.EventDay{ID: d.ID} }
	f.View.Section(words.T("training.event.section.days"))
	form.AddList(f.Sheet, l, &f.e.Days)
}

// trainerList is the list of those who teach.
func (f *eventForm) trainerList() {
	l := kit.NewItems[model.Trainer](f.View, f.v.s.desk.Dialogs)
	l.Name = "trainers"
	l.Add, l.Empty = words.T("training.event.trainer.add"), words.T("training.event.no_trainers")
	l.Line = func(_ int, t model.Trainer) kit.ItemLine {
		return f.personLine(t.LeaderID, t.Name, f.r.organisationName(t.OrganisationID))
	}
	l.Edit = func(t *model.Trainer, into *kit.Fields) {
		b := f.bind().Of(l.Changed)
		into.Row(f.person(b, &t.LeaderID, &t.Name))
		into.Row(form.Choice(b, "organisation", f.organisationOptions(), &t.OrganisationID))
	}
	l.New = func() model.Trainer { return model.Trainer{ID: ids.New()} }
	l.Blank = func(t model.Trainer) bool { return t == model.Trainer{ID: t.ID} }
	f.View.Section(words.T("training.event.section.trainers"))
	form.AddList(f.Sheet, l, &f.e.Trainers)
}

// participantList is the list of those who take part, and above it the way to add one leader after another.
func (f *eventForm) participantList() {
	l := kit.NewItems[model.Participation](f.View, f.v.s.desk.Dialogs)
	l.Name = "participants"
	l.Add, l.Empty = words.T("training.event.participant.add"), words.T("training.event.no_participants")
	l.Line = func(i int, x model.Participation) kit.ItemLine {
		line := f.personLine(x.LeaderID, f.r.participantName(x), x.Outsider.Organisation)
		line.Title = strconv.Itoa(i+1) + ". " + line.Title
		return line
	}
	l.Edit = func(x *model.Participation, into *kit.Fields) { f.editParticipant(l, x, into) }
	l.New = func() model.Participation { return model.Participation{ID: ids.New()} }
	l.Blank = func(x model.Participation) bool {
		return x.LeaderID == "" && x.Outsider == model.Outsider{} && len(x.Days) == 0 && x.Passed == "" && !x.Rating.Known && x.Feedback == ""
	}
	l.OnChanged = f.offerLeaders
	f.View.Section(words.T("training.event.section.participants"))
	f.leaders = kit.NewSelect[model.ID](nil)
	f.leaders.SetHint(words.T("training.event.add_leader.hint"))
	f.leaders.OnChanged = func() { f.addLeader(l) }
	f.taking = nil
	f.offerLeaders()
	add := f.bind().Field("add_leader", f.leaders)
	add.Hint = words.T("training.event.add_leader.explain")
	f.View.Row(add)
	form.AddList(f.Sheet, l, &f.e.Participations)
}

// addLeader makes the chosen leader a participant, and is ready for the next.
func (f *eventForm) addLeader(l *kit.Items[model.Participation]) {
	id, ok := f.leaders.Value()
	if !ok {
		return
	}
	f.leaders.Clear()
	f.e.Participations = append(slices.Clone(f.e.Participations), model.Participation{ID: ids.New(), LeaderID: id})
	l.SetValues(f.e.Participations)
	f.offerLeaders()
	f.Touch()
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
		detail = words.Joined(f.r.organisationName(f.r.leaderOf[leader].HomeOrganisation), detail)
	case name == "":
		return kit.ItemLine{Title: words.T("training.event.unnamed"), Detail: detail}
	}
	return kit.ItemLine{Title: f.v.s.desk.Person(name), Detail: detail}
}

// editParticipant edits somebody who takes part; who is not in the register is described here.
func (f *eventForm) editParticipant(l *kit.Items[model.Participation], x *model.Participation, into *kit.Fields) {
	wasLeader := x.LeaderID != ""
	b := f.bind().Of(l.Changed)
	into.Row(f.person(b.Of(func() {
		turned := wasLeader != (x.LeaderID != "")
		if turned {
			x.Outsider.Organisation, x.Outsider.Sector = "", ""
		}
		l.Changed()
		if turned {
			l.Rebuild("name")
		}
	}), &x.LeaderID, &x.Outsider.Name))
	if !wasLeader {
		into.Row(b.Entry("outsider_organisation", &x.Outsider.Organisation, model.MaxName))
		into.Row(form.Choice(b, "sector", form.Offered("sector", model.Sectors()), &x.Outsider.Sector))
	}
	into.Row(b.Hinted(b.Count("rating", &x.Rating)))
	into.Row(b.Area("feedback", &x.Feedback))
}
