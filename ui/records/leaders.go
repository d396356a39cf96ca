package records

import (
	"strconv"
	"strings"

	"kumppani/model"
	"kumppani/ui/words"
)

// leaderRecord is everything that is stored of a leader and computed of the leader for the day, but for one thing: of a
// background check only what the law names is told (Act 148/2014), and not who has seen an extract and when.
func leaderRecord(in words.In, l model.Leader, p People) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", l.ID)
	code(r, "kind", "leader.kind", l.Kind)
	r.text("name", l.Name)
	r.date("anonymised_on", l.AnonymisedOn)
	addLeaderState(r, l, p)
	r.text("phone", l.Phone)
	r.text("email", l.Email)
	r.text("municipality", l.Municipality.Name)
	r.name("municipality_code", l.Municipality.Code)
	r.name("home_organisation", p.Organisations.Name(l.HomeOrganisation, r.main))
	r.id("home_organisation_id", l.HomeOrganisation)
	r.text("job_title", l.JobTitle)
	codes(r, "languages", "spoken", l.Languages)
	codes(r, "audiences", "audience", l.Audiences)
	r.text("skills", l.Skills)
	r.count("birth_year", l.BirthYear)
	r.date("started_on", l.StartedOn)
	addAvailability(r, l.Availability)
	addPublication(r, l.Publication, p.Today)
	code(r, "source", "leader.source", l.Source)
	r.date("source_on", l.SourceOn)
	r.date("kept_until", l.KeptUntil(p.Today, p.Policy))
	r.amount("hours", l.EntryTotal(model.EnteredHours, model.Date{}, p.Today))
	r.amount("fees", l.EntryTotal(model.EnteredFee, model.Date{}, p.Today))
	r.amount("expenses", l.EntryTotal(model.EnteredExpense, model.Date{}, p.Today))
	addLeaderLists(r, l, p)
	r.text("notes", l.Notes)
	return *r
}

// addLeaderState adds what is computed for the day.
func addLeaderState(r *Record, l model.Leader, p People) {
	now := l.StatusOn(p.Today)
	next, _ := l.NextStatus(p.Today)
	ready := model.Summarise(l.ReadinessOn(p.Today, p.Rules))
	code(r, "state", "leader.state", now.State)
	r.date("state_from", now.From)
	r.text("state_reason", now.Reason)
	code(r, "next_state", "leader.state", next.State)
	r.date("next_state_from", next.From)
	r.flag("available", l.AvailableOn(p.Today))
	code(r, "readiness", "readiness.level", ready.Level)
	r.number("missing", int64(ready.Missing))
	r.number("due", int64(ready.Due))
	r.number("gaps_for_information", int64(ready.Told))
	r.number("older_texts", int64(ready.Older))
}

// addAvailability adds the free times as codes; nothing said is null, not never.
func addAvailability(r *Record, a model.Availability) {
	if !a.Said() {
		r.add("availability", nil, "")
		return
	}
	var said []string
	for _, day := range model.Weekdays() {
		for _, part := range model.DayParts() {
			if a.Free(day, part) {
				said = append(said, r.in.T("date.weekday."+strconv.Itoa(int(day)))+" "+words.Code(r.in, "day_part", part))
			}
		}
	}
	r.add("availability", a.Codes(), joined(said))
}

func addPublication(r *Record, x model.Publication, today model.Date) {
	name, phone := x.PublicOn(today)
	r.date("publication_said_on", x.On)
	r.flag("publication_name", x.Name)
	r.flag("publication_phone", x.Phone)
	r.date("publication_withdrawn_on", x.WithdrawnOn)
	r.flag("name_is_public", name)
	r.flag("phone_is_public", phone)
}

