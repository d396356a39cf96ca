package lists

import (
	"strings"

	"kumppani/model"
	"kumppani/ui/table"
	"kumppani/ui/words"
)

// Session is a session with the names of what it is made of.
type Session struct {
	Of           *model.Session
	Group        string
	Place        string
	Municipality string
	Leaders      []string
	LastYear     model.Count // visits in the same week a year before; for Counts only
}

func weekday[R any](a About, of func(R) model.Date) column[R] {
	return text("weekday", 16, func(r R) string { return words.Capital(a.In.Weekday(of(r).Weekday())) })
}

// Sessions lists the sessions of the days that span says: "23.–29.11.2026".
func (a About) Sessions(rows []Session, span string) table.Report {
	type row = Session
	date := func(x row) model.Date { return x.Of.Date }
	r := list(a, "sessions", []column[row]{
		weekday(a, date), day(a, "date", date),
		text("time", 22, func(x row) string { return a.In.ClockRange(x.Of.From, x.Of.Until) }),
		text("group", 40, func(x row) string { return x.Group }),
		text("place", 36, func(x row) string { return x.Place }),
		text("municipality", 24, func(x row) string { return x.Municipality }),
		text("leaders", 40, func(x row) string { return strings.Join(x.Leaders, ", ") }),
		text("theme", 34, func(x row) string { return words.Joined(x.Of.Theme, x.Of.Guest) }),
		text("state", 24, func(x row) string { return word(a, "session.status", x.Of.StatusOn(a.Day)) }),
	}, rows)
	for _, x := range rows {
		r.Personal = r.Personal || len(x.Leaders) > 0
	}
	return among(r, a.In.T("lists.span"), span)
}

// Counts lists the visitors of sessions, with what is counted besides, and their sums. What nobody entered is an empty cell
// and adds nothing.
func (a About) Counts(rows []Session, policy model.MeetingPolicy, span string) table.Report {
	type row = Session
	date := func(x row) model.Date { return x.Of.Date }
	columns := []column[row]{
		weekday(a, date), day(a, "date", date),
		text("time", 22, func(x row) string { return a.In.ClockRange(x.Of.From, x.Of.Until) }),
		text("group", 40, func(x row) string { return x.Group }),
		text("place", 36, func(x row) string { return x.Place }),
		text("state", 24, func(x row) string { return word(a, "session.status", x.Of.StatusOn(a.Day)) }),
		count(a, "adults", func(x row) model.Count { return x.Of.Counts.Adults }),
		count(a, "children", func(x row) model.Count { return x.Of.Counts.Children }),
		count(a, "new", func(x row) model.Count { return x.Of.Counts.New }),
		count(a, "men", func(x row) model.Count { return x.Of.Counts.Men }),
	}
	for _, c := range policy.Counted() {
		own := count(a, "own_"+string(c.ID), func(x row) model.Count {
			n, known := x.Of.Counts.Own[c.ID]
			return model.Count{N: n, Known: known}
		})
		own.head = c.Name.Best(model.Language(a.In))
		columns = append(columns, own)
	}
	columns = append(columns,
		count(a, "visits", func(x row) model.Count { return x.Of.Counts.Visits() }),
		count(a, "last_year", func(x row) model.Count { return x.LastYear }))
	r := list(a, "counts", columns, rows)
	r.Notes = []string{a.In.T("lists.visits.note")}
	t := &r.Sections[0].Tables[0]
	if len(rows) > 0 {
		t.Total = a.totals(rows, t.Columns, policy)
	}
	return among(r, a.In.T("lists.span"), span)
}

// totals is the last row of counts. A cancelled session adds nothing, as everywhere.
func (a About) totals(rows []Session, columns []table.Column, policy model.MeetingPolicy) []table.Value {
	sessions := make([]model.Session, len(rows))
	lastYear := model.Count{}
	for i, x := range rows {
		sessions[i] = *x.Of
		if x.LastYear.Known {
			lastYear = model.CountOf(lastYear.N + x.LastYear.N)
		}
	}
	sum := model.TotalCounts(sessions, a.Day)
	of := map[string]model.Count{
		"adults": sum.Adults, "children": sum.Children, "new": sum.New, "men": sum.Men, "visits": sum.Visits(), "last_year": lastYear,
	}
	for _, c := range policy.Counted() {
		of["own_"+string(c.ID)] = sum.Own[c.ID]
	}
	out := make([]table.Value, len(columns))
	out[0] = table.Words(a.In.T("lists.total"))
	for i, c := range columns {
		if c.Number {
			out[i] = table.Count(a.In, of[c.Code])
		}
	}
	return out
}

// Duty is what a leader leads in a season, or the sessions that lack a half of the pair.
type Duty struct {
	Name   string // of the leader, or what is missing
	Kind   model.LeaderKind
	Of     model.Duty
	Groups string // names
	Nobody bool   // it is no leader's: Share tells nothing
}

// Duties lists who leads how much in a season.
func (a About) Duties(rows []Duty, season string) table.Report {
	type row = Duty
	r := list(a, "duties", []column[row]{
		text("name", 40, func(x row) string { return x.Name }),
		text("leader_kind", 26, func(x row) string { return word(a, "leader.kind", x.Kind) }),
		number(a, "led", func(x row) int { return x.Of.Led }),
		number(a, "ahead", func(x row) int { return x.Of.Ahead }),
		number(a, "cancelled", func(x row) int { return x.Of.Cancelled }),
		{code: "hours", weight: 15, number: true, value: func(x row) table.Value {
			return table.Hundredths(a.In, int64(x.Of.Minutes*10+30)/60*10) // to the tenth, as on the screen
		}},
		text("share", 24, func(x row) string {
			if x.Nobody {
				return ""
			}
			return word(a, "duty.share", x.Of.Share)
		}),
		text("group_names", 70, func(x row) string { return x.Groups }),
	}, rows)
	for _, x := range rows {
		r.Personal = r.Personal || !x.Nobody
	}
	return among(r, a.In.T("lists.season"), season)
}
