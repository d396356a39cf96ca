package paper

import (
	"cmp"

	"kumppani/model"
	"kumppani/ui/words"
)

// trained reports whether the register has events in which the person took part or taught.
func (d ownData) trained() bool {
	for _, e := range d.f.Events {
		if _, ok := d.participation(e); ok || d.taught(e) {
			return true
		}
	}
	return false
}

func (d ownData) participation(e model.Event) (model.Participation, bool) {
	for _, p := range e.Participations {
		if p.LeaderID != "" && p.LeaderID == d.l.ID {
			return p, true
		}
	}
	return model.Participation{}, false
}

func (d ownData) taught(e model.Event) bool {
	for _, t := range e.Trainers {
		if t.LeaderID != "" && t.LeaderID == d.l.ID {
			return true
		}
	}
	return false
}

// training tells in which events the person took part or taught, what was learnt elsewhere, and how long it holds.
func (d ownData) training() {
	in := d.in
	events := d.table("paper.own.event", "paper.own.attendance", "paper.own.passed", "paper.own.rating", "paper.own.feedback")
	taught := d.table("paper.own.taught", "paper.leader.time")
	for _, e := range d.f.Events {
		name := e.Name(d.f.Programmes, model.Language(in))
		if p, ok := d.participation(e); ok {
			state := words.Code(in, "training.event_state", e.State)
			events.row(joined(", ", name, state), d.attendance(e, p), words.Code(in, "answer", p.Passed), rating(p.Rating), p.Feedback)
		}
		if d.taught(e) {
			taught.row(name, daysOf(e, in))
		}
	}
	elsewhere := d.table("paper.own.elsewhere", "paper.own.on", "paper.own.where", "paper.volunteer.extent")
	for _, x := range d.l.Elsewhere {
		elsewhere.row(d.f.Programmes.Name(x.ProgrammeID, model.Language(in)), in.Date(x.On), x.Where, hoursOf(x.Hours, in))
	}
	valid := d.table("paper.volunteer.programme", "paper.certificate.validity")
	for _, p := range d.f.Rules.Programmes {
		s := d.f.Rules.Record.StandingOn(d.Today, d.l.ID, p)
		if s.On.IsZero() {
			continue
		}
		until := cmp.Or(in.Date(s.Until), in.T("paper.until_further_notice"))
		if s.Extended {
			until = joined(", ", until, in.T("paper.own.extended"))
		}
		valid.row(p.Name.Best(model.Language(in)), until)
	}
	d.addTables(events, taught, elsewhere, valid)
}

// attendance says for each day of an event whether the person came, or that nobody has entered it.
func (d ownData) attendance(e model.Event, p model.Participation) string {
	var days []string
	for _, day := range e.Days {
		said := d.in.T("paper.own.not_entered")
		if came, entered := p.Days[day.ID]; entered && came {
			said = d.in.T("paper.own.came")
		} else if entered {
			said = d.in.T("paper.own.away")
		}
		days = append(days, joined(": ", d.in.Date(day.Date), said))
	}
	return joined("\n", days...)
}
