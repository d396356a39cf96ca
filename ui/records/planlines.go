package records

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// PlanLines lists the lines of a plan, with the names of their fields.
func PlanLines(in words.In, p model.Plan, m Meetings) (head []string, all []Record) {
	all = make([]Record, len(p.Lines))
	for i := range p.Lines {
		all[i] = planRecord(in, p, i, m)
	}
	return planRecord(in, model.Plan{Lines: make([]model.PlanLine, 1)}, 0, Meetings{}).keys(), all
}

// Conflict says what a session clashes with: "sama ohjaaja samaan aikaan: Aino Kettula, Vauvakahvila 9.00–11.00".
func Conflict(in words.In, c model.Conflict, p model.Plan, m Meetings) string {
	var with []string
	if c.LeaderID != "" {
		with = append(with, m.LeaderOf[c.LeaderID].Name)
	}
	if c.Other >= 0 {
		o := p.All[c.Other]
		name := m.GroupOf[o.GroupID].Name.Best(model.Language(in))
		with = append(with, name+" "+in.ClockRange(o.From, o.Until))
	}
	if c.Kind == model.ConflictBooked {
		with = append(with, booking(in, *c.Booking))
	}
	if c.Kind == model.ConflictTravel {
		with = append(with, in.T("commands.plan.minutes", "n", c.Minutes))
	}
	if c.Kind == model.ConflictClosed {
		with = append(with, in.Closed(*c.Closed))
	}
	return strings.TrimSuffix(words.Code(in, "conflict.kind", c.Kind)+": "+strings.Join(with, ", "), ": ")
}

// booking says what a partner has in a place: "Kuoron harjoitus 10.00–12.00"; the whole day has no times.
func booking(in words.In, e model.PartnerEvent) string {
	if e.AllDay() {
		return e.Title
	}
	return strings.TrimSpace(e.Title + " " + in.ClockRange(e.From, e.Until))
}

// planRecord is the i-th line of a plan.
func planRecord(in words.In, p model.Plan, i int, m Meetings) Record {
	r := &Record{in: in, main: model.Language(in)}
	l := p.Lines[i]
	x := l.Session
	r.id("group_id", x.GroupID)
	r.name("group", m.GroupOf[x.GroupID].Name.Best(r.main))
	r.date("slot_on", x.SlotOn)
	r.date("date", x.Date)
	weekday(r, x.Date)
	isoWeek(r, x.Date)
	r.clock("from", x.From)
	r.clock("until", x.Until)
	m.place(r, x.PlaceID)
	code(r, "act", "plan.act", l.Act)
	r.id("session_id", x.ID)
	r.name("closed", in.Closed(l.Closed))
	code(r, "holiday", "holiday", l.Closed.Holiday)
	r.id("closure_id", l.Closed.Closure.ID)
	r.flag("forced", l.Forced)
	r.flag("past_end", l.PastEnd)
	m.leaders(r, x.Leaders)
	codes(r, "pair_gaps", "group.gap", l.Gaps)
	nested(r, "conflicts", l.Conflicts, func(r *Record, c model.Conflict) string {
		var other model.Session
		if c.Other >= 0 {
			other = p.All[c.Other]
		}
		minutes := model.CountOf(c.Minutes)
		minutes.Known = c.Kind == model.ConflictTravel
		code(r, "kind", "conflict.kind", c.Kind)
		r.id("with_session_id", other.ID)
		r.name("with_group", m.GroupOf[other.GroupID].Name.Best(r.main))
		r.id("with_group_id", other.GroupID)
		r.name("leader", m.LeaderOf[c.LeaderID].Name)
		r.id("leader_id", c.LeaderID)
		r.count("minutes", minutes)
		var closed model.Closed
		if c.Kind == model.ConflictClosed {
			closed = *c.Closed
		}
		var booked model.PartnerEvent
		if c.Kind == model.ConflictBooked {
			booked = *c.Booking
		}
		r.name("closed", r.in.Closed(closed))
		r.name("booked", booked.Title)
		r.id("booked_calendar_id", booked.CalendarID)
		return Conflict(r.in, c, p, m)
	})
	return *r
}
