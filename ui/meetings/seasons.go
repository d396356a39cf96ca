package meetings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// countedSeasons is of how many seasons, the latest, the list says how many sessions there are; the others say so on
// their pages. To count them all would read every session there ever was.
const countedSeasons = 4

// seasonsView is the register of seasons, or the dry run of one in its place.
type seasonsView struct {
	s        *Screen
	register *kit.RegisterView[seasonEntry]
	plan     *planView // nil while the register is shown
	root     *fyne.Container
}

func newSeasonsView(s *Screen) *seasonsView {
	v := &seasonsView{s: s}
	v.register = kit.Register[seasonEntry]{
		Rows:     v.rows,
		Open:     v.page,
		New:      func() { v.openForm(model.Season{Eves: true}, true) },
		NewLabel: words.T("meetings.season.new"),
		Empty:    words.T("meetings.season.empty"),
		Search:   words.T("meetings.season.search"),
		Fold:     model.Fold,
		List:     v.list,
		Failed:   func(err error) { s.desk.Fail(err, nil) },
	}.View(s.desk.Dialogs)
	v.root = container.NewStack(v.register)
	return v
}

// Content is the view on the screen.
func (v *seasonsView) Content() fyne.CanvasObject { return v.root }

// Reload reads the records again; an open form is left alone, and what was decided in a dry run stays.
func (v *seasonsView) Reload() {
	if v.plan != nil {
		v.plan.reload()
		return
	}
	v.register.Reload()
}

// MayLeave does then, after asking what is to become of unsaved changes or of a plan that is not written.
func (v *seasonsView) MayLeave(then func()) {
	if v.plan == nil {
		v.register.Away(then)
		return
	}
	v.plan.mayLeave(func() {
		v.closePlan()
		then()
	})
}

// Open shows the page of a season.
func (v *seasonsView) Open(id model.ID) {
	v.MayLeave(func() { v.register.Select(string(id)) })
}

// openPlan shows the dry run of a season in the place of the register.
func (v *seasonsView) openPlan(season model.Season) {
	p, err := newPlanning(v.s, season)
	if err != nil {
		v.s.desk.Fail(err, nil)
		return
	}
	v.plan = newPlanView(v, p)
	v.root.Objects = []fyne.CanvasObject{v.plan.content}
	v.root.Refresh()
	kit.Focus(v.plan.list)
}

// closePlan gives the place of the dry run back to the register.
func (v *seasonsView) closePlan() {
	v.plan = nil
	v.root.Objects = []fyne.CanvasObject{v.register}
	v.root.Refresh()
	v.register.Reload()
}

// New begins a new season.
func (v *seasonsView) New() { v.MayLeave(v.register.New) }

// Edit opens the form of the season whose page is shown.
func (v *seasonsView) Edit() {
	if v.plan == nil {
		v.register.Edit()
	}
}

// Save saves the open form, or writes the plan.
func (v *seasonsView) Save() {
	if v.plan != nil {
		v.plan.write()
		return
	}
	v.register.Save()
}

// Leave goes back from a dry run to the register, closes the open form, or goes back to the list.
func (v *seasonsView) Leave() {
	if v.plan != nil {
		v.MayLeave(func() {})
		return
	}
	v.register.Leave()
}

// List prints or saves the list of seasons.
func (v *seasonsView) List() {
	if v.plan == nil {
		v.register.List()
	}
}

// Step opens the page of the season before (−1) or after (+1) in the list.
func (v *seasonsView) Step(delta int) {
	if v.plan == nil {
		v.register.Step(delta)
	}
}

// FocusSearch gives the keyboard to the search, or to the choice of groups of a dry run.
func (v *seasonsView) FocusSearch() {
	if v.plan != nil {
		kit.Focus(v.plan.groups.Focusable())
		return
	}
	v.register.FocusSearch()
}

// FormOpen reports whether a form is open.
func (v *seasonsView) FormOpen() bool { return v.register.FormOpen() }

// seasonEntry is a season as the list sees it.
type seasonEntry struct{ of *model.Season }

func (v *seasonsView) rows() ([]kit.Row[seasonEntry], error) {
	r, err := v.s.read()
	if err != nil {
		return nil, err
	}
	in := words.In(words.Current())
	out := make([]kit.Row[seasonEntry], len(r.Seasons))
	for i := range r.Seasons {
		x := &r.Seasons[i]
		row := kit.Row[seasonEntry]{
			ID: string(x.ID), Name: x.Name.Best(words.Current()), Detail: in.DateRange(x.From, x.Until), Chip: seasonChip(*x, r.Today),
			Search: model.Fold(x.Name.Fi + " " + x.Name.Sv + " " + x.Name.En), Of: seasonEntry{x},
		}
		if i < countedSeasons {
			n, err := v.count(x.ID)
			if err != nil {
				return nil, err
			}
			row.Detail = words.Joined(row.Detail, n.say())
			if n.all() == 0 && !x.Until.Before(r.Today) {
				row.Chip = kit.Chip{Word: words.T("meetings.season.unplanned"), Tone: kit.Attention}
			}
		}
		out[i] = row
	}
	return out, nil
}

// seasonChip says whether the season is over, runs or is to come.
func seasonChip(x model.Season, today model.Date) kit.Chip {
	switch {
	case x.Until.Before(today):
		return kit.Chip{Word: words.T("meetings.season.over"), Tone: kit.Past}
	case x.From.After(today):
		return kit.Chip{Word: words.T("meetings.season.ahead"), Tone: kit.Waiting}
	default:
		return kit.Chip{Word: words.T("meetings.season.running"), Tone: kit.OK}
	}
}

// sessionTally counts sessions by where they stand.
type sessionTally map[model.SessionStatus]int

// count counts the sessions of a season.
func (v *seasonsView) count(season model.ID) (sessionTally, error) {
	all, err := v.s.store.SeasonSessions(context.Background(), season)
	if err != nil {
		return nil, err
	}
	n, today := sessionTally{}, v.s.desk.Today()
	for i := range all {
		n[all[i].StatusOn(today)]++
	}
	return n, nil
}

func (n sessionTally) all() int {
	sum := 0
	for _, x := range n {
		sum += x
	}
	return sum
}

// sessionStatuses are those of sessions, in the order in which they are told.
func sessionStatuses() []model.SessionStatus {
	return []model.SessionStatus{model.StatusAhead, model.StatusHeld, model.StatusNotEntered, model.StatusCancelled}
}

// say says how many sessions there are and how many of them wait for numbers: "43 kertaa · 5 kirjaamatta"; empty when
// there are none. The page says the rest.
func (n sessionTally) say() string {
	if n.all() == 0 {
		return ""
	}
	waiting := ""
	if w := n[model.StatusNotEntered]; w > 0 {
		waiting = words.N("meetings.season.count.not_entered", w)
	}
	return words.Joined(words.N("meetings.season.count.all", n.all()), waiting)
}
