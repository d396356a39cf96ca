package meetings

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// closuresView is the register of closures.
type closuresView struct {
	s        *Screen
	register *kit.RegisterView[closureEntry]
	beside   *fyne.Container // the public holidays, while no closure is chosen
}

func newClosuresView(s *Screen) *closuresView {
	v := &closuresView{s: s, beside: kit.Column()}
	v.register = kit.Register[closureEntry]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.begin(model.Closure{Scope: model.ClosedMunicipality}) },
		NewLabel: words.T("meetings.closure.new"),
		Empty:    words.T("meetings.closure.empty"),
		Search:   words.T("meetings.closure.search"),
		Filters:  closureFilters(),
		Sorts:    closureSorts(),
		Blank:    besidePage(v.beside),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { s.desk.Fail(err, nil) },
	}.View(s.desk.Dialogs)
	return v
}

func (v *closuresView) Content() fyne.CanvasObject { return v.register }
func (v *closuresView) Reload()                    { v.register.Reload() }
func (v *closuresView) FocusSearch()               { v.register.FocusSearch() }
func (v *closuresView) New()                       { v.register.New() }
func (v *closuresView) Edit()                      { v.register.Edit() }
func (v *closuresView) Save()                      { v.register.Save() }
func (v *closuresView) List()                      { v.register.List() }
func (v *closuresView) Leave()                     { v.register.Leave() }
func (v *closuresView) Step(delta int)             { v.register.Step(delta) }
func (v *closuresView) FormOpen() bool             { return v.register.FormOpen() }

// MayLeave does then, after asking what is to become of unsaved changes.
func (v *closuresView) MayLeave(then func()) { v.register.Away(then) }

// Open shows the page of a closure.
func (v *closuresView) Open(id model.ID) { v.register.Select(string(id)) }

// begin begins a new closure of which something is known already.
func (v *closuresView) begin(c model.Closure) { v.openForm(c, true) }

// closureEntry is a closure as the list, its filters and its orders see it.
type closureEntry struct {
	of        *model.Closure
	concerned string
}

func (v *closuresView) rows() ([]kit.Row[closureEntry], error) {
	r, err := v.s.read()
	if err != nil {
		return nil, err
	}
	v.beside.Objects = r.holidaysAhead()
	v.beside.Refresh()
	in := words.In(words.Current())
	out := make([]kit.Row[closureEntry], len(r.Closures))
	for i := range r.Closures {
		c := &r.Closures[i]
		e := closureEntry{of: c, concerned: r.concerned(*c)}
		out[i] = kit.Row[closureEntry]{
			ID: string(c.ID), Name: c.Reason.Best(words.Current()), Detail: words.Joined(in.DateRange(c.From, c.Until), e.concerned),
			Chip: closureChip(*c, r.Today), Of: e,
			Search: model.Fold(strings.Join([]string{c.Reason.Fi, c.Reason.Sv, c.Reason.En, e.concerned, in.DateRange(c.From, c.Until)}, " ")),
		}
	}
	return out, nil
}

// concerned is what the closure concerns: the municipality, the place, the organiser, or the whole region.
func (r *records) concerned(c model.Closure) string {
	switch c.Scope {
	case model.ClosedMunicipality:
		return r.townName(c.Municipality)
	case model.ClosedPlace:
		return r.PlaceName(c.PlaceID)
	case model.ClosedOrganiser:
		return r.OrganisationName(c.OrganisationID)
	default:
		return words.Code(words.In(words.Current()), "closure.scope", c.Scope)
	}
}

// closureChip says which layer a closure belongs to; one that is in force just now stands out.
func closureChip(c model.Closure, today model.Date) kit.Chip {
	chip := kit.Chip{Word: words.Code(words.In(words.Current()), "closure.scope", c.Scope), Tone: kit.Neutral}
	switch {
	case c.Covers(today):
		chip.Tone = kit.Attention
	case c.Until.Before(today):
		chip.Tone = kit.Past
	}
	return chip
}

func closureFilters() []kit.Filter[closureEntry] {
	return []kit.Filter[closureEntry]{
		{
			Label: words.T("meetings.closure.filter.scope"), Codes: kit.Codes(model.ClosureScopes()),
			Of:   func(e closureEntry) []string { return one(e.of.Scope) },
			Word: func(c string) string { return words.Capital(words.T("closure.scope." + c)) },
		},
		{
			Label: words.T("meetings.closure.concerned"),
			Of:    func(e closureEntry) []string { return one(e.concerned) },
			Word:  func(c string) string { return words.Capital(c) },
		},
		{
			Label: words.T("meetings.closure.year"),
			Of: func(e closureEntry) []string {
				from, until := strconv.Itoa(e.of.From.Year()), strconv.Itoa(e.of.Until.Year())
				return slices.Compact([]string{from, until})
			},
			Word: func(c string) string { return c },
		},
	}
}

// closureSorts are the orders: the latest first; and by layer, from the widest to the narrowest.
func closureSorts() []kit.Sort[closureEntry] {
	type row = kit.Row[closureEntry]
	latest := func(a, b row) int {
		return cmp.Or(b.Of.of.From.Compare(a.Of.of.From), strings.Compare(a.Of.concerned, b.Of.concerned))
	}
	layers := []model.ClosureScope{model.ClosedEverywhere, model.ClosedMunicipality, model.ClosedOrganiser, model.ClosedPlace}
	return []kit.Sort[closureEntry]{
		{Label: words.T("meetings.closure.sort.latest"), Compare: latest},
		{Label: words.T("meetings.closure.sort.layer"), Compare: func(a, b row) int {
			return cmp.Or(slices.Index(layers, a.Of.of.Scope)-slices.Index(layers, b.Of.of.Scope), latest(a, b))
		}},
	}
}
