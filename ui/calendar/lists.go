package calendar

import (
	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/lists"
	"kumppani/ui/words"
)

// listed is a session as a list says it.
func (r *records) listed(x *model.Session) lists.Session {
	out := lists.Session{
		Of: x, Group: r.GroupName(x.GroupID), Place: r.PlaceName(x.PlaceID), Municipality: r.towns.Name(r.PlaceOf[x.PlaceID].Municipality),
	}
	for _, id := range x.Leaders {
		out.Leaders = append(out.Leaders, r.LeaderName(id))
	}
	return out
}

// List gives the sessions of the week that the lens lets through, by day and time.
func (v *weekView) List() {
	v.s.giveAgenda(v.agenda, words.In(words.Current()).DateRange(v.monday, v.monday.AddDays(6)))
}

// List gives the sessions of the weeks of the month that the lens lets through, by day and time.
func (v *monthView) List() {
	last := v.first.AddMonths(1).AddDays(-1).Monday().AddDays(6)
	v.s.giveAgenda(v.agenda, words.In(words.Current()).DateRange(v.monday, last))
}

func (s *Screen) giveAgenda(a *agenda, span string) {
	if len(a.shown) == 0 {
		return
	}
	rows := make([]lists.Session, len(a.shown))
	for i, at := range a.shown {
		rows[i] = s.records.listed(&a.all[at])
	}
	s.desk.Give(s.desk.About(s.lensWords()).Sessions(rows, span))
}

// lensWords says in words what the lens narrows the sessions to.
func (s *Screen) lensWords() string {
	l, r := s.lens, s.records
	leader := ""
	if l.leader != "" {
		leader = s.desk.Person(r.LeaderName(l.leader))
	}
	return words.Joined(r.towns.Name(l.town), r.PlaceName(l.place), leader, r.OrganisationName(l.organiser))
}

// List gives the visitors of the sessions that are shown, after the number that is being typed was taken.
func (v *countView) List() {
	v.grid.Commit()
	if len(v.rows) == 0 {
		return
	}
	rows := make([]lists.Session, len(v.rows))
	for i := range v.rows {
		rows[i] = v.s.records.listed(&v.rows[i].Session)
		rows[i].LastYear = v.earlier[i].Visits()
	}
	filter := v.s.lensWords()
	if v.only {
		filter = words.Joined(filter, words.T("calendar.count.only"))
	}
	span := words.In(words.Current()).DateRange(v.monday, v.monday.AddDays(6))
	v.s.desk.Give(v.s.desk.About(filter).Counts(rows, v.s.records.Policy, span))
}

// giveList gives the duties as the list shows them.
func (v *dutiesView) giveList() {
	r := v.s.records
	rows := kit.Shown(v.register, func(e dutyEntry) lists.Duty {
		d := lists.Duty{Of: e.duty, Kind: e.kind, Groups: v.groupNames(e.groups), Nobody: e.gap != ""}
		if d.Name = r.LeaderName(e.duty.LeaderID); d.Nobody {
			d.Name = words.T("calendar.duties.gap." + string(e.gap))
		}
		return d
	})
	season := ""
	for _, x := range r.Seasons {
		if x.ID == v.season {
			season = x.Name.Best(words.Current())
		}
	}
	v.s.desk.Give(v.s.desk.About(v.register.Narrowed()).Duties(rows, season))
}
