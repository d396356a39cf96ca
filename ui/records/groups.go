package records

import (
	"kumppani/model"
	"kumppani/ui/words"
)

// groupRecord is everything that is stored of a group, with what became of its sessions.
func groupRecord(in words.In, g model.Group, held model.CountTotal, m Meetings) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", g.ID)
	r.texts("name", g.Name)
	code(r, "type", "group.type", g.Type)
	m.place(r, g.PlaceID)
	codes(r, "audiences", "audience", g.Audiences)
	nested(r, "organisers", g.Organisers, func(r *Record, id model.ID) string {
		name := m.OrganisationOf.Name(id, r.main)
		r.id("id", id)
		r.text("name", name)
		return name
	})
	m.leaders(r, g.Leaders)
	codes(r, "pair_gaps", "group.gap", model.PairGaps(g.Leaders, m.LeaderOf))
	codes(r, "languages", "language", g.Languages)
	r.count("capacity", g.Capacity)
	r.count("minimum", g.Minimum)
	code(r, "unit", "group.unit", g.Unit)
	r.count("fixed_sessions", g.FixedSessions)
	theme := model.CountOf(g.ThemeEvery)
	theme.Known = g.ThemeEvery > 0
	r.count("theme_every", theme)
	m.agreement(r, g.AgreementID)
	r.flag("public", g.Public)
	addRecurrence(r, g)
	r.date("runs_from", g.RunsFrom)
	r.date("runs_until", g.RunsUntil)
	r.flag("runs", g.RunsOn(m.Today))
	r.name("continues", m.GroupOf[g.ContinuesID].Name.Best(r.main))
	r.id("continues_id", g.ContinuesID)
	r.texts("description", g.Description)
	addTotal(r, held)
	r.text("notes", g.Notes)
	return *r
}

// addRecurrence adds when the group meets: in words, as a rule of RFC 5545 and as what the rule is made of.
func addRecurrence(r *Record, g model.Group) {
	x := g.Recurrence
	r.text("recurrence", r.in.Recurrence(x, g.From, g.Until))
	r.name("rrule", x.RRULE())
	code(r, "rhythm", "group.rhythm", x.Rhythm)
	if x.RRULE() == "" { // single dates are on any day of the week
		r.add("weekday", nil, "")
	} else {
		r.add("weekday", (int(x.Weekday)+6)%7+1, r.in.Weekday(x.Weekday))
	}
	every, nth := model.CountOf(x.Every), model.CountOf(x.Nth)
	every.Known, nth.Known = x.Rhythm == model.EveryNWeeks, x.Rhythm == model.Monthly
	r.count("every_weeks", every)
	r.count("nth", nth)
	days(r, "dates", x.Dates)
	days(r, "without", x.Without)
	r.clock("from", g.From)
	r.clock("until", g.Until)
}

// days is a list of dates.
func days(r *Record, key string, all []model.Date) {
	list, said := make([]string, len(all)), make([]string, len(all))
	for i, d := range all {
		list[i], said[i] = d.String(), r.in.Date(d)
	}
	r.add(key, list, joined(said))
}
