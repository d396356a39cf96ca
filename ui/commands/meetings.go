package commands

import (
	"context"
	"strconv"

	"github.com/spf13/cobra"

	"kumppani/model"
	"kumppani/ui/region"
)

// meetings is what is read once to tell about places, groups and their sessions.
type meetings struct {
	region.Records
	sessions []model.Session           // those that were asked for
	numbers  map[model.ID]string       // of agreements
	statuses map[model.ID]model.Status // of agreements, on the day
}

// allDays are the first and the last day that there is.
var allDays = [2]model.Date{model.MustDate("1000-01-01"), model.MustDate("9999-12-31")}

// readMeetings reads the registers, and the sessions from a day to another.
func readMeetings(ctx context.Context, store Store, reg register, from, until model.Date) (meetings, error) {
	m, err := readPlaces(ctx, store, reg)
	if err == nil {
		m.sessions, err = store.Sessions(ctx, from, until)
	}
	return m, err
}

// readPlaces reads everything but the sessions.
func readPlaces(ctx context.Context, store Store, reg register) (meetings, error) {
	read, err := region.Read(ctx, store, reg.calendar.Today)
	if err != nil {
		return meetings{}, err
	}
	m := meetings{Records: read, numbers: reg.numbers, statuses: map[model.ID]model.Status{}}
	for i := range reg.summaries {
		a := &reg.summaries[i]
		m.statuses[a.ID] = a.StatusOn(reg.calendar)
	}
	return m, nil
}

// between adds the flags --from and --to, which choose the sessions of a list: those that are listed or counted.
func (s *session) between(c *cobra.Command) *cobra.Command {
	c.Flags().StringVar(&s.flags.from, "from", "", s.in.T("commands.flag.from"))
	c.Flags().StringVar(&s.flags.to, "to", "", s.in.T("commands.flag.to"))
	format := c.PreRunE
	c.PreRunE = func(c *cobra.Command, args []string) error {
		for name, text := range map[string]string{"from": s.flags.from, "to": s.flags.to} {
			if d, err := model.ParseDate(text); c.Flags().Changed(name) && (err != nil || d.IsZero()) {
				return misuse("day", "flag", "--"+name, "text", text)
			}
		}
		if from, to := s.span(); to.Before(from) {
			return misuse("span", "from", from.String(), "to", to.String())
		}
		return format(c, args)
	}
	return c
}

// span is what --from and --to say, every day without them.
func (s *session) span() (from, to model.Date) {
	from, to = allDays[0], allDays[1]
	if d, err := model.ParseDate(s.flags.from); err == nil && !d.IsZero() {
		from = d
	}
	if d, err := model.ParseDate(s.flags.to); err == nil && !d.IsZero() {
		to = d
	}
	return from, to
}

// meetingLists makes the commands that list places, groups, sessions and the calendars of partners.
func (s *session) meetingLists() []*cobra.Command {
	read := func(ctx context.Context, store Store, reg register) (meetings, error) {
		from, to := s.span()
		return readMeetings(ctx, store, reg, from, to)
	}
	return []*cobra.Command{
		s.between(s.listing("places", func(ctx context.Context, store Store, reg register) ([]record, error) {
			m, err := read(ctx, store, reg)
			held := totals(m.sessions, m.Today, func(x model.Session) model.ID { return x.PlaceID })
			records := make([]record, len(m.Places))
			for i, p := range m.Places {
				records[i] = placeRecord(s.in, p, held[p.ID], m)
			}
			return records, err
		}, func() record { return placeRecord(s.in, model.MeetingPlace{}, model.CountTotal{}, meetings{}) })),
		s.between(s.listing("groups", func(ctx context.Context, store Store, reg register) ([]record, error) {
			m, err := read(ctx, store, reg)
			held := totals(m.sessions, m.Today, func(x model.Session) model.ID { return x.GroupID })
			records := make([]record, len(m.Groups))
			for i, g := range m.Groups {
				records[i] = groupRecord(s.in, g, held[g.ID], m)
			}
			return records, err
		}, func() record { return groupRecord(s.in, model.Group{}, model.CountTotal{}, meetings{}) })),
		s.between(s.listing("sessions", func(ctx context.Context, store Store, reg register) ([]record, error) {
			m, err := read(ctx, store, reg)
			records := make([]record, len(m.sessions))
			for i, x := range m.sessions {
				records[i] = sessionRecord(s.in, x, m)
			}
			return records, err
		}, func() record { return sessionRecord(s.in, model.Session{}, meetings{}) })),
		s.listing("partner-calendars", func(ctx context.Context, store Store, reg register) ([]record, error) {
			m, err := readPlaces(ctx, store, reg)
			if err != nil {
				return nil, err
			}
			all, err := store.PartnerCalendars(ctx)
			records := make([]record, len(all))
			for i, c := range all {
				records[i] = partnerCalendarRecord(s.in, c, m)
			}
			return records, err
		}, func() record { return partnerCalendarRecord(s.in, model.PartnerCalendar{}, meetings{}) }),
	}
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

func addTotal(r *record, t model.CountTotal) {
	r.number("sessions", int64(t.Held+t.Cancelled+t.NotEntered+t.Ahead))
	r.number("sessions_held", int64(t.Held))
	r.number("sessions_cancelled", int64(t.Cancelled))
	r.number("sessions_not_entered", int64(t.NotEntered))
	r.number("sessions_ahead", int64(t.Ahead))
	r.count("visits", t.Visits())
}

// agreement adds the agreement that a place or a group rests on.
func (m meetings) agreement(r *record, id model.ID) {
	r.name("agreement", m.numbers[id])
	r.id("agreement_id", id)
	code(r, "agreement_state", "agreement.state", m.statuses[id].State)
}

// place adds where a group or a session is.
func (m meetings) place(r *record, id model.ID) {
	p := m.PlaceOf[id]
	r.name("place", p.Name.Best(r.main))
	r.id("place_id", id)
	r.name("municipality", p.Municipality.Name)
	r.name("municipality_code", p.Municipality.Code)
}

// leaders adds who leads.
func (m meetings) leaders(r *record, ids []model.ID) {
	nested(r, "leaders", ids, func(r *record, id model.ID) string {
		l := m.LeaderOf[id]
		r.id("id", id)
		r.text("name", l.Name)
		code(r, "kind", "leader.kind", l.Kind)
		return l.Name
	})
}

// weekday is a day of the week, Monday 1 … Sunday 7 as in ISO 8601, of a date; null without one.
func weekday(r *record, d model.Date) {
	if d.IsZero() {
		r.add("weekday", nil, "")
		return
	}
	r.add("weekday", (int(d.Weekday())+6)%7+1, r.in.Weekday(d.Weekday()))
}

// isoWeek is the week of a date as ISO 8601 writes it: 2026-W43.
func isoWeek(r *record, d model.Date) {
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
