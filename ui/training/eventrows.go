package training

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// eventEntry is an event as the list, its filters and its orders see it.
type eventEntry struct {
	of     *model.Event
	name   string
	status string // code of its state, or unsettled
	first  model.Date
	key    string // of the name, for sorting
}

// unsettled is the status of an event that is planned although its last day has passed: nobody has said what became of
// it.
const unsettled = "unsettled"

// statusOf is the code of an event's state on the day, or unsettled.
func statusOf(e model.Event, today model.Date) string {
	if e.State == model.EventPlanned && len(e.Days) > 0 && e.LastDay().Before(today) {
		return unsettled
	}
	return string(e.State)
}

func statusWord(status string) string {
	if status == unsettled {
		return words.T("training.event.unsettled")
	}
	return words.T("training.event_state." + status)
}

func statusChip(status string) kit.Chip {
	return kit.Chip{Word: statusWord(status), Tone: statusTones[status]}
}

var statusTones = map[string]kit.Tone{
	string(model.EventPlanned): kit.Waiting, string(model.EventHeld): kit.OK, string(model.EventCancelled): kit.Past,
	unsettled: kit.Attention,
}

// eventRows are the lines of the list.
func (r *records) eventRows() []kit.Row[*eventEntry] {
	chips := map[string]kit.Chip{}
	for status := range statusTones {
		chips[status] = statusChip(status)
	}
	folded := foldedNames{r: r, leaders: map[model.ID]string{}}
	out := make([]kit.Row[*eventEntry], len(r.events))
	for i := range r.events {
		e := &r.events[i]
		x := &eventEntry{of: e, name: e.Name(r.programmeOf, words.Current()), status: statusOf(*e, r.today), first: e.FirstDay()}
		x.key = model.SortKey(x.name)
		out[i] = kit.Row[*eventEntry]{
			ID: string(e.ID), Name: x.name, Chip: chips[x.status],
			Detail: words.Joined(daysText(e.Days), e.Place, seats(*e)), Search: folded.search(*e), Of: x,
		}
	}
	return out
}

// foldedNames folds the name of each leader once: the same people take part again and again.
type foldedNames struct {
	r       *records
	leaders map[model.ID]string
}

func (f foldedNames) leader(id model.ID) string {
	name, known := f.leaders[id]
	if !known {
		name = model.Fold(f.r.leaderOf[id].Name)
		f.leaders[id] = name
	}
	return name
}

// search is what an event is found by: its names, places, organiser, and who teaches and takes part.
func (f foldedNames) search(e model.Event) string {
	var b strings.Builder
	programme := f.r.programmeOf[e.ProgrammeID].Name
	said := []string{e.Title.Fi, e.Title.Sv, e.Title.En, programme.Fi, programme.Sv, programme.En, e.Place, f.r.organisationName(e.OrganiserID)}
	for _, d := range e.Days {
		said = append(said, d.Place)
	}
	for _, t := range e.Trainers {
		said = append(said, t.Name)
	}
	for _, p := range e.Participations {
		said = append(said, p.Outsider.Name)
	}
	b.WriteString(model.Fold(strings.Join(said, " ")))
	for _, t := range e.Trainers {
		b.WriteString(" " + f.leader(t.LeaderID))
	}
	for _, p := range e.Participations {
		b.WriteString(" " + f.leader(p.LeaderID))
	}
	return b.String()
}

// seats says how many take part of how many who can.
func seats(e model.Event) string {
	n := strconv.Itoa(len(e.Participations))
	if e.Capacity.Known {
		return words.T("training.event.seats", "n", n, "capacity", e.Capacity.N)
	}
	return words.N("training.event.participants", len(e.Participations))
}

// daysText says on which days an event is: to 20.8.2026; 20.8. ja 27.8.2026; of more than three days the first, the last
// and how many.
func daysText(days []model.EventDay) string {
	in := words.In(words.Current())
	dates := make([]model.Date, 0, len(days))
	for _, d := range days {
		if !d.Date.IsZero() {
			dates = append(dates, d.Date)
		}
	}
	slices.SortFunc(dates, model.Date.Compare)
	if len(dates) == 0 {
		return ""
	}
	first, last := dates[0], dates[len(dates)-1]
	switch {
	case len(dates) == 1:
		return dayText(first)
	case len(dates) > 3:
		return in.DateRange(first, last) + " " + words.N("training.event.n_days", len(dates))
	}
	said := make([]string, len(dates))
	for i, d := range dates {
		said[i] = in.Date(d)
		if i < len(dates)-1 && first.Year() == last.Year() {
			said[i] = shortDay(d)
		}
	}
	return in.List(said)
}

// dayText is a day with its day of the week: to 20.8.2026.
func dayText(d model.Date) string {
	return words.In(words.Current()).WeekdayDate(d)
}

// shortDay is a day without its year: 20.8.
func shortDay(d model.Date) string {
	return strconv.Itoa(d.Day()) + "." + strconv.Itoa(int(d.Month())) + "."
}

// filters are those of the register; what an event does not say keeps it out of that filter.
func (v *eventsView) filters() []kit.Filter[*eventEntry] {
	one := func(code string) []string {
		if code == "" {
			return nil
		}
		return []string{code}
	}
	return []kit.Filter[*eventEntry]{
		{
			Label: words.T("training.event.filter.state"), Codes: append([]string{unsettled}, kit.Codes(model.EventStates())...),
			Of:   func(e *eventEntry) []string { return one(e.status) },
			Word: func(code string) string { return words.Capital(statusWord(code)) },
		},
		{
			Label: words.T("training.event.filter.programme"),
			Of:    func(e *eventEntry) []string { return one(string(e.of.ProgrammeID)) },
			Word:  func(code string) string { return v.s.records.programmeName(model.ID(code)) },
		},
		{
			Label: words.T("training.event.filter.organiser"),
			Of:    func(e *eventEntry) []string { return one(string(e.of.OrganiserID)) },
			Word:  func(code string) string { return v.s.records.organisationName(model.ID(code)) },
		},
		{
			Label: words.T("training.event.filter.year"),
			Of: func(e *eventEntry) []string {
				if e.first.IsZero() {
					return nil
				}
				return []string{strconv.Itoa(e.first.Year())}
			},
			Word: func(code string) string { return code },
		},
	}
}

// eventSorts are the orders of the register: the latest day first, those without days before them; and by name.
func eventSorts() []kit.Sort[*eventEntry] {
	type row = kit.Row[*eventEntry]
	latest := func(a, b row) int {
		if a.Of.first.IsZero() != b.Of.first.IsZero() {
			if a.Of.first.IsZero() {
				return -1
			}
			return 1
		}
		return cmp.Or(b.Of.first.Compare(a.Of.first), strings.Compare(a.Of.key, b.Of.key))
	}
	return []kit.Sort[*eventEntry]{
		{Label: words.T("training.event.sort.latest"), Compare: latest},
		{Label: words.T("training.event.sort.name"), Compare: func(a, b row) int {
			return cmp.Or(strings.Compare(a.Of.key, b.Of.key), latest(a, b))
		}},
	}
}
