package meetings

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// staleDays is after how many days a partner's calendar should be read again: by then it has other times.
const staleDays = 60

// partnersView is the register of partners' calendars, which are read from files and looked at for collisions.
type partnersView struct {
	s        *Screen
	register *kit.RegisterView[*model.PartnerCalendar]
}

func newPartnersView(s *Screen) *partnersView {
	v := &partnersView{s: s}
	v.register = kit.Register[*model.PartnerCalendar]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.askFile(model.PartnerCalendar{}) },
		NewLabel: words.T("partners.read"),
		Empty:    words.T("partners.empty"),
		Search:   words.T("partners.search"),
		Filters:  v.filters(),
		Sorts:    partnerSorts(),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { s.desk.Fail(err, nil) },
	}.View(s.desk.Dialogs)
	return v
}

func (v *partnersView) Content() fyne.CanvasObject { return v.register }
func (v *partnersView) Reload()                    { v.register.Reload() }
func (v *partnersView) FocusSearch()               { v.register.FocusSearch() }
func (v *partnersView) New()                       { v.register.New() }
func (v *partnersView) Edit()                      { v.register.Edit() }
func (v *partnersView) Save()                      { v.register.Save() }
func (v *partnersView) List()                      { v.register.List() }
func (v *partnersView) Leave()                     { v.register.Leave() }
func (v *partnersView) Step(delta int)             { v.register.Step(delta) }
func (v *partnersView) FormOpen() bool             { return v.register.FormOpen() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *partnersView) MayLeave(then func()) { v.register.Away(then) }

// Open shows the page of a partner's calendar.
func (v *partnersView) Open(id model.ID) { v.register.Select(string(id)) }

func (v *partnersView) rows() ([]kit.Row[*model.PartnerCalendar], error) {
	r, err := v.s.read()
	if err != nil {
		return nil, err
	}
	in := words.In(words.Current())
	out := make([]kit.Row[*model.PartnerCalendar], len(r.partners))
	for i := range r.partners {
		c := &r.partners[i]
		out[i] = kit.Row[*model.PartnerCalendar]{
			ID: string(c.ID), Name: c.Name, Chip: partnerChip(*c, r.Today), Of: c,
			Detail: words.Joined(r.partnerPlace(*c), in.DateRange(c.From, c.Until), words.N("partners.events", c.Events)),
			Search: model.Fold(strings.Join([]string{c.Name, r.partnerPlace(*c), c.File}, " ")),
		}
	}
	return out, nil
}

// partnerPlace is the place whose use a calendar tells of, or that there is none.
func (r *records) partnerPlace(c model.PartnerCalendar) string {
	if c.PlaceID == "" {
		return words.T("partners.no_place")
	}
	return r.PlaceName(c.PlaceID)
}

// stale reports whether a calendar was read so long ago that it should be read again.
func stale(c model.PartnerCalendar, today model.Date) bool {
	return c.ReadOn.DaysUntil(today) > staleDays
}

// partnerChip says how far a calendar can be trusted on the day.
func partnerChip(c model.PartnerCalendar, today model.Date) kit.Chip {
	switch {
	case c.Until.Before(today):
		return kit.Chip{Word: words.T("partners.over"), Tone: kit.Past}
	case stale(c, today):
		return kit.Chip{Word: words.T("partners.stale"), Tone: kit.Attention}
	default:
		return kit.Chip{Word: words.T("partners.fresh"), Tone: kit.OK}
	}
}

func (v *partnersView) filters() []kit.Filter[*model.PartnerCalendar] {
	return []kit.Filter[*model.PartnerCalendar]{{
		Label: words.T("partners.field.place"),
		Of:    func(c *model.PartnerCalendar) []string { return []string{v.s.records.partnerPlace(*c)} },
		Word:  func(c string) string { return c },
	}}
}

// partnerSorts are the orders: by name, and the one first that was read the longest ago.
func partnerSorts() []kit.Sort[*model.PartnerCalendar] {
	type row = kit.Row[*model.PartnerCalendar]
	name := func(a, b row) int { return cmp.Compare(model.SortKey(a.Name), model.SortKey(b.Name)) }
	return []kit.Sort[*model.PartnerCalendar]{
		{Label: words.T("partners.sort.name"), Compare: name},
		{Label: words.T("partners.sort.read"), Compare: func(a, b row) int {
			return cmp.Or(a.Of.ReadOn.Compare(b.Of.ReadOn), name(a, b))
		}},
	}
}
