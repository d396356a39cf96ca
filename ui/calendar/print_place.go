package calendar

import (
	"context"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// placeWish is what a paper for one place is to tell.
type placeWish struct {
	place   model.ID
	monday  model.Date // of its week
	season  model.ID
	tongues tongues
}

func (s *Screen) newPlaceWish() *placeWish {
	w := &placeWish{place: s.placeNow(), monday: s.day.Monday(), season: s.seasonNow(), tongues: s.records.both()}
	if all := s.printPlaces(); w.place == "" && len(all) == 1 {
		w.place = all[0].Value
	}
	return w
}

// askOfPlace asks for what a paper for a place tells, the week or else the season, and prints what read reads.
func (s *Screen) askOfPlace(what string, w *placeWish, when *kit.Field, read func(context.Context) (builder, error)) {
	b := s.printFields()
	fields := kit.NewFields()
	fields.Row(form.OneOf(b, "place", s.printPlaces(), &w.place))
	fields.Row(filled(when))
	fields.Row(filled(form.OneOf(b, "languages", s.records.tongueOptions(), &w.tongues)))
	var build builder
	form.Question{
		Title: words.T("calendar.print.what." + what), Verb: words.T("kit.print"), Fields: fields,
		Problems: func() []kit.Problem {
			return missing(map[string]bool{"place": w.place == "", "season": when.Name == "season" && w.season == ""})
		},
		Write: func(ctx context.Context) (_ string, err error) {
			build, err = read(ctx)
			return "", err
		},
		Then: func() { s.print(build) },
	}.Ask(s.desk)
}

// askPoster asks whose week to print as a poster.
func (s *Screen) askPoster() {
	w := s.newPlaceWish()
	s.askOfPlace("poster", w, form.OneOf(s.printFields(), "week", s.weekOptions(), &w.monday),
		func(ctx context.Context) (builder, error) {
			sessions, err := s.weekSessions(ctx, w.place, w.monday)
			return func(o paper.Office, f paper.MeetingFacts) paper.Document {
				return o.WeekPoster(f.Places[w.place], w.monday, sessions, f, w.tongues.list())
			}, err
		})
}

// askDoorSign asks for whose door to print a sign.
func (s *Screen) askDoorSign() {
	w := s.newPlaceWish()
	s.askOfPlace("door_sign", w, form.OneOf(s.printFields(), "season", s.records.seasonOptions(), &w.season),
		func(ctx context.Context) (builder, error) {
			sessions, err := s.store.SeasonSessions(ctx, w.season)
			entries := model.PublicCalendar(sessions, s.records.Groups, s.records.PlaceOf, model.CalendarArea{PlaceID: w.place})
			return func(o paper.Office, f paper.MeetingFacts) paper.Document {
				return o.DoorSign(f.Places[w.place], entries, f, w.tongues.list())
			}, err
		})
}

// askCountingSheet asks for which place and week to print a sheet to count on.
func (s *Screen) askCountingSheet() {
	w := s.newPlaceWish()
	s.askOfPlace("counting_sheet", w, form.OneOf(s.printFields(), "week", s.weekOptions(), &w.monday),
		func(ctx context.Context) (builder, error) {
			sessions, err := s.weekSessions(ctx, w.place, w.monday)
			if err != nil {
				return nil, err
			}
			before := w.monday.SameWeek(-1)
			lastYear, err := s.store.Sessions(ctx, before, before.AddDays(6))
			rows := model.CountWeek(sessions, lastYear, s.records.GroupOf)
			return func(o paper.Office, f paper.MeetingFacts) paper.Document {
				return o.CountingSheet(f.Places[w.place], w.monday, rows, f, w.tongues.list())
			}, err
		})
}
