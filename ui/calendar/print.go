package calendar

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// askPrint asks which document of the calendar to print. Those of the view at the front come first.
func (s *Screen) askPrint() {
	if _, err := s.read(); err != nil {
		s.desk.Fail(err, nil)
		return
	}
	type choice struct {
		key string
		ask func()
	}
	all := []choice{
		{"calendar", s.askCalendar},
		{"poster", s.askPoster},
		{"door_sign", s.askDoorSign},
		{"duties", s.askDuties},
		{"counting_sheet", s.askCountingSheet},
		{"export", s.askExport},
	}
	first := map[int]string{countTab: "counting_sheet", dutiesTab: "duties"}[s.Current()]
	slices.SortStableFunc(all, func(a, b choice) int {
		switch {
		case a.key == first && b.key != first:
			return -1
		case b.key == first && a.key != first:
			return 1
		default:
			return 0
		}
	})
	list := container.NewVBox()
	var closeList func()
	for _, c := range all {
		b := kit.NewButton(words.T("calendar.print.what."+c.key), nil, func() {
			closeList()
			c.ask()
		})
		b.Alignment = widget.ButtonAlignLeading
		list.Add(b)
	}
	closeList = s.desk.Dialogs.Show(words.T("calendar.print.title"), list, kit.Choice{Label: words.T("kit.cancel"), Cancel: true})
}

// office is what a document takes from around the calendar.
func (s *Screen) office() paper.Office {
	return paper.Office{Today: s.records.Today, Centre: s.records.Centre, Organisations: s.records.OrganisationOf}
}

// paperFacts is what a document takes from the registers.
func (r *records) paperFacts() paper.MeetingFacts {
	return paper.MeetingFacts{Groups: r.GroupOf, Places: r.PlaceOf, Leaders: r.LeaderOf, Policy: r.Policy, Closures: r.Closures}
}

// builder builds a document.
type builder func(paper.Office, paper.MeetingFacts) paper.Document

// print shows the document that build builds.
func (s *Screen) print(build builder) {
	s.desk.Print(func() (desk.Sheet, error) { return paper.Render(build(s.office(), s.records.paperFacts())) })
}

// weekSessions reads the sessions of a place in the week of a Monday.
func (s *Screen) weekSessions(ctx context.Context, place model.ID, monday model.Date) ([]model.Session, error) {
	all, err := s.store.Sessions(ctx, monday, monday.AddDays(6))
	return slices.DeleteFunc(all, func(x model.Session) bool { return x.PlaceID != place }), err
}
