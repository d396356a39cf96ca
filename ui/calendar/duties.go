package calendar

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// dutiesView says who leads what in a season, whether the work is shared fairly, and which sessions lack a half of the
// pair.
type dutiesView struct {
	s        *Screen
	season   model.ID // empty = the one of the day that is shown
	sessions []model.Session
	duties   []model.Duty
	open     string // the row whose page is open
	whole    string // the row of which all sessions are listed

	choice   *kit.Select[model.ID]
	register *kit.RegisterView[dutyEntry]
	root     fyne.CanvasObject
}

func newDutiesView(s *Screen) *dutiesView {
	v := &dutiesView{s: s}
	v.choice = kit.NewSelect[model.ID](nil)
	v.choice.Required = true
	v.choice.SetLabel(words.T("calendar.duties.season"))
	v.choice.OnChanged = func() {
		v.season, _ = v.choice.Value()
		v.register.Reload()
	}
	v.register = kit.Register[dutyEntry]{
		Rows:    v.rows,
		Open:    v.page,
		Empty:   words.T("calendar.duties.empty"),
		Search:  words.T("calendar.duties.search"),
		Filters: v.filters(),
		Sorts:   dutySorts(),
		Fold:    model.Fold,
		List:    v.giveList,
		Failed:  func(err error) { s.desk.Fail(err, nil) },
	}.View(s.desk.Dialogs)
	label := widget.NewLabel(words.T("calendar.duties.season"))
	room := container.NewGridWrap(fyne.NewSize(300, v.choice.MinSize().Height), v.choice)
	top := container.New(layout.NewCustomPaddedLayout(4, 0, 8, 8), container.NewHBox(label, room))
	v.root = container.New(layout.NewBorderLayout(top, nil, nil, nil), top, v.register)
	return v
}

func (v *dutiesView) Content() fyne.CanvasObject { return v.root }
func (v *dutiesView) Reload()                    { v.register.Reload() }
func (v *dutiesView) FocusSearch()               { v.register.FocusSearch() }
func (v *dutiesView) FocusPage()                 { v.register.FocusPage() }
func (v *dutiesView) List()                      { v.register.List() }
func (v *dutiesView) Leave()                     { v.register.Leave() }
func (v *dutiesView) Step(delta int)             { v.register.Step(delta) }

// MayLeave does then; there is nothing to lose.
func (v *dutiesView) MayLeave(then func()) { v.register.Away(then) }

// read reads the sessions of the chosen season, or of the one of the day that is shown.
func (v *dutiesView) read() error {
	r, err := v.s.read()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(r.Seasons, func(x model.Season) bool { return x.ID == v.season }) {
		now, _ := r.Season(v.s.day)
		if now.ID == "" && len(r.Seasons) > 0 {
			now = r.Seasons[0] // all are over
		}
		v.season = now.ID
	}
	v.choice.SetOptions(r.seasonOptions())
	v.sessions, v.duties = nil, nil
	if v.season == "" {
		v.choice.SetHint(words.T("calendar.duties.no_season"))
		return nil
	}
	v.choice.SetValue(v.season)
	if v.sessions, err = v.s.store.SeasonSessions(context.Background(), v.season); err == nil {
		v.duties = model.Duties(v.sessions, r.LeaderOf, v.s.desk.Today())
	}
	return err
}
