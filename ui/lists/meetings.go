package lists

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/table"
)

// Place is a meeting place with what the register says beside it.
type Place struct {
	Of           *model.MeetingPlace
	Municipality string // in the language of the list
	Host         string // name of the organisation that runs it
	Groups       int    // that meet there now or will
}

// Places lists meeting places. Who has the keys is not said: a list is lost more easily than a computer.
func (a About) Places(rows []Place) table.Report {
	type row = Place
	l := model.Language(a.In)
	return list(a, "places", []column[row]{
		text("name", 40, func(x row) string { return x.Of.Name.Best(l) }),
		text("place_kind", 26, func(x row) string { return word(a, "place.kind", x.Of.Kind) }),
		text("municipality", 24, func(x row) string { return x.Municipality }),
		text("village", 24, func(x row) string { return x.Of.Village.Best(l) }),
		text("address", 44, func(x row) string { return address(x.Of.Address) }),
		text("host", 36, func(x row) string { return x.Host }),
		count(a, "capacity", func(x row) model.Count { return x.Of.Capacity }),
		text("step_free", 18, func(x row) string { return word(a, "answer", x.Of.Access.StepFree) }),
		number(a, "groups", func(x row) int { return x.Groups }),
		day(a, "ended", func(x row) model.Date { return x.Of.EndedOn }),
	}, rows)
}

// Group is a group with what the register says beside it.
type Group struct {
	Of           *model.Group
	Place        string
	Municipality string   // of the place
	Organisers   []string // names
	Leaders      []string // names
}

// Groups lists groups with who leads them.
func (a About) Groups(rows []Group) table.Report {
	type row = Group
	r := list(a, "groups", []column[row]{
		text("name", 38, func(x row) string { return x.Of.Name.Best(model.Language(a.In)) }),
		text("group_type", 22, func(x row) string { return word(a, "group.type", x.Of.Type) }),
		text("when", 38, func(x row) string { return a.In.Recurrence(x.Of.Recurrence, x.Of.From, x.Of.Until) }),
		text("place", 36, func(x row) string { return x.Place }),
		text("municipality", 24, func(x row) string { return x.Municipality }),
		text("audiences", 34, func(x row) string { return each(a, "audience", x.Of.Audiences) }),
		text("languages", 20, func(x row) string { return each(a, "language", x.Of.Languages) }),
		text("organisers", 36, func(x row) string { return strings.Join(x.Organisers, ", ") }),
		text("leaders", 36, func(x row) string { return strings.Join(x.Leaders, ", ") }),
	}, rows)
	for _, x := range rows {
		r.Personal = r.Personal || len(x.Leaders) > 0
	}
	return r
}

// Season is a season with what became of its sessions by the day.
type Season struct {
	Of    *model.Season
	Total model.CountTotal
}

// Seasons lists seasons with their sessions and visits. A visit is not a person.
func (a About) Seasons(rows []Season) table.Report {
	type row = Season
	return list(a, "seasons", []column[row]{
		text("name", 36, func(x row) string { return x.Of.Name.Best(model.Language(a.In)) }),
		day(a, "from", func(x row) model.Date { return x.Of.From }),
		day(a, "until", func(x row) model.Date { return x.Of.Until }),
		number(a, "held", func(x row) int { return x.Total.Held }),
		number(a, "cancelled", func(x row) int { return x.Total.Cancelled }),
		number(a, "not_entered", func(x row) int { return x.Total.NotEntered }),
		number(a, "ahead", func(x row) int { return x.Total.Ahead }),
		count(a, "visits", func(x row) model.Count { return x.Total.Visits() }),
	}, rows)
}

// Closure is a closure and what it concerns: the name of a municipality, place or organiser, or the whole region.
type Closure struct {
	Of        *model.Closure
	Concerned string
}

// Closures lists closures.
func (a About) Closures(rows []Closure) table.Report {
	type row = Closure
	return list(a, "closures", []column[row]{
		text("reason", 44, func(x row) string { return x.Of.Reason.Best(model.Language(a.In)) }),
		text("scope", 26, func(x row) string { return word(a, "closure.scope", x.Of.Scope) }),
		text("concerned", 44, func(x row) string { return x.Concerned }),
		day(a, "from", func(x row) model.Date { return x.Of.From }),
		day(a, "until", func(x row) model.Date { return x.Of.Until }),
		number(a, "days", func(x row) int { return x.Of.From.DaysUntil(x.Of.Until) + 1 }),
	}, rows)
}

// PartnerCalendar is a partner's calendar and the place whose use it tells of.
type PartnerCalendar struct {
	Of    *model.PartnerCalendar
	Place string // empty for one that is only shown
}

// PartnerCalendars lists partners' calendars.
func (a About) PartnerCalendars(rows []PartnerCalendar) table.Report {
	type row = PartnerCalendar
	return list(a, "partner_calendars", []column[row]{
		text("name", 40, func(x row) string { return x.Of.Name }),
		text("place", 40, func(x row) string { return x.Place }),
		text("file", 40, func(x row) string { return x.Of.File }),
		day(a, "read_on", func(x row) model.Date { return x.Of.ReadOn }),
		day(a, "from", func(x row) model.Date { return x.Of.From }),
		day(a, "until", func(x row) model.Date { return x.Of.Until }),
		number(a, "events", func(x row) int { return x.Of.Events }),
	}, rows)
}
