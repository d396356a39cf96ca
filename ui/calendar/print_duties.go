package calendar

import (
	"context"

	"kumppani/model"
	"kumppani/ui/form"
	"kumppani/ui/kit"
	"kumppani/ui/paper"
	"kumppani/ui/words"
)

// askDuties asks of which season, and whether of one leader only, to print who leads what.
func (s *Screen) askDuties() {
	season, leader, language := s.seasonNow(), s.lens.leader, words.Current()
	b := s.printFields()
	fields := kit.NewFields()
	fields.Row(filled(form.OneOf(b, "season", s.records.seasonOptions(), &season)))
	fields.Row(b.Hinted(form.Choice(b, "leader", s.printLeaders(), &leader)))
	fields.Row(filled(form.OneOf(b, "language", form.Offered("language", model.Languages()), &language)))
	var sessions []model.Session
	form.Question{
		Title: words.T("calendar.print.what.duties"), Verb: words.T("kit.print"), Fields: fields,
		Problems: func() []kit.Problem { return missing(map[string]bool{"season": season == ""}) },
		Write: func(ctx context.Context) (_ string, err error) {
			sessions, err = s.store.SeasonSessions(ctx, season)
			return "", err
		},
		Then: func() {
			var only []model.ID
			if leader != "" {
				only = []model.ID{leader}
			}
			s.print(func(o paper.Office, f paper.MeetingFacts) paper.Document {
				return o.DutyList(s.records.seasonByID(season), sessions, f, language, only...)
			})
		},
	}.Ask(s.desk)
}
