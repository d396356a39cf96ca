// Package home is the first screen: what needs attention today, what hurts first, each line leading to the record that
// settles it.
//
// What does not live here: the rules of what needs attention (model.Agenda).
package home

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// Store is what Home reads.
type Store interface {
	model.Centres
	model.Organisations
	model.Agreements
}

// Screen is Home.
type Screen struct {
	desk    *desk.Desk
	store   Store
	content *fyne.Container
}

// New makes the screen. What it shows first comes from ahead; nil reads it now.
func New(d *desk.Desk, store Store, ahead Ahead) *Screen {
	s := &Screen{desk: d, store: store, content: container.NewStack()}
	if ahead == nil {
		s.Reload()
		return s
	}
	r, err := ahead()
	s.show(r, err)
	return s
}

// Content is the screen on the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// MayLeave does then: there is nothing to lose on Home.
func (s *Screen) MayLeave(then func()) { then() }

// Reload computes everything again.
func (s *Screen) Reload() { s.show(read(context.Background(), s.store, s.desk.Today())) }

func (s *Screen) show(r reading, err error) {
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.content.Objects = []fyne.CanvasObject{s.page(r)}
	s.content.Refresh()
}

func (s *Screen) page(r reading) fyne.CanvasObject {
	in := words.In(words.Current())
	page := kit.Page{
		Title:    words.T("home.title"),
		Subtitle: in.Weekday(r.calendar.Today.Weekday()) + " " + in.Date(r.calendar.Today) + " · " + r.centre.Name.Best(words.Current()),
	}
	if r.empty {
		page.Sections = append(page.Sections, s.beginning())
		return page.View()
	}
	groups := groupsOf(r.agenda)
	for _, g := range groups {
		page.Sections = append(page.Sections,
			kit.Section(words.N("home.matter."+string(g.matter), len(g.items)), s.lines(g, share(groups), r)))
	}
	if len(groups) == 0 {
		page.Sections = append(page.Sections, kit.Section(words.T("home.all_well.title"), kit.NewText(words.T("home.all_well"))))
	}
	return page.View()
}

// beginning is Home before there is anything to look after.
func (s *Screen) beginning() fyne.CanvasObject {
	first := kit.NewPrimaryButton(words.T("home.begin.organisation"), nil, func() { s.desk.Open(model.KindOrganisation, "") })
	then := kit.NewButton(words.T("home.begin.agreement"), nil, func() { s.desk.Open(model.KindAgreement, "") })
	meet := kit.NewButton(words.T("home.begin.place"), nil, func() { s.desk.Open(model.KindPlace, "") })
	return kit.Section(words.T("home.begin.title"), kit.Column(
		kit.NewText(words.T("home.begin")), kit.Flow(first, then, meet)))
}

// screenful is about how many lines are read at a glance. Each matter has its share of them, two at least; the rest of a
// matter is behind a button.
const screenful = 24

func share(groups []group) int { return max(2, screenful/max(len(groups), 1)) }

func (s *Screen) lines(g group, most int, r reading) fyne.CanvasObject {
	box := container.NewVBox()
	add := func(items []model.AgendaItem) {
		for _, x := range items {
			box.Add(s.line(lineOf(x, r.organisations, r.calendar)))
		}
	}
	add(g.items[:min(len(g.items), most)])
	if rest := g.items[len(box.Objects):]; len(rest) > 0 {
		var more *kit.Button
		more = kit.NewQuietButton(words.N("home.more", len(rest)), nil, func() {
			box.Remove(more)
			add(rest)
		})
		box.Add(more)
	}
	return box
}

func (s *Screen) line(x line) fyne.CanvasObject {
	link := kit.NewLink(x.title, func() { s.desk.Open(model.KindAgreement, x.id) })
	detail := kit.NewText(x.detail)
	detail.Importance = widget.LowImportance
	chip := container.NewCenter(container.NewGridWrap(fyne.NewSize(chipWidth, chipHeight), kit.NewStateChip(x.chip)))
	return container.NewBorder(nil, nil, chip, nil, container.NewGridWithColumns(2, link, detail))
}

// The chips of all lines are of one width, so that the titles stand in one column.
const (
	chipWidth  = 150
	chipHeight = 22
)
