package records

import (
	"context"
	"strconv"

	"kumppani/model"
	"kumppani/ui/region"
)

// Meetings is what is read once to tell about places, groups and their sessions.
type Meetings struct {
	region.Records
	Sessions []model.Session           // those that were asked for
	Numbers  map[model.ID]string       // of agreements
	Statuses map[model.ID]model.Status // of agreements, on the day
}

// readMeetings reads the registers, and the sessions from a day to another.
func readMeetings(ctx context.Context, store Store, reg Register, from, until model.Date) (Meetings, error) {
	m, err := ReadPlaces(ctx, store, reg)
	if err == nil {
		m.Sessions, err = store.Sessions(ctx, from, until)
	}
	return m, err
}

// ReadPlaces reads everything but the sessions.
func ReadPlaces(ctx context.Context, store Store, reg Register) (Meetings, error) {
	read, err := region.Read(ctx, store, reg.Calendar.Today)
	if err != nil {
		return Meetings{}, err
	}
	m := Meetings{Records: read, Numbers: reg.Numbers, Statuses: map[model.ID]model.Status{}}
	for i := range reg.Summaries {
		a := &reg.Summaries[i]
		m.Statuses[a.ID] = a.StatusOn(reg.Calendar)
	}
	return m, nil
}

// totals adds up sessions by what of says of each.
func totals(sessions []model.Session, today model.Date, of func(model.Session) model.ID) map[model.ID]model.CountTotal {
	by := map[model.ID][]model.Session{}
	for _, x := range sessions {
		by[of(x)] = append(by[of(x)], x)
	}
	out := make(map[model.ID]model.CountTotal, len(by))
	for id, own := range by {
		out[id] = model.TotalCounts(own, today)
	}
	return out
}

func addTotal(r *Record, t model.CountTotal) {
	r.number("sessions", int64(t.Held+t.Cancelled+t.NotEntered+t.Ahead))
	r.number("sessions_held", int64(t.Held))
	r.number("sessions_cancelled", int64(t.Cancelled))
	r.number("sessions_not_entered", int64(t.NotEntered))
	r.number("sessions_ahead", int64(t.Ahead))
	r.count("visits", t.Visits())
}

// agreement adds the agreement that a place or a group rests on.
func (m Meetings) agreement(r *Record, id model.ID) {
	r.name("agreement", m.Numbers[id])
	r.id("agreement_id", id)
	code(r, "agreement_state", "agreement.state", m.Statuses[id].State)
}

// place adds where a group or a session is.
func (m Meetings) place(r *Record, id model.ID) {
	p := m.PlaceOf[id]
	r.name("place", p.Name.Best(r.main))
	r.id("place_id", id)
	r.name("municipality", p.Municipality.Name)
	r.name("municipality_code", p.Municipality.Code)
}

// leaders adds who leads.
func (m Meetings) leaders(r *Record, ids []model.ID) {
	nested(r, "leaders", ids, func(r *Record, id model.ID) string {
		l := m.LeaderOf[id]
		r.id("id", id)
		r.text("name", l.Name)
		code(r, "kind", "leader.kind", l.Kind)
		return l.Name
	})
}

// weekday is a day of the week, Monday 1 … Sunday 7 as in ISO 8601, of a date; null without one.
func weekday(r *Record, d model.Date) {
	if d.IsZero() {
		r.add("weekday", nil, "")
		return
	}
	r.add("weekday", (int(d.Weekday())+6)%7+1, r.in.Weekday(d.Weekday()))
}

// isoWeek is the week of a date as ISO 8601 writes it: 2026-W43.
func isoWeek(r *Record, d model.Date) {
	if d.IsZero() {
		r.add("week", nil, "")
		return
	}
	year, week := d.ISOWeek()
	number := strconv.Itoa(week)
	if week < 10 {
		number = "0" + number
	}
	r.text("week", strconv.Itoa(year)+"-W"+number)
}
