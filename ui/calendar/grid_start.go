package calendar

import (
	"fyne.io/fyne/v2"

	"kumppani/model"
	"kumppani/ui/kit"
	"kumppani/ui/words"
)

// firstStep is what must be there before the calendar can have a session: a place, a group, and a season to plan. It
// is named as calendar.grid.start. names it, and empty when all are there.
func (r *records) firstStep() (name string, kind model.Kind) {
	switch {
	case len(r.Places) == 0:
		return "place", model.KindPlace
	case len(r.Groups) == 0:
		return "group", model.KindGroup
	case len(r.Seasons) == 0:
		return "season", model.KindSeason
	}
	return "", ""
}

// showStart says above the grid what to do first, with the way there.
func (b *gridBar) showStart() {
	b.start.Objects = nil
	if name, kind := b.s.records.firstStep(); name != "" {
		b.start.Objects = []fyne.CanvasObject{kit.NewBanner(kit.NextStep{
			Text: words.T("calendar.grid.start." + name), Verb: words.T("calendar.grid.start." + name + ".verb"),
			Do: func() { b.s.desk.Open(kind, "") },
		})}
	}
	b.start.Hidden = len(b.start.Objects) == 0
	b.start.Refresh()
}
