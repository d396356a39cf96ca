package records

import (
	"context"
	"maps"

	"kumppani/model"
	"kumppani/ui/words"
)

// lists are the lists of every kind.
var lists = func() map[Kind]list {
	out := map[Kind]list{}
	for _, some := range []map[Kind]list{partnerLists, peopleLists, meetingLists, networkLists, settingLists} {
		maps.Copy(out, some)
	}
	return out
}()

var partnerLists = map[Kind]list{
	Agreements: {
		func(ctx context.Context, r reading) ([]Record, error) {
			whole, err := r.register.whole(ctx, r.store)
			return all(whole, err, func(a model.Agreement) Record { return agreementRecord(r.In, a, r.register) })
		},
		func(in words.In) Record { return agreementRecord(in, model.Agreement{}, Register{}) },
	},
	Organisations: {
		func(ctx context.Context, r reading) ([]Record, error) {
			whole, err := r.register.whole(ctx, r.store)
			engaged := engagements(whole, r.register)
			return all(r.register.Organisations, err, func(o model.Organisation) Record {
				return organisationRecord(r.In, o, engaged[o.ID], r.Today)
			})
		},
		func(in words.In) Record {
			return organisationRecord(in, model.Organisation{}, engagement{}, model.Date{})
		},
	},
}

var peopleLists = map[Kind]list{
	Leaders: {
		func(ctx context.Context, r reading) ([]Record, error) {
			p, err := r.people(ctx)
			return all(p.Leaders, err, func(l model.Leader) Record { return leaderRecord(r.In, l, p) })
		},
		func(in words.In) Record { return leaderRecord(in, model.Leader{}, People{}) },
	},
	Readiness: {
		func(ctx context.Context, r reading) ([]Record, error) {
			p, err := r.people(ctx)
			return readinessRecords(r.In, p), err
		},
		noReadiness,
	},
	Training: {
		func(ctx context.Context, r reading) ([]Record, error) {
			p, err := r.people(ctx)
			return all(p.Events, err, func(e model.Event) Record { return eventRecord(r.In, e, p) })
		},
		func(in words.In) Record { return eventRecord(in, model.Event{}, People{}) },
	},
	Programmes: {
		func(ctx context.Context, r reading) ([]Record, error) {
			read, err := r.store.Programmes(ctx)
			return all(read, err, func(x model.Programme) Record { return programmeRecord(r.In, x) })
		},
		func(in words.In) Record { return programmeRecord(in, model.Programme{}) },
	},
	Extensions: {
		func(ctx context.Context, r reading) ([]Record, error) {
			p, err := r.people(ctx)
			if err != nil {
				return nil, err
			}
			read, err := r.store.Extensions(ctx)
			return all(read, err, func(x model.Extension) Record { return extensionRecord(r.In, x, p) })
		},
		func(in words.In) Record { return extensionRecord(in, model.Extension{}, People{}) },
	},
}

var meetingLists = map[Kind]list{
	Places: {
		func(ctx context.Context, r reading) ([]Record, error) {
			m, err := r.meetings(ctx)
			held := totals(m.Sessions, m.Today, func(x model.Session) model.ID { return x.PlaceID })
			return all(m.Places, err, func(p model.MeetingPlace) Record { return placeRecord(r.In, p, held[p.ID], m) })
		},
		func(in words.In) Record {
			return placeRecord(in, model.MeetingPlace{}, model.CountTotal{}, Meetings{})
		},
	},
	Groups: {
		func(ctx context.Context, r reading) ([]Record, error) {
			m, err := r.meetings(ctx)
			held := totals(m.Sessions, m.Today, func(x model.Session) model.ID { return x.GroupID })
			return all(m.Groups, err, func(g model.Group) Record { return groupRecord(r.In, g, held[g.ID], m) })
		},
		func(in words.In) Record { return groupRecord(in, model.Group{}, model.CountTotal{}, Meetings{}) },
	},
	Sessions: {
		func(ctx context.Context, r reading) ([]Record, error) {
			m, err := r.meetings(ctx)
			return all(m.Sessions, err, func(x model.Session) Record { return sessionRecord(r.In, x, m) })
		},
		func(in words.In) Record { return sessionRecord(in, model.Session{}, Meetings{}) },
	},
	Seasons: {
		func(ctx context.Context, r reading) ([]Record, error) {
			read, err := r.store.Seasons(ctx)
			return all(read, err, func(x model.Season) Record { return seasonRecord(r.In, x) })
		},
		func(in words.In) Record { return seasonRecord(in, model.Season{}) },
	},
	Closures: {
		func(ctx context.Context, r reading) ([]Record, error) {
			m, err := r.places(ctx)
			return all(m.Closures, err, func(x model.Closure) Record { return closureRecord(r.In, x, m) })
		},
		func(in words.In) Record { return closureRecord(in, model.Closure{}, Meetings{}) },
	},
	PartnerCalendars: {
		func(ctx context.Context, r reading) ([]Record, error) {
			m, err := r.places(ctx)
			if err != nil {
				return nil, err
			}
			read, err := r.store.PartnerCalendars(ctx)
			return all(read, err, func(c model.PartnerCalendar) Record { return partnerCalendarRecord(r.In, c, m) })
		},
		func(in words.In) Record { return partnerCalendarRecord(in, model.PartnerCalendar{}, Meetings{}) },
	},
	PartnerEvents: {
		func(ctx context.Context, r reading) ([]Record, error) {
			m, err := r.places(ctx)
			if err != nil {
				return nil, err
			}
			read, err := r.store.PartnerEvents(ctx, r.From, r.Until)
			return all(read, err, func(e model.PartnerEvent) Record { return partnerEventRecord(r.In, e, m) })
		},
		func(in words.In) Record { return partnerEventRecord(in, model.PartnerEvent{}, Meetings{}) },
	},
}
