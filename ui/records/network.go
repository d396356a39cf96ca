package records

import (
	"context"
	"slices"

	"kumppani/model"
	"kumppani/ui/words"
)

var networkLists = map[Kind]list{
	Bodies: {
		func(ctx context.Context, r reading) ([]Record, error) {
			read, err := r.store.Bodies(ctx)
			return all(read, err, func(b model.Body) Record { return bodyRecord(r.In, b, r.register) })
		},
		func(in words.In) Record { return bodyRecord(in, model.Body{}, Register{}) },
	},
	NetworkMeetings: {
		func(ctx context.Context, r reading) ([]Record, error) {
			bodies, err := r.store.Bodies(ctx)
			if err != nil {
				return nil, err
			}
			read, err := r.store.NetworkMeetings(ctx)
			return all(read, err, func(m model.NetworkMeeting) Record {
				return networkMeetingRecord(r.In, m, bodies, r.register)
			})
		},
		func(in words.In) Record {
			return networkMeetingRecord(in, model.NetworkMeeting{}, nil, Register{})
		},
	},
	Surveys: {
		func(ctx context.Context, r reading) ([]Record, error) {
			m, err := r.places(ctx)
			if err != nil {
				return nil, err
			}
			read, err := r.store.Surveys(ctx)
			return all(read, err, func(s model.Survey) Record { return surveyRecord(r.In, s, m) })
		},
		func(in words.In) Record { return surveyRecord(in, model.Survey{}, Meetings{}) },
	},
	Years: {
		func(ctx context.Context, r reading) ([]Record, error) {
			read, err := r.store.Years(ctx)
			return all(read, err, func(y model.YearRecord) Record { return yearRecord(r.In, y) })
		},
		func(in words.In) Record { return yearRecord(in, model.YearRecord{}) },
	},
	Practices: {
		func(ctx context.Context, r reading) ([]Record, error) {
			read, err := r.store.Years(ctx)
			var out []Record
			for _, y := range read {
				for _, e := range y.Practices {
					out = append(out, practiceRecord(r.In, y.Year, e))
				}
			}
			return out, err
		},
		func(in words.In) Record { return practiceRecord(in, 0, model.PracticeEntry{}) },
	},
	FollowUps: {
		func(ctx context.Context, r reading) ([]Record, error) {
			read, err := r.store.FollowUps(ctx)
			return all(read, err, func(f model.FollowUp) Record { return followUpRecord(r.In, f) })
		},
		func(in words.In) Record { return followUpRecord(in, model.FollowUp{}) },
	},
	Deferrals: {
		func(ctx context.Context, r reading) ([]Record, error) {
			read, err := r.store.Deferrals(ctx)
			return all(read, err, func(d model.Deferral) Record { return deferralRecord(r.In, d) })
		},
		func(in words.In) Record { return deferralRecord(in, model.Deferral{}) },
	},
}

// organisations adds a list of organisations.
func (reg Register) organisations(r *Record, key string, ids []model.ID) {
	nested(r, key, ids, func(r *Record, id model.ID) string {
		name := reg.Directory.Name(id, r.main)
		r.id("id", id)
		r.text("name", name)
		return name
	})
}

// bodyRecord is everything that is stored of a body of the network.
func bodyRecord(in words.In, b model.Body, reg Register) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", b.ID)
	r.texts("name", b.Name)
	code(r, "kind", "body.kind", b.Kind)
	reg.organisations(r, "members", b.Members)
	r.count("times_a_year", b.TimesAYear)
	var said, rule string
	if b.Recurs {
		said, rule = in.Recurrence(b.Recurrence, b.From, b.Until), b.Recurrence.RRULE()
	}
	r.flag("recurs", b.Recurs)
	r.name("recurrence", said)
	r.name("rrule", rule)
	days(r, "dates", b.Recurrence.Dates)
	days(r, "without", b.Recurrence.Without)
	r.clock("from", b.From)
	r.clock("until", b.Until)
	r.date("starts_on", b.StartsOn)
	r.date("ended_on", b.EndedOn)
	r.text("notes", b.Notes)
	return *r
}

// networkMeetingRecord is everything that is stored of a meeting of a body.
func networkMeetingRecord(in words.In, m model.NetworkMeeting, bodies []model.Body, reg Register) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", m.ID)
	var body model.Body
	if i := slices.IndexFunc(bodies, func(b model.Body) bool { return b.ID == m.BodyID }); i >= 0 {
		body = bodies[i]
	}
	r.name("body", body.Name.Best(r.main))
	r.id("body_id", m.BodyID)
	r.date("date", m.Date)
	r.clock("from", m.From)
	r.clock("until", m.Until)
	r.text("place", m.Place)
	reg.organisations(r, "present", m.Present)
	r.text("agenda", m.Agenda)
	r.text("decisions", m.Decisions)
	r.flag("cancelled", m.Cancelled)
	r.text("notes", m.Notes)
	return *r
}

// surveyRecord is everything that is stored of a survey.
func surveyRecord(in words.In, s model.Survey, m Meetings) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", s.ID)
	r.text("name", s.Name)
	code(r, "kind", "survey.kind", s.Kind)
	r.date("on", s.On)
	r.text("target", s.Target)
	r.name("group", m.GroupOf[s.GroupID].Name.Best(r.main))
	r.id("group_id", s.GroupID)
	r.count("asked", s.Asked)
	r.count("answers", s.Answers)
	r.count("response_rate", s.ResponseRate())
	r.count("positive", s.Positive)
	r.text("finding", s.Finding)
	r.text("notes", s.Notes)
	return *r
}

// followUpRecord is a reminder and the record on which it hangs.
func followUpRecord(in words.In, f model.FollowUp) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", f.ID)
	r.name("record_kind", string(f.Kind))
	r.id("record_id", f.RecordID)
	r.date("on", f.On)
	r.text("text", f.Text)
	r.date("done_on", f.DoneOn)
	return *r
}

// deferralRecord is something that is kept off the agenda.
func deferralRecord(in words.In, d model.Deferral) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.text("key", d.Key)
	r.id("record_id", d.RecordID)
	r.date("until", d.Until)
	r.text("reason", d.Reason)
	r.date("made_on", d.MadeOn)
	return *r
}
