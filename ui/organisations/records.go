package organisations

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/lists"
	"kumppani/ui/municipalities"
	"kumppani/ui/words"
)

// records is what the register was made of when it was last read.
type records struct {
	centre        model.Centre
	organisations []model.Organisation
	agreements    []model.AgreementSummary
	calendar      model.Calendar
	places        municipalities.List
}

func readRecords(ctx context.Context, store Store, today model.Date) (r records, err error) {
	if r.centre, err = store.Centre(ctx); err != nil {
		return r, err
	}
	if r.organisations, err = store.Organisations(ctx); err != nil {
		return r, err
	}
	if r.agreements, err = store.Agreements(ctx); err != nil {
		return r, err
	}
	r.calendar = model.Calendar{Today: today, LeadDays: r.centre.LeadDays, Successors: model.SuccessorsOf(r.agreements)}
	r.places = municipalities.Of(r.centre)
	return r, nil
}

// organisation returns the one with the ID, and false when it is gone.
func (r *records) organisation(id model.ID) (model.Organisation, bool) {
	i := slices.IndexFunc(r.organisations, func(o model.Organisation) bool { return o.ID == id })
	if i < 0 {
		return model.Organisation{}, false
	}
	return r.organisations[i], true
}

// entry is an organisation as the list, its filters and its orders see it.
type entry struct {
	of      *model.Organisation
	name    string
	place   string
	inForce int // agreements in force today
	ended   bool
	contact string // the first who has not left
	keys    struct{ name, place string }
}

// entries says of each organisation what the list shows.
func (r *records) entries() []entry {
	inForce := map[model.ID]int{}
	for i := range r.agreements {
		a := &r.agreements[i]
		if !a.StatusOn(r.calendar).State.InForce() {
			continue
		}
		for _, p := range a.Parties {
			inForce[p.OrganisationID]++
		}
	}
	out := make([]entry, len(r.organisations))
	for i := range r.organisations {
		o := &r.organisations[i]
		e := entry{
			of: o, name: o.Name.Best(words.Current()), place: r.places.Name(o.Municipality),
			inForce: inForce[o.ID], ended: o.EndedBy(r.calendar.Today),
		}
		if now := currentContacts(*o, r.calendar.Today); len(now) > 0 {
			e.contact = now[0].Name
		}
		e.keys.name, e.keys.place = model.SortKey(e.name), model.SortKey(e.place)
		out[i] = e
	}
	return out
}

// currentContacts are those who have not left, in their order.
func currentContacts(o model.Organisation, today model.Date) []model.Contact {
	return slices.DeleteFunc(slices.Clone(o.Contacts), func(c model.Contact) bool { return c.FormerOn(today) })
}

// engaged is the code of how it stands with agreements, for the filter and the chips.
func (e entry) engaged() string {
	switch {
	case e.ended:
		return "ended"
	case e.inForce > 0:
		return "in_force"
	default:
		return "without"
	}
}

// chip says how it stands with agreements, so short that the name beside it has room.
func (e entry) chip() kit.Chip {
	return kit.Chip{Word: words.N("organisations.chip."+e.engaged(), e.inForce), Tone: engagedTones[e.engaged()]}
}

// pageChip says it in full.
func (e entry) pageChip() kit.Chip {
	return kit.Chip{Word: words.N("organisations.page_chip."+e.engaged(), e.inForce), Tone: engagedTones[e.engaged()]}
}

var engagedTones = map[string]kit.Tone{"ended": kit.Past, "in_force": kit.OK, "without": kit.Attention}

// row is the line of the list.
func (e entry) row() kit.Row[entry] {
	search := []string{e.of.Name.Fi, e.of.Name.Sv, e.of.Name.En, e.place, e.of.Municipality.Name, e.of.BusinessID, e.of.Address.Town, e.of.CoreTask}
	for _, c := range e.of.Contacts {
		search = append(search, c.Name)
	}
	return kit.Row[entry]{
		ID: string(e.of.ID), Name: e.name, Detail: words.Joined(sectorWord(e.of.Sector), e.place, e.contact), Chip: e.chip(),
		Search: model.Fold(strings.Join(search, " ")), Of: e,
	}
}

func sectorWord(s model.Sector) string {
	return words.Capital(words.Code(words.In(words.Current()), "sector", s))
}

func languageWord(l model.Language) string {
	return words.Capital(words.Code(words.In(words.Current()), "language", l))
}

// filters are those of the register; what an organisation does not say keeps it out of that filter.
func filters() []kit.Filter[entry] {
	one := func(code string) []string {
		if code == "" {
			return nil
		}
		return []string{code}
	}
	var sectors []string
	for _, s := range model.Sectors() {
		sectors = append(sectors, string(s))
	}
	return []kit.Filter[entry]{
		{
			Label: words.T("organisations.filter.agreements"), Codes: []string{"without", "in_force"},
			Of:   func(e entry) []string { return one(e.engaged()) },
			Word: func(c string) string { return words.T("organisations.filter." + c) },
		},
		{
			Label: words.T("organisations.field.sector"), Codes: sectors,
			Of:   func(e entry) []string { return one(string(e.of.Sector)) },
			Word: func(c string) string { return sectorWord(model.Sector(c)) },
		},
		{
			Label: words.T("organisations.field.municipality"),
			Of:    func(e entry) []string { return one(e.place) },
			Word:  func(c string) string { return c },
		},
		{
			Label: words.T("organisations.filter.language"),
			Of:    func(e entry) []string { return one(string(e.of.Language)) },
			Word:  func(c string) string { return languageWord(model.Language(c)) },
		},
	}
}

// sorts are the orders of the register, each by name where it says nothing.
func sorts() []kit.Sort[entry] {
	byName := func(a, b kit.Row[entry]) int { return strings.Compare(a.Of.keys.name, b.Of.keys.name) }
	sector := func(r kit.Row[entry]) int { return slices.Index(model.Sectors(), r.Of.of.Sector) }
	return []kit.Sort[entry]{
		{Label: words.T("organisations.sort.name"), Compare: byName},
		{Label: words.T("organisations.field.sector"), Compare: func(a, b kit.Row[entry]) int {
			return cmp.Or(sector(a)-sector(b), byName(a, b))
		}},
		{Label: words.T("organisations.field.municipality"), Compare: func(a, b kit.Row[entry]) int {
			if (a.Of.place == "") != (b.Of.place == "") {
				return cmp.Compare(len(b.Of.place), len(a.Of.place)) // those without one come last
			}
			return cmp.Or(strings.Compare(a.Of.keys.place, b.Of.keys.place), byName(a, b))
		}},
	}
}

// list gives the organisations as the list shows them.
func (s *Screen) list() {
	rows := kit.Shown(s.register, func(e entry) lists.Organisation {
		return lists.Organisation{Of: e.of, Municipality: e.place, InForce: e.inForce}
	})
	s.desk.Give(s.desk.About(s.register.Narrowed()).Organisations(rows))
}
