package records

import (
	"cmp"

	"kumppani/model"
	"kumppani/ui/words"
)

// eventRecord is everything that is stored of a training event, with what it needs of its programme.
func eventRecord(in words.In, e model.Event, p People) Record {
	r := &Record{in: in, main: model.Language(in)}
	programme := p.Taught[e.ProgrammeID]
	r.id("id", e.ID)
	r.name("name", e.Name(p.Taught, r.main))
	r.texts("title", e.Title)
	r.name("programme", programme.Name.Best(r.main))
	r.id("programme_id", e.ProgrammeID)
	code(r, "programme_kind", "programme.kind", programme.Kind)
	r.amount("programme_hours", programme.Hours)
	code(r, "state", "training.event_state", e.State)
	r.text("reason", e.Reason)
	r.date("first_day", e.FirstDay())
	r.date("last_day", e.LastDay())
	r.name("organiser", p.Organisations.Name(e.OrganiserID, r.main))
	r.id("organiser_id", e.OrganiserID)
	r.text("place", e.Place)
	codes(r, "languages", "language", e.Languages)
	r.count("capacity", e.Capacity)
	r.number("participants_count", int64(len(e.Participations)))
	r.number("passed_count", int64(len(e.Passed())))
	r.flag("full", e.Full())
	r.amount("cost", e.Cost)
	r.number("pass_share", int64(e.PassShare))
	nested(r, "days", e.Days, eventDay)
	nested(r, "trainers", e.Trainers, p.trainer)
	nested(r, "participants", e.Participations, func(r *Record, x model.Participation) string { return p.participant(r, e, x) })
	r.text("notes", e.Notes)
	return *r
}

func eventDay(r *Record, d model.EventDay) string {
	r.id("id", d.ID)
	r.date("date", d.Date)
	r.clock("from", d.From)
	r.clock("until", d.Until)
	r.text("place", d.Place)
	return Said(r.in.Date(d.Date), r.in.ClockRange(d.From, d.Until), d.Place)
}

// clock is a time of day.
func (r *Record) clock(key string, c model.Clock) {
	if c.IsZero() {
		r.add(key, nil, "")
		return
	}
	r.add(key, c.String(), r.in.Clock(c))
}

func (p People) trainer(r *Record, t model.Trainer) string {
	name, organisation := cmp.Or(p.Directory[t.LeaderID].Name, t.Name), p.Organisations.Name(t.OrganisationID, r.main)
	r.id("id", t.ID)
	r.text("name", name)
	r.id("leader_id", t.LeaderID)
	r.name("organisation", organisation)
	r.id("organisation_id", t.OrganisationID)
	return Said(name, organisation)
}

func (p People) participant(r *Record, e model.Event, x model.Participation) string {
	l := p.Directory[x.LeaderID]
	name := cmp.Or(l.Name, x.Outsider.Name)
	attended, missed := []string{}, []string{}
	for _, d := range e.Days {
		switch came, entered := x.Days[d.ID]; {
		case !entered:
		case came:
			attended = append(attended, d.Date.String())
		default:
			missed = append(missed, d.Date.String())
		}
	}
	r.id("id", x.ID)
	r.text("name", name)
	r.id("leader_id", x.LeaderID)
	r.name("organisation", cmp.Or(p.Organisations.Name(l.HomeOrganisation, r.main), x.Outsider.Organisation))
	code(r, "sector", "sector", x.Outsider.Sector)
	r.names("attended_on", attended)
	r.names("missed_on", missed)
	code(r, "proposed_pass", "answer", e.ProposedPass(x))
	code(r, "passed", "answer", x.Passed)
	r.count("rating", x.Rating)
	r.text("feedback", x.Feedback)
	word := ""
	if x.Passed == model.Yes {
		word = r.in.T("commands.passed")
	}
	return Said(name, x.Outsider.Organisation, word)
}
