package leaders

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// review shows, in the place of the page, what could be removed today. Each line has its own button; nothing is removed
// by itself.
func (s *Screen) review() {
	r := &reviewing{s: s, place: container.NewStack()}
	r.build()
	leave := container.NewPadded(container.NewHBox(kit.NewButton(words.T("kit.close"), nil, s.register.Leave)))
	content := container.New(layout.NewBorderLayout(nil, leave, nil, nil), r.place, leave)
	s.register.OpenForm(kit.EditForm{
		Content: content, First: r.first,
		Changed: func() bool { return false },
		Save:    func() (string, bool) { return "", false }, // each line is done by itself
	})
}

// reviewing is the list on the screen.
type reviewing struct {
	s     *Screen
	place *fyne.Container
	first fyne.Focusable
}

// build makes the lines anew.
func (r *reviewing) build() {
	view := kit.NewForm()
	r.first = nil
	view.Section(words.T("leaders.reviewing.title"))
	view.Add(kit.NewText(words.N("leaders.reviewing.text", r.s.records.policy.KeepMonths)))
	all := r.s.removals()
	if len(all) == 0 {
		view.Add(kit.Notice(kit.OK, words.T("leaders.reviewing.none")))
	}
	for _, x := range all {
		buttons := container.NewHBox()
		for _, a := range r.actions(x) {
			b := kit.NewButton(a.Label, nil, a.Do)
			if r.first == nil {
				r.first = b
			}
			buttons.Add(b)
		}
		view.Add(kit.Section(r.s.removalName(x), container.NewVBox(kit.NewText(removalReason(x)), buttons)))
	}
	r.place.Objects = []fyne.CanvasObject{view}
	r.place.Refresh()
}

// done makes the lines anew after one of them was settled.
func (r *reviewing) done() {
	r.s.Reload()
	r.build()
	if r.first != nil && kit.OnScreen(r.place) { // a person may have gone on meanwhile
		kit.Focus(r.first)
	}
}

// actions are what can be done about a proposal: remove what it names, and look at the record first.
func (r *reviewing) actions(x model.Removal) []kit.Action {
	s := r.s
	if x.Reason == model.RemoveOutsiders {
		return []kit.Action{
			{Label: words.T("leaders.reviewing.outsiders"), Do: func() { r.confirm("outsiders", func() { r.forgetOutsiders(x.EventID) }) }},
			{Label: words.T("leaders.reviewing.open_event"), Do: func() { s.desk.Open(model.KindEvent, x.EventID) }},
		}
	}
	l, _ := s.records.leader(x.LeaderID)
	open := kit.Action{Label: words.T("leaders.reviewing.open"), Do: func() { s.Open(l.ID) }}
	if x.Reason == model.RemoveCheck {
		today := s.desk.Today()
		return []kit.Action{{Label: words.T("leaders.reviewing.check"), Do: func() {
			r.confirm("check", func() {
				if s.update(l.ID, words.T("leaders.reviewing.check.done"), func(l *model.Leader) error {
					l.Tasks = l.WithoutOldChecks(today)
					return nil
				}) {
					r.done()
				}
			})
		}}, open}
	}
	return []kit.Action{{Label: words.T("leaders.reviewing.person"), Do: func() { s.askRemoval(l, r.done) }}, open}
}

// confirm asks before something is removed; what names the words.
func (r *reviewing) confirm(what string, do func()) {
	r.s.desk.Dialogs.Confirm(words.T("leaders.reviewing."+what+".title"), words.T("leaders.reviewing."+what+".text"),
		words.T("leaders.reviewing."+what), true, do)
}

// forgetOutsiders takes the names and the feedback of participants who are not in the register out of an event.
func (r *reviewing) forgetOutsiders(event model.ID) {
	r.s.removeNow(words.T("leaders.reviewing.outsiders.done"), func(ctx context.Context) error {
		return r.s.store.ForgetOutsiders(ctx, event)
	}, r.done)
}

// removals are what is proposed to be removed today.
func (s *Screen) removals() []model.Removal {
	return model.ReviewOn(s.desk.Today(), s.records.leaders, s.records.events, s.records.policy)
}

// removalName is whom or what a proposal is about.
func (s *Screen) removalName(x model.Removal) string {
	if x.Reason != model.RemoveOutsiders {
		l, _ := s.records.leader(x.LeaderID)
		return s.name(l)
	}
	in := words.In(words.Current())
	for _, e := range s.records.events {
		if e.ID == x.EventID {
			return words.Joined(e.Name(s.records.taught, words.Current()), in.DateRange(e.FirstDay(), e.LastDay()))
		}
	}
	return ""
}

func removalReason(x model.Removal) string {
	in := words.In(words.Current())
	return words.T("leaders.reviewing.reason", "reason", words.Capital(words.Code(in, "removal.reason", x.Reason)), "since", in.Date(x.Since))
}
