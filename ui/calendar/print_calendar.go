package calendar

import (
	"context"

	"kumppani/model"
	"kumppani/ui/desk"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// calendarWish is how the families' calendar is to be printed.
type calendarWish struct {
	season    model.ID
	area      model.CalendarArea
	size      paper.PaperSize
	byVillage bool
	tongues   tongues
	changes   bool // tells what has changed since the one that was given out
	remember  bool // this one is given out
}

// askCalendar asks how to print the families' calendar, of what the screen looks at unless said otherwise.
func (s *Screen) askCalendar() {
	r := s.records
	w := &calendarWish{season: s.seasonNow(), area: s.areaNow(), tongues: r.both()}
	w.remember = !r.seasonByID(w.season).Until.Before(r.Today) // nobody gives out the calendar of a season that is over
	b := s.printFields()
	changes := b.Box("changes", "", &w.changes)
	follow := b.Then(func() { s.offerChanges(changes.Input.(*kit.Check), w) })
	fields := kit.NewFields()
	fields.Row(filled(form.OneOf(follow, "season", r.seasonOptions(), &w.season)))
	fields.Row(filled(form.OneOf(follow, "area", s.printAreas(), &w.area)))
	fields.Row(filled(form.OneOf(b, "size", sizeOptions(), &w.size)))
	fields.Row(filled(form.OneOf(b, "order", []kit.Option[bool]{
		{Value: false, Label: words.T("calendar.print.by_weekday")}, {Value: true, Label: words.T("calendar.print.by_village")},
	}, &w.byVillage)))
	fields.Row(filled(form.OneOf(b, "languages", r.tongueOptions(), &w.tongues)))
	fields.Add(changes.Input) // without the room for a label: all is to be seen in a low window
	fields.Add(b.Check("remember", &w.remember).Input)
	s.offerChanges(changes.Input.(*kit.Check), w)
	var sheet paper.CalendarSheet
	var failed error
	form.Question{
		Title: words.T("calendar.print.what.calendar"), Verb: words.T("kit.print"), Fields: fields,
		Problems: func() []kit.Problem {
			if w.season == "" {
				return missing(map[string]bool{"season": true})
			}
			if sheet, failed = s.calendarSheet(context.Background(), *w); failed == nil && len(sheet.Entries) == 0 {
				return []kit.Problem{{Field: "area", Sentence: words.T("calendar.print.no_entries")}}
			}
			return nil
		},
		Write: func(context.Context) (string, error) { return "", failed },
		Then:  func() { s.printCalendar(sheet, w.remember) },
	}.Ask(s.desk)
}

func sizeOptions() []kit.Option[paper.PaperSize] {
	return []kit.Option[paper.PaperSize]{
		{Value: paper.PaperA4, Label: words.T("calendar.print.size.a4")},
		{Value: paper.PaperA3, Label: words.T("calendar.print.size.a3")},
		{Value: paper.PaperLeaflet, Label: words.T("calendar.print.size.leaflet")},
	}
}

// offerChanges offers to tell what has changed when a calendar of the season and the area was given out before. When that
// cannot be read now, printing will say so.
func (s *Screen) offerChanges(box *kit.Check, w *calendarWish) {
	last, err := s.store.PrintedCalendar(context.Background(), w.season, w.area.Key())
	known := err == nil && !last.On.IsZero()
	w.changes = known
	box.Text = words.T("calendar.print.first_time")
	box.Disable()
	if known {
		box.Text = words.T("calendar.print.tell_changes", "date", words.In(words.Current()).Date(last.On))
		box.Enable()
	}
	box.SetValue(known)
}

// calendarSheet is the families' calendar as it is wished for.
func (s *Screen) calendarSheet(ctx context.Context, w calendarWish) (paper.CalendarSheet, error) {
	r := s.records
	sessions, err := s.store.SeasonSessions(ctx, w.season)
	if err != nil {
		return paper.CalendarSheet{}, err
	}
	sheet := paper.CalendarSheet{
		Season: r.seasonByID(w.season), Area: w.area, Entries: model.PublicCalendar(sessions, r.Groups, r.PlaceOf, w.area),
		ByVillage: w.byVillage, Size: w.size, Languages: w.tongues.list(), Facts: r.paperFacts(),
	}
	if !w.changes {
		return sheet, nil
	}
	last, err := s.store.PrintedCalendar(ctx, w.season, w.area.Key())
	sheet.ChangedSince = last.On
	sheet.Changes = model.CalendarChanges(last.Lines, sheet.Entries, r.Today)
	return sheet, err
}

// printCalendar shows the calendar, and remembers it once there is something to give out.
func (s *Screen) printCalendar(sheet paper.CalendarSheet, remember bool) {
	made := false
	s.desk.Print(func() (desk.Sheet, error) {
		out, err := paper.Render(s.office().FamiliesCalendar(sheet))
		made = err == nil
		return out, err
	})
	if !made || !remember {
		return
	}
	if err := s.store.KeepPrintedCalendar(context.Background(), model.PrintedCalendar{
		SeasonID: sheet.Season.ID, Area: sheet.Area.Key(), On: s.records.Today, Lines: model.Printed(sheet.Entries),
	}); err != nil {
		s.desk.Fail(err, nil)
	}
}
