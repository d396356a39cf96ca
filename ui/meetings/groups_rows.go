package meetings

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// groupEntry is a group as the list, its filters and its orders see it.
type groupEntry struct {
	of   *model.Group
	key  string // of the name, for sorting
	town string // municipality of the place, in the language of the window
	gaps []model.PairGap
}

// groupRows are the lines of the list.
func (r *records) groupRows() []kit.Row[*groupEntry] {
	in := words.In(words.Current())
	out := make([]kit.Row[*groupEntry], len(r.Groups))
	for i := range r.Groups {
		g := &r.Groups[i]
		name, place := g.Name.Best(words.Current()), r.PlaceOf[g.PlaceID]
		e := &groupEntry{of: g, key: model.SortKey(name), town: r.townName(place.Municipality)}
		if !r.over(*g) {
			e.gaps = model.PairGaps(g.Leaders, r.LeaderOf)
		}
		said := []string{
			g.Name.Fi, g.Name.Sv, g.Name.En, place.Name.Fi, place.Name.Sv, place.Name.En, e.town, place.Village.Best(words.Current()),
		}
		for _, id := range g.Organisers {
			said = append(said, r.OrganisationName(id))
		}
		for _, id := range g.Leaders {
			said = append(said, r.LeaderOf[id].Name)
		}
		out[i] = kit.Row[*groupEntry]{
			ID: string(g.ID), Name: name, Chip: r.groupChip(*g), Of: e,
			Detail: words.Joined(in.Recurrence(g.Recurrence, g.From, g.Until), r.PlaceName(g.PlaceID)),
			Search: model.Fold(strings.Join(said, " ")),
		}
	}
	return out
}

// groupChip says whether the group meets, and whether its pair is whole.
func (r *records) groupChip(g model.Group) kit.Chip {
	gaps := model.PairGaps(g.Leaders, r.LeaderOf)
	switch {
	case r.over(g):
		return kit.Chip{Word: words.T("meetings.group.over"), Tone: kit.Past}
	case len(gaps) > 1:
		return kit.Chip{Word: words.T("meetings.group.no_pair"), Tone: kit.Attention}
	case len(gaps) == 1:
		return kit.Chip{Word: words.Code(words.In(words.Current()), "group.gap", gaps[0]), Tone: kit.Attention}
	case g.RunsFrom.After(r.Today):
		return kit.Chip{Word: words.T("meetings.group.ahead"), Tone: kit.Waiting}
	default:
		return kit.Chip{Word: words.T("meetings.group.whole_pair"), Tone: kit.OK}
	}
}

func groupTypeWord(t model.GroupType) string {
	return words.Capital(words.Code(words.In(words.Current()), "group.type", t))
}

// fewGroupFilters are always at hand: type, municipality, weekday, and what is missing of the pair.
const fewGroupFilters = 4

// filters are those of the register; what a group does not say keeps it out of that filter.
func (v *groupsView) filters() []kit.Filter[*groupEntry] {
	in := words.In(words.Current())
	var weekdays []string
	for _, d := range model.Weekdays() {
		weekdays = append(weekdays, strconv.Itoa(int(d)))
	}
	return []kit.Filter[*groupEntry]{
		{
			Label: words.T("meetings.field.type"), Codes: kit.Codes(model.GroupTypes()),
			Of:   func(e *groupEntry) []string { return one(e.of.Type) },
			Word: func(c string) string { return groupTypeWord(model.GroupType(c)) },
		},
		{
			Label: words.T("meetings.filter.municipality"),
			Of:    func(e *groupEntry) []string { return one(e.town) },
			Word:  func(c string) string { return c },
		},
		{
			Label: words.T("meetings.field.weekday"), Codes: weekdays,
			Of:   func(e *groupEntry) []string { return weekdaysOf(e.of.Recurrence) },
			Word: func(c string) string { return words.Capital(words.T("date.weekday." + c)) },
		},
		{
			Label: words.T("meetings.filter.pair"), Codes: kit.Codes([]model.PairGap{model.NoVolunteer, model.NoProfessional}),
			Of:   func(e *groupEntry) []string { return kit.Codes(e.gaps) },
			Word: func(c string) string { return words.Capital(words.Code(in, "group.gap", model.PairGap(c))) },
		},
		{
			Label: words.T("meetings.field.audiences"), Codes: kit.Codes(model.Audiences()),
			Of:   func(e *groupEntry) []string { return kit.Codes(e.of.Audiences) },
			Word: func(c string) string { return words.Capital(words.Code(in, "audience", c)) },
		},
		{
			Label: words.T("meetings.field.languages"), Codes: kit.Codes(model.Languages()),
			Of:   func(e *groupEntry) []string { return kit.Codes(e.of.Languages) },
			Word: func(c string) string { return words.Capital(words.Code(in, "language", c)) },
		},
		{
			Label: words.T("meetings.field.organisers"),
			Of:    func(e *groupEntry) []string { return kit.Codes(e.of.Organisers) },
			Word:  func(c string) string { return v.s.records.OrganisationName(model.ID(c)) },
		},
	}
}

// weekdaysOf are the codes of the days of the week on which a recurrence has days.
func weekdaysOf(r model.Recurrence) []string {
	if r.Rhythm != model.SingleDates {
		return []string{strconv.Itoa(int(r.Weekday))}
	}
	var out []string
	for _, d := range r.Dates {
		if code := strconv.Itoa(int(d.Weekday())); !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}

// groupSorts are the orders: by name; by the day of the week and the time; and by place.
func groupSorts() []kit.Sort[*groupEntry] {
	type row = kit.Row[*groupEntry]
	name := func(a, b row) int { return strings.Compare(a.Of.key, b.Of.key) }
	day := func(x row) int {
		if x.Of.of.Recurrence.Rhythm == model.SingleDates {
			return 7
		}
		return (int(x.Of.of.Recurrence.Weekday) + 6) % 7
	}
	when := func(a, b row) int {
		return cmp.Or(day(a)-day(b), strings.Compare(a.Of.of.From.String(), b.Of.of.From.String()), name(a, b))
	}
	return []kit.Sort[*groupEntry]{
		{Label: words.T("meetings.sort.name"), Compare: name},
		{Label: words.T("meetings.field.weekday"), Compare: when},
		{Label: words.T("meetings.filter.municipality"), Compare: func(a, b row) int {
			return cmp.Or(strings.Compare(model.SortKey(a.Of.town), model.SortKey(b.Of.town)), when(a, b))
		}},
	}
}