func addLeaderLists(r *Record, l model.Leader, p People) {
	nested(r, "statuses", l.Statuses, func(r *Record, s model.LeaderStatus) string {
		r.id("id", s.ID)
		code(r, "state", "leader.state", s.State)
		r.date("from", s.From)
		r.text("reason", s.Reason)
		return Said(words.Code(r.in, "leader.state", s.State), r.in.Date(s.From))
	})
	nested(r, "tasks", l.Tasks, func(r *Record, t model.LeaderTask) string { return p.task(r, l, t) })
	nested(r, "absences", l.Absences, func(r *Record, a model.Absence) string {
		r.id("id", a.ID)
		r.text("title", a.Title)
		r.date("from", a.From)
		r.date("until", a.Until)
		return Said(a.Title, r.in.DateRange(a.From, a.Until))
	})
	nested(r, "completed", l.Completed, func(r *Record, f model.Fulfilment) string {
		name := p.requirement(f.RequirementID, r.main)
		r.id("id", f.ID)
		r.name("requirement", name)
		r.id("requirement_id", f.RequirementID)
		r.date("on", f.On)
		r.name("version", f.Version)
		return Said(name, r.in.Date(f.On), f.Version)
	})
	nested(r, "waivers", l.Waivers, p.waiver)
	addLearnt(r, l, p)
	nested(r, "entries", l.Entries, func(r *Record, e model.LeaderEntry) string {
		r.id("id", e.ID)
		code(r, "kind", "entry.kind", e.Kind)
		r.date("on", e.On)
		r.amount("amount", e.Amount)
		r.text("note", e.Note)
		return Said(words.Code(r.in, "entry.kind", e.Kind)+" "+r.in.Number(e.Amount.Hundredths), r.in.Date(e.On))
	})
}

// task is a task of a leader with what may be kept of its background check.
func (p People) task(r *Record, l model.Leader, t model.LeaderTask) string {
	r.id("id", t.ID)
	code(r, "task", "leader.task", t.Kind)
	r.text("description", t.Description)
	r.name("organisation", p.Organisations.Name(t.OrganisationID, r.main))
	r.id("organisation_id", t.OrganisationID)
	r.date("from", t.From)
	r.date("until", t.Until)
	r.flag("current", t.CurrentOn(p.Today))
	code(r, "check", "check.state", l.CheckOf(t))
	code(r, "check_need", "check.need", t.Check.Need)
	r.date("check_consent_on", t.Check.ConsentOn)
	r.date("extract_issued", t.Check.ExtractIssued)
	return Said(words.Code(r.in, "leader.task", t.Kind), t.Description, r.in.DateRange(t.From, t.Until))
}

func (p People) waiver(r *Record, w model.Waiver) string {
	name := p.requirement(w.RequirementID, r.main)
	r.id("id", w.ID)
	r.name("requirement", name)
	r.id("requirement_id", w.RequirementID)
	r.name("programme", p.Taught.Name(w.ProgrammeID, r.main))
	r.id("programme_id", w.ProgrammeID)
	r.text("reason", w.Reason)
	r.date("until", w.Until)
	return Said(name, p.Taught.Name(w.ProgrammeID, r.main), w.Reason, r.in.Date(w.Until))
}

// addLearnt adds how the leader stands with each programme that has been completed or is planned, and what was learnt
// elsewhere.
func addLearnt(r *Record, l model.Leader, p People) {
	var begun []model.Programme
	for _, x := range p.Rules.Programmes {
		if s := p.Rules.Record.StandingOn(p.Today, l.ID, x); s.State != model.StandingMissing || s.PlannedIn != "" {
			begun = append(begun, x)
		}
	}
	nested(r, "training", begun, func(r *Record, x model.Programme) string {
		s := p.Rules.Record.StandingOn(p.Today, l.ID, x)
		r.name("programme", x.Name.Best(r.main))
		r.id("programme_id", x.ID)
		code(r, "state", "standing.state", s.State)
		r.date("on", s.On)
		r.id("event_id", s.EventID)
		r.date("until", s.Until)
		r.flag("extended", s.Extended)
		r.date("planned_on", s.PlannedOn)
		r.id("planned_event_id", s.PlannedIn)
		return Said(x.Name.Best(r.main), words.Code(r.in, "standing.state", s.State), r.in.Date(s.Until))
	})
	nested(r, "elsewhere", l.Elsewhere, func(r *Record, e model.Elsewhere) string {
		name := p.Taught.Name(e.ProgrammeID, r.main)
		r.id("id", e.ID)
		r.name("programme", name)
		r.id("programme_id", e.ProgrammeID)
		r.date("on", e.On)
		r.text("where", e.Where)
		r.amount("hours", e.Hours)
		return Said(name, strings.TrimSpace(e.Where), r.in.Date(e.On))
	})
}
