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

// New makes the screen and reads what it shows.
func New(d *desk.Desk, store Store) *Screen {
	s := &Screen{desk: d, store: store, content: container.NewStack()}
	s.Reload()
	return s
}

// Content is the screen on the window.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// MayLeave does then: there is nothing to lose on Home.
func (s *Screen) MayLeave(then func()) { then() }

// Reload computes everything again.
func (s *Screen) Reload() {
	page, err := s.page(context.Background())
	if err != nil {
		s.desk.Fail(err, nil)
		return
	}
	s.content.Objects = []fyne.CanvasObject{page}
	s.content.Refresh()
}

func (s *Screen) page(ctx context.Context) (fyne.CanvasObject, error) {
	centre, err := s.store.Centre(ctx)
	if err != nil {
		return nil, err
	}
	all, err := s.store.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	organisations, err := s.store.Organisations(ctx)
	if err != nil {
		return nil, err
	}
	due, err := s.store.DueContributions(ctx)
	if err != nil {
		return nil, err
	}
	today := s.desk.Today()
	calendar := model.Calendar{Today: today, LeadDays: centre.LeadDays, Successors: model.SuccessorsOf(all)}
	directory := model.DirectoryOf(organisations)
	in := words.In(words.Current())
	page := kit.Page{
		Title:    words.T("home.title"),
		Subtitle: in.Weekday(today.Weekday()) + " " + in.Date(today) + " · " + centre.Name.Best(words.Current()),
	}
	if len(all) == 0 {
		page.Sections = append(page.Sections, s.beginning())
		return page.View(), nil
	}
	groups := groupsOf(model.Agenda(all, due, directory, calendar), directory, calendar)
	for _, g := range groups {
		page.Sections = append(page.Sections, kit.Section(words.N("home.matter."+string(g.matter), len(g.lines)), s.lines(g)))
	}
	if len(groups) == 0 {
		page.Sections = append(page.Sections, kit.Section(words.T("home.all_well.title"), kit.NewText(words.T("home.all_well"))))
	}
	return page.View(), nil
}

// beginning is Home before there is anything to look after.
func (s *Screen) beginning() fyne.CanvasObject {
	first := kit.NewPrimaryButton(words.T("home.begin.organisation"), nil, func() { s.desk.Open(model.KindOrganisation, "") })
	then := kit.NewButton(words.T("home.begin.agreement"), nil, func() { s.desk.Open(model.KindAgreement, "") })
	return kit.Section(words.T("home.begin.title"), container.NewVBox(
		kit.NewText(words.T("home.begin")), container.NewHBox(first, then)))
}

// shownLines is how many lines of one matter are shown before the rest is put behind a button.
const shownLines = 12

func (s *Screen) lines(g group) fyne.CanvasObject {
	box := container.NewVBox()
	add := func(lines []line) {
		for _, x := range lines {
			box.Add(s.line(x))
		}
	}
	add(g.lines[:min(len(g.lines), shownLines)])
	if rest := g.lines[len(box.Objects):]; len(rest) > 0 {
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
