package meetings

import (
	"cmp"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// placeEntry is a place as the list, its filters and its orders see it.
type placeEntry struct {
	of     *model.MeetingPlace
	key    string // of the name, for sorting
	town   string // municipality in the language of the window
	groups int    // that meet there now or will
}

// placeRows are the lines of the list.
func (r *records) placeRows() []kit.Row[placeEntry] {
	groups := map[model.ID]int{}
	for i := range r.Groups {
		if g := &r.Groups[i]; !r.over(*g) {
			groups[g.PlaceID]++
		}
	}
	out := make([]kit.Row[placeEntry], len(r.Places))
	for i := range r.Places {
		m := &r.Places[i]
		name := m.Name.Best(words.Current())
		e := placeEntry{of: m, key: model.SortKey(name), town: r.townName(m.Municipality), groups: groups[m.ID]}
		village := m.Village.Best(words.Current())
		out[i] = kit.Row[placeEntry]{
			ID: string(m.ID), Name: name, Detail: words.Joined(placeKindWord(m.Kind), e.town, village), Chip: e.chip(r.Today),
			Search: model.Fold(strings.Join([]string{
				m.Name.Fi, m.Name.Sv, m.Name.En, placeKindWord(m.Kind), m.Municipality.Name, e.town, m.Village.Fi, m.Village.Sv,
				m.Address.Street, m.Address.Town, r.OrganisationName(m.HostID), r.OrganisationName(m.OwnerID),
			}, " ")),
			Of: e,
		}
	}
	return out
}

// over reports whether the group has met for the last time.
func (r *records) over(g model.Group) bool {
	return !g.RunsUntil.IsZero() && g.RunsUntil.Before(r.Today)
}

// chip says what goes on at the place.
func (e placeEntry) chip(today model.Date) kit.Chip {
	switch {
	case e.of.EndedBy(today):
		return kit.Chip{Word: words.T("meetings.place.given_up"), Tone: kit.Past}
	case e.groups == 0:
		return kit.Chip{Word: words.T("meetings.place.nothing_here"), Tone: kit.Neutral}
	default:
		return kit.Chip{Word: words.N("meetings.place.groups", e.groups), Tone: kit.OK}
	}
}

func placeKindWord(k model.PlaceKind) string {
	if k == "" {
		return ""
	}
	return words.Capital(words.Code(words.In(words.Current()), "place.kind", k))
}

// one is the code alone, and nothing for none.
func one[C ~string](code C) []string {
	if code == "" {
		return nil
	}
	return []string{string(code)}
}

// fewPlaceFilters are always at hand: kind, municipality and steps.
const fewPlaceFilters = 3

// filters are those of the register; what a place does not say keeps it out of that filter, but for its steps: that
// nobody knows of them is something to look for.
func (v *placesView) filters() []kit.Filter[placeEntry] {
	const unsaid, other = "unsaid", "other"
	return []kit.Filter[placeEntry]{
		{
			Label: words.T("meetings.filter.kind"), Codes: kit.Codes(model.PlaceKinds()),
			Of:   func(e placeEntry) []string { return one(e.of.Kind) },
			Word: func(c string) string { return placeKindWord(model.PlaceKind(c)) },
		},
		{
			Label: words.T("meetings.filter.municipality"),
			Of:    func(e placeEntry) []string { return one(e.town) },
			Word:  func(c string) string { return c },
		},
		{
			Label: words.T("meetings.filter.step_free"), Codes: []string{string(model.Yes), string(model.No), unsaid},
			Of:   func(e placeEntry) []string { return one(cmp.Or(string(e.of.Access.StepFree), unsaid)) },
			Word: func(c string) string { return words.T("meetings.step_free." + c) },
		},
		{
			Label: words.T("meetings.field.host"),
			Of:    func(e placeEntry) []string { return one(e.of.HostID) },
			Word:  func(c string) string { return v.s.records.OrganisationName(model.ID(c)) },
		},
		{
			Label: words.T("meetings.field.owner"), Codes: []string{other},
			Of: func(e placeEntry) []string {
				if !foreignOwner(*e.of) {
					return nil
				}
				return []string{other}
			},
			Word: func(string) string { return words.T("meetings.place.owner_other") },
		},
	}
}

// foreignOwner reports whether the premises belong to somebody else than the organisation that runs the place.
func foreignOwner(m model.MeetingPlace) bool {
	return m.HostID != "" && m.OwnerID != "" && m.HostID != m.OwnerID
}

// placeSorts are the orders: by name, and by municipality.
func placeSorts() []kit.Sort[placeEntry] {
	type row = kit.Row[placeEntry]
	name := func(a, b row) int { return strings.Compare(a.Of.key, b.Of.key) }
	return []kit.Sort[placeEntry]{
		{Label: words.T("meetings.sort.name"), Compare: name},
		{Label: words.T("meetings.filter.municipality"), Compare: func(a, b row) int {
			return cmp.Or(strings.Compare(model.SortKey(a.Of.town), model.SortKey(b.Of.town)), name(a, b))
		}},
	}
}
