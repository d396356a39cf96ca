package records

import (
	"kumppani/model"
	"kumppani/ui/words"
)

// programmeRecord is everything that is stored of a training programme.
func programmeRecord(in words.In, x model.Programme) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", x.ID)
	r.texts("name", x.Name)
	code(r, "kind", "programme.kind", x.Kind)
	r.texts("content", x.Content)
	r.amount("hours", x.Hours)
	code(r, "validity", "training.validity.choice", x.Validity.Kind)
	r.number("valid_months", int64(x.Validity.Months))
	r.flag("end_of_year", x.Validity.EndOfYear)
	r.date("valid_until", x.Validity.Day)
	r.number("grace_days", int64(x.Validity.GraceDays))
	codes(r, "tasks", "leader.task", x.Tasks)
	r.flag("ended", x.Ended)
	return *r
}

// extensionRecord is a later last day of a programme for some leaders.
func extensionRecord(in words.In, x model.Extension, p People) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", x.ID)
	r.name("programme", p.Taught.Name(x.ProgrammeID, r.main))
	r.id("programme_id", x.ProgrammeID)
	r.date("until", x.Until)
	r.text("reason", x.Reason)
	r.date("made_on", x.MadeOn)
	nested(r, "leaders", x.Leaders, func(r *Record, id model.ID) string {
		r.id("id", id)
		r.text("name", p.Directory[id].Name)
		return p.Directory[id].Name
	})
	return *r
}

// seasonRecord is everything that is stored of a season.
func seasonRecord(in words.In, x model.Season) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", x.ID)
	r.texts("name", x.Name)
	r.date("from", x.From)
	r.date("until", x.Until)
	r.flag("eves", x.Eves)
	return *r
}

// closureRecord is everything that is stored of a time in which nothing is held somewhere.
func closureRecord(in words.In, x model.Closure, m Meetings) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("id", x.ID)
	code(r, "scope", "closure.scope", x.Scope)
	r.text("municipality", x.Municipality.Name)
	r.name("municipality_code", x.Municipality.Code)
	r.name("organisation", m.OrganisationOf.Name(x.OrganisationID, r.main))
	r.id("organisation_id", x.OrganisationID)
	r.name("place", m.PlaceOf.Name(x.PlaceID, r.main))
	r.id("place_id", x.PlaceID)
	r.date("from", x.From)
	r.date("until", x.Until)
	r.texts("reason", x.Reason)
	return *r
}

// partnerEventRecord is what a partner's calendar has on a day; without times it takes all day.
func partnerEventRecord(in words.In, e model.PartnerEvent, m Meetings) Record {
	r := &Record{in: in, main: model.Language(in)}
	r.id("calendar_id", e.CalendarID)
	m.place(r, e.PlaceID)
	r.date("date", e.Date)
	r.clock("from", e.From)
	r.clock("until", e.Until)
	r.text("title", e.Title)
	return *r
}
