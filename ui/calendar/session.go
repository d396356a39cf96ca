package calendar

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// panel is the page of one session beside the grid, or what stands in its place: a form, or the search for a substitute.
type panel struct {
	s     *Screen
	done  func() // closes the panel
	id    model.ID
	x     sitting
	rules model.ReadinessRules

	root *fyne.Container
	page *kit.PageView
	part panelPart // nil while the page is shown
}

// panelPart stands in the place of the page: a form.Sheet, or a list.
type panelPart interface {
	Content() fyne.CanvasObject
	FocusFirst()
	Changed() bool                 // something would be lost
	Save() (id string, saved bool) // saves, or shows why not; id is that of the session to show afterwards
}

// goer is a part that takes back what it said when it goes.
type goer interface{ Gone() }

// newPanel makes the panel of a session; one with an empty ID is new, and its form is open. done closes the panel.
func newPanel(s *Screen, session model.Session, done func()) *panel {
	p := &panel{s: s, done: done, id: session.ID, root: container.NewStack()}
	if session.ID == "" {
		p.x.of = session
		p.open(newSessionForm(p, session, true))
		return p
	}
	p.Reload()
	return p
}

// Content is the panel.
func (p *panel) Content() fyne.CanvasObject { return p.root }

// Reload reads the session again; an open form is left alone. A session that is gone closes the panel.
func (p *panel) Reload() {
	if p.id == "" {
		return
	}
	err := p.read()
	switch {
	case p.part != nil:
		if l, ok := p.part.(*substituteList); ok && err == nil {
			l.reload()
		}
	case model.CodeOf(err) == model.CodeNotFound:
		p.done()
	case err != nil:
		p.s.desk.Fail(err, nil)
	default:
		p.showPage()
	}
}

func (p *panel) read() error {
	ctx := context.Background()
	x, err := p.s.readSitting(ctx, p.id)
	if err != nil {
		return err
	}
	if x.of.StatusOn(p.s.records.Today) == model.StatusAhead { // of what is over, readiness says nothing
		if p.rules, err = readRules(ctx, p.s.store); err != nil {
			return err
		}
	}
	p.x = x
	return nil
}

// open shows a part in the place of the page.
func (p *panel) open(x panelPart) {
	p.part, p.page = x, nil
	p.show(x.Content())
	x.FocusFirst()
}

func (p *panel) show(o fyne.CanvasObject) {
	p.root.Objects = []fyne.CanvasObject{o}
	p.root.Refresh()
}

// back shows the page again; a panel without a session to show closes.
func (p *panel) back() {
	if g, ok := p.part.(goer); ok {
		g.Gone()
	}
	p.part = nil
	if p.id == "" {
		p.done()
		return
	}
	week := p.x.of.Date.Monday()
	p.Reload()
	p.FocusPage()
	if now := p.x.of.Date.Monday(); now != week {
		p.s.desk.Open(model.KindSession, p.id) // the grid follows the session into another week
	}
}

// showPage makes the page anew, under a bar that leads to the session before and after it and closes the panel.
func (p *panel) showPage() {
	p.page = p.makePage()
	icon := func(key string, icon fyne.Resource, do func()) *kit.Button {
		b := kit.NewQuietButton("", icon, do)
		b.SetLabel(words.T(key))
		return b
	}
	bar := container.NewHBox(
		icon("calendar.session.previous", theme.NavigateBackIcon(), func() { p.Step(-1) }),
		icon("calendar.session.next", theme.NavigateNextIcon(), func() { p.Step(1) }),
		layout.NewSpacer(), icon("kit.close", theme.CancelIcon(), p.done),
	)
	// the layout by itself, because container.NewBorder puts the bar last for Tab
	p.show(container.New(layout.NewBorderLayout(bar, nil, nil, nil), bar, p.page))
}

// FocusPage gives the keyboard to the page or to the form.
func (p *panel) FocusPage() {
	switch {
	case p.part != nil:
		p.part.FocusFirst()
	case p.page != nil:
		p.page.FocusFirst()
	}
}

// Edit opens the form of the session.
func (p *panel) Edit() {
	if p.part == nil && p.id != "" {
		p.openForm("")
	}
}

// openForm opens the form with the keyboard in a field, in the first one for an empty name.
func (p *panel) openForm(field string) {
	f := newSessionForm(p, p.x.of, false)
	p.open(f)
	if field != "" {
		f.Focus(field)
	}
}

// Save saves the open form.
func (p *panel) Save() {
	if p.part != nil && p.saved() {
		p.back()
	}
}

// saved saves what stands in the place of the page, and remembers which session is shown afterwards.
func (p *panel) saved() bool {
	id, ok := p.part.Save()
	if ok {
		p.id = model.ID(id)
	}
	return ok
}

// FormOpen reports whether a form stands in the place of the page.
func (p *panel) FormOpen() bool { return p.part != nil }

// Leave goes back from a form to the page, asking when something changed, and from the page out of the panel.
func (p *panel) Leave() {
	if p.part == nil {
		p.done()
		return
	}
	p.away(p.back)
}

// MayLeave does then, after asking what is to become of unsaved changes.
func (p *panel) MayLeave(then func()) {
	p.away(func() {
		if p.part != nil {
			p.back()
		}
		then()
	})
}

// away does then when there is nothing to lose, or after what there is was saved or given up.
func (p *panel) away(then func()) {
	if p.part == nil || !p.part.Changed() {
		then()
		return
	}
	p.s.desk.Dialogs.Choose(words.T("kit.unsaved.title"), words.T("kit.unsaved.text"),
		kit.Choice{Label: words.T("kit.unsaved.stay"), Cancel: true},
		kit.Choice{Label: words.T("kit.unsaved.discard"), Do: then},
		kit.Choice{Label: words.T("kit.unsaved.save"), Default: true, Do: func() {
			if p.saved() {
				then()
			}
		}})
}

// Step shows the session of the group before (−1) or after (+1) this one, in its week.
func (p *panel) Step(delta int) {
	if p.part != nil {
		return
	}
	if id := p.x.beside(delta); id != "" {
		p.s.desk.Open(model.KindSession, id)
	}
}
